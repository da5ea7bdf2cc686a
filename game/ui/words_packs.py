"""The words for packs: what extends a story, and is switched on and off."""

from collections.abc import Sequence

from game.ui.words_school import SET_BY_SCHOOL

PACKS = "Packs for this story"
PACKS_ABOUT = "A pack adds scenes and choices to it. What was there stays as it was."
LEFT_OUT = "This pack is left out"
WHAT_IS_WRONG = "What is wrong with it"


def stories(on: Sequence[str]) -> str:
    """What stands beneath "Stories" on the title: what is added to this one, or can be."""
    if not on:
        return "Read another one, or add to this one"
    return f"This one with ‘{on[0]}’" if len(on) == 1 else f"This one with {len(on)} packs"


def state(author: str, mistakes: int, *, is_on: bool, is_fixed: bool) -> str:
    """What stands beneath the title of a pack."""
    if mistakes and not is_on:
        said = "It cannot be switched on here."
    elif mistakes:
        said = "On, but left out: it has a mistake." if mistakes == 1 else ""
        said = said or f"On, but left out: it has {mistakes} mistakes."
    elif is_fixed:
        said = f"{'On' if is_on else 'Off'}. {SET_BY_SCHOOL}"
    else:
        said = "On. Press to switch it off." if is_on else "Off. Press to switch it on."
    return f"{author}. {said}" if author else said


def left_out(titles: list[str]) -> str:
    """What is said where packs that are switched on have mistakes."""
    names = ", ".join(f"‘{title}’" for title in titles)
    has = "is left out, for it has mistakes" if len(titles) == 1 else "are left out, for mistakes"
    return f"{names} {has}. They are told under ‘Stories’."
