"""What a school decides holds in the terminal too: lessons, names, reasons, seats, a kiosk."""

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from game import cli, paths
from game.commands import hearing
from game.lab import read, share
from game.lab.lab import Kiosk, Lab, Lesson
from game.play import save, slots
from game.play.playthrough import Playthrough
from game.report import bundle
from game.story.load import load
from game.story.model import Story
from game.terminal import converse, title, words, words_school
from game.terminal.converse import Terminal
from game.terminal.house import House

NIGHTS = Path(__file__).parent / "stories" / "two-nights"
TO_PALACE = ["1", "", "2", "2", "Hm.", "", "", "", ""]
OPEN = Lesson()


@pytest.fixture(scope="module")
def story() -> Story:
    loaded = load(NIGHTS)
    assert loaded.story is not None
    return loaded.story


class Room:
    """A terminal of a school, with a pupil whose lines are known."""

    def __init__(self, story: Story, data: Path, house: House) -> None:
        self.story, self.house = story, house
        self.saves = slots.folder(data, story.id)
        self.handed: list[tuple[Playthrough, str]] = []
        self.left: list[str] = []

    def hears(self, *lines: str, name: str = "") -> str:
        told: list[str] = []
        rest = iter(lines)
        terminal = Terminal(
            lambda _: next(rest, None), told.append, house=self.house, hand_in=self._hand_in
        )
        opened = converse.open_title(
            title.title(self.story, self.saves, self.house.lab.lesson), terminal
        )
        if isinstance(opened, title.Opened):
            known = converse.named(terminal, name, is_new=opened.is_new)
            if known is not None:
                converse.converse(opened, terminal, converse.keeper(opened, self.saves, known))
        self.left = list(rest)
        return "\n".join(told)

    def _hand_in(self, play: Playthrough, name: str) -> str:
        self.handed.append((play, name))
        return "It is handed in."

    @property
    def kept(self) -> save.Save:
        return save.read(slots.autosave(self.saves)).save


def room(story: Story, data: Path, **lab: object) -> Room:
    return Room(story, data, House(Lab(**lab)))  # type: ignore[arg-type] # by name, in tests


def test_a_lesson_offers_only_its_own_chapters(story: Story, tmp_path: Path) -> None:
    told = room(story, tmp_path, lesson=Lesson(chapters=("1",))).hears()
    assert "After" not in told
    told = room(story, tmp_path, lesson=Lesson(chapters=("2",))).hears("1")
    assert "Chapter 2: After." in told


def test_a_lesson_begins_where_the_teacher_says(story: Story, tmp_path: Path) -> None:
    room(story, tmp_path, lesson=Lesson(first="palace")).hears("1", "", "", "2")
    found = save.read(slots.autosave(slots.folder(tmp_path, story.id))).save
    assert found.origin == "palace"


def test_a_lesson_is_over_after_its_last_scene(story: Story, tmp_path: Path) -> None:
    here = room(story, tmp_path, lesson=Lesson(last="corridor"))
    told = here.hears(*TO_PALACE, "1", "log", "hand in", "quit")
    assert "The lesson ends here." in told
    assert "The palace is dark." not in told
    assert len(here.kept.decisions) == 1
    assert len(here.handed) == 1
    assert "It is handed in." in told
    again = here.hears("1", "back")
    assert "The lesson ends here." in again
    assert words.TAKEN_BACK in again


def test_a_required_reason_is_waited_for(story: Story, tmp_path: Path) -> None:
    here = room(story, tmp_path, lesson=Lesson(reason="required"))
    told = here.hears("1", "", "2", "2", "", "   ", "I had to.")
    assert told.count(words_school.REASON_NEEDED) == 2
    assert here.kept.decisions[0].reason == "I had to."


@pytest.mark.parametrize(
    ("wanted", "known", "lines", "name"),
    [
        ("open", "", TO_PALACE, ""),
        ("open", "Anna", TO_PALACE, "Anna"),
        ("asked", "", ["1", "Надя", *TO_PALACE[1:]], "Надя"),
        ("asked", "", ["1", "", *TO_PALACE[1:]], ""),
        ("asked", "Anna", TO_PALACE, "Anna"),
        ("required", "", ["1", "", " ", "7", *TO_PALACE[1:]], "7"),
        ("never", "Anna", TO_PALACE, ""),
    ],
)
def test_names_are_asked_for_as_a_teacher_wants(
    story: Story, tmp_path: Path, wanted: str, known: str, lines: list[str], name: str
) -> None:
    here = room(story, tmp_path, lesson=Lesson(name=wanted))  # type: ignore[arg-type]
    here.hears(*lines, name=known)
    assert here.kept.name == name
    assert len(here.kept.decisions) == 1


def test_scenes_with_a_note_are_only_summed_up(story: Story, tmp_path: Path) -> None:
    told = room(story, tmp_path, lesson=Lesson(content="summaries")).hears(*TO_PALACE)
    assert "A palace is taken." in told
    assert "The palace is dark." not in told


