"""The decisions of a class as a table for a spreadsheet: one row for each, in UTF-8."""

import csv
import io
from collections.abc import Iterable, Iterator

from game.report import words
from game.report.tally import Pupil

# What a spreadsheet would take for a formula, and run.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def table(those: Iterable[Pupil]) -> str:
    """The text of a .csv file; the mark in front tells spreadsheets that it is UTF-8."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(words.ROW_HEADS)
    for pupil in those:
        for row in _rows(pupil):
            writer.writerow(map(_harmless, row))
    return "\ufeff" + made.getvalue()


def _rows(pupil: Pupil) -> Iterator[tuple[str, ...]]:
    play = pupil.play
    for number, turn in enumerate(play.turns, 1):
        scene = play.story.scenes[turn.before.scene]
        back = sum(each.decision.scene == scene.id for each in play.taken_back)
        yield (
            pupil.who,
            str(number),
            play.story.chapters[scene.chapter].title,
            scene.title,
            turn.comparison.chosen.text,
            turn.decision.reason,
            words.way(turn.comparison.same),
            str(back),
        )


def _harmless(text: str) -> str:
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return f"'{whole}" if whole.startswith(_FORMULAS) else whole
