"""What a story explains beside its scenes: people, words and the works that it rests on."""

from typing import NamedTuple

from game.story.problem import Mark


class Person(NamedTuple):
    """``born`` and ``died`` are years, 0 where they are not known.

    ``figure`` of the catalogue shows them, with ``expression`` if that is not empty, or a
    ``picture`` beside people.yaml, which ``credit`` is about.
    """

    id: str
    name: str
    says: str
    dates: str
    born: int
    died: int
    role: str
    text: str
    figure: str
    expression: str
    picture: str
    credit: str
    mark: Mark


class Term(NamedTuple):
    id: str
    term: str
    text: str
    mark: Mark


class Source(NamedTuple):
    """A work the story rests on; ``note`` says how to weigh it."""

    id: str
    author: str
    title: str
    year: str
    kind: str
    note: str
    mark: Mark
