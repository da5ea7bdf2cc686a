"""The words of the preview, for whoever writes a story."""

from collections.abc import Sequence

from game.story.model import Illustration

START = "This window follows your editor. F3 shows its keys."
START_PACKED = (
    "This is a .zip, shown as it is packed. To write in it, unpack it and preview its folder. "
    "F3 shows the keys of this window."
)
KEYS = "Keys of the preview"
KEY_LIST = (
    ("O", "what each choice leads to, one after the other"),
    ("I", "where everything on the picture comes from"),
    ("A", "another light; your file stays as it is"),
    ("E", "the easier texts, where there are some"),
    ("Z", "the next size of text"),
    ("X", "the next scene of the story"),
    ("J", "go to any scene"),
    ("W", "advice about this scene"),
    ("F4", "make the scene that is missing"),
    ("F5", "read everything again"),
    ("F3", "these keys"),
    ("Backspace", "back to the scene before the last choice"),
    ("Esc", "take away what lies over the page; then the menu"),
)
JUMP, JUMP_PROMPT = "Go to a scene", "Write some letters of its name or its title."
JUMP_NONE = "No scene has these letters."
MENDED = "Mended. No mistakes."
NO_EASY = "This scene has no easier text. Write one: 'text_easy'."
NO_PICTURE = "This scene has no picture. Write one: 'illustration'."
NO_ADVICE = "Nothing to say against this scene."
NO_OPTIONS = "This is an ending: it has no choices."
TAKE_PICTURE = "A picture without the window: power-struggle preview SCENE -o FILE.png"
MISTAKES = {"error": "To mend", "warning": "Worth a look", "advice": "Advice"}


def lost(scene: str) -> str:
    return f"There is no scene '{scene}' any more, so this is where the story begins."


def make(scene: str) -> str:
    return f"Make this scene (F4): {scene}"


def cannot_make(scene: str) -> str:
    return f"Write it in a terminal: power-struggle new scene {scene}"


def to_mend(count: int) -> str:
    return f"{count} to mend"


def behind(count: int) -> str:
    return f"{to_mend(count)}. Esc shows what."


def more(count: int) -> str:
    return f"and {count} more: power-struggle check"


def light(mood: str, *, is_own: bool) -> str:
    return (
        f"The light of your file: {mood}" if is_own else f"To keep this light, write: mood: {mood}"
    )


def no_light(drawn: Illustration | None) -> str:
    if drawn is None:
        return NO_PICTURE
    now = f"In sepia, as 'colours: {drawn.colours}' says."
    own = "To print it in brown, write: colours: sepia"
    return f"No light falls on a picture of your own. {own if drawn.colours == 'own' else now}"


def place(backdrop: str, mood: str, usual: str, line: int) -> str:
    light = f"mood: {mood}" if mood else f"mood: {usual} (the place's own)"
    return f"backdrop: {backdrop or 'none'}  ·  {light}  ·  line {line}"


def part(name: str, said: Sequence[str], line: int) -> str:
    return "  ·  ".join((name, *said, f"line {line}"))


def not_drawn(text: str) -> str:
    return f"{text}  ·  not drawn"


def own_picture(name: str, line: int) -> str:
    return f"picture: {name}  ·  line {line}"


def caption(scene: str, rest: Sequence[str]) -> str:
    return "  ·  ".join((f"Preview: {scene}", *rest))
