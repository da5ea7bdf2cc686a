"""One decision on a hand-in: theirs at the left, the record at the right, and what they thought."""

from collections.abc import Iterator

from game.html import clean, element, labelled, wrapped
from game.play import labels, notes, state
from game.play.comparison import account
from game.play.playthrough import Playthrough, TakenBack, Turn
from game.report import words
from game.report.page import more, paragraphs, said
from game.story import markup
from game.story.model import Choice, History, Scene, SourceCheck, Story


def card(play: Playthrough, number: int, turn: Turn) -> Iterator[str]:
    """Everything about a decision; ``number`` counts from 1."""
    story = play.story
    scene = story.scenes[turn.before.scene]
    backs = [back for back in play.taken_back if back.decision.scene == scene.id]
    parts = (
        element("h3", f"{number}. {scene.title}"),
        element("p", ", ".join(part for part in (scene.date, scene.place) if part), "small"),
        _asked(words.BEFORE, scene.before.text if scene.before else "",
               play.notes.get(notes.before(scene.id), "")),
        element("p", scene.prompt),
        wrapped("div", (_yours(story, turn, backs), _record(story, turn)), "two"),
        element("p", f"{words.way(turn.comparison.same)}.", "way"),
        _asked(labels.AFTER, scene.after.text if scene.after else "",
               play.notes.get(notes.after(scene.id), "")),
        *_checks(play, scene),
    )  # fmt: skip
    yield wrapped("article", parts, "card")


def _yours(story: Story, turn: Turn, backs: list[TakenBack]) -> str:
    chosen = turn.comparison.chosen
    reason = turn.decision.reason
    told = said(reason) or element("p", words.NO_REASON, "small")
    scene = story.scenes[turn.before.scene]
    parts = (
        element("h4", words.DECIDED),
        element("p", chosen.text, "decision"),
        told,
        *(_back(scene, back) for back in backs),
        labelled(labels.NOT_TAKEN, _not_taken(scene, turn)),
        labelled(labels.COST, chosen.cost),
        labelled(words.SURE_FOLLOWED, labels.how_sure(chosen.certainty)),
        more(words.FOLLOWED, _followed(chosen)),
    )  # fmt: skip
    return wrapped("div", parts, "yours")


def _followed(chosen: Choice) -> tuple[str, ...]:
    return (
        paragraphs(markup.plain(chosen.outcome)),
        labelled(labels.FOR, chosen.evidence_for),
        labelled(labels.AGAINST, chosen.evidence_against),
        element("p", chosen.returns),
    )


def _not_taken(scene: Scene, turn: Turn) -> str:
    offers = state.offers(scene, turn.before.values)
    texts = (o.choice.text.rstrip(".") for o in offers if o.choice.id != turn.decision.choice)
    found = "; ".join(texts)
    return f"{found}." if found else ""


def _back(scene: Scene, back: TakenBack) -> str:
    """A change of mind is told with the reason that was given at first."""
    text = next((each.text for each in scene.choices if each.id == back.decision.choice), "")
    if not text:
        return ""
    quoted = f" <i>“{clean(back.decision.reason)}”</i>" if back.decision.reason else ""
    return f"<p><b>{clean(words.CHANGED_MIND)}:</b> {clean(text)}{quoted}</p>"


def _record(story: Story, turn: Turn) -> str:
    history = turn.comparison.history
    if history is None:
        parts: tuple[str, ...] = (element("p", f"{words.SILENT}.", "small"),)
    else:
        parts = (element("p", turn.comparison.done, "decision"), *_known(story, history))
    head = labels.heading(labels.what_was_done(story.decides))
    return wrapped("div", (element("h4", head), *parts), "record")


def _known(story: Story, history: History) -> tuple[str, ...]:
    works = [story.sources[ref.id] for ref in history.sources]
    # The years stand in the list of works at the end of the page.
    cited = "; ".join(labels.cited(work._replace(year="")) for work in works)
    disagree = [labelled(each.who, each.says) for each in history.historians]
    return (
        labelled(labels.BECAUSE, history.because),
        element("p", history.fact),
        labelled(labels.SURE, labels.how_sure(history.certainty)),
        labelled(labels.SOURCES, cited),
        more(words.CAME, (paragraphs(markup.plain(account(history))), element("p", history.quill))),
        more(labels.HISTORIANS, disagree) if disagree else "",
    )


def _asked(label: str, question: str, answer: str) -> str:
    """A question of the scene, where it was answered."""
    if not question or not answer:
        return ""
    return wrapped("div", (labelled(label, question), said(answer)))


def _checks(play: Playthrough, scene: Scene) -> Iterator[str]:
    for number, check in enumerate(scene.source_checks):
        picked = play.notes.get(notes.check(scene.id, number), "")
        if picked:
            yield _check(play.story, check, picked)


def _check(story: Story, check: SourceCheck, picked: str) -> str:
    """An answer, what speaks for and against it, and how one can tell; no mark for it."""
    because = next((each.because for each in check.answers if each.text == picked), "")
    parts = (
        element("h4", labels.SOURCE_CHECK),
        labelled(labels.source_says(story), markup.unmarked(check.essay)),
        element("p", check.question),
        labelled(words.ANSWERED, picked),
        labelled(words.REASONING, because),
        labelled(labels.RECORD_SAYS, markup.unmarked(check.record)),
        labelled(labels.TELL, markup.unmarked(check.tell)),
    )
    return wrapped("div", parts)
