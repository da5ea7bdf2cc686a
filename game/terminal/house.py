"""What holds in this house: the lesson of a school, and the settings that are about reading."""

from dataclasses import dataclass, replace

from game.lab import lesson
from game.lab.lab import AS_IT_CAME, Lab
from game.terminal import talk, words_school
from game.terminal.talk import Reply, Talk

# Moments at which the story itself goes on.
_ON = ("chapter", "sitting", "note", "scene")


@dataclass(frozen=True, slots=True)
class House:
    """``is_easy_locked``: whether short sentences are read is not for the pupil to decide."""

    lab: Lab = AS_IT_CAME
    asks_reason: bool = True
    content_notes: bool = True
    is_easy_locked: bool = False


HOME = House()


def answer(house: House, now: Talk, typed: str) -> Reply:
    """Return where what was typed leads, as this house allows it."""
    reply = talk.answer(now, typed)
    if reply.deed in ("easy", "full") and house.is_easy_locked:
        return Reply(now, (words_school.SET_BY_SCHOOL,), shows=False)
    if _lacks_reason(house, now, reply.talk):
        return Reply(now, (words_school.REASON_NEEDED,), shows=False)
    return reply._replace(talk=settled(house, reply.talk))


def settled(house: House, now: Talk) -> Talk:
    """Pass over what is not wanted here; where the lesson is over, it is over."""
    if now.at in _ON and lesson.is_over(house.lab.lesson, now.play):
        return Talk(now.play, "over")
    if now.at == "why" and not house.asks_reason:
        return Talk(now.play, "comparison")
    if now.at == "note":
        return _noted(house, now)
    return now


def _noted(house: House, now: Talk) -> Talk:
    if house.lab.lesson.content == "summaries" and now.play.scene.summary:
        return replace(now, at="scene", brief=True)
    return now if house.content_notes else replace(now, at="scene")


def _lacks_reason(house: House, before: Talk, after: Talk) -> bool:
    if house.lab.lesson.reason != "required" or before.at != "why" or after.at != "comparison":
        return False
    return not after.play.turns[-1].decision.reason
