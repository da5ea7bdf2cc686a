"""Writes a plan for every ending of the shipped story: ``python -m tests.write_plans``."""

from collections.abc import Mapping
from pathlib import Path

from game import paths
from game.play.playthrough import Decision
from game.play.record import follow
from game.play.ways import Way, ways
from game.story.load import load
from game.story.model import Story

PLANS = Path(__file__).parent / "plans"
MADE = "# Written by 'python -m tests.write_plans'; do not change it by hand.\n"


def plans(story: Story) -> Mapping[str, str]:
    """Return the text of a plan for each ending but the record's, by the names of the files."""
    last = follow(story).last.scene
    return {
        f"ending-{ending}.plan": plan(story, ending, way)
        for ending, way in ways(story).items()
        if ending != last
    }


def plan(story: Story, ending: str, way: Way) -> str:
    count = len(way.departures)
    many = "one decision" if count == 1 else f"{count} decisions"
    lines = [f"# {story.scenes[ending].title}: {many} other than the record's.\n"]
    for number, decision in enumerate(way.decisions):
        if _is_named(story, decision):
            if number and not _is_named(story, way.decisions[number - 1]):
                lines.append(f"record: {decision.scene}\n")
            lines.append(f"scene: {decision.scene}\nchoose: {decision.choice}\n")
    if not _is_named(story, way.decisions[-1]):
        lines.append(f"record: {ending}\n")
    return "".join((MADE, *lines, f"ending: {ending}\n"))


def _is_named(story: Story, decision: Decision) -> bool:
    """Whether a plan has to say what is chosen: where it is not the record's, or there is none."""
    history = story.scenes[decision.scene].history
    return history is None or history.choice.id != decision.choice


def main() -> None:
    story = load(paths.story()).story
    if story is None:
        message = "The story has mistakes; 'power-struggle check' names them."
        raise SystemExit(message)
    for old in PLANS.glob("ending-*.plan"):
        old.unlink()
    for name, text in plans(story).items():
        (PLANS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
