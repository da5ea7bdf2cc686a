"""Every word of the window but the labels of the record, which stand in play.labels."""

from collections.abc import Sequence

JOURNAL, JOURNAL_NAME = "Journal", "Journal: everything read so far"
PEOPLE, PEOPLE_NAME = "People", "People, words, dates and sources"
MENU, MENU_NAME = "Menu", "Menu"
TURN = "Turn the page"
BACK = "Back"
GO_ON = "Go on"
CLOSE = "Close"
YOUR_CHOICE, HISTORY = "Your choice", "History"
HOW_FAR = "How far from history?"
YOUR_ROAD, HISTORY_ROAD = "your road", "history"
WHY = "Why?"
WHY_PROMPT = "Why did you decide so? One sentence is enough."
WHY_OPTIONAL = "You may leave it empty. Your sentence is kept with the decision."
KEEP_IT, LEAVE_IT = "Keep it", "Leave it empty"
DISPATCH = "A dispatch"
READ_SUMMARIES, READ_IN_FULL = "Read summaries instead", "Read in full"
READ_SCENE, READ_SUMMARY = "Read the scene", "Read a summary instead"


# A story that is built from an essay checks the essay; any other checks the sources it meets.
THE_ESSAY_TOO, ANY_SOURCE = "the essay is a source too", "how far can it be trusted?"


def more_choices(count: int) -> str:
    """The button that turns a page which does not show all choices."""
    return "One more choice" if count == 1 else f"{count} more choices"


def more_answers(count: int) -> str:
    return "One more answer" if count == 1 else f"{count} more answers"


def page_of(number: int, count: int) -> str:
    return f"{number} / {count}"


def scene_of(number: int, count: int) -> str:
    return f"Scene {number} of {count} in this chapter"


def lately(another: int, of: int) -> str:
    """In how many of the last decisions the reader went another way."""
    if not of:
        return "no decision yet"
    if of == 1:
        return f"your last decision went {'another' if another else 'the same'} way"
    if another == of:
        return f"your last {of} decisions all went another way"
    return f"{another or 'none'} of your last {of} decisions went another way"


CLOSED = "Closed to you."
COMPARISON = "Your choice and the record"


def meter(label: str, before: int, after: int) -> str:
    """A meter in words, for whoever cannot see it."""
    change = "rises" if after > before else "falls"
    return f"{label} {change} from {before} to {after}."


RESUME, BEGIN = "Go on where you were", "Begin"
WRITE_HERE = "Write here"
KEPT = "Your game is kept."


def not_kept(cause: str) -> str:
    return f"This could not be written down ({cause}). The game goes on; it is kept in memory only."


def no_display(cause: str) -> str:
    return (
        f"There is no screen to open a window on ({cause}). "
        "'power-struggle text' plays the same story in a terminal, and 'power-struggle preview "
        "SCENE -o FILE.png' draws a picture without a window. "
        "'--window 1024x768' asks for a smaller one."
    )


def no_scene(name: str, hint: str) -> str:
    return f"There is no scene '{name}'. {hint}".strip()


def picture_kept(name: str) -> str:
    return f"The picture '{name}' lies in the folder 'pictures' beside your saves."


POWER_RECORD, POWER_YOURS = "How power stood, in the record", "How power stands in your story"


def station(same: bool | None, *, is_passed: bool) -> str:  # noqa: FBT001 - three answers
    if not is_passed:
        return "you are here"
    if same is None:
        return "your own way"
    return "the same way" if same else "another way"


def points(name: str, record: int, yours: int) -> str:
    if record == yours:
        return f"{name}: {record} in the record and in your story"
    return f"{name}: {record} in the record, {yours} in your story"


SKIP = "Skip this"
THINK_FIRST = "Think first; then pick an answer. What the record says will stand here."
CHAPTERS, CHAPTERS_SHORT = "Chapters", "Begin with any of them"
CHAPTERS_ABOUT = (
    "A lesson may begin with any of them. The minutes are for reading; your game is kept as you go."
)
GOOD_PLACE = "This is a good place to stop."
STOP_HERE = "Stop here"
CHAPTER_END = "The end of a chapter"
RAILWAY = "The railway"
RAILWAY_ABOUT = (
    "The black line is what happened. The red line is yours: where you went another way it leaves "
    "the main line, and comes back. Junctions that you did not take end in the air."
)
POWER, POWER_ABOUT = "Power", "who held how much of it"
A_QUESTION = "A question"
WRITE_ANSWER, CHANGE_ANSWER = "Write an answer", "Change your answer"
ANSWER_KEPT = "Your answer is kept with your game. There is no mark for it."
LEDGER = "The ledger"
LEDGER_ABOUT = "What your decisions cost other people. It only rises, and it is never a gain."
LEDGER_EMPTY = "Nothing was entered."
THE_END = "Close the book"
CONTENT_ABOUT = "Nothing is shown closely. You can turn these notes off in the settings."
PEOPLE_LONG = "People, words, dates"
STORIES, STORIES_SHORT = "Stories", "Read another one"
STORIES_ABOUT = (
    "A story is a folder or a .zip. Put one into the folder ‘stories’, beside the program or in "
    "the folder of your kept games, and open the program again."
)
SAVES, SETTINGS, HELP = "Kept games", "Settings", "Help"
TO_TITLE, QUIT = "To the title", "Quit"
CHANGE_MIND = "Change your mind?"
YOU_DECIDED = "You decided:"
TAKE_BACK, TAKE_BACK_ABOUT = "Take it back", "It is remembered as a change of mind."
LEAVE_AS_IS = "Leave it as it is"
LEAVE_ABOUT = "Every decision is kept. When you come back you go on where you were."


def questions(count: int) -> str:
    """The heading over what a chapter asks at its end."""
    return {1: A_QUESTION, 2: "Two questions"}.get(count, "Questions")


def chapter_number(number: int) -> str:
    return f"Chapter {number}"


def what_follows(minutes: int) -> str:
    """How long the next sitting is; 0 is not known."""
    kept = "Your game is kept, and goes on from here."
    return f"What follows takes {about(minutes)} to read. {kept}" if minutes else kept


def about(minutes: int) -> str:
    return f"about {minutes} minutes" if minutes > 1 else "about a minute"


def reading(minutes: Sequence[int]) -> str:
    """How long a chapter takes to read, sitting by sitting."""
    return f"{' + '.join(map(str, minutes))} {'minute' if sum(minutes) == 1 else 'minutes'}"


def from_sitting(title: str, chapter: str) -> str:
    """A button that begins within a chapter, for whoever cannot see what it stands under."""
    return f"{title}, in the chapter {chapter}"


def content(tags: tuple[str, ...]) -> str:
    """What a scene or chapter holds, as one sentence."""
    named = ", ".join(tags[:-1]) + " and " + tags[-1] if len(tags) > 1 else "".join(tags)
    return f"What follows tells of {named}."


def answer(number: int, *, is_right: bool, is_chosen: bool) -> str:
    """An answer of a source check, without praise and without blame."""
    mine = " (yours)" if is_chosen else ""
    return (
        f"Answer {number}{mine}, which the sources bear out"
        if is_right
        else f"Answer {number}{mine}"
    )


def decisions(count: int) -> str:
    return "One decision so far" if count == 1 else f"{count} decisions so far"
