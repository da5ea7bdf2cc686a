"""People and words, looked up by any part of their name."""

import unicodedata
from collections.abc import Iterator

from game.play import state
from game.play.playthrough import Playthrough
from game.story import markup
from game.story.lists import Person, Term
from game.story.model import Story
from game.story.problem import nearest
from game.terminal import words

_MOST = 5


def find(story: Story, query: str) -> tuple[str, ...]:
    """Return what a query may mean, the best first."""
    wanted = folded(query)
    found = [
        (rank, text)
        for names, text in _entries(story)
        if (rank := min(_rank(wanted, folded(name)) for name in names)) < 3
    ]
    found.sort(key=lambda entry: entry[0])
    if not found:
        known = (name for names, _ in _entries(story) for name in names)
        return (words.nobody(query, nearest(query, known)),)
    best = found[0][0]
    return tuple(text for rank, text in found if rank == best or best > 0)[:_MOST]


def here(play: Playthrough) -> tuple[str, ...]:
    """Return the people and words that the text of this scene links to."""
    story = play.story
    links = (
        link for part in state.text(play.scene, play.state.values) for link in markup.links(part)
    )
    names = dict.fromkeys(
        story.people[link.id].name if link.kind == "person" else story.glossary[link.id].term
        for link in links
    )
    if not names:
        return (words.look_up(example(story)),)
    return (f"{words.LOOK_UP}: {', '.join(names)}.",)


def example(story: Story) -> str:
    """Something that can be looked up in this story; "" where it explains nothing."""
    return next((names[0] for names, _ in _entries(story)), "")


def folded(text: str) -> str:
    """Return text in small letters without accents, so that 'Vacietis' finds Vācietis."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(letters.replace("-", " ").split())


def _entries(story: Story) -> Iterator[tuple[tuple[str, str], str]]:
    for person in story.people.values():
        yield (person.id, person.name), _person(person)
    for term in story.glossary.values():
        yield (term.id, term.term), _term(term)


def _rank(wanted: str, name: str) -> int:
    if wanted == name:
        return 0
    if wanted in name.split():
        return 1
    return 2 if wanted and wanted in name else 3


def _person(person: Person) -> str:
    says = f"say {person.says}" if person.says else ""
    head = ", ".join(part for part in (person.name, says, person.dates) if part)
    return " ".join(
        part for part in (f"{head}.", f"{person.role}." if person.role else "", person.text) if part
    )


def _term(term: Term) -> str:
    return f"{term.term}: {term.text}"
