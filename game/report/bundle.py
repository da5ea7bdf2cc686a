"""A game within a page: a hand-in holds the game that it is about, so that it can be read again."""

import re
from html import escape, unescape
from pathlib import Path

from game.play import games, save
from game.play.save import BadSave, Save

PAGES = (".html", ".htm")
# A page is some times larger than the game in it.
LARGEST = 12_000_000
_GAME = re.compile(r'<pre\b[^>]*\bid="power-struggle-game"[^>]*>(.*?)</pre>', re.DOTALL)
NOT_HANDED_IN = "This page is not a hand-in of The Power Struggle."


def hidden(game: Save) -> str:
    """The game as part of a page; nobody sees it, and nothing runs."""
    # Half a letter cannot be UTF-8; as a backslash escape it is correct JSON.
    text = save.to_text(game).encode("utf-8", "backslashreplace").decode("utf-8")
    return f'<pre hidden id="power-struggle-game">{escape(text)}</pre>'


def read(path: Path) -> Save:
    """Return the game of a save or of a hand-in. Raises only BadSave."""
    if path.suffix.lower() not in PAGES:
        return save.read(path).save
    return of_page(_text(path))


def of_page(text: str) -> Save:
    found = _GAME.search(text)
    if found is None:
        raise BadSave(NOT_HANDED_IN)
    return save.from_text(unescape(found[1]))


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise BadSave(save.MISSING)
        if path.stat().st_size > LARGEST:
            raise BadSave(NOT_HANDED_IN)
        return path.read_bytes().decode("utf-8-sig")
    except OSError:
        raise BadSave(save.UNREADABLE) from None
    except UnicodeDecodeError:
        raise BadSave(NOT_HANDED_IN) from None


def replaces(new: bytes, old: bytes) -> bool:
    """Whether a page may be written over another: both are hand-ins, and nothing is lost."""
    try:
        return games.replaces(_game(new), _game(old))
    except (BadSave, UnicodeDecodeError):
        return False


def _game(page: bytes) -> Save:
    return of_page(page.decode("utf-8-sig"))
