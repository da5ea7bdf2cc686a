"""Whether the text reads well on the page."""

import re
from collections.abc import Iterable, Iterator

from game.checks.facts import Facts, advice, warning
from game.story import markup
from game.story.model import Choice, Prose, Scene
from game.story.problem import Problem

MOST_WORDS = 350
MOST_WORDS_OF_A_CHOICE = 20
MOST_CHOICES = 4

# "++" takes whole words and gives no letter back, which saves a quarter of the time.
_DOUBLED = re.compile(r"(?<!\w)(\w++)\s++\1(?!\w)", re.IGNORECASE)
# Written twice on purpose more often than not.
_ALLOWED = ("had", "that", "ha", "no", "yes", "so", "very")
_FOREIGN = re.compile(
    r"^(?:#{1,6} |[-+] |> |\d{1,2}\. |```)|</?[a-z]+>|&[a-z]+;|__\w", re.MULTILINE
)
_STARTS = "#-+>`"
_FIRST = tuple(_STARTS)
_NEXT_LINE = re.compile(rf"\n[{_STARTS}\d]")


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


def same_words(facts: Facts) -> Iterator[Problem]:
    """Yield choices that read alike. Two that both have conditions may never be seen together."""
    for scene in facts.story.scenes.values():
        first: dict[str, Choice] = {}
        for choice in scene.choices:
            other = first.setdefault(" ".join(choice.text.casefold().split()), choice)
            if other is not choice and not (choice.requires and other.requires):
                message = f"The choices '{other.id}' and '{choice.id}' have the same words."
                hint = "Say in the 'text' of each what is different about it."
                yield warning(choice.mark, "same-words", message, hint)


def slips(facts: Facts) -> Iterator[Problem]:
    """Yield doubled words, asterisks without a partner, and markup of other kinds."""
    story = facts.story
    for chapter in story.chapters.values():
        yield from _slips((chapter.intro, chapter.summary), facts)
    for scene in story.scenes.values():
        yield from _slips(_proses(scene), facts)


def _proses(scene: Scene) -> Iterator[Prose | None]:
    yield scene.summary
    yield scene.text
    yield from (echo.text for echo in scene.echoes)
    yield from (choice.outcome for choice in scene.choices)
    yield scene.history.text if scene.history else None


def _slips(proses: Iterable[Prose | None], facts: Facts) -> Iterator[Problem]:
    for prose in proses:
        if prose is None:
            continue
        if _DOUBLED.search(prose.source):
            yield from _doubled(prose, facts)
        if _may_be_foreign(prose.source):
            yield from _foreign(prose, facts)
        if "*" in prose.source:
            yield from _asterisk(prose, facts)


def _doubled(prose: Prose, facts: Facts) -> Iterator[Problem]:
    for found in _DOUBLED.finditer(prose.source):
        if found[1].isalpha() and found[1].lower() not in _ALLOWED:
            message = f"'{' '.join(found[0].split())}' has a word twice."
            mark = facts.find(prose.mark, found[0].split("\n")[0])
            yield advice(mark, "doubled-word", message, "Take one of them out.")


def _foreign(prose: Prose, facts: Facts) -> Iterator[Problem]:
    found = _FOREIGN.search(prose.source)
    if found:
        message = f"'{found[0].strip()}' has no meaning in a story, and is shown as it is."
        hint = "A story knows paragraphs, *emphasis*, **strong**, and links to people and terms."
        yield warning(facts.find(prose.mark, found[0]), "markup", message, hint)


def _may_be_foreign(text: str) -> bool:
    """Whether it is worth while to look closely: hardly any text has one of these."""
    if text.startswith(_FIRST) or text[:1].isdecimal() or _NEXT_LINE.search(text):
        return True
    return "<" in text or "&" in text or "__" in text


def _asterisk(prose: Prose, facts: Facts) -> Iterator[Problem]:
    plain = markup.plain(prose)
    if "*" in plain:
        word = plain[plain.index("*") :].split()[0]
        message = f"The asterisk of '{word}' has no partner."
        hint = "Emphasis begins and ends in one paragraph, with the same number of asterisks."
        yield warning(facts.find(prose.mark, word), "emphasis", message, hint)
