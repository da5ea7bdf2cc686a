"""The names under which a game keeps what was typed or picked beside its decisions.

A save holds them, so they stay as they are; the window, the terminal and what is handed in look
there. ``number`` counts from 0.
"""


def before(scene: str) -> str:
    """What somebody thought before they read a scene."""
    return f"before/{scene}"


def after(scene: str) -> str:
    """What somebody thought after its decision."""
    return f"after/{scene}"


def check(scene: str, number: int) -> str:
    """The answer that was picked in a source check."""
    return f"check/{scene}/{number}"


def summaries(chapter: str) -> str:
    """Whether somebody would rather read the summaries of a chapter. It is no answer: no "/"."""
    return f"summaries:{chapter}"


def question(chapter: str, number: int) -> str:
    """The answer to a question at the end of a chapter."""
    return f"question/{chapter}/{number}"
