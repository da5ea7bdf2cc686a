"""One page over a class: how each decision was divided, and everybody's reasons side by side."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.html import clean, element, labelled, table, wrapped
from game.play import labels, notes
from game.report import tally, words
from game.report.page import page
from game.report.tally import Divided, Pupil
from game.story.model import Chapter, Story


class Wanted(NamedTuple):
    """Whether pupils are named, and what lies in the folder and is not on the page."""

    has_names: bool = False
    left_out: tuple[str, ...] = ()


def classroom(story: Story, those: Sequence[Pupil], wanted: Wanted) -> str:
    found = tally.divided(story, those)
    parts = (
        element("h1", story.title),
        element("p", f"{words.CLASS} · {words.pupils(len(those))}", "about"),
        element("p", words.CLASS_MARKS),
        element("p", words.NAMED if wanted.has_names else words.ANONYMOUS, "small"),
        *(element("p", sentence, "small") for sentence in wanted.left_out),
        *_progress(story, those),
        *_most_divided(found),
        *(part for chapter in story.chapters.values() for part in _chapter(chapter, found, those)),
    )
    return page(f"{story.title}: {words.CLASS}", parts)


def _progress(story: Story, those: Sequence[Pupil]) -> Iterator[str]:
    yield element("h2", words.PROGRESS)
    scenes = story.scenes
    rows = []
    for number, chapter in enumerate(story.chapters.values(), 1):
        came = sum(
            any(scenes[turn.before.scene].chapter == chapter.id for turn in pupil.play.turns)
            for pupil in those
        )
        if came:
            rows.append((f"{number}. {chapter.title}", words.pupils(came)))
    ended = sum(pupil.play.is_over for pupil in those)
    if ended:
        rows.append((words.ENDING, words.pupils(ended)))
    yield table(("Chapter", "Decided something in it"), rows)


def _most_divided(found: Sequence[Divided]) -> Iterator[str]:
    those = tally.most_divided(found)
    if those:
        yield element("h2", words.DIVIDED)
        yield element("p", words.DIVIDED_ABOUT, "small")
        links = (
            f'<li><a href="#at-{clean(each.scene.id)}">{clean(each.scene.title)}</a></li>'
            for each in those
        )
        yield f"<ol>{''.join(links)}</ol>"


def _chapter(chapter: Chapter, found: Sequence[Divided], those: Sequence[Pupil]) -> Iterator[str]:
    own = [each for each in found if each.scene.chapter == chapter.id]
    if not own:
        return
    yield element("h2", f"{chapter.title} · {chapter.years}" if chapter.years else chapter.title)
    for each in own:
        yield _scene(each, those)
    for number, question in enumerate(chapter.questions):
        told = tally.answers(notes.question(chapter.id, number), those)
        if told:
            yield wrapped(
                "section",
                (element("h3", question.text), table(words.ANSWER_HEADS, told)),
                "card",
            )


def _scene(each: Divided, those: Sequence[Pupil]) -> str:
    scene = each.scene
    when = ", ".join(part for part in (scene.date, scene.place) if part)
    inner = "\n".join(
        part
        for part in (
            element("h3", scene.title),
            element("p", when, "small"),
            element("p", scene.prompt),
            _bars(each),
            element("p", words.changed(each.changed), "small"),
            _reasons(each),
            *_asked(each, those),
            *_checks(each, those),
        )
        if part
    )
    return f'<article class="card" id="at-{clean(scene.id)}">\n{inner}\n</article>'


def _bars(each: Divided) -> str:
    """How many decided what, as numbers and as bars; the record's way is named, not praised."""
    counts, total = each.counts, len(each.voices)
    history = each.scene.history
    done = history.choice.id if history is not None else ""
    rows = []
    for choice in each.scene.choices:
        count = counts.get(choice.id, 0)
        kind = "bar record" if choice.id == done else "bar"
        name = clean(choice.text) + (
            f" <span class='small'>({clean(words.IN_RECORD)})</span>" if choice.id == done else ""
        )
        width = round(100 * count / total)
        bar = f'<div class="{kind}" style="width:{width}%"></div>' if count else ""
        rows.append(
            f'<tr><td class="wide">{name}</td><td class="count">{count}</td><td>{bar}</td></tr>'
        )
    return f'<table class="bars"><tbody>{"".join(rows)}</tbody></table>'


def _reasons(each: Divided) -> str:
    texts = {choice.id: choice.text for choice in each.scene.choices}
    order = list(texts)
    written = [voice for voice in each.voices if voice.reason]
    if not written:
        return element("p", words.NO_REASONS, "small")
    rows = sorted(written, key=lambda voice: order.index(voice.choice))
    return table(words.CLASS_HEADS, ((v.who, texts[v.choice], v.reason) for v in rows))


def _asked(each: Divided, those: Sequence[Pupil]) -> Iterator[str]:
    scene = each.scene
    for note, label, question in (
        (notes.before(scene.id), words.BEFORE, scene.before),
        (notes.after(scene.id), labels.AFTER, scene.after),
    ):
        told = tally.answers(note, those) if question is not None else ()
        if question is not None and told:
            yield labelled(label, question.text)
            yield table(words.ANSWER_HEADS, told)


def _checks(each: Divided, those: Sequence[Pupil]) -> Iterator[str]:
    for number, check in enumerate(each.scene.source_checks):
        told = [told.answer for told in tally.answers(notes.check(each.scene.id, number), those)]
        if told:
            yield labelled(labels.SOURCE_CHECK, check.question)
            rows = ((each.text, words.pupils(told.count(each.text))) for each in check.answers)
            yield table(words.CHECK_HEADS, rows)
