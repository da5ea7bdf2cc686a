"""What the reader's hands do, in terms of a view: which box is pressed, where the focus goes."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import pygame

from game.ui import boxes, keys
from game.ui.boxes import View
from game.ui.editor import Editor, Move

Command = Literal["", "fullscreen", "hide", "picture", "keep", "fetch", "mute"]


class Act(NamedTuple):
    """Press the box of a key, put the focus on one, or a command of the window itself."""

    press: str = ""
    focus: str = ""
    command: Command = ""


_COMMANDS: Mapping[int, Command] = {
    pygame.K_h: "hide",
    pygame.K_s: "picture",
    pygame.K_F5: "keep",
    pygame.K_F9: "fetch",
    pygame.K_n: "mute",
}


def key(event: pygame.Event, view: View, focus: str, *, is_writing: bool) -> Act:
    """What a key means. While the reader writes, letters and digits are letters and digits."""
    if keys.is_fullscreen(event):
        return Act(command="fullscreen")
    if event.key == pygame.K_TAB:
        return Act(focus=boxes.step(view, focus, -1 if event.mod & pygame.KMOD_SHIFT else 1))
    turned = {
        pygame.K_ESCAPE: view.escape,
        pygame.K_PAGEDOWN: view.forward,
        pygame.K_PAGEUP: view.earlier,
    }
    if event.key in turned:
        return Act(press=turned[event.key])
    if event.key in keys.PRESS and not (is_writing and event.key == pygame.K_SPACE):
        return _enter(view, focus, is_writing=is_writing)
    return _outside(event) if is_writing else _letter(event, view, focus)


def _enter(view: View, focus: str, *, is_writing: bool) -> Act:
    found = view.find(focus)
    if found is not None and not found.is_closed and not (is_writing and found.role == "entry"):
        return Act(press=focus)
    if view.onward:
        return Act(press=view.onward)
    return Act(focus=boxes.step(view, "", 1))


def _outside(event: pygame.Event) -> Act:
    """Function keys work even while the reader writes."""
    return Act(press=keys.PLACES.get(event.key, "")) if event.key >= pygame.K_F1 else Act()


def _letter(event: pygame.Event, view: View, focus: str) -> Act:
    chosen = view.shortcut(keys.digit(event.scancode))
    if chosen:
        return Act(press=chosen)
    if event.key == pygame.K_BACKSPACE:
        return Act(press=view.back)
    if event.key in keys.ARROWS:
        return _arrow(event.key, view, focus)
    if event.key in _COMMANDS and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return Act(command=_COMMANDS[event.key])
    return Act(press=keys.PLACES.get(event.key, ""))


def _arrow(pressed: int, view: View, focus: str) -> Act:
    """Up and down go from box to box; left and right turn pages, unless there is a box there."""
    across, down = keys.ARROWS[pressed]
    there = boxes.beside(view, focus, across, down)
    if down or (focus and there != focus):
        return Act(focus=there)
    return Act(press=view.forward if across > 0 else view.earlier)


def wheel(event: pygame.Event, view: View) -> Act:
    if event.y < 0:
        return Act(press=view.forward)
    return Act(press=view.earlier) if event.y > 0 else Act()


_MOVES: Mapping[int, tuple[Move, Move]] = {
    pygame.K_LEFT: ("left", "word_left"),
    pygame.K_RIGHT: ("right", "word_right"),
    pygame.K_HOME: ("home", "home"),
    pygame.K_END: ("end", "end"),
}


def edited(editor: Editor, event: pygame.Event, clipboard: str) -> Editor | None:
    """The text after a key; None where the key is not one for writing."""
    is_held = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
    if event.key in _MOVES:
        move = _MOVES[event.key][is_held]
        return editor.moved(move, select=bool(event.mod & pygame.KMOD_SHIFT))
    if event.key == pygame.K_BACKSPACE:
        return editor.backspace(word=is_held)
    if event.key == pygame.K_DELETE:
        return editor.delete(word=is_held)
    return _held(editor, event.key, clipboard) if is_held else None


def _held(editor: Editor, pressed: int, clipboard: str) -> Editor | None:
    """What Ctrl (or Cmd) with a letter does."""
    match pressed:
        case pygame.K_a:
            return editor.select_all()
        case pygame.K_v:
            return editor.pasted(clipboard)
        case pygame.K_x:
            return editor.cut()
    return None
