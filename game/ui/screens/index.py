"""Every place of the book by name, and the screen that shows it."""

from collections.abc import Callable, Mapping

from game.play.playthrough import Playthrough
from game.ui.screen import Desk, Screen
from game.ui.screens import question
from game.ui.screens.card import CardScreen
from game.ui.screens.chapter_end import ChapterEndScreen
from game.ui.screens.chapters import ChaptersScreen, RailwayScreen
from game.ui.screens.check import CheckScreen
from game.ui.screens.comparison import ComparisonScreen
from game.ui.screens.ending import EndingScreen
from game.ui.screens.handin import HandInScreen
from game.ui.screens.help import HelpScreen
from game.ui.screens.journal import JournalScreen
from game.ui.screens.leaving import LeavingScreen
from game.ui.screens.menu import MenuScreen, TakeBackScreen
from game.ui.screens.opening import ContentScreen, OpeningScreen
from game.ui.screens.people import PeopleScreen
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.question import QuestionScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.scene import SceneScreen
from game.ui.screens.school import LeaveScreen, LessonEndScreen, SeatsScreen
from game.ui.screens.settings import NameScreen, SettingsScreen
from game.ui.screens.sitting import SittingScreen
from game.ui.screens.stories import StoriesScreen
from game.ui.screens.title import TitleScreen
from game.ui.screens.why import WhyScreen

_Made = Callable[[Playthrough, str], Screen]
_Free = Callable[[Playthrough | None, str, Desk], Screen]


def _number(rest: str) -> int:
    return int(rest) if rest.isdecimal() and len(rest) < 5 else 0


def _question(play: Playthrough, rest: str) -> Screen:
    return _asked(play, f"question/{rest}", f"chapter-end/at-{rest.rpartition('/')[2]}")


def _before(play: Playthrough, rest: str) -> Screen:
    scene, _, back = rest.partition("/")
    return _asked(play, f"before/{scene}", back)


def _after(play: Playthrough, rest: str) -> Screen:
    scene, _, back = rest.partition("/")
    return _asked(play, f"after/{scene}", back)


def _asked(play: Playthrough, note: str, back: str) -> Screen:
    asked = question.find(play.story, note)
    return _here(play) if asked is None else QuestionScreen.of(play, asked, back)


def _faults(number: int, desk: Desk) -> Screen:
    """What is wrong with a pack, by its number in the list of stories."""
    for _, _, problems, lines in desk.packs[number - 1 : number]:
        return ProblemsScreen(problems, lines, is_laid=True)
    return TitleScreen()


def _here(play: Playthrough) -> Screen:
    return EndingScreen(play) if play.is_over else SceneScreen(play)


# A place is written "name" or "name/rest"; it is also what a save keeps to resume exactly there.
_PLAYED: Mapping[str, _Made] = {
    "scene": lambda play, rest: SceneScreen(play, _number(rest)),
    "brief": lambda play, rest: SceneScreen(play, _number(rest), brief=True),
    "before": _before,
    "opening": lambda play, rest: OpeningScreen(play, _number(rest)),
    "content": lambda play, _: ContentScreen(play),
    "ending": lambda play, rest: EndingScreen(play, _number(rest)),
    "menu": lambda play, rest: MenuScreen(play, looks_back=rest == "last"),
    "railway": lambda play, _: RailwayScreen(play),
    "journal": lambda play, _: JournalScreen(play),
    "hand-in": lambda play, _: HandInScreen(play),
}
# These look back at the last decision.
_DECIDED: Mapping[str, _Made] = {
    "why": lambda play, _: WhyScreen.of(play),
    "comparison": lambda play, rest: ComparisonScreen(play, _number(rest)),
    "check": lambda play, rest: CheckScreen(play, _number(rest)),
    "chapter-end": lambda play, rest: ChapterEndScreen(
        play, _number(rest), f"question:{rest[3:]}" if rest.startswith("at-") else ""
    ),
    "question": _question,
    "after": _after,
    "sitting": lambda play, rest: SittingScreen.of(play, _number(rest)),
    "take-back": lambda play, _: TakeBackScreen(play),
    "lesson-end": lambda play, _: LessonEndScreen(play),
}
# These can be looked at before the story begins, from the title.
_FREE: Mapping[str, _Free] = {
    "chapters": lambda _, rest, desk: ChaptersScreen.of(desk, _number(rest)),
    "faults": lambda _, rest, desk: _faults(_number(rest), desk),
    "stories": lambda _, __, ___: StoriesScreen(),
    "people": lambda play, _, __: PeopleScreen(play),
    "timeline": lambda play, _, __: PeopleScreen(play, "dates"),
    "person": lambda play, rest, _: CardScreen(f"person:{rest}", play),
    "term": lambda play, rest, _: CardScreen(f"term:{rest}", play),
    "settings": lambda play, _, __: SettingsScreen(play),
    "name": lambda _, rest, desk: NameScreen.of(desk.settings, rest),
    "saves": lambda play, _, __: SavesScreen(play),
    "help": lambda play, _, __: HelpScreen(play),
    "leave": lambda _, __, desk: LeaveScreen() if desk.lab.kiosk.is_on else LeavingScreen(),
    "seats": lambda _, rest, __: SeatsScreen(_number(rest)),
}


def build(place: str, play: Playthrough | None, desk: Desk) -> Screen:
    """The screen of a place. One that a playthrough has not reached becomes where it is."""
    name, _, rest = place.partition("/")
    if name in _FREE:
        return _FREE[name](play, rest, desk)
    if play is None:
        return TitleScreen()
    if name in _DECIDED and play.turns:
        return _DECIDED[name](play, rest)
    if name in _PLAYED and not (play.is_over and name in ("scene", "brief", "content")):
        return _PLAYED[name](play, rest)
    return _here(play)
