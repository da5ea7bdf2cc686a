"""Who of a story's people takes the decisions."""

import re

from game.story.model import Story

_WORD = re.compile(r"[^\W_][\w'’-]*")


def decides(story: Story) -> str:
    """The id of the person whom 'decides' names, by any part of their name; "" for nobody."""
    wanted = set(_WORD.findall(story.decides))
    people = story.people.values() if wanted else ()
    return next((one.id for one in people if wanted <= set(_WORD.findall(one.name))), "")
