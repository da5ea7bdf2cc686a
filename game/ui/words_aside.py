"""The words of what is laid beside the story: journal, people, settings, games, help, problems."""

from collections.abc import Mapping
from datetime import datetime

from game.play import labels
from game.story.lists import Person, Source

# Journal
YOU_DECIDED = "You decided"
YOUR_ANSWER = "Your answer"
CHANGED_MIND = "You changed your mind here. First you decided"
NEXT_CHAPTER = "Next chapter"
YOU_ARE_HERE = "You are here"

# People, words, dates, sources
TABS: Mapping[str, str] = {
    "people": "People",
    "words": "Words",
    "dates": "Dates",
    "sources": "Sources",
}
MET, NOT_MET = "Met so far", "Not met yet"
KNOWN = "met"
DATES_NOTE = "You have read of it."
NO_ENTRIES = "This story has none."
TOLD_IN = "Told in"
WHERE_MET: Mapping[str, str] = {"person": "Where you met them", "term": "Where you met it"}
KINDS: Mapping[str, str] = {
    "memoir": "Memoirs",
    "witness": "Other witnesses",
    "document": "Documents and writings of the time",
    "press": "Newspapers and pamphlets",
    "history": "Historians",
    "essay": "Essays",
}
NOT_MENTIONED: Mapping[str, str] = {
    "person": "You have not met them yet. They wait further on in the story.",
    "term": "You have not read a text with this word in it yet.",
}
YOU_DECIDE = "You take their decisions."
NO_STORY_YET = "Begin the story, and the places where you read about it will stand here."
A_PERSON, A_WORD = "A person", "A word"

# Settings
SETTINGS, SETTINGS_ABOUT = "Settings", "They hold at once, and are kept."
READING, WINDOW, SOUND, LESSON = "Reading", "Picture", "Sound", "The lesson"
TEXT_SIZE = "Size of the text"
TEXT_SIZE_ABOUT = "Longer texts become more pages; nothing is ever cut off."
FONT, FONT_ABOUT = "Typeface", "OpenDyslexic has heavier feet."
FONTS: Mapping[str, str] = {"literata": "Literata", "opendyslexic": "OpenDyslexic"}
WORDS = "Easy reading"
WORDS_ABOUT = "The same story in short sentences."
SENTENCES: Mapping[str, str] = {"full": "Off", "easy": "On"}
CONTRAST, CONTRAST_ABOUT = "Contrast", "Black on white paper, with darker reds."
CONTRASTS = "As printed", "High"
MOTION, MOTION_ABOUT = "Motion", "Pictures with depth, leaves that turn, falling snow."
MOTIONS: Mapping[str, str] = {"full": "Full", "reduced": "Reduced"}
FULLSCREEN, FULLSCREEN_ABOUT = "Full screen", "F11 does the same."
WINDOW_SIZE = "Size of the window"
WINDOW_ABOUT = "When it does not fill the screen. You can also pull at its edges."
EFFECTS, EFFECTS_ABOUT = "Paper and stamps", "How loud turning and deciding are, in percent."
AMBIENCE, AMBIENCE_ABOUT = "Wind, rails, crowds", "How loud places are, in percent."
MUTE, MUTE_ABOUT = "All sound", "The key N does the same."
MUTES = "On", "Off"
ASK, ASK_ABOUT = "Ask why", "After a decision, one sentence of your own."
NOTES = "Content notes"
NOTES_ABOUT = "Say beforehand what a scene contains."
NAME, NAME_ABOUT = "Name or seat", "It stands on your games and on what you hand in."
NAME_NONE, NAME_WRITE, NAME_CHANGE = "No name yet", "Write it", "Change it"
YES_NO = "Yes", "No"
RESET, RESET_ABOUT = "As it came", "Puts back everything here but your name."
RESET_NOW = "Put it all back"

NAME_PROMPT = "Write your name, a nickname or the number of your seat."
NAME_PRIVATE = "It stays on this computer, in your games and your hand-in. You may leave it empty."
NAME_KEEP, NAME_WHY = "Keep it", "What it is for"
NAME_USES = (
    "Your teacher can tell the hand-ins of a class apart.",
    "You find your own game again where several people use one computer.",
)

# Games
SAVES_EMPTY = "No game is kept yet. Every decision is written down by itself."
KEEP_NEW = "Keep this game as well"
KEEP_NEW_ABOUT = "It stays as it is now, whatever you decide later."
DELETE, DELETE_SURE = "Delete", "Delete this game? It cannot be brought back."
DELETE_YES, DELETE_NO = "Yes, delete it", "No, keep it"
BY_ITSELF, BY_ITSELF_ABOUT = "Kept by itself", "after every decision, or with F5"
BY_YOU, BY_YOU_ABOUT = "Kept by you", "the newest is first"
NONE_BY_YOU = "Nothing yet. A game that you keep stays here, whatever you decide later."
AUTOSAVE, QUICKSAVE = "Your last decision.", "Kept with F5."
PUT_ASIDE = "Put aside for another game."
DAMAGED_GAME = "A game that cannot be opened"

