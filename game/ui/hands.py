"""What the reader's hands do, in terms of a view: which box is pressed, where the focus goes."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import pygame

from game.ui import boxes, keys, words
from game.ui.boxes import Box, Focus, View
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


def key(event: pygame.Event, view: View, focus: Focus, *, is_writing: bool) -> Act:
    """What a key means. While the reader writes, letters and digits are letters and digits."""
    if keys.is_fullscreen(event):
        return Act(command="fullscreen")
    if event.key == pygame.K_TAB:
        return Act(focus=boxes.step(view, focus.key, -1 if event.mod & pygame.KMOD_SHIFT else 1))
    turned = {
        pygame.K_ESCAPE: view.escape,
        pygame.K_PAGEDOWN: view.forward or _turns(view),
        pygame.K_PAGEUP: view.earlier,
    }
    if event.key in turned:
        return Act(press=turned[event.key])
    if event.key in keys.PRESS and not (is_writing and event.key == pygame.K_SPACE):
        return _enter(view, focus, is_writing=is_writing)
    return _outside(event) if is_writing else _letter(event, view, focus)


def _enter(view: View, focus: Focus, *, is_writing: bool) -> Act:
    found = view.find(focus.key)
    if found is not None and focus.is_lit and _is_pressed(found, is_writing=is_writing):
        return Act(press=focus.key)
    if view.find(view.first) is not None and focus != Focus(view.first):
        return Act(focus=view.first)
    if view.onward:
        return Act(press=view.onward)
    return Act(focus=focus.key if found is not None else _first(view))


def _first(view: View) -> str:
    """What Enter marks where nothing leads on by itself: the first card, and no link above it."""
    cards = (box.key for box in view.focusable() if box.role == "card")
    return next(cards, boxes.step(view, "", 1))


def _is_pressed(box: Box, *, is_writing: bool) -> bool:
    """Whether Enter presses it: not the line one writes in, and no card that is chosen already."""
    is_done = box.role == "card" and box.is_on
    return not (box.is_closed or is_done or (is_writing and box.role == "entry"))


def _turns(view: View) -> str:
    """What leads on, where its button says that it turns the page."""
    found = view.find(view.onward)
    return view.onward if found is not None and found.name == words.TURN else ""


def _outside(event: pygame.Event) -> Act:
    """Function keys work even while the reader writes."""
    return Act(press=keys.PLACES.get(event.key, "")) if event.key >= pygame.K_F1 else Act()


def _letter(event: pygame.Event, view: View, focus: Focus) -> Act:
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


def _arrow(pressed: int, view: View, focus: Focus) -> Act:
    """Up and down go from box to box; left and right turn pages, unless there is a box there."""
    across, down = keys.ARROWS[pressed]
    there = boxes.beside(view, focus.key, across, down)
    if down or (focus.key and focus.is_lit and there != focus.key):
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
