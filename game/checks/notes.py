"""Whether readers are told beforehand of what some would rather only hear about."""

import re
from collections.abc import Iterator

from game.checks.facts import Facts, advice
from game.story import texts
from game.story.model import Scene
from game.story.problem import Problem

# What to write in 'content', and the words that tell of it.
_WORDS = {
    "executions": r"execut\w+|hanged|hangings?|firing squads?|shot dead|(?:was|were|been) shot",
    "violence": r"kill(?:s|ed|ing)|murder\w*|massacre\w*|pogroms?|tortur\w+|stabb\w+",
    "suicide": r"suicides?|kill(?:s|ed) (?:him|her)self|(?:took|taken) (?:his|her) own life",
    "hunger": r"famines?|starv\w+",
}
_PATTERN = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{tag}>{words})' for tag, words in _WORDS.items())})\b", re.IGNORECASE
)
# One of these is in every such word: it is soon said that a text has none.
_STEMS = (
    *("execut", "hang", "squad", "shot", "kill", "murder", "massacre", "pogrom", "tortur", "stabb"),
    *("suicide", "own life", "famine", "starv"),
)


def missing(facts: Facts) -> Iterator[Problem]:
    for scene in facts.story.scenes.values():
        found = None if scene.content else _found(scene)
        if found is not None:
            message = f"This scene has the words '{found[0]}' in it, and no content note."
            hint = f"Add 'content: [{found.lastgroup}]' and a 'summary' that can be read instead."
            mark = facts.find(scene.mark, found[0].split("\n")[0])
            yield advice(mark, "no-note", message, hint)


def _found(scene: Scene) -> re.Match[str] | None:
    text = "\n\n".join(texts.of_scene(scene))
    lowered = text.lower()
    return _PATTERN.search(text) if any(stem in lowered for stem in _STEMS) else None
