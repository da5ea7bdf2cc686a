"""A lesson card for a chapter: timing, questions, content, sources; a key, and a log to fill in."""

from collections.abc import Iterator

from game.author.paper import element, items, labelled, page, table
from game.checks import reading
from game.play import record
from game.story import markup
from game.story.model import Chapter, Question, Scene, SourceCheck, Story

# A decision takes time to talk about: so many minutes for each, beside the reading.
_TALK = 2
_TO_BE_CONFIRMED = "To be confirmed by the teacher: specifications change, and so do their codes."
CERTAINTY = {
    "documented": "documented",
    "judgement": "historians’ judgement",
    "supposition": "our supposition",
}


def card(story: Story, chapter: Chapter) -> str:
    """What a teacher needs on the desk: one page, without the answers."""
    scenes = _scenes(story, chapter)
    minutes = reading.measure(story, record.follow(story)).minutes.get(chapter.id, 0)
    decisions = [scene for scene in scenes if scene.choices]
    talk = minutes + _TALK * len(decisions)
    tags = dict.fromkeys(tag for scene in scenes for tag in scene.curriculum)
    content = dict.fromkeys((*chapter.content, *(tag for s in scenes for tag in s.content)))
    parts = [
        element("h1", f"{chapter.title} · {chapter.years}" if chapter.years else chapter.title),
        element("p", f"{story.title}: lesson card", "small"),
        labelled("Time", f"{minutes} minutes to play, about {talk} with talk about each decision"),
        labelled("Content", ", ".join(content)),
        element("p", markup.plain(chapter.summary) if chapter.summary else ""),
        element("h2", "Decisions"),
        table(("Scene", "When and where", "The decision"), (_row(scene) for scene in decisions)),
        *_asked("Before and after", decisions),
        element("h2", "At the end of the chapter"),
        items(question.text for question in chapter.questions),
        *_curriculum(story, tags),
        element("h2", "Sources"),
        f"<div class='many'>{items(_sources(story, scenes))}</div>",
    ]
    return page(f"{chapter.title}: lesson card", parts)


def key(story: Story, chapter: Chapter) -> str:
    """For the teacher alone: the record, how sure we are, and model answers."""
    parts = [element("h1", f"{chapter.title}: the teacher’s key")]
    for scene in _scenes(story, chapter):
        if scene.choices:
            parts += _key(scene)
    parts.append(element("h2", "At the end of the chapter"))
    parts += [_answered(question) for question in chapter.questions]
    return page(f"{chapter.title}: key", parts)


def log(story: Story, chapter: Chapter) -> str:
    """For pupils: a table to fill in while playing."""
    decisions = [scene for scene in _scenes(story, chapter) if scene.choices]
    heads = ("Scene", "My decision", "My reason", "What was really done", "How sure are we?")
    parts = [
        element("h1", f"{chapter.title}: decision log"),
        element("p", "Name: ______________________    Date: ______________", "small"),
        table(heads, ((scene.title, "", "", "", "") for scene in decisions), "room"),
        element("h2", "To think about"),
    ]
    for question in chapter.questions:
        parts += [element("p", question.text), "<p class='room'></p>"]
    return page(f"{chapter.title}: decision log", parts)


def _scenes(story: Story, chapter: Chapter) -> list[Scene]:
    """The scenes of a chapter as the record passes them, and after them the others."""
    order = [turn.before.scene for turn in record.follow(story).turns]
    places = {name: place for place, name in enumerate(order)}
    own = [scene for scene in story.scenes.values() if scene.chapter == chapter.id]
    return sorted(own, key=lambda scene: places.get(scene.id, len(places)))


def _row(scene: Scene) -> tuple[str, str, str]:
    where = ", ".join(part for part in (scene.date, scene.place) if part)
    return scene.title, where, scene.prompt or " / ".join(c.text for c in scene.choices)


def _asked(title: str, scenes: list[Scene]) -> Iterator[str]:
    if any(scene.before or scene.after for scene in scenes):
        yield element("h2", title)
    for scene in scenes:
        if scene.before or scene.after:
            yield element("h3", scene.title)
            both = (scene.before, scene.after)
            yield items(question.text for question in both if question is not None)


def _curriculum(story: Story, tags: dict[str, None]) -> Iterator[str]:
    if tags:
        yield element("h2", "Curriculum")
        yield items(story.curriculum[tag] for tag in tags)
        yield element("p", _TO_BE_CONFIRMED, "small")


def _sources(story: Story, scenes: list[Scene]) -> list[str]:
    named: dict[str, None] = {}
    for scene in scenes:
        for ref in scene.history.sources if scene.history else ():
            named[ref.id] = None
    works = (story.sources[name] for name in named)
    return [f"{work.author}, {work.title} ({work.year})" for work in works]


def _key(scene: Scene) -> Iterator[str]:
    yield element("h2", scene.title)
    yield element("p", ", ".join(part for part in (scene.date, scene.place) if part), "small")
    if scene.history is not None:
        history = scene.history
        done = next((c.text for c in scene.choices if c.id == history.choice.id), "")
        yield labelled("What was done", done)
        yield element("p", markup.plain(history.text))
        yield labelled("Why", history.because)
    others = [c for c in scene.choices if not scene.history or c.id != scene.history.choice.id]
    yield items(
        f"{choice.text}: {CERTAINTY[choice.certainty]}. {choice.returns}".strip()
        for choice in others
    )
    for question in (scene.before, scene.after):
        yield _answered(question) if question is not None else ""
    for check in scene.source_checks:
        yield from _check(check)


def _check(check: SourceCheck) -> Iterator[str]:
    yield labelled("The essay says", check.essay)
    yield labelled("The record says", check.record)
    yield labelled("How one can tell", check.tell)
    right = next((answer.text for answer in check.answers if answer.right), "")
    yield labelled(check.question, right)


def _answered(question: Question) -> str:
    return labelled(question.text, question.answer or "(for the class to decide)")
