"""Scenes, comparisons, checks and endings as paragraphs of text; headings are words."""

from collections.abc import Iterable

from game.play import content, labels, ledger, pace, sittings, state
from game.play.changes import changes
from game.play.comparison import account
from game.play.playthrough import Playthrough, Turn
from game.play.quoting import quoted
from game.story import markup
from game.story.model import Certainty, History, Prose, Ref, Scene, SourceCheck, Story
from game.terminal import words

Paragraphs = tuple[str, ...]


def prose(*texts: Prose | None) -> Paragraphs:
    found = (markup.plain(text).split("\n\n") for text in texts if text is not None)
    return tuple(part for parts in found for part in parts)


def chapter(play: Playthrough) -> Paragraphs:
    """Return what stands before the first scene of a chapter."""
    opened = play.story.chapters[play.scene.chapter]
    number = list(play.story.chapters).index(opened.id) + 1
    title = words.chapter(number, opened.title, opened.years)
    if sittings.divides(play.story, play.scene):
        title = f"{title} {sentence(play.scene.sitting)}"
    note = words.content(", ".join(opened.content)) if opened.content else ""
    return title, note, *prose(opened.intro)


def may_pass_over(play: Playthrough) -> str:
    """Return how to go on from the opening of a chapter, summaries or not."""
    chapter = play.story.chapters[play.scene.chapter]
    return words.CHAPTER_NOTE if content.offers(play.story, chapter) else words.GO_ON


def summaries(play: Playthrough) -> Paragraphs:
    """Return what is said to somebody who would rather read the summaries of a chapter."""
    chapter = play.story.chapters[play.scene.chapter]
    has_any = bool(content.scenes(play.story, chapter.id))
    about = labels.SUMMARIES_ABOUT if has_any else labels.NO_SUMMARIES
    return *prose(chapter.summary), about


def sitting(play: Playthrough) -> Paragraphs:
    """Return what stands between two sittings of a chapter."""
    minutes = pace.beginning_with(play.story, play.scene.id)
    return words.sitting(play.scene.sitting, minutes), words.STOP_HERE


def content_note(scene: Scene) -> Paragraphs:
    note = words.content(", ".join(scene.content))
    return note, words.NOTE if scene.summary else words.GO_ON


def scene(play: Playthrough, *, brief: bool = False, is_easy: bool = False) -> Paragraphs:
    """Return a scene with its choices; ``brief`` gives the summary in place of the text."""
    shown = play.scene
    texts = state.text(shown, play.state.values, is_easy=is_easy)
    if brief and shown.summary:
        texts = (shown.summary,)
    when = ". ".join(part for part in (shown.date, shown.place) if part)
    return (
        f"{_kind(play)}: {sentence(shown.title)}",
        f"{when}." if when else "",
        f"{labels.BEFORE}: {shown.before.text} {words.BEFORE_HINT}" if shown.before else "",
        *prose(*texts),
        labelled(words.OWN_WORD, shown.quill),
        *_advisers(play.story, shown),
        *(ending(play) if play.is_over else choices(play)),
    )


def _kind(play: Playthrough) -> str:
    return labels.ending(play.scene) if play.is_over else words.SCENE


def choices(play: Playthrough) -> Paragraphs:
    offers = play.offers
    if not any(offer.is_open for offer in offers):
        return (*_numbered(play), words.STUCK)
    return play.scene.prompt or labels.WHAT_DO_YOU_DO, *_numbered(play)


def _numbered(play: Playthrough) -> Paragraphs:
    found = []
    for number, (choice, is_open) in enumerate(play.offers, 1):
        text = sentence(choice.text) + (f" {choice.detail}" if choice.detail else "")
        if not is_open:
            text = f"{words.CLOSED}: {sentence(choice.text)} {choice.locked}"
        found.append(f"{number}. {text}")
    return tuple(found)


def comparison(play: Playthrough, *, is_easy: bool = False) -> Paragraphs:
    """Return both sides of the last decision, and what there is to think about or to press."""
    turn = play.turns[-1]
    asked = play.left.after
    return (
        *_yours(play.story, turn),
        *_his(play.story, turn, is_easy=is_easy),
        labelled(labels.AFTER, asked.text if asked else ""),
        words.ANSWER if asked else words.GO_ON,
    )


