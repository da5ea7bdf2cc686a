"""Every mention names something that exists, or there is a problem at those very letters."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from game.story import misnamed
from game.story.model import Chapter, Scene
from game.story.page import Kind, Mention
from game.story.problem import Problem, nearest
from game.story.reader import ID
from game.story.rules import Variable

# Looking for what was meant takes time; a story with more mistakes gets no more guesses.
MOST_GUESSES = 200

# What else has a name of its own than its id.
_NAMED: Collection[Kind] = ("person", "term", "source")
NEW = "power-struggle new scene"
_WHERE: Mapping[Kind, str] = {
    "scene": "Write the name of a scene's file, without '.yaml'.",
    "onward": "Write the name of a scene. 'onward' is for what a pack puts behind a choice.",
    "person": "Add the person to people.yaml.",
    "term": "Add the term to glossary.yaml.",
    "source": "Add the source to sources.yaml.",
    "variable": "Add it to 'variables' in story.yaml.",
    "contender": "Add the contender to 'contenders' in story.yaml.",
    "section": "Add it to 'sections' in story.yaml.",
    "curriculum": "Add the tag and its label to 'curriculum' in story.yaml.",
}


def unknown(
    mentions: Collection[Mention],
    known: Mapping[Kind, Collection[str]],
    files: Mapping[str, str],
) -> Iterator[Problem]:
    """Yield a problem for each mention of nothing. A kind that is not in ``known`` is not judged,
    because the file that would say is broken itself. ``files`` have the name of a scene and a wrong
    ending.
    """  # fmt: skip
    guesses: dict[tuple[Kind, str], str] = {}
    for kind, name, mark in mentions:
        if not name or name in known.get(kind, (name,)):
            continue
        if (kind, name) not in guesses and len(guesses) < MOST_GUESSES:
            guesses[kind, name] = nearest(name, known[kind]) or _by_words(kind, name, known[kind])
        hint = guesses.get((kind, name)) or _WHERE[kind]
        if kind == "scene" and ID.fullmatch(name):
            hint = _made(name, guesses.get((kind, name), ""))
        if kind == "scene" and name in files:
            hint = f"There is a file '{files[name]}'. {misnamed.hint(files[name])}"
        what = "scene" if kind == "onward" else kind
        yield Problem(mark, f"unknown-{kind}", f"There is no {what} '{name}'.", hint)


def _by_words(kind: Kind, name: str, known: Collection[str]) -> str:
    """Whoever writes a title or a name in full means the id that has its words, or whose words it
    has: "My Life" is 'trotsky-my-life', and "Vladimir Lenin" is 'lenin'. Two such ids are no guess.
    """
    said = _words(name)
    if kind not in _NAMED or not said:
        return ""
    meant = [each for each in known if said <= _words(each) or set() < _words(each) <= said]
    where = _WHERE[kind]
    if len(meant) != 1:
        return ""
    return f"Did you mean '{meant[0]}'? If not, {where[0].lower()}{where[1:]}"


def _words(name: str) -> set[str]:
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return {*re.findall("[a-z]+", letters)}


def _made(scene: str, guess: str) -> str:
    """A scene that is not there may be a slip of the pen, or the next one to be written."""
    make = f"{guess} Or make it" if guess else "Make it"
    return f"{make}: {NEW} {scene}"


def chapter_starts(chapters: Collection[Chapter], scenes: Mapping[str, Scene]) -> Iterator[Problem]:
    for chapter in chapters:
        scene = scenes.get(chapter.start.id)
        if scene is not None and scene.chapter != chapter.id:
            message = f"'{scene.id}' is a scene of the chapter '{scene.chapter}'."
            hint = "A chapter starts with one of its own scenes."
            yield Problem(chapter.start.mark, "chapter-start", message, hint)


def falling_ledgers(
    scenes: Collection[Scene], variables: Mapping[str, Variable]
) -> Iterator[Problem]:
    """Yield a problem for each choice that takes something off a ledger."""
    ledgers = {name for name, variable in variables.items() if variable.kind == "ledger"}
    for scene in scenes:
        for choice in scene.choices:
            for effect in choice.effects:
                if effect.variable in ledgers and (effect.amount < 0 or not effect.relative):
                    message = f"'{effect.variable}' is a ledger: it can only rise."
                    hint = f"Write '{effect.variable}: +1', or leave it out."
                    yield Problem(effect.mark, "ledger-falls", message, hint)