# Help
HELP, HELP_ABOUT = "Help", "Keys, signs, and how sure we are."
SIGNS, ACCESS = "Signs", "For every reader"
MOUSE = "Mouse"
KEYS_READING = (
    ("Enter, Space", "Turn the page, or press what is marked"),
    ("Page Up, Down", "The page before, the next page"),
    ("Backspace", "One step back; it can take back a decision"),
    ("Esc", "Close what lies open, or open the menu"),
)
KEYS_DECIDING = (
    ("1 to 9", "Take the choice with this number"),
    ("Tab", "Mark one choice, word or button after the other"),
    ("Arrows", "Up, down: mark what is there. Left, right: turn"),
)
KEYS_PLACES = (
    ("F1", "This help"),
    ("F2", "Settings: size of the text, contrast, sound"),
    ("L or B", "Journal: everything read so far"),
    ("P or G", "People, words, dates and sources"),
    ("T", "The timeline"),
    ("M", "The railway: your road beside history"),
)
KEYS_WINDOW = (
    ("F5, F9", "Keep the game as it is; go back to it"),
    ("F11", "Full screen, or a window again"),
    ("H", "Only the picture, until the next key"),
    ("N", "Sound off and on"),
    ("S", "Write what is on the screen as a picture"),
)
KEYS_WRITING = (
    ("Ctrl A, C, X, V", "Select all, copy, cut, put in"),
    ("Tab, Enter", "Leave the line, keep what it says"),
)
MOUSE_KEYS = (
    ("Left button", "Press a button, a card or an underlined word"),
    ("Right button", "The same as Esc"),
    ("Wheel", "Turn pages"),
    ("Middle button", "Only the picture"),
)
READ, DECIDE, PLACES, WINDOW_KEYS, WRITE = (
    "Reading",
    "Deciding",
    "Going elsewhere",
    "Window and game",
    "Writing",
)
QUILL_ABOUT = "The quill: on whose word this rests, and what of it nobody has told."
LOCKED_ABOUT = "The padlock: this choice is closed to you, and it says why."
SEEN_ABOUT = "The tick: you have read about this."
METER_ABOUT = (
    "A meter: what a decision changed. What is lost is hatched, what is won follows a line, and "
    "what others paid is hatched twice, crosswise."
)
BEADS_ABOUT = "The beads: scenes behind you, the one you are in, scenes ahead."
FORK_ABOUT = "The rails: in how many of your last decisions you went another way than the record."
LINK_ABOUT = "Red and underlined: a person or a word that is explained when you press it."
WORKS, LACKS = "What works", "What does not"
ACCESS_ABOUT = (
    "everything with the keyboard alone, and everything with the mouse alone. Text up "
    "to twice its size, on every screen, without loss. High contrast, another typeface, no motion. "
    "There is no time limit, nothing flashes, nothing is told by colour or by sound alone. Every "
    "picture has a description. Content notes can be shown before a scene."
)
ACCESS_NOT = (
    "a screen reader cannot read this window, and it does not read aloud. Keys "
    "cannot be changed, and there is no gamepad. For a screen reader, the command "
    "‘power-struggle text’ tells the same story as plain text in a terminal."
)
ACCESS_TELL = "If something keeps you from reading, tell whoever gave you this book."

# Problems
PROBLEMS = "The story cannot be read yet"
READ_AGAIN, READ_AGAIN_NAME = "Read again (F5)", "Read the story again from its files"
QUIT = "Quit"
PROBLEMS_ABOUT = "Mend the files in any text editor, save them, and press F5 here."
SEVERITIES: Mapping[str, str] = {"error": "", "warning": "Warning. ", "advice": "Advice. "}

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def sure_about(who: str) -> str:
    """How sure we are, in a story where ``who`` takes the decisions; "" is nobody by name."""
    done = labels.heading(labels.what_was_done(who))
    return (
        f"Every outcome says how sure we are of it. {done} is documented or judged by historians. "
        "What would have come of another decision nobody can know: it is marked as our "
        "supposition, with what speaks for it and against it, and why the story comes back to the "
        "record. There are no points, and going the same way as the record is not the right "
        "answer."
    )


def chapter_of(number: int, title: str) -> str:
    return f"Chapter {number}: {title}"


def people_met(number: int, count: int) -> str:
    return f"{number} of {count} met so far. Press a name for more."


def words_met(number: int, count: int) -> str:
    return f"{number} of {count} met so far."


def cited_of(number: int, count: int) -> str:
    return f"{number} of {count} named so far."


def pronounced(says: str) -> str:
    return f"say {says}"


def person_name(person: Person) -> str:
    """A person in one line, for whoever hears it."""
    return ". ".join(part for part in (person.name, person.dates, person.role) if part)


def source_title(source: Source) -> tuple[str, str, str]:
    """What stands before the title of a work, the title, and what stands after it."""
    before = f"{source.author}, " if source.author else ""
    return before, source.title, f" ({source.year})" if source.year else ""


def when(written: str) -> str:
    """The local day and time of a save in words; "" where the text is not a time."""
    try:
        local = datetime.fromisoformat(written).astimezone()
    except (ValueError, OverflowError, OSError):
        return ""
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}, {local:%H:%M}"


def game_about(chapter: str, number: int, written: str, name: str) -> str:
    """What a kept game says of itself; no part of it is broken over two lines."""
    parts = (chapter, labels.decisions(number), when(written), name)
    whole = (part.replace(" ", "\u00a0") for part in parts if part)
    return "".join(f"{part}. " for part in whole).rstrip()


def heard(*, is_mute: bool) -> str:
    """What the key that silences the program says it did."""
    return "All sound is off. N turns it on again." if is_mute else "The sound is on."


def delete_name(title: str) -> str:
    return f"Delete the game at {title}"


def mistakes(number: int, files: int) -> str:
    what = "1 mistake" if number == 1 else f"{number} mistakes"
    where = "1 file" if files == 1 else f"{files} files"
    return f"{what} in {where}"


def more_mistakes(number: int) -> str:
    return f"Mend these first. {number} more are told after that."


def line_of(file: str, line: int) -> str:
    return f"{file}, line {line}"
