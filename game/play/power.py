"""How power stood between the contenders after each scene: the player's beside the record's."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from game.play.playthrough import Playthrough

# What a scene gives its contenders is of this; what they leave belongs to everyone else.
WHOLE = 100


class Share(NamedTuple):
    """Points after one scene; both mappings have the same names and the same sum."""

    scene: str
    record: Mapping[str, int]
    yours: Mapping[str, int]


def shares(play: Playthrough) -> tuple[Share, ...]:
    """Return one share for every turn whose scene says how power stood."""
    shift: Counter[str] = Counter()
    found = []
    for turn in play.turns:
        shift.update(turn.comparison.chosen.shift)
        record = play.story.scenes[turn.before.scene].power
        if record:
            found.append(Share(turn.before.scene, record, shifted(record, shift)))
    return tuple(found)


def shifted(record: Mapping[str, int], shift: Mapping[str, int]) -> Mapping[str, int]:
    """Move points away from the record's: who gains takes from those whom no choice has moved."""
    total = sum(record.values())
    moved = {
        name: max(0, points + shift[name]) for name, points in record.items() if shift.get(name)
    }
    others = {name: points for name, points in record.items() if name not in moved}
    left = total - sum(moved.values())
    if left >= 0 and sum(others.values()) > 0:
        both: Mapping[str, int] = {**moved, **divided(others, left)}
    elif sum(moved.values()) > 0:
        both = {**dict.fromkeys(others, 0), **divided(moved, total)}
    else:
        both = record
    return {name: both[name] for name in record}


def rest(row: Mapping[str, int]) -> int:
    """Return what everyone else had, who is no contender."""
    return max(0, WHOLE - sum(row.values()))


def divided(weights: Mapping[str, int], total: int) -> Mapping[str, int]:
    """Divide whole points in proportion; what is left over goes to the largest remainders."""
    whole = sum(weights.values())
    given = {name: total * weight // whole for name, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda name: -(total * weights[name] % whole))
    for name in by_remainder[: total - sum(given.values())]:
        given[name] += 1
    return given
