"""A lesson card for a chapter or a sitting: timing, questions, sources; a key, and a log."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.author.paper import page
from game.html import element, items, labelled, table
from game.play import labels, pace, record
from game.play.pace import Pace
from game.story import markup, texts
from game.story.model import Chapter, Question, Scene, SourceCheck, Story

# A decision takes time to talk about: so many minutes for each, beside the reading.
_TALK = 2
_TO_BE_CONFIRMED = "To be confirmed by the teacher: specifications change, and so do their codes."


class _Part(NamedTuple):
    """What a lesson is about: a chapter with all its sittings, or one of them."""

    story: Story
    chapter: Chapter
    paces: tuple[Pace, ...]
    is_whole: bool

    @property
    def title(self) -> str:
        title = self.paces[0].sitting.title
        is_named = not self.is_whole and title != self.chapter.title
        return f"{self.chapter.title}: {title}" if is_named else self.chapter.title

    @property
    def decisions(self) -> list[Scene]:
        return [scene for each in self.paces for scene in _decisions(self.story, each)]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those at the chapter's end, where it ends in this part."""
        return self.chapter.questions if any(each.ends for each in self.paces) else ()


def _part(story: Story, chapter: Chapter, sitting: str) -> _Part:
    paces = pace.of_story(story, record.follow(story))
    own = tuple(
        each
        for each in paces
        if each.sitting.chapter == chapter.id and sitting in ("", each.sitting.name)
    )
    return _Part(story, chapter, own, is_whole=not sitting)


def card(story: Story, chapter: Chapter, sitting: str = "") -> str:
    """What a teacher needs on the desk, without the answers; a sitting is named as "4.2"."""
    part = _part(story, chapter, sitting)
    scenes = [story.scenes[name] for each in part.paces for name in each.sitting.scenes]
    tags = dict.fromkeys(tag for scene in scenes for tag in scene.curriculum)
    of_chapter = chapter.content if part.is_whole else ()
    content = dict.fromkeys((*of_chapter, *(tag for scene in scenes for tag in scene.content)))
    parts = [
        element("h1", part.title),
        element("p", " · ".join((f"{story.title}: lesson card", *_where(part))), "small"),
        *_time(part),
        labelled("Content", ", ".join(content)),
        element("p", markup.plain(chapter.summary) if chapter.summary else ""),
        element("h2", "Decisions"),
        *_told(part),
        *_at_the_end(part.questions),
        *_curriculum(story, tags),
        element("h2", "Sources"),
        f"<div class='many'>{items(_sources(story, scenes))}</div>",
    ]
    return page(f"{part.title}: lesson card", parts)


def key(story: Story, chapter: Chapter, sitting: str = "") -> str:
    """For the teacher alone: the record, how sure we are, and model answers."""
    part = _part(story, chapter, sitting)
    parts = [element("h1", f"{part.title}: the teacher’s key")]
    for scene in part.decisions:
        parts += _key(story, scene)
    if part.questions:
        parts.append(element("h2", "At the end of the chapter"))
        parts += [_answered(question) for question in part.questions]
    return page(f"{part.title}: key", parts)


def log(story: Story, chapter: Chapter, sitting: str = "") -> str:
    """For pupils: a table to fill in while playing."""
    part = _part(story, chapter, sitting)
    heads = ("Scene", "My decision", "My reason", "What was really done", labels.HOW_SURE)
    parts = [
        element("h1", f"{part.title}: decision log"),
        element("p", "Name: ______________________    Date: ______________", "small"),
        table(heads, ((scene.title, "", "", "", "") for scene in part.decisions), kind="room"),
        element("h2", labels.AFTER if part.questions else ""),
    ]
    for question in part.questions:
        parts += [element("p", question.text), "<p class='room'></p>"]
    return page(f"{part.title}: decision log", parts)


def _decisions(story: Story, each: Pace) -> list[Scene]:
    scenes = (story.scenes[name] for name in each.sitting.scenes)
    return [scene for scene in scenes if scene.choices]


def _where(part: _Part) -> Iterator[str]:
    if not part.is_whole:
        yield f"sitting {part.paces[0].sitting.name}"
    if part.chapter.years:
        yield part.chapter.years


