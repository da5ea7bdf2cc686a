"""A story with nothing in it: what lies on the desk while the real one cannot be read."""

from game.story.model import Ref, Story
from game.story.problem import Mark

_MARK = Mark("story.yaml")
STORY = Story(
    id="",
    title="",
    subtitle="",
    author="",
    about="",
    decides="",
    start=Ref("", _MARK),
    illustration=None,
    variables={},
    contenders={},
    sections={},
    curriculum={},
    chapters={},
    scenes={},
    people={},
    glossary={},
    sources={},
    timeline=(),
    mark=_MARK,
)
