"""The words of the terminal for packs: what extends a story, and is switched on and off."""

from collections.abc import Sequence

from game.terminal.words_school import SET_BY_SCHOOL

HEAD = (
    "Packs for this story. A pack adds scenes and choices to it; what was there stays as it was.",
    "A kept game says which packs it was played with. Where one is off, what was decided in it no "
    "longer fits; you are told so before you go on, and the whole game is kept beside it.",
)
BACK = "Back to the first page"
PROMPT = "Type the number of a pack to switch it on or off: "


def entry(on: Sequence[str]) -> str:
    """The line of the first page that leads to the packs."""
    if not on:
        return "Packs: add scenes and choices to this story"
    return f"Packs: this story with '{on[0]}'" if len(on) == 1 else f"Packs: {len(on)} are on"


def state(title: str, author: str, mistakes: int, *, is_on: bool, is_fixed: bool) -> str:
    """A pack in the list, by its title."""
    if mistakes and not is_on:
        said = "It cannot be switched on here; type its number to be told why."
    elif mistakes:
        count = "a mistake" if mistakes == 1 else f"{mistakes} mistakes"
        said = f"On, but left out: it has {count}."
    else:
        said = "On." if is_on else "Off."
    said = f"{said} {SET_BY_SCHOOL}" if is_fixed else said
    return f"'{title}', by {author}. {said}" if author else f"'{title}'. {said}"


def switched(title: str, *, is_on: bool) -> str:
    return f"'{title}' is {'on' if is_on else 'off'} now."


def not_kept(cause: str) -> str:
    return f"That cannot be written down ({cause}); it holds until you leave."
