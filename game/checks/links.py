"""Whether people and words are explained where they first appear, and whether all are needed."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from game.checks.facts import Facts, advice
from game.story import markup, texts
from game.story.markup import LinkKind
from game.story.model import Scene, Story
from game.story.problem import Mark, Problem

_LEAST_LETTERS = 3
_FIRST_WORD = re.compile(r"\w+")
_PARENTHESES = re.compile(r"[()]")
_LINK = r"\[[^\[\]]+\]\((?:person|term):[a-z0-9-]+\)"


class _Entry(NamedTuple):
    """What a name may link to; two people may share one. ``rest`` finds it as a whole."""

    name: str
    kind: LinkKind
    ids: tuple[str, ...]
    rest: re.Pattern[str]


class _Names(NamedTuple):
    """The names by their first words, and what finds such words, or links and titles."""

    entries: Mapping[str, Sequence[_Entry]]
    pattern: re.Pattern[str]


def unlinked(facts: Facts) -> Iterator[Problem]:
    """Yield the people and words that a scene's text names before it links to them."""
    names = _names(facts.story)
    if not names.entries:
        return
    for scene in facts.story.scenes.values():
        yield from _unlinked(scene, names, facts)


def _names(story: Story) -> _Names:
    entries: dict[str, list[_Entry]] = {}
    for (kind, name), ids in _ids(story).items():
        first = _FIRST_WORD.match(name)
        if first and len(name) >= _LEAST_LETTERS and name != story.decides:
            # "Soviet Union" is another word than "Soviet".
            end = r"(?![\w-])" + (r"(?!\s+[A-Z])" if kind == "term" else "")
            rest = re.compile(r"\s+".join(map(re.escape, name.split())) + end)
            entries.setdefault(first[0], []).append(_Entry(name, kind, ids, rest))
    initials = "".join(sorted({re.escape(word[0]) for word in entries}))
    word = rf"(?<![\w-])(?P<word>[{initials}]\w*)" if initials else "(?!)(?P<word>)"
    return _Names(entries, re.compile(rf"(?P<link>{_LINK})|\*[^*\n]+\*|{word}"))


def _ids(story: Story) -> Mapping[tuple[LinkKind, str], tuple[str, ...]]:
    """Return what can be linked: a person by the last name, words as they are listed.

    "Vladimir Lenin (Ulyanov)" has two last names; who takes the decisions is nobody to look up.
    """
    found: dict[tuple[LinkKind, str], tuple[str, ...]] = {}
    for person in story.people.values():
        for name in {part.split()[-1] for part in _PARENTHESES.split(person.name) if part.strip()}:
            found["person", name] = (*found.get(("person", name), ()), person.id)
    for term in story.glossary.values():
        found["term", term.term] = (term.id,)
    return found


def _unlinked(scene: Scene, names: _Names, facts: Facts) -> Iterator[Problem]:
    text = scene.text.source
    done: set[tuple[LinkKind, str]] = set()
    for found in names.pattern.finditer(text):
        done.update(markup.targets(found["link"] or ""))
        for entry in names.entries.get(found["word"] or "", ()):
            keys = {(entry.kind, each) for each in entry.ids}
            if not keys & done and entry.rest.match(text, found.start()):
                done |= keys
                yield _without(entry, _line(text, found.start()), scene, facts)


def _without(entry: _Entry, line: str, scene: Scene, facts: Facts) -> Problem:
    message = f"'{entry.name}' is named here for the first time in this scene, without a link."
    hint = f"Write [{entry.name}]({entry.kind}:{entry.ids[0]})."
    return advice(facts.find(scene.text.mark, line), "unlinked", message, hint)


def _line(text: str, at: int) -> str:
    """Return a line from a letter on: so many letters are at one place only."""
    return text[at:].partition("\n")[0]


class _Listed(NamedTuple):
    """The marks of a list by id, those of them that the story uses, and how to use one."""

    what: str
    marks: Mapping[str, Mark]
    used: Collection[str]
    hint: Callable[[str], str]


def never_used(facts: Facts) -> Iterator[Problem]:
    """Yield for each list what in it nobody ever comes across."""
    story = facts.story
    if not story.people and not story.glossary and not story.sources:
        return
    linked = (text for text in texts.of_story(story) if "](" in text)
    targets = {target for text in linked for target in markup.targets(text)}
    speak = {adviser.who.id for scene in story.scenes.values() for adviser in scene.advisers}
    yield from _never(
        _Listed(
            "people",
            {person.id: person.mark for person in story.people.values()},
            {name for kind, name in targets if kind == "person"} | speak,
            lambda name: _to_link("named", story.people[name].name, f"person:{name}"),
        )
    )
    yield from _never(
        _Listed(
            "words",
            {term.id: term.mark for term in story.glossary.values()},
            {name for kind, name in targets if kind == "term"},
            lambda name: _to_link("used", story.glossary[name].term, f"term:{name}"),
        )
    )
    yield from _never(
        _Listed(
            "sources",
            {source.id: source.mark for source in story.sources.values()},
            {ref.id for scene in story.scenes.values() for ref in texts.sources(scene)},
            lambda _: "Name them in the 'sources' of what rests on them, or take them out.",
        )
    )


def _to_link(where: str, words: str, target: str) -> str:
    return f"Link to them where they are {where}, [{words}]({target}), or take them out."


def _never(listed: _Listed) -> Iterator[Problem]:
    """Yield one problem for each file: a pack's list is its own author's to mend."""
    unused: Sequence[str] = [name for name in listed.marks if name not in listed.used]
    for _, names in groupby(unused, lambda name: listed.marks[name].file):
        first, *others = names
        what = f"Nothing in the story leads to these {listed.what}: {', '.join((first, *others))}."
        yield advice(listed.marks[first], "never-used", what, listed.hint(first))
