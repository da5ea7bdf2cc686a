"""A game as a conversation: what is shown now, and where an answer leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from game.play import content, notes, power, sittings
from game.play.playthrough import Playthrough
from game.story.model import Story
from game.terminal import lookup, numbers, records, show, words, words_school
from game.terminal.show import Paragraphs

Moment = Literal[
    "chapter", "sitting", "note", "scene", "why", "comparison", "check", "question", "over"
]
Deed = Literal["", "keep", "quit", "easy", "full", "hand"]

_THE_END = (words.THE_END, words_school.HAND_IN_HINT)


@dataclass(frozen=True, slots=True)
class Talk:
    """Where in a game the conversation is.

    ``number`` counts source checks and questions, and is 1 at an ending where they were asked;
    ``brief`` asks for the summary of a scene;
    ``leaning`` is the choice that a dispatch made the player think about again. At "over" the part
    of the story that a school has chosen is read.
    """

    play: Playthrough
    at: Moment = "scene"
    number: int = 0
    brief: bool = False
    leaning: str = ""


class Reply(NamedTuple):
    """What an answer leads to: text to show first, and whether to show the moment after it."""

    talk: Talk
    says: Paragraphs = ()
    shows: bool = True
    deed: Deed = ""


def begin(play: Playthrough) -> Talk:
    """Return the talk that opens the chapter of a playthrough's scene."""
    return Talk(play, "chapter")


def resume(play: Playthrough, place: str) -> Talk:
    """Return the talk at the place where a game was left, in a window or here."""
    if play.turns and place.startswith("comparison"):
        return Talk(play, "comparison")
    return _opened(play) if play.turns else begin(play)


def place(talk: Talk) -> str:
    """Return what a save says about where in the book the player was."""
    return "comparison/0" if talk.at in ("why", "comparison") else ""


def view(talk: Talk, *, is_easy: bool = False) -> Paragraphs:
    """Return what is shown now; ``is_easy`` asks for short sentences, where there are any."""
    views: Mapping[Moment, Callable[[Talk], Paragraphs]] = {
        "chapter": lambda talk: (*show.chapter(talk.play), show.may_pass_over(talk.play)),
        "sitting": lambda talk: show.sitting(talk.play),
        "over": lambda _: words_school.LESSON_END,
        "note": lambda talk: show.content_note(talk.play.scene),
        "scene": lambda talk: show.scene(talk.play, brief=talk.brief, is_easy=is_easy),
        "why": lambda _: (words.WHY,),
        "comparison": lambda talk: show.comparison(talk.play, is_easy=is_easy),
        "check": lambda talk: show.check(
            talk.play.story, talk.play.left.source_checks[talk.number]
        ),
        "question": _question,
    }
    return views[talk.at](talk)


def prompt(talk: Talk) -> str:
    if talk.at == "scene" and not talk.play.is_over:
        return words.CHOOSE_PROMPT
    return words.WHY_PROMPT if talk.at == "why" else words.PROMPT


def answer(talk: Talk, typed: str) -> Reply:
    """Return where what was typed leads; a command is understood at every moment."""
    line = " ".join(typed.split())
    if line.startswith("?"):
        query = line[1:].strip()
        told = lookup.find(talk.play.story, query) if query else lookup.here(talk.play)
        return Reply(talk, told, shows=False)
    word, _, rest = line.partition(" ")
    if word.casefold() == "answer" and rest:
        return _thought(talk, rest)
    return _command(talk, line.casefold()) or _answers(talk, line)


def _command(talk: Talk, word: str) -> Reply | None:
    if word in records.RECORDS:
        return Reply(talk, records.RECORDS[word](talk.play), shows=False)
    commands: Mapping[str, Callable[[Talk], Reply]] = {
        "help": lambda talk: Reply(talk, helped(talk.play.story), shows=False),
        "hand in": lambda talk: Reply(talk, shows=False, deed="hand"),
        "again": Reply,
        "back": _back,
        "easy": lambda talk: Reply(talk, (words.EASY,), deed="easy"),
        "full": lambda talk: Reply(talk, (words.FULL,), deed="full"),
        "save": lambda talk: Reply(talk, shows=False, deed="keep"),
        "quit": lambda talk: Reply(talk, shows=False, deed="quit"),
    }
    return commands[word](talk) if word in commands else None


def helped(story: Story) -> Paragraphs:
    """All that can be typed, with examples from this story."""
    return words.help_with(lookup.example(story), has_power=bool(story.contenders))


def _back(talk: Talk) -> Reply:
    if not talk.play.turns:
        return Reply(talk, (words.NOTHING_BACK,), shows=False)
    return Reply(Talk(talk.play.undo()), (words.TAKEN_BACK,))


def _thought(talk: Talk, text: str) -> Reply:
    """Keep what the player thinks about the question that is open here, if there is one."""
    key = _asks(talk)
    if not key:
        return Reply(talk, (words.NOTHING_ASKED,), shows=False)
    noted = replace(talk, play=talk.play.note(key, text))
    return Reply(noted, (words.ANSWER_KEPT,), shows=False)


