"""What a story is, as values: nothing here can be changed, or knows YAML, windows or files.

A ``Story`` is whole: every ``Ref`` in it names something that exists (``load`` sees to it).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from game.story.dates import Day
from game.story.lists import Person, Source, Term
from game.story.problem import Mark
from game.story.rules import Condition, Effect, Variable

Certainty = Literal["documented", "judgement", "supposition"]
Colours = Literal["own", "sepia"]


class Ref(NamedTuple):
    """A mention of something that is written elsewhere."""

    id: str
    mark: Mark


class Prose(NamedTuple):
    """Text with our small markup, as written; ``markup.paragraphs`` reads it."""

    source: str
    mark: Mark


class Question(NamedTuple):
    """Something to think about; ``answer`` is the teacher's, and the game never shows it."""

    text: str
    answer: str
    mark: Mark


class Branch(NamedTuple):
    """Where a choice leads when all of ``when`` holds; the last branch has no conditions."""

    when: tuple[Condition, ...]
    scene: Ref


class Echo(NamedTuple):
    """A paragraph added to a scene's text when all of ``when`` holds: an earlier choice returns."""

    when: tuple[Condition, ...]
    text: Prose


class Placed(NamedTuple):
    """A figure or prop put on the stage at a slot; empty words take the catalogue's default."""

    part: Ref
    at: str
    size: str
    facing: str
    expression: str
    pose: str
    mark: Mark


class Illustration(NamedTuple):
    """A picture made of parts, or a teacher's own ``picture`` beside the scene file.

    ``colours`` are those of the own picture, or "sepia".
    ``focus`` is where the picture's hero stands, as a share of the width (0 to 1), or None.
    """

    alt: str
    backdrop: Ref | None
    mood: str
    cast: tuple[Placed, ...]
    props: tuple[Placed, ...]
    focus: float | None
    picture: str
    colours: Colours
    credit: str
    mark: Mark


class Extension(NamedTuple):
    """A pack that was laid on a story, as the story knows it.

    ``folder`` is where it lies; with ``label`` the names of its files begin, in marks. ``behind``
    are its scenes that come after choices of the story itself.
    """

    id: str
    title: str
    author: str
    illustration: Illustration | None
    folder: Path
    label: str
    behind: frozenset[str] = frozenset()


class Adviser(NamedTuple):
    who: Ref
    says: str
    mark: Mark


class Choice(NamedTuple):
    """One thing the player may do.

    ``text`` is the bold line of the card, ``detail`` the smaller one. ``requires`` must all hold;
    a closed choice is shown with the reason ``locked``, or hidden where ``locked`` is empty.
    ``cost`` says in words what the choice cost other people; it goes to the human-cost ledger.
    ``shift`` moves the player's own power share, in points, away from the record's.
    """

    id: str
    text: str
    detail: str
    outcome: Prose
    certainty: Certainty
    evidence_for: str
    evidence_against: str
    returns: str
    cost: str
    sources: tuple[Ref, ...]
    goto: tuple[Branch, ...]
    requires: tuple[Condition, ...]
    locked: str
    effects: tuple[Effect, ...]
    shift: Mapping[str, int]
    mark: Mark


class Historian(NamedTuple):
    who: str
    says: str
    mark: Mark


class History(NamedTuple):
    """What was really done, why, what came of it, and who says so.

    ``text_easy`` says the same as ``text`` in short sentences.
    ``fact`` is one checkable sentence set in bold. ``quill`` says what rests on one
    person's own word alone; it is shown with the quill mark.
    """

    choice: Ref
    title: str
    text: Prose
    text_easy: Prose | None
    because: str
    fact: str
    quill: str
    certainty: Certainty
    sources: tuple[Ref, ...]
    historians: tuple[Historian, ...]
    mark: Mark


class Answer(NamedTuple):
    text: str
    right: bool
    because: str


class SourceCheck(NamedTuple):
    """The essay says X, the record says Y, and here is how one can tell."""

    essay: str
    record: str
    tell: str
    kind: str
    debated: bool
    question: str
    answers: tuple[Answer, ...]
    sources: tuple[Ref, ...]
    mark: Mark


class Ending(NamedTuple):
    """What an ending shows: the real course in five lines, and how likely this one was."""

    historical: bool
    real: tuple[str, ...]
    evidence_for: str
    evidence_against: str
    certainty: Certainty
    mark: Mark


@dataclass(frozen=True, slots=True)
class Scene:
    """What is shown before one decision; without choices it is an ending.

    ``date`` is read, ``when`` is reckoned with. ``curriculum`` has tags for the lesson card.
    ``sitting`` is the title of the part of its chapter that begins here, "" where none does.
    """

    id: str
    chapter: str
    title: str
    sitting: str
    section: str
    date: str
    when: Day | None
    place: str
    content: tuple[str, ...]
    summary: Prose | None
    text: Prose
    text_easy: Prose | None
    before: Question | None
    after: Question | None
    echoes: tuple[Echo, ...]
    quill: str
    dispatch: str
    prompt: str
    illustration: Illustration | None
    advisers: tuple[Adviser, ...]
    choices: tuple[Choice, ...]
    history: History | None
    power: Mapping[str, int]
    source_checks: tuple[SourceCheck, ...]
    ending: Ending | None
    curriculum: tuple[str, ...]
    mark: Mark


class Chapter(NamedTuple):
    """A folder of scenes. ``start`` is where the chapter begins when played by itself."""

    id: str
    title: str
    years: str
    intro: Prose | None
    content: tuple[str, ...]
    summary: Prose | None
    start: Ref
    questions: tuple[Question, ...]
    mark: Mark


class Contender(NamedTuple):
    """One of the people between whom power is shared."""

    id: str
    name: str
    colour: str
    mark: Mark


class Event(NamedTuple):
    """A line of the timeline; ``scene`` leads to the scene that tells it."""

    date: str
    text: str
    scene: Ref | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Story:
    """All of it. Mappings keep the order of the files; ``curriculum`` has a label for each tag.

    ``decides`` is who takes the decisions, as in "what Snow did"; "" where nobody is named.
    ``packs`` were laid on it: what they add is among the rest.
    """

    id: str
    title: str
    subtitle: str
    author: str
    about: str
    decides: str
    start: Ref
    illustration: Illustration | None
    variables: Mapping[str, Variable]
    contenders: Mapping[str, Contender]
    sections: Mapping[str, str]
    curriculum: Mapping[str, str]
    chapters: Mapping[str, Chapter]
    scenes: Mapping[str, Scene]
    people: Mapping[str, Person]
    glossary: Mapping[str, Term]
    sources: Mapping[str, Source]
    timeline: tuple[Event, ...]
    mark: Mark
    packs: tuple[Extension, ...] = ()
