"""The words of the terminal for what a school decides, and for what is handed in."""

SET_BY_SCHOOL = "That was set by your school."
REASON_NEEDED = "Your teacher asks for a sentence here. A few words are enough."
LESSON_END = (
    "The lesson ends here. The story goes on, but your teacher chose this part of it for today.",
    "Your game and your sentences are kept. Type 'log' to read your way, 'hand in' to make a page "
    "for your teacher, or 'quit'.",
)
NAME_PROMPT = "Your name, or the number of your seat: "
NAME_ASKED = "You may leave it empty."
NAME_NEEDED = "Write a name or the number of your seat to begin."
NO_NAMES = "Your school wants no names, so none is kept."
CODE_PROMPT = "A teacher can end this with the code. Type it, or press Enter to go on: "
NOT_THE_CODE = "That is not the code. Nothing was ended."
HAND_IN_HELP = "hand in: make a page for your teacher, with your decisions and your sentences."
HAND_IN_HINT = "Type 'hand in' to make a page for your teacher."
NOTHING_TO_HAND_IN = "You have not decided anything yet, so there is nothing to hand in."
NOT_HERE = "Nothing can be handed in here."


def seats(most: int) -> str:
    return f"Which seat is yours? Type a number from 1 to {most}: "
