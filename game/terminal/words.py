"""Every word of the terminal but the labels of the record, which stand in play.labels."""

from game.play import labels
from game.terminal import words_school

_HELP = (
    "Type the number of what you want to do and press Enter. Enter alone goes on.",
    "back: take your last decision back. It is kept as a change of mind.",
    "again: read this once more.",
    "log: your decisions so far, with your reasons.",
    "line: your road beside the record's.",
    "standing: how things stand with you.",
    "ledger: what your decisions cost other people.",
    "answer ...: write down what you think about the question that stands above a scene.",
    "easy: read in short sentences, where a scene has them. full: read as usual.",
    "save: keep this moment in a place of its own.",
)
_POWER = "power: how power stands between the contenders, yours beside the record's."
_QUIT = "quit: stop here. Your game is kept after every decision, and goes on where you stopped."
HELP_HINT = "Type 'help' to see all that you can type."

GO_ON = "Press Enter to go on."
STOP_HERE = "Press Enter to go on, or type 'quit' to stop here. Your game is kept."
TITLE_PROMPT = "Type a number: "
CHOOSE_PROMPT = "Your decision: "
WHY = "Why? One sentence is enough, and you may leave it empty."
WHY_PROMPT = "Because: "
REASON = "Your reason"
PROMPT = "> "
ANSWER = "Type your answer, or press Enter to go on without one."
BEFORE_HINT = "(Type 'answer' and what you think, if you like.)"
ANSWER_KEPT, NOTHING_ASKED = "Your answer is kept.", "Nothing is asked here."
EASY = "From now on you read in short sentences, where a scene has them."
FULL = "From now on you read every scene in full."
PICK = "Type the number of your answer, or press Enter to go on without one."
NOTE = "Press Enter to read the scene, or type 'summary' to read a summary instead."
CHAPTER_NOTE = "Press Enter to go on, or type 'summary' to read summaries in this chapter."
NO_SUMMARY = "There is no summary of this scene."

LEDGER, NO_COST = (
    "What it cost other people",
    "So far your decisions have cost nobody anything that is told.",
)
DISPATCH = "A dispatch arrives"
STILL = "Do you still decide so? Type the number again, or another one."
RIGHT, WRONG = "That is the best answer.", "Another answer is better."
YOURS = "Your decision"
OWN_WORD = "On whose word"
SCENE = "Scene"
THE_END = (
    "This is the end. Type 'back' to take your last decision back, 'log' to read your way, "
    "or 'quit'."
)
CHAPTER_END, QUESTION = "The chapter ends here", "A question to think about"
CLOSED = "Closed"
NOTHING_BACK = "There is nothing to take back: this is where you began."
TAKEN_BACK = "Your decision is taken back."
LOG, LINE, STANDING = "Your way so far", "Your road", "How things stand"
NO_LOG = "You have not decided anything yet."
NO_POWER = "It is too early to say how power stands."
NO_CONTENDERS = "This story does not tell how power was shared."
CHANGED_MIND = "Changes of mind"
STUCK = "No choice is open to you here. Type 'back' to take your last decision back."
LOOK_UP = "To look up here, with '?' in front"

RESUME, BEGIN = "Go on where you stopped", "Begin at the beginning"
LEAVE = "Quit"
KEPT = "Your game is kept."
NOT_KEPT = "Nothing was decided, so nothing is kept."


def help_with(example: str, *, has_power: bool) -> tuple[str, ...]:
    """All that can be typed; ``example`` is something of this story that can be looked up."""
    look = f"? {example}: look up a person or a word. ? alone lists those of this scene."
    told = (*_HELP, *((_POWER,) if has_power else ()), *((look,) if example else ()))
    return *told, words_school.HAND_IN_HELP, _QUIT


def look_up(example: str) -> str:
    """What is said where nothing of this scene can be looked up."""
    if not example:
        return "This story explains nobody and no word."
    return f"Type '?' and a name or word, for example '? {example}'."


def choose_from(most: int) -> str:
    return (
        f"Type a number from 1 to {most}, and press Enter."
        if most > 1
        else "Type 1 and press Enter."
    )


def chapter(number: int, title: str, years: str) -> str:
    return f"Chapter {number}: {title}." + (f" {years}." if years else "")


def begin_with(chapter: str, sitting: str) -> str:
    """A line of the first page; a sitting of a chapter is named after it."""
    return f"Begin with a chapter: {chapter}" + (f", {sitting}" if sitting != chapter else "")


def sitting(title: str, minutes: int) -> str:
    """What comes after a good place to stop; 0 minutes are not known."""
    about = f", about {minutes} minutes" if minutes > 1 else ""
    return f"This is a good place to stop. What follows is called '{title}'{about}."


def previously(title: str, decision: str) -> str:
    return f"Last, at '{title}', you decided: {decision}"


def power_after(title: str) -> str:
    return f"How power stands after '{title}':"


def closed(reason: str) -> str:
    return f"This is closed to you. {reason}"


def content(kinds: str) -> str:
    return f"{labels.CONTENT}: {kinds}."


def cannot_keep(cause: str) -> str:
    return f"Your game cannot be kept ({cause}). You can play on; it is lost when the program ends."


def kept_as(name: str) -> str:
    return f"This moment is kept as '{name}'."


def aside(name: str) -> str:
    return f"The game that was kept here before is now '{name}'."


def with_pack(title: str) -> str:
    return f"With the pack '{title}'."


def game(name: str, title: str, decisions: int, written: str) -> str:
    when = f", {written[:10]}" if written else ""
    return f"{name}: at '{title}', {labels.decisions(decisions)}{when}"


def nobody(query: str, hint: str) -> str:
    return f"Nobody and nothing here is called '{query}'. {hint}".strip()


def change(label: str, before: int, after: int) -> str:
    return f"{label} {'rises' if after > before else 'falls'} from {before} to {after}"


def value(label: str, value: int, low: int, high: int) -> str:
    return f"{label}: {value}, between {low} and {high}"


def share(name: str, yours: int, record: int) -> str:
    return f"{name} {yours}" + (f" (in the record {record})" if yours != record else "")


def lately(other: int, of: int) -> str:
    if of < 2:
        return ""
    return f"Of your last {of} decisions, {other} went another way than the record."


def toll(amount: int) -> str:
    return f"Human cost: {amount} in all. It can only rise." if amount else ""
