"""The first page: the story's name, and where to begin."""

from dataclasses import dataclass, replace

from game.lab import lesson
from game.play.save import Slot
from game.story.model import Prose
from game.ui import leaf, page, words, words_packs, words_school
from game.ui.boxes import View
from game.ui.cards import Card, deck
from game.ui.page import Head, Page
from game.ui.pieces import Label, button, prose, row, say
from game.ui.screen import Desk, Lay, Quit, Sit, Step, Turn
from game.ui.screens import way
from game.ui.space import Space

# What there is besides stands with the smaller buttons, so that everything is on one page.
_MOST_CARDS = 3


@dataclass(frozen=True, slots=True)
class TitleScreen:
    number: int = 0

    def view(self, desk: Desk, space: Space) -> View:
        story = desk.story
        width = page.column(space)
        cards = self._cards(desk)
        dealt = deck(cards[:_MOST_CARDS], width, space)
        small = (
            *(Label(card.text, card.key) for card in cards[_MOST_CARDS:]),
            Label(words.SETTINGS, "settings"),
            Label(words.PEOPLE, "people", name=words.PEOPLE_NAME),
            Label(words.HELP, "help"),
            Label(words.QUIT, "quit"),
            *((Label(words_school.ANOTHER_SEAT, "seats"),) if desk.lab.seats else ()),
        )
        body = (
            *say(story.subtitle, space.style("italic", 19, 1.42), width, space, space.px(6)),
            *(piece._replace(gap=space.px(10)) for piece in dealt),
            row([button(label, space) for label in small], width, space, space.px(16)),
            *(
                prose((Prose(story.about, story.mark),), space.small, width, space, space.px(16))
                if story.about
                else ()
            ),
        )
        shown = page.view(
            Page(
                story.title,
                Head(story.author, story.title, is_cover=True),
                body,
                self.number,
                page.cover(story, space),
                tabs=(),
                escape="leave",
            ),
            space,
        )
        # Whoever presses Enter on a cover wants to play, and not to read more about it.
        on = "resume" if (last := latest(desk)) is not None else "begin"
        shown = replace(shown, onward=on) if shown.find(on) is not None else shown
        # A book that was just closed is not opened again by one more Enter.
        return replace(shown, first=on) if last is not None and _is_read(last) else shown

    def _cards(self, desk: Desk) -> list[Card]:
        found = []
        last = latest(desk)
        if last is not None and last.save is not None:
            found.append(
                Card(words.RESUME, words.decisions(len(last.save.decisions)), "resume", "1")
            )
        found.append(Card(words.BEGIN, _opening(desk), "begin", str(len(found) + 1)))
        found.append(Card(words.CHAPTERS, words.CHAPTERS_SHORT, "chapters", str(len(found) + 1)))
        if desk.slots:
            found.append(Card(words.SAVES, "", "saves", str(len(found) + 1)))
        if len(desk.stories) + len(desk.packs) > 1:
            on = [pack.title for pack in desk.story.packs]
            about = words_packs.stories(on) if desk.packs else words.STORIES_SHORT
            found.append(Card(words.STORIES, about, "stories", str(len(found) + 1)))
        return found

    def press(self, key: str, desk: Desk) -> Step:
        last = latest(desk)
        if key == "resume" and last is not None and last.save is not None:
            return way.resumed(desk, last.save, last.sentence)
        if key == "begin":
            return way.begun(desk)
        if key in ("chapters", "stories", "leave"):
            return Step(Lay(key))
        if key in ("seats", "quit"):
            return Step(deeds=(Sit("") if key == "seats" else Quit(),))
        page = leaf.of(key)
        if page is not None:
            return Step(Turn(replace(self, number=page)))
        return way.elsewhere(key, None, desk)


def _opening(desk: Desk) -> str:
    """Where a new game begins: the chapter and its years, or what a lesson begins with."""
    chapter, part = lesson.opening(desk.lab.lesson, desk.story)
    if chapter is None:
        return part
    beside = [part] if part else [chapter.years] if chapter.years else []
    return (": " if part else ", ").join((chapter.title, *beside))


def _is_read(slot: Slot) -> bool:
    """Whether a game was left at an ending."""
    return slot.save is not None and slot.save.place.partition("/")[0] == "ending"


def latest(desk: Desk) -> Slot | None:
    """The game that was kept last, if any can be read."""
    return next((slot for slot in desk.slots if slot.save is not None), None)
