"""Stories by chance, for properties that must hold for every story."""

from hypothesis import strategies as st

from game.story.model import Choice, Scene, Story
from tests.making import choice, flag, ledger, scene, story, variable

SCENES = ("a", "b", "c", "d", "e", "f")
CONDITIONS = (
    *("army >= 1", "army < 0", "army == 2", "army != -1", "army <= -2", "army > 2"),
    *("seen", "not seen", "toll >= 3", "toll < 2", "army >= -3", "army > 3"),
)
CHANGES: tuple[dict[str, str], ...] = (
    *({"army": "+1"}, {"army": "-2"}, {"army": "2"}, {"army": "-9"}, {"seen": "1"}, {"seen": "0"}),
    *({"toll": "+1"}, {"toll": "2"}, {"toll": "-1"}, {"army": "+2", "toll": "+3", "seen": "1"}, {}),
)

wanted = st.lists(st.sampled_from(CONDITIONS), max_size=2)


@st.composite
def ways(draw: st.DrawFn) -> str:
    last = draw(st.sampled_from(SCENES))
    if draw(st.booleans()):
        return last
    other = draw(st.sampled_from(SCENES))
    return f"{other} if {draw(st.sampled_from(CONDITIONS))}; {last}"


@st.composite
def choices(draw: st.DrawFn, id: str) -> Choice:
    locked = draw(st.sampled_from(["", "It is closed."]))
    return choice(id, draw(ways()), draw(wanted), locked, does=draw(st.sampled_from(CHANGES)))


@st.composite
def scenes(draw: st.DrawFn, id: str) -> Scene:
    ids = ("one", "two", "three")[: draw(st.integers(0, 3))]
    record = draw(st.sampled_from(("", *ids)))
    return scene(id, *(draw(choices(name)) for name in ids), record=record)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    variables = (variable("army", low=-3, high=3), flag("seen"), ledger(high=4))
    return story(*(draw(scenes(name)) for name in SCENES), variables=variables)
