"""Every word of hand-ins and of a class but the labels of the record (play.labels)."""

from collections.abc import Sequence

from game.play import labels

HAND_IN = "Hand-in"
NO_NAME = "no name given"
NO_MARKS = (
    "Nothing here is right or wrong, and there are no points. What somebody decided stands beside "
    "what is known to have been done, and why they decided so stands in their own words."
)
AT_A_GLANCE = "The way at a glance"
HEADS = ("", "Scene", "The decision", "Beside the record")
RAILWAY_ABOUT = (
    "The black line is what happened. Where the red line leaves it, the decision was another one."
)
DECIDED = "Decided"
NO_REASON = "No reason was written down."
CHANGED_MIND = "Changed their mind. At first"
SAME, OTHER, SILENT = "The same way", "Another way", "The record is silent here"
SURE_FOLLOWED = "How sure we are of what followed"
FOLLOWED, CAME = "What followed from it", "What came of it"
ANSWERED = "Answered"
REASONING = "What speaks for and against that answer"
BEFORE = "Before reading"
QUESTIONS = "Questions at the end of the chapter"
NOT_ANSWERED = "Not answered."
POWER = "How power stood"
POWER_ABOUT = "Above, in the record; below, in this game. One column for each scene that tells it."
POWER_RECORD, POWER_YOURS = "In the record", "In this game"
LEDGER = "What the decisions cost other people"
LEDGER_ABOUT = "It is told, and never counted as a gain."
ENDING = "The ending"
GOES_ON = "The game goes on at"
TEACHER = "For the teacher"
WITHIN = (
    "This page is all there is: it asks nothing of the network. The game itself lies hidden in it, "
    "so that the program can make the page again and lay it beside those of a class."
)

CLASS = "A class"
DIVIDED = "Most divided"
DIVIDED_ABOUT = "Where the class was of the most different minds: good places to begin to talk."
PROGRESS = "How far they came"
IN_RECORD = "as in the record"
NO_REASONS = "Nobody wrote down why."
CHECK_HEADS = ("What they answered", "How many")
ROW_HEADS = (
    "Who",
    "Number",
    "Chapter",
    "Scene",
    "Decision",
    "In their own words",
    "Beside the record",
    "Changes of mind",
)
CLASS_HEADS = ("Who", "What they decided", "In their own words")
ANSWER_HEADS = ("Who", "In their own words")
ANONYMOUS = (
    "Pupils stand here as numbers, in an order that says nothing. What they wrote is unchanged: "
    "look whether somebody named themselves before you show it to the class."
)
NAMED = "Pupils stand here by the names that they gave themselves."
CLASS_MARKS = (
    "Nothing here is a mark. Decisions are counted so that a class can talk about them; the record "
    "is one of the ways, and not the right one."
)


def about(name: str, decisions: int, written: str) -> str:
    day = f"kept on {written[:10]} by the clock of the computer" if written else ""
    return " · ".join(part for part in (name or NO_NAME, labels.decisions(decisions), day) if part)


def with_packs(titles: Sequence[str]) -> str:
    """What was added to the story that was played; nothing where nothing was."""
    if not titles:
        return ""
    names = ", ".join(f"‘{title}’" for title in titles)
    return f"Played with {names}: scenes and choices that are not in the story itself."


def way(same: bool | None) -> str:  # noqa: FBT001 - three answers
    if same is None:
        return SILENT
    return SAME if same else OTHER


def points(record: int, yours: int) -> str:
    return f"{record}" if record == yours else f"{record} in the record, {yours} in this game"


def pupil(number: int) -> str:
    return f"Pupil {number}"


def namesake(name: str, number: int) -> str:
    return f"{name} ({number})"


def pupils(count: int) -> str:
    return "1 pupil" if count == 1 else f"{count} pupils"


def changed(count: int) -> str:
    return f"{pupils(count)} changed their mind here." if count else ""


def left_out(older: int, others: int, strange: int) -> tuple[str, ...]:
    """What lies in the folder and is not on the page."""
    told = (
        (older, "older or other page of a game that is here", "older or other pages of games here"),
        (others, "game of another story", "games of another story"),
        (strange, "file that cannot be read", "files that cannot be read"),
    )
    return tuple(f"Left out: {n} {one if n == 1 else many}." for n, one, many in told if n)
