"""Plans: files that say what a player does and what comes of it.

A line is a word, a colon and what it is about:

    story: two-nights      a folder of tests/stories; without this line, the shipped story
    begin: palace          begin at this scene
    choose: wait           take a choice
    record: palace         decide as in the record until this scene is open
    back: palace           take a decision back, which leads to this scene
    compare: same          the last comparison says "same", "other" or "none", or names the record's
    scene: palace          this scene is open now
    ending: home           this scene is open, and it is an ending
    set: army 2            a variable has this value now
    text: You waited.      a paragraph of the scene begins so
    locked: storm          a choice is shown and closed, with its reason
    hidden: secret         a choice is not shown

Every plan is played twice: once straight on, and once through a save after every step.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from game import paths
from game.play import save, state
from game.play.playthrough import NotOffered, Playthrough, begin
from game.story import markup
from game.story.load import load
from game.story.model import Story
from tests import write_plans

HERE = Path(__file__).parent
PLANS = sorted((HERE / "plans").glob("*.plan"))


@cache
def story(name: str) -> Story:
    loaded = load(HERE / "stories" / name if name else paths.story())
    assert loaded.story is not None, loaded.problems[:3]
    return loaded.story


def steps(plan: Path) -> Iterator[tuple[str, str]]:
    for line in plan.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            word, colon, about = line.partition(": ")
            assert colon, f"'{line}' has no colon"
            yield word, about.strip()


def compared(play: Playthrough, wanted: str) -> None:
    comparison = play.turns[-1].comparison
    if comparison.history is None:
        assert wanted == "none"
    elif wanted in ("same", "other"):
        assert comparison.same == (wanted == "same")
    else:
        assert comparison.historical is not None
        assert comparison.historical.id == wanted


def at_scene(play: Playthrough, wanted: str) -> None:
    assert play.scene.id == wanted


def at_ending(play: Playthrough, wanted: str) -> None:
    assert play.scene.id == wanted
    assert play.is_over


def valued(play: Playthrough, wanted: str) -> None:
    name, value = wanted.split()
    assert play.state.values[name] == int(value)


def told(play: Playthrough, wanted: str) -> None:
    texts = state.text(play.scene, play.state.values)
    parts = [part for text in texts for part in markup.plain(text).split("\n\n")]
    assert any(part.startswith(wanted) for part in parts), parts


def locked(play: Playthrough, wanted: str) -> None:
    (offer,) = [offer for offer in play.offers if offer.choice.id == wanted]
    assert not offer.is_open
    assert offer.choice.locked
    with pytest.raises(NotOffered):
        play.choose(wanted)


def hidden(play: Playthrough, wanted: str) -> None:
    assert wanted in [choice.id for choice in play.scene.choices]
    assert wanted not in [offer.choice.id for offer in play.offers]


CHECKS: dict[str, Callable[[Playthrough, str], None]] = {
    "compare": compared,
    "scene": at_scene,
    "ending": at_ending,
    "set": valued,
    "text": told,
    "locked": locked,
    "hidden": hidden,
}


def moved(play: Playthrough, word: str, about: str) -> Playthrough:
    """Return the playthrough after one line of a plan."""
    if word == "choose":
        return play.choose(about, f"Because of {about}.")
    if word == "back":
        play = play.undo()
        at_scene(play, about)
        return play
    if word == "record":
        return as_in_the_record(play, about)
    CHECKS[word](play, about)
    return play


def as_in_the_record(play: Playthrough, until: str) -> Playthrough:
    while play.scene.id != until:
        assert play.scene.history is not None, f"'{play.scene.id}' has no record"
        play = play.choose(play.scene.history.choice.id)
    return play


def saved(play: Playthrough) -> Playthrough:
    text = save.to_text(save.of(play))
    resumed = save.resume(play.story, save.from_text(text))
    assert resumed.sentence == ""
    assert resumed.play == play
    return resumed.play


def straight(play: Playthrough) -> Playthrough:
    return play


@pytest.mark.parametrize("between", [straight, saved])
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_plan(plan: Path, between: Callable[[Playthrough], Playthrough]) -> None:
    lines = list(steps(plan))
    head = dict(line for line in lines if line[0] in ("story", "begin"))
    play = begin(story(head.get("story", "")), head.get("begin", ""))
    for number, (word, about) in enumerate(lines):
        if word not in head:
            try:
                play = between(moved(play, word, about))
            except (AssertionError, NotOffered, ValueError) as wrong:
                message = f"{plan.name}, step {number + 1}, '{word}: {about}': {wrong}"
                raise AssertionError(message) from wrong


def test_the_historical_plan_is_what_he_did() -> None:
    play = begin(story(""))
    for word, about in steps(HERE / "plans" / "historical.plan"):
        if word == "choose":
            play = play.choose(about)
            assert play.turns[-1].comparison.same, about
    assert play.scene.ending is not None
    assert play.scene.ending.historical


def test_the_plans_of_endings_are_as_they_would_be_written_now() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in PLANS if is_made(path)}
    assert written == write_plans.plans(story("")), "run: python -m tests.write_plans"


def is_made(plan: Path) -> bool:
    return plan.name.startswith("ending-")
