"""Whether the texts for easy reading are easy: not too many words in a sentence."""

import re
from collections.abc import Iterator

from game.checks.facts import Facts, warning
from game.story import markup
from game.story.model import Prose, Scene
from game.story.problem import Problem

MOST_WORDS = 15

_PARAGRAPH = re.compile(r"\n\s*\n")
# The end of a sentence, with the quotation marks that belong to it.
_END = re.compile(r"[.!?…][”’\"')*\]]*\s+")


def sentences(facts: Facts) -> Iterator[Problem]:
    for scene in facts.story.scenes.values():
        for prose in _easy(scene):
            for sentence in parted(prose.source):
                count = _count(sentence, prose)
                if count > MOST_WORDS:
                    message = f"This sentence has {count} words; {MOST_WORDS} are easy to read."
                    mark = facts.find(prose.mark, sentence.split("\n")[0])
                    hint = "Make two sentences of it."
                    yield warning(mark, "long-sentence", message, hint)


def _count(sentence: str, prose: Prose) -> int:
    """Return the words that are seen. Markup only adds letters, and hardly ever words."""
    count = len(sentence.split())
    if count <= MOST_WORDS or "](" not in sentence:
        return count
    return len(markup.plain(Prose(sentence, prose.mark)).split())


def _easy(scene: Scene) -> Iterator[Prose]:
    if scene.text_easy:
        yield scene.text_easy
    if scene.history and scene.history.text_easy:
        yield scene.history.text_easy


def parted(text: str) -> Iterator[str]:
    """Yield the sentences of a text, each as it is written."""
    for paragraph in _PARAGRAPH.split(text):
        at = 0
        for end in _END.finditer(paragraph):
            yield paragraph[at : end.end()].strip()
            at = end.end()
        if paragraph[at:].strip():
            yield paragraph[at:].strip()