def _yours(story: Story, turn: Turn) -> Paragraphs:
    chosen = turn.comparison.chosen
    moved = [words.change(c.variable.label, c.before, c.after) for c in changes(story, turn)]
    return (
        f"{words.YOURS}: {sentence(chosen.text)}",
        *prose(chosen.outcome),
        f"{'; '.join(moved)}." if moved else "",
        *sure(chosen.certainty, chosen.evidence_for, chosen.evidence_against),
        labelled(labels.RETURNS, chosen.returns),
        labelled(labels.COST, chosen.cost),
        sources(story, chosen.sources),
    )


def _his(story: Story, turn: Turn, *, is_easy: bool) -> Paragraphs:
    history = turn.comparison.history
    if history is None:
        return (labels.NO_RECORD,)
    return (
        labels.VERDICTS[turn.comparison.same],
        f"{labels.heading(labels.what_was_done(story.decides))}: {sentence(turn.comparison.done)}",
        *_record(story, history, is_easy=is_easy),
    )


def _record(story: Story, history: History, *, is_easy: bool) -> Paragraphs:
    said = tuple(f"{each.who}: {each.says}" for each in history.historians)
    return (
        *prose(account(history, is_easy=is_easy)),
        history.fact,
        labelled(labels.BECAUSE, history.because),
        labelled(words.OWN_WORD, history.quill),
        *sure(history.certainty),
        *((f"{labels.HISTORIANS}.", *said) if said else ()),
        sources(story, history.sources),
    )


def check(story: Story, found: SourceCheck) -> Paragraphs:
    """Return the claim of the source, and the question with its answers; the record comes after."""
    answers = (f"{number}. {answer.text}" for number, answer in enumerate(found.answers, 1))
    asked = (found.question, *answers, words.PICK) if found.question else (words.GO_ON,)
    return (
        f"{labels.SOURCE_CHECK}. {labels.source_says(story)}: {markup.unmarked(found.essay)}",
        *asked,
    )


def checked(story: Story, found: SourceCheck, picked: int | None) -> Paragraphs:
    """Return what is so, after an answer or without one."""
    said: Paragraphs = ()
    if picked is not None:
        answer = found.answers[picked]
        said = (f"{words.RIGHT if answer.right else words.WRONG} {answer.because}",)
    return (
        *said,
        labelled(labels.RECORD_SAYS, markup.unmarked(found.record)),
        labelled(labels.TELL, markup.unmarked(found.tell)),
        labels.DEBATED if found.debated else "",
        sources(story, found.sources),
    )


def ending(play: Playthrough) -> Paragraphs:
    """Return the ledger, the real course, and how likely this ending was."""
    end = play.scene.ending
    told = costs(play)
    if end is None:
        return *told, words.GO_ON
    real = (f"{number}. {line}" for number, line in enumerate(end.real, 1))
    return (
        *told,
        *((f"{labels.REAL}:", *real) if end.real else ()),
        *sure(end.certainty, end.evidence_for, end.evidence_against),
        words.GO_ON,
    )


def costs(play: Playthrough) -> Paragraphs:
    entries = ledger.entries(play)
    if not entries:
        return (words.NO_COST,)
    told = (f"- {entry.title}: {entry.cost or entry.amount}" for entry in entries)
    return f"{words.LEDGER}:", *told, words.toll(sum(entry.amount for entry in entries))


def sure(certainty: Certainty, evidence_for: str = "", against: str = "") -> Paragraphs:
    return (
        labelled(labels.SURE, labels.how_sure(certainty)),
        labelled(labels.FOR, evidence_for),
        labelled(labels.AGAINST, against),
    )


def sources(story: Story, named: Iterable[Ref]) -> str:
    listed = "; ".join(labels.cited(story.sources[ref.id]) for ref in named)
    return f"{labels.SOURCES}: {listed}." if listed else ""


def labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""


def sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…", "”")) else f"{text}."


def _advisers(story: Story, shown: Scene) -> Paragraphs:
    said = tuple(
        f"- {story.people[each.who.id].name}: {quoted(each.says)}" for each in shown.advisers
    )
    return (f"{labels.ADVISERS}:", *said) if said else ()