def test_settings_of_the_window_hold(story: Story, tmp_path: Path) -> None:
    here = Room(story, tmp_path, House(asks_reason=False, content_notes=False, is_easy_locked=True))
    told = here.hears("1", "", "easy", "2", "2", "", "", "", "")
    assert words.WHY not in told
    assert words.NOTE not in told
    assert "The palace is dark." in told
    assert words_school.SET_BY_SCHOOL in told


def test_a_kiosk_is_left_with_the_code_only(story: Story, tmp_path: Path) -> None:
    here = room(story, tmp_path, kiosk=Kiosk(is_on=True, code="1917"))
    told = here.hears("quit", "1918", "1", "", "quit", "", "2", "quit", "1917", "never heard")
    assert told.count(words_school.NOT_THE_CODE) == 1
    assert here.left == ["never heard"]


def test_a_kiosk_without_a_code_is_never_left(story: Story, tmp_path: Path) -> None:
    here = room(story, tmp_path, kiosk=Kiosk(is_on=True))
    here.hears("quit", "", "quit", "1917", "1", "", "quit", "x")
    assert here.left == []


@pytest.mark.parametrize("typed", ["hand in", "Hand in", " HAND  IN "])
def test_what_was_decided_can_be_handed_in(story: Story, tmp_path: Path, typed: str) -> None:
    here = Room(story, tmp_path, House())
    assert words_school.NOTHING_TO_HAND_IN in here.hears("1", "", typed)
    assert "It is handed in." in here.hears(*TO_PALACE, typed, name="Anna")
    play, name = here.handed[0]
    assert (name, play.turns[0].decision.reason) == ("Anna", "Hm.")


def test_handing_in_is_offered_at_a_chapters_end_and_in_the_help(
    story: Story, tmp_path: Path
) -> None:
    here = Room(story, tmp_path, House())
    assert words_school.HAND_IN_HELP in here.hears("1", "", "help")
    end = ["1", "", "1", "1", *[""] * 5, "1", "", "", ""]
    assert words_school.HAND_IN_HINT in here.hears(*end)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "program"
    found.mkdir()
    monkeypatch.setattr(paths, "beside", lambda: found)
    return found


def test_every_seat_has_its_own_games_and_hands_in(
    program: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (program / read.FILE).write_text("seats: 24\nhand_in: ../in/{seat}\n", encoding="utf-8")
    typed(monkeypatch, "0\n25\n7\n" + "\n".join(TO_PALACE) + "\nhand in\n")
    assert cli.main(["text", "--story", str(NIGHTS), "--data", str(tmp_path / "data")]) == 0
    assert "Handed in. It lies in the folder of your school." in capsys.readouterr().out
    page = next((tmp_path / "in" / "7").glob("Seat 7-*.html"))
    assert bundle.read(page).decisions[0].reason == "Hm."
    saves = slots.folder(tmp_path / "data" / "seats" / "7", "two-nights")
    assert save.read(slots.autosave(saves)).save.name == "Seat 7"


def test_what_is_played_comes_to_the_share(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("POWER_STRUGGLE_DATA")
    for name in ("XDG_DATA_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    # Only what is asked for is waited for, and that as long as it takes.
    monkeypatch.setattr(share.Share, "close", lambda far, _=0: far.wait(60))
    (program / read.FILE).write_text("data: ../share\n", encoding="utf-8")
    typed(monkeypatch, "\n".join(TO_PALACE))
    assert cli.main(["text", "--story", str(NIGHTS)]) == 0
    there = save.read(slots.autosave(slots.folder(tmp_path / "share", "two-nights")))
    assert [each.choice for each in there.save.decisions] == ["wait"]


LOCKED: Mapping[str, tuple[list[str], str]] = {
    "locked: {reading: easy}\n": ([], "It is loud here."),
    "usual: {reading: easy}\n": ([], "It is loud here."),
    "locked: {reading: full}\n": (["--easy"], "Everyone is waiting."),
}


@pytest.mark.parametrize("lab", LOCKED)
def test_how_a_scene_is_read_is_as_the_school_says(
    program: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lab: str,
) -> None:
    options, expected = LOCKED[lab]
    (program / read.FILE).write_text(lab, encoding="utf-8")
    typed(monkeypatch, "\n")
    story = ["text", "--story", str(NIGHTS), "--data", str(tmp_path / "data")]
    assert cli.main([*story, "--scene", "corridor", *options]) == 0
    assert expected in capsys.readouterr().out


class Keyboard(io.StringIO):
    """A terminal, at which somebody presses Ctrl-C, Ctrl-D, and then types."""

    def isatty(self) -> bool:
        return True


def test_ctrl_c_and_ctrl_d_do_not_end_a_kiosk(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: Iterator[type[BaseException]] = iter([KeyboardInterrupt, EOFError])

    def ask(_: str) -> str:
        for found in pressed:
            raise found
        return "here"

    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr("builtins.input", ask)
    assert hearing.of(Lab(kiosk=Kiosk(is_on=True)))("> ") == "here"
    assert hearing.of(Lab()) is hearing.hear


def test_a_terminal_that_is_closed_ends_a_kiosk_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr("builtins.input", gone)
    assert hearing.of(Lab(kiosk=Kiosk(is_on=True)))("> ") is None
