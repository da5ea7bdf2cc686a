"""The hand-in of one game: what was decided and why, beside the record, for a teacher to read."""

from collections.abc import Iterator, Sequence

from game.html import clean, element, items, labelled, table, wrapped
from game.play import labels, ledger, notes, power, railway, save
from game.play.playthrough import Playthrough, Turn
from game.play.save import Save
from game.report import bundle, decision, graphs, words
from game.report.page import page, paragraphs, said
from game.story import markup
from game.story.model import Chapter, Story


def hand_in(story: Story, game: Save) -> str:
    """A whole page about a game, which is hidden in it as well."""
    play, sentence = save.resume(story, game)
    title = f"{story.title}: {words.HAND_IN}"
    parts = (
        element("h1", story.title),
        element("p", words.about(game.name, len(play.turns), game.written), "about"),
        element("p", words.with_packs(list(game.packs.values()))),
        element("p", sentence),
        element("p", words.NO_MARKS, "small"),
        *_glance(play),
        *(part for chapter in _chapters(play) for part in _chapter(play, chapter)),
        _ending(play),
        graphs.power(story, power.shares(play)),
        _ledger(play),
        _sources(play),
        element("h2", words.TEACHER),
        '<div class="room"></div>',
        element("p", words.WITHIN, "small"),
        bundle.hidden(game),
    )
    return page(title, parts)


def _glance(play: Playthrough) -> tuple[str, ...]:
    if not play.turns:
        return ()
    rows = [
        (
            str(number),
            play.story.scenes[turn.before.scene].title,
            turn.comparison.chosen.text,
            words.way(turn.comparison.same),
        )
        for number, turn in enumerate(play.turns, 1)
    ]
    return element("h2", words.AT_A_GLANCE), table(words.HEADS, rows)


def _chapters(play: Playthrough) -> tuple[Chapter, ...]:
    """The chapters that something was decided in, in that order."""
    scenes = play.story.scenes
    passed = dict.fromkeys(scenes[turn.before.scene].chapter for turn in play.turns)
    return tuple(play.story.chapters[name] for name in passed)


def _chapter(play: Playthrough, chapter: Chapter) -> Iterator[str]:
    number = list(play.story.chapters).index(chapter.id) + 1
    years = f" · {chapter.years}" if chapter.years else ""
    turns = [
        (place, turn)
        for place, turn in enumerate(play.turns, 1)
        if play.story.scenes[turn.before.scene].chapter == chapter.id
    ]
    yield element("h2", f"{number}. {chapter.title}{years}")
    stations = railway.line(play, chapter.id)
    decided = [station for station in stations if play.story.scenes[station.scene].choices]
    drawn = graphs.railway(decided[: len(turns)])
    if drawn:
        yield drawn
        yield element("p", words.RAILWAY_ABOUT, "small")
    for place, turn in turns:
        yield from decision.card(play, place, turn)
    yield from _questions(play, chapter, turns)


def _questions(
    play: Playthrough, chapter: Chapter, turns: Sequence[tuple[int, Turn]]
) -> Iterator[str]:
    """What is asked at a chapter's end, once it was reached or something was answered."""
    answers = [
        play.notes.get(notes.question(chapter.id, number), "")
        for number in range(len(chapter.questions))
    ]
    scenes = play.story.scenes
    has_ended = bool(turns) and scenes[turns[-1][1].after.scene].chapter != chapter.id
    if not any(answers) and not (answers and (has_ended or play.is_over)):
        return
    parts = [element("h3", words.QUESTIONS)]
    for question, answer in zip(chapter.questions, answers, strict=True):
        told = said(answer) or element("p", words.NOT_ANSWERED, "small")
        parts += [element("p", question.text), told]
    yield wrapped("section", parts, "card")


def _ending(play: Playthrough) -> str:
    if not play.is_over:
        return labelled(words.GOES_ON, play.scene.title) if play.turns else ""
    ending = play.scene.ending
    real = items(ending.real, "ol") if ending is not None else ""
    return "\n".join(
        (
            element("h2", f"{words.ENDING}: {play.scene.title}"),
            paragraphs(markup.plain(play.scene.text)),
            element("h3", labels.REAL) if real else "",
            real,
            labelled(labels.SURE, labels.how_sure(ending.certainty)) if ending else "",
        )
    )


def _ledger(play: Playthrough) -> str:
    told = [f"{entry.title} – {entry.cost}" for entry in ledger.entries(play) if entry.cost]
    if not told:
        return ""
    return "\n".join(
        (element("h2", words.LEDGER), element("p", words.LEDGER_ABOUT, "small"), items(told))
    )


def _sources(play: Playthrough) -> str:
    """Every work that the decisions on this page rest on, once."""
    story = play.story
    named: dict[str, None] = {}
    for turn in play.turns:
        compared = turn.comparison
        history = compared.history.sources if compared.history is not None else ()
        checks = story.scenes[turn.before.scene].source_checks
        those = (*compared.chosen.sources, *history, *(ref for c in checks for ref in c.sources))
        named |= dict.fromkeys(ref.id for ref in those)
    works = sorted((story.sources[name] for name in named), key=lambda work: work.author.casefold())
    told = [labels.cited(work) for work in works]
    return f"<h2>{clean(labels.SOURCES)}</h2>\n{items(told)}" if told else ""
