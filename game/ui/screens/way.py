"""The reader's way from screen to screen: which place follows which, and what is always at hand."""

from dataclasses import replace
from pathlib import Path

from game.lab import lesson
from game.play import content, games, save, sittings, slots
from game.play.playthrough import Playthrough, begin
from game.story.model import Scene
from game.ui.screen import Deed, Desk, Go, Keep, Lay, Pop, Restart, Say, Settle, Step

# Places that are laid on any screen by the key of the same name.
ASIDE = frozenset(
    {"menu", "journal", "people", "help", "settings", "saves", "timeline", "railway", "hand-in"}
)
_ALWAYS = frozenset({"help", "settings"})
_OF_A_GAME = frozenset({"menu", "journal", "railway", "hand-in"})
# Places between a decision and the scene that it leads to.
_LOOKING_BACK = ("why", "comparison", "check", "chapter-end")

_AUTOSAVE = slots.autosave(Path()).name
_BY_ITSELF = (_AUTOSAVE, slots.quick(Path()).name)


def decide(play: Playthrough, choice: str, desk: Desk) -> Step:
    """Take a decision, write it down at once, and go where the reader sees what follows from it."""
    longer = play.choose(choice)
    place = "why" if desk.settings.ask_reason else "comparison"
    return go(place, longer)


def go(place: str, play: Playthrough) -> Step:
    """Go to a place of the story and remember that the reader is there."""
    return Step(Go(place, play), (Keep(play, place),))


def begun(desk: Desk, scene: str = "") -> Step:
    """Begin a new game; where a school wants to know who plays, that is asked first."""
    asks = desk.lab.lesson.name in ("asked", "required") and not desk.settings.name
    scene = scene or lesson.first(desk.lab.lesson, desk.story)
    return Step(Lay(f"name/{scene}")) if asks else begun_at(scene, desk)


def begun_at(scene: str, desk: Desk) -> Step:
    """Begin a new game. One that was only kept by itself is kept in a place of its own first."""
    play = games.named(begin(desk.story, scene))
    return Step(Restart("opening", play), (*_set_aside(desk), Keep(play, "opening")))


def _set_aside(desk: Desk) -> tuple[Deed, ...]:
    kept = {slot.path.name: slot.save for slot in desk.slots if slot.save is not None}
    last = kept.pop(_AUTOSAVE, None)
    if last is None or not last.decisions:
        return ()
    if any(other.decisions == last.decisions for other in kept.values()):
        return ()
    # As it is, for not all of it may fit the story just now.
    return (Keep(save.resume(desk.story, last).play, last.place, "aside", last),)


def resumed(desk: Desk, game: save.Save, sentence: str = "") -> Step:
    """Go to the place where a kept game was, and say what of it no longer fits the story."""
    found = save.resume(desk.story, game)
    said = " ".join(part for part in (sentence, found.sentence) if part)
    place = game.place if not found.sentence else arrival(found.play, desk)
    # Whoever comes back is not told at once that they may stop.
    place = "opening" if place == "sitting" else place
    deeds = _spared(desk, game) if len(found.play.turns) < len(game.decisions) else ()
    return Step(Restart(place, found.play), (*deeds, Say(said)) if said else deeds)


def _spared(desk: Desk, game: save.Save) -> tuple[Deed, ...]:
    """Keep a game of which not all fits in a place of its own: the autosave will be of the rest."""
    own = (slot.save for slot in desk.slots if slot.path.name not in _BY_ITSELF)
    if any(other is not None and other.decisions == game.decisions for other in own):
        return ()
    return (Keep(begin(desk.story), game.place, "aside", game),)


def after(place: str, play: Playthrough, desk: Desk) -> str:
    """The place that follows; where a lesson is over, what the story would go on with does not."""
    found = _after(place, play, desk)
    leads_on = found.partition("/")[0] not in _LOOKING_BACK
    if leads_on and not place.startswith("opening") and lesson.is_over(desk.lab.lesson, play):
        return "lesson-end"
    return found


def _after(place: str, play: Playthrough, desk: Desk) -> str:
    """Why, comparison, source checks, the end of a chapter or sitting, the next scene."""
    kind, _, number = place.partition("/")
    scene = play.left
    checks = len(scene.source_checks)
    if kind == "why":
        return "comparison"
    if kind in ("comparison", "check"):
        following = int(number or 0) + 1 if kind == "check" else 0
        if following < checks:
            return f"check/{following}"
        if play.turns and scene.chapter != play.scene.chapter:
            return "chapter-end"
        return "sitting" if sittings.divides(play.story, play.scene) else arrival(play, desk)
    if kind == "chapter-end":
        return "ending" if play.is_over else "opening"
    return arrival(play, desk) if kind in ("opening", "sitting") else "scene/0"


def scene_at(place: str, play: Playthrough) -> Scene:
    """The scene that a place is about; after a decision it is still the one it was taken in."""
    return play.left if place.partition("/")[0] in _LOOKING_BACK else play.scene


def closes(play: Playthrough) -> bool:
    """Whether a chapter ends with the story itself: then its page comes after the ending."""
    return play.is_over and bool(play.turns) and play.left.chapter == play.scene.chapter


def finished(desk: Desk) -> Step:
    """The book is closed; what has been read to an end once is remembered."""
    return Step(Restart("title"), (Settle(replace(desk.settings, finished=True)),))


def before_end(play: Playthrough) -> str:
    """The place before a chapter's end."""
    if closes(play):
        return "ending/99"
    checks = len(play.left.source_checks)
    return f"check/{checks - 1}" if checks else "comparison"


def behind(play: Playthrough) -> Step:
    """Back from a scene: to the leaf before it, where a chapter or sitting begins with it.

    From any other the way back is to take back the last decision, which is asked about.
    """
    if not play.turns:
        return Step()
    if play.left.chapter != play.scene.chapter:
        return go("opening", play)
    if sittings.divides(play.story, play.scene):
        return go("sitting", play)
    return Step(Lay("take-back", play))


def arrival(play: Playthrough, desk: Desk) -> str:
    """How a scene begins: with its content note where it has one, as an ending where it is one."""
    if play.is_over:
        return "ending"
    is_for_all = desk.lab.lesson.content == "summaries" and content.can_pass_over(play.scene)
    if is_for_all or content.is_passed_over(play):
        return "brief"
    return "content" if play.scene.content and desk.settings.content_notes else "scene/0"


def elsewhere(key: str, play: Playthrough | None, desk: Desk) -> Step:
    """What the same keys do on every screen: tabs, and links to people and words."""
    kind, _, name = key.partition(":")
    if kind in ("person", "term") and name in _known(kind, desk):
        return Step(Lay(f"{kind}/{name}", play))
    if key in ASIDE and _is_there(key, play, desk):
        return Step(Lay(key, play))
    return Step(Pop()) if key == "close" else Step()


def looking_back(key: str, play: Playthrough, desk: Desk) -> Step:
    """The same on a screen about the last decision: the menu keeps the picture of its scene."""
    step = elsewhere(key, play, desk)
    return Step(Lay("menu/last", play)) if step.move == Lay("menu", play) else step


def _is_there(place: str, play: Playthrough | None, desk: Desk) -> bool:
    """Whether a place has anything to show: most need a story, some a game."""
    if not desk.story.scenes:
        return place in _ALWAYS
    return play is not None or place not in _OF_A_GAME


def _known(kind: str, desk: Desk) -> frozenset[str]:
    return frozenset(desk.story.people if kind == "person" else desk.story.glossary)
