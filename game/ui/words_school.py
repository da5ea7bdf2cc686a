"""The words for what a school decides."""

SET_BY_SCHOOL = "Set by your school."
KEPT_HERE = (
    "The folder of your school cannot be reached. Your game is kept on this computer, and is "
    "brought there when it can be."
)
LEAVE, LEAVE_PROMPT = "Close the program?", "A teacher can close it with the code."
LEAVE_NOW, STAY = "Close it", "Go on reading"
NOT_THE_CODE = "That is not the code. Nothing was closed."
OTHER_GAME = (
    "Another game was kept here before. It is among your kept games now, and nothing of it is lost."
)
LESSON_END = "The lesson ends here"
LESSON_END_ABOUT = (
    "The story goes on, but your teacher chose this part of it for today. Your game and your "
    "sentences are kept."
)
LOOK_BACK, TO_TITLE = "Read it again in the journal", "To the title"
REASON_NEEDED = "Your teacher asks for a sentence here. A few words are enough."
WHY_REQUIRED = "Your teacher asks for a sentence. It is kept with the decision."
NAME_NEEDED = "Write a name or the number of your seat to begin."
SEATS, SEATS_ABOUT = "Which seat is yours?", "Every seat has its own games and settings."
ANOTHER_SEAT = "Another seat"


def seat(number: str) -> str:
    return f"Seat {number}"
