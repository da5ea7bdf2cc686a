"""What the player may ask for at any time: the way so far, standing, power, the road."""

from collections.abc import Callable, Mapping

from game.play import labels, power, railway
from game.play.playthrough import Playthrough, Turn
from game.play.railway import Station
from game.terminal import show, words
from game.terminal.show import Paragraphs


def log(play: Playthrough) -> Paragraphs:
    """Return the decisions with their reasons, and the changes of mind."""
    if not play.turns and not play.taken_back:
        return (words.NO_LOG,)
    told = (f"{number}. {_turn(play, turn)}" for number, turn in enumerate(play.turns, 1))
    back = tuple(f"- {_taken_back(play, *each.decision)}" for each in play.taken_back)
    return f"{words.LOG}:", *told, *((f"{words.CHANGED_MIND}:", *back) if back else ())


def _turn(play: Playthrough, turn: Turn) -> str:
    title = play.story.scenes[turn.before.scene].title
    compared = turn.comparison
    reason = show.labelled(words.REASON, turn.decision.reason)
    parts = (
        f"{title}: {show.sentence(compared.chosen.text)}",
        labels.VERDICTS[compared.same],
        reason,
    )
    return " ".join(part for part in parts if part)


def _taken_back(play: Playthrough, scene: str, choice: str, reason: str) -> str:
    there = play.story.scenes[scene]
    text = next(each.text for each in there.choices if each.id == choice)
    return f"{there.title}: {show.sentence(text)} {show.labelled(words.REASON, reason)}"


def line(play: Playthrough, chapter: str = "") -> Paragraphs:
    """Return the railway in words, one station after another."""
    stations = railway.line(play, chapter)
    told = (f"{number}. {_station(station)}" for number, station in enumerate(stations, 1))
    return f"{words.LINE}:", *told, words.lately(*railway.lately(play))


def _station(station: Station) -> str:
    closed = "; ".join(text.rstrip(".") for text in station.closed)
    not_taken = f"{labels.NOT_TAKEN}: {closed}." if closed else ""
    parts = (f"{station.title}.", labels.VERDICTS[station.same], not_taken)
    return " ".join(part for part in parts if part)


def standing(play: Playthrough) -> Paragraphs:
    values = play.state.values
    told = (
        words.value(variable.label, values[name], variable.low, variable.high)
        for name, variable in play.story.variables.items()
        if variable.kind == "resource"
    )
    return f"{words.STANDING}:", *(f"- {each}" for each in told), *show.costs(play)


def power_now(play: Playthrough) -> Paragraphs:
    """Return the newest share of power, yours beside the record's."""
    shares = power.shares(play)
    if not play.story.contenders:
        return (words.NO_CONTENDERS,)
    if not shares:
        return (words.NO_POWER,)
    newest = shares[-1]
    told = [
        words.share(play.story.contenders[name].name, newest.yours[name], points)
        for name, points in newest.record.items()
    ]
    others = power.rest(newest.yours), power.rest(newest.record)
    told.append(words.share(labels.EVERYONE_ELSE.lower(), *others))
    title = play.story.scenes[newest.scene].title
    return words.power_after(title), *(f"- {each}" for each in told), labels.POWER_JUDGED


RECORDS: Mapping[str, Callable[[Playthrough], Paragraphs]] = {
    "log": log,
    "line": line,
    "standing": standing,
    "ledger": show.costs,
    "power": power_now,
}