def _time(part: _Part) -> Iterator[str]:
    """The minutes of each sitting; where there are several, one has a card of its own too."""
    if len(part.paces) == 1:
        yield labelled("Time", _minutes(part.story, part.paces[0]))
        return
    total = pace.minutes(sum(each.words.all for each in part.paces))
    yield labelled("Time", f"{total} minutes to play, in {len(part.paces)} sittings")
    yield table(
        ("Sitting", "Begins with", "Time"),
        (
            (
                f"{each.sitting.name} {each.sitting.title}",
                part.story.scenes[each.sitting.first].title,
                _minutes(part.story, each),
            )
            for each in part.paces
        ),
    )
    wanted = part.paces[-1].sitting.name
    yield element("p", f"A card for one of them: power-struggle lesson {wanted}", "small")


def _minutes(story: Story, each: Pace) -> str:
    told = "a minute" if each.minutes == 1 else f"{each.minutes} minutes"
    checks = f", {each.checks} of them source checks that may be left out" if each.checks else ""
    decided = sum(bool(story.scenes[name].choices) for name in each.scenes)
    return (
        f"{told} to play{checks}; about {each.minutes + _TALK * decided} "
        "with talk about each decision"
    )


def _told(part: _Part) -> Iterator[str]:
    """The decisions, sitting by sitting, each with what is asked before and after it."""
    asks = any(scene.before or scene.after for scene in part.decisions)
    questions = ("Before reading", "After the decision") if asks else ()
    heads = ("Scene", "When and where", "The decision", *questions)
    for each in part.paces:
        if len(part.paces) > 1:
            yield element("h3", f"{each.sitting.name} {each.sitting.title}")
        rows = (_row(scene)[: len(heads)] for scene in _decisions(part.story, each))
        yield table(heads, rows)


def _at_the_end(questions: Sequence[Question]) -> Iterator[str]:
    if questions:
        yield element("h2", "At the end of the chapter")
        yield items(question.text for question in questions)


def _row(scene: Scene) -> tuple[str, ...]:
    where = ", ".join(part for part in (scene.date, scene.place) if part)
    decision = scene.prompt or " / ".join(choice.text for choice in scene.choices)
    asked = (each.text if each else "–" for each in (scene.before, scene.after))
    return scene.title, where, decision, *asked


def _curriculum(story: Story, tags: dict[str, None]) -> Iterator[str]:
    if tags:
        yield element("h2", "Curriculum")
        yield f"<div class='many'>{items(story.curriculum[tag] for tag in tags)}</div>"
        yield element("p", _TO_BE_CONFIRMED, "small")


def _sources(story: Story, scenes: list[Scene]) -> list[str]:
    """All that the scenes rest on, in choices and source checks as well as in the record."""
    named = dict.fromkeys(ref.id for scene in scenes for ref in texts.sources(scene))
    return [labels.cited(story.sources[name]) for name in named]


def _key(story: Story, scene: Scene) -> Iterator[str]:
    yield element("h2", scene.title)
    yield element("p", ", ".join(part for part in (scene.date, scene.place) if part), "small")
    if scene.history is not None:
        history = scene.history
        done = next((c.text for c in scene.choices if c.id == history.choice.id), "")
        yield labelled("What was done", done)
        yield element("p", markup.plain(history.text))
        yield labelled(labels.BECAUSE, history.because)
    others = [c for c in scene.choices if not scene.history or c.id != scene.history.choice.id]
    yield items(
        f"{choice.text}: {labels.CERTAINTY[choice.certainty]}. {choice.returns}".strip()
        for choice in others
    )
    for question in (scene.before, scene.after):
        yield _answered(question) if question is not None else ""
    for check in scene.source_checks:
        yield from _check(story, check)


def _check(story: Story, check: SourceCheck) -> Iterator[str]:
    yield labelled(labels.source_says(story), markup.unmarked(check.essay))
    yield labelled(labels.RECORD_SAYS, markup.unmarked(check.record))
    yield labelled(labels.TELL, markup.unmarked(check.tell))
    right = next((answer.text for answer in check.answers if answer.right), "")
    yield labelled(check.question, right)


def _answered(question: Question) -> str:
    return labelled(question.text, question.answer or "(for the class to decide)")
