"""Whether the text reads well on the page."""

import re
from collections.abc import Iterator

from game.checks.facts import Facts, advice, warning
from game.story import markup
from game.story.model import Prose, Scene
from game.story.problem import Mark, Problem

MOST_WORDS = 350
MOST_WORDS_OF_A_CHOICE = 20
MOST_CHOICES = 4

_DOUBLED = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)
# Written twice on purpose more often than not.
_ALLOWED = ("had", "that", "ha", "no", "yes", "so", "very")
_FOREIGN = re.compile(
    r"^(?:#{1,6} |[-+] |> |\d{1,2}\. |```)|</?[a-z]+>|&[a-z]+;|__\w", re.MULTILINE
)


def length(facts: Facts) -> Iterator[Problem]:
    for scene in facts.story.scenes.values():
        count = len(scene.text.source.split())
        if count > MOST_WORDS:
            message = f"This text has {count} words; {MOST_WORDS} are enough for one decision."
            hint = "Shorten it, or make two scenes of it."
            yield advice(scene.text.mark, "long-text", message, hint)


def choices(facts: Facts) -> Iterator[Problem]:
    for scene in facts.story.scenes.values():
        if len(scene.choices) > MOST_CHOICES:
            message = f"There are {len(scene.choices)} choices; {MOST_CHOICES} can be weighed."
            yield advice(scene.mark, "many-choices", message, "Take the weakest out.")
        for choice in scene.choices:
            count = len(choice.text.split())
            if count > MOST_WORDS_OF_A_CHOICE:
                message = f"This choice has {count} words; {MOST_WORDS_OF_A_CHOICE} are enough."
                hint = "Say the rest in 'detail' or in the text of the scene."
                yield advice(choice.mark, "long-choice", message, hint)


def slips(facts: Facts) -> Iterator[Problem]:
    """Yield doubled words, asterisks without a partner, and markup of other kinds."""
    story = facts.story
    for chapter in story.chapters.values():
        for prose in (chapter.intro, chapter.summary):
            yield from _slips(prose)
    for scene in story.scenes.values():
        for prose in _proses(scene):
            yield from _slips(prose)


def _proses(scene: Scene) -> Iterator[Prose | None]:
    yield scene.summary
    yield scene.text
    yield from (echo.text for echo in scene.echoes)
    yield from (choice.outcome for choice in scene.choices)
    yield scene.history.text if scene.history else None


def _slips(prose: Prose | None) -> Iterator[Problem]:
    if prose is None:
        return
    for found in _DOUBLED.finditer(prose.source):
        if found[1].lower() not in _ALLOWED:
            message = f"'{' '.join(found[0].split())}' has a word twice."
            yield advice(prose.mark, "doubled-word", message, "Take one of them out.")
    if "*" in prose.source:
        yield from _marks(markup.plain(prose), prose.mark)
    foreign = _FOREIGN.search(prose.source)
    if foreign:
        message = f"'{foreign[0].strip()}' has no meaning in a story, and is shown as it is."
        hint = "A story knows paragraphs, *emphasis*, **strong**, and links to people and terms."
        yield warning(prose.mark, "markup", message, hint)


def _marks(plain: str, mark: Mark) -> Iterator[Problem]:
    if "*" in plain:
        at = plain.index("*")
        near = " ".join(plain[max(0, at - 20) : at + 20].split())
        message = f"An asterisk here has no partner: '{near}'."
        hint = "Emphasis begins and ends in one paragraph, with the same number of asterisks."
        yield warning(mark, "emphasis", message, hint)
