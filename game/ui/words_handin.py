"""The words for what a pupil hands in."""

HAND_IN, HAND_IN_NOW, AGAIN = "Hand in", "Hand it in", "Hand it in again"
ABOUT = (
    "A page with your decisions and your own sentences, beside what was really done. Your teacher "
    "reads it in any browser. There are no marks on it, and no way is the right one."
)
WHAT = "What stands on it"
BESIDE = "Beside each decision: what was really done, how sure we are, and who says so."
LATER = "You can play on, and hand it in again later."
NOTHING_YET = "You have not decided anything yet, so there is nothing to hand in."
NAME_FIRST = (
    "Write a name or the number of your seat first, so that your teacher knows whose it is."
)
WRITTEN = "Handed in. It lies in the folder of your school."
SHOW_FOLDER = "Open the folder"
SHOWN = "Your computer was asked to open the folder. If nothing comes, its name stands on the page."
NOT_SHOWN = "The folder cannot be opened from here. Its name stands on the page."
WITH_NAME, WITHOUT_NAME = "Your name, as you wrote it here.", "No name."
CHAPTER_ABOUT = "A page for your teacher, with your decisions and your sentences."


def kept(name: str, folder: str) -> str:
    return f"Your page is ready: ‘{name}’, in {folder}. Give it to your teacher."


def waits(name: str) -> str:
    return (
        f"Your page is kept on this computer as ‘{name}’. The folder of your school cannot be "
        "reached just now; the page is brought there as soon as it can be. You need do nothing."
    )


def held(cause: str) -> str:
    return (
        f"Your page cannot be kept on this computer ({cause}), and the folder of your school "
        "cannot be reached just now. Leave the program open and tell your teacher."
    )


def failed(cause: str) -> str:
    return f"Your page could not be written ({cause}). Your game goes on. Tell your teacher."


def decisions(count: int, reasons: int) -> str:
    told = "One decision" if count == 1 else f"{count} decisions"
    why = "no reason" if not reasons else "one reason" if reasons == 1 else f"{reasons} reasons"
    return f"{told}, {why} in your own words"


def backs(count: int) -> str:
    return "One change of mind" if count == 1 else f"{count} changes of mind"


def answers(count: int) -> str:
    return "One answer to a question" if count == 1 else f"{count} answers to questions"
