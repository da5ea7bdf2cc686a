"""The packs that can be laid on a story: listed, and switched by their numbers."""

from collections.abc import Sequence

from game.story.library import Shelved
from game.terminal import numbers, words, words_packs, words_school
from game.terminal.show import Paragraphs


def view(packs: Sequence[Shelved], *, is_fixed: bool) -> Paragraphs:
    """The list; ``is_fixed`` where a school has decided which are on."""
    told = (
        words_packs.state(
            shelved.pack.title,
            shelved.pack.author,
            len(shelved.problems),
            is_on=shelved.is_on,
            is_fixed=is_fixed,
        )
        for shelved in packs
    )
    return tuple(f"{number}. {text}" for number, text in enumerate((*told, words_packs.BACK), 1))


def answer(packs: Sequence[Shelved], line: str, *, is_fixed: bool) -> int | Paragraphs | None:
    """Return which pack is to be switched, or what to say; None leads back to the first page."""
    word = line.strip().casefold()
    number = len(packs) if word in ("", "back", "quit") else numbers.picked(word, len(packs) + 1)
    if number == len(packs):
        return None
    if word == "again":
        return view(packs, is_fixed=is_fixed)
    if number is None:
        return (words.choose_from(len(packs) + 1),)
    if is_fixed:
        return (words_school.SET_BY_SCHOOL,)
    return number if packs[number].can_be_switched else faults(packs[number])


def faults(shelved: Shelved) -> Paragraphs:
    """What is wrong with a pack, each with its line."""
    return tuple(
        f"{each.mark.file}, line {each.mark.line}: {each.message} {each.hint}"
        for each in shelved.problems
    )