def _asks(talk: Talk) -> str:
    """Return the key under which the answer to the question of a scene is kept."""
    if talk.at == "scene" and talk.play.scene.before:
        return notes.before(talk.play.scene.id)
    if talk.at == "comparison" and talk.play.left.after:
        return notes.after(talk.play.left.id)
    return ""


def _compared(talk: Talk, line: str) -> Reply:
    key = _asks(talk)
    play = talk.play.note(key, line) if key and line else talk.play
    return Reply(_check(play, 0))


def _answers(talk: Talk, line: str) -> Reply:
    answers: Mapping[Moment, Callable[[Talk, str], Reply]] = {
        "chapter": _begun,
        "sitting": lambda talk, _: Reply(_opened(talk.play)),
        "over": lambda talk, _: Reply(talk, words_school.LESSON_END, shows=False),
        "note": _noted,
        "scene": _choose,
        "why": lambda talk, line: Reply(Talk(talk.play.give_reason(line), "comparison")),
        "comparison": _compared,
        "check": _checked,
        "question": _answered,
    }
    return answers[talk.at](talk, line)


def _begun(talk: Talk, line: str) -> Reply:
    """Begin a chapter, with its summaries for whoever asks for them."""
    play = talk.play
    chapter = play.story.chapters[play.scene.chapter]
    if line.casefold() != "summary" or not content.offers(play.story, chapter):
        return Reply(_opened(play))
    wished = content.wish(play, chapter.id, summaries=True)
    return Reply(_opened(wished), show.summaries(play))


def _noted(talk: Talk, line: str) -> Reply:
    brief = line.casefold() == "summary"
    if brief and not talk.play.scene.summary:
        return Reply(Talk(talk.play), (words.NO_SUMMARY,))
    return Reply(Talk(talk.play, brief=brief))


def _choose(talk: Talk, line: str) -> Reply:
    play = talk.play
    if play.is_over:
        return _ended(talk)
    offers = play.offers
    number = numbers.picked(line, len(offers))
    if number is None:
        said = (words.choose_from(len(offers)), words.HELP_HINT)
        return Reply(talk, said if line else show.choices(play), shows=False)
    choice, is_open = offers[number]
    if not is_open:
        return Reply(talk, (words.closed(choice.locked),), shows=False)
    if play.scene.dispatch and not talk.leaning:
        heard = (f"{words.DISPATCH}: {play.scene.dispatch}", words.STILL)
        return Reply(replace(talk, leaning=choice.id), heard, shows=False)
    return Reply(Talk(play.choose(choice.id), "why"))


def _checked(talk: Talk, line: str) -> Reply:
    scene = talk.play.left
    found = scene.source_checks[talk.number]
    picked = numbers.picked(line, len(found.answers))
    if line and picked is None and found.answers:
        return Reply(talk, (words.choose_from(len(found.answers)),), shows=False)
    play = talk.play
    if picked is not None:
        play = play.note(notes.check(scene.id, talk.number), found.answers[picked].text)
    told = show.checked(play.story, found, picked)
    return Reply(_check(play, talk.number + 1), told)


def _question(talk: Talk) -> Paragraphs:
    chapter = talk.play.story.chapters[talk.play.left.chapter]
    asked = (f"{words.QUESTION}: {chapter.questions[talk.number].text}", words.ANSWER)
    if talk.number:
        return asked
    road = records.line(talk.play, chapter.id)
    told = records.power_now(talk.play) if power.shares(talk.play) else ()
    ended = f"{words.CHAPTER_END}: {chapter.title}."
    return ended, *road, *told, words_school.HAND_IN_HINT, *asked


def _answered(talk: Talk, line: str) -> Reply:
    chapter = talk.play.story.chapters[talk.play.left.chapter]
    play = talk.play
    if line:
        play = play.note(notes.question(chapter.id, talk.number), line)
    if talk.number + 1 < len(chapter.questions):
        return Reply(Talk(play, "question", talk.number + 1))
    if play.is_over:
        return Reply(Talk(play, number=1), _THE_END, shows=False)
    return Reply(_arrived(play))


def _ended(talk: Talk) -> Reply:
    """Ask the questions of the last chapter once; then there is nothing more."""
    play = talk.play
    asks = play.turns and play.story.chapters[talk.play.left.chapter].questions
    if asks and not talk.number:
        return Reply(Talk(play, "question"))
    return Reply(talk, _THE_END, shows=False)


def _check(play: Playthrough, number: int) -> Talk:
    """Return the talk at a source check, or after the last of them what comes next."""
    left = play.left
    if number < len(left.source_checks):
        return Talk(play, "check", number)
    ends = left.chapter != play.scene.chapter and not play.is_over
    if ends and play.story.chapters[left.chapter].questions:
        return Talk(play, "question")
    return _arrived(play)


def _arrived(play: Playthrough) -> Talk:
    if play.left.chapter != play.scene.chapter:
        return begin(play)
    is_pause = sittings.divides(play.story, play.scene)
    return Talk(play, "sitting") if is_pause else _opened(play)


def _opened(play: Playthrough) -> Talk:
    if content.is_passed_over(play):
        return Talk(play, brief=True)
    return Talk(play, "note" if play.scene.content else "scene")
