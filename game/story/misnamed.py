"""Files that are not read because of their names, and what they have to be called."""

import re
import unicodedata

from game.story.reader import ID

# What other programs add to a name or save instead: Notepad the first, word processors the others.
_ENDINGS = frozenset({"txt", "doc", "docx", "rtf", "odt"})
_SHOW = "Windows shows endings when 'File name extensions' is ticked under View."


def ending(name: str) -> str:
    """The ending of a file that was meant to be a text of the story; "" for any other file."""
    found = name.rpartition(".")[2].lower()
    return found if found in _ENDINGS else ""


def stem(name: str) -> str:
    """What such a file was meant to be called, without any ending: "a.yaml.txt" is "a"."""
    rest = name.rpartition(".")[0]
    return re.sub(r"\.ya?ml$", "", rest, flags=re.IGNORECASE)


def is_added(name: str) -> bool:
    """Whether the right name is still there, and another ending was added to it."""
    return bool(ending(name)) and stem(name) != name.rpartition(".")[0]


def message(name: str) -> str:
    return f"'{name}' is not read, because its name ends in '.{ending(name)}'."


def hint(name: str) -> str:
    """What to do with a file whose text may be as it should be."""
    if is_added(name):
        found = name.rpartition(".")[2]
        return f"Take '.{found}' off its name: '{stem(name)}.yaml'. {_SHOW}"
    if ending(name) == "txt":
        return f"Name it '{stem(name)}.yaml'. {_SHOW}"
    return (
        f"Save it as plain text, or copy its text into a text editor, and name it "
        f"'{stem(name)}.yaml'."
    )


def better(name: str) -> str:
    """A good name for the file of a scene instead of one that is not."""
    letters = unicodedata.normalize("NFKD", name.rpartition(".")[0]).encode("ascii", "ignore")
    plain = "-".join(re.findall("[a-z0-9]+", letters.decode().lower()))
    return f"{plain if ID.fullmatch(plain) else 'first-scene'}.yaml"
