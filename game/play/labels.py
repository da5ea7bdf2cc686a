"""What the record and a comparison are called, wherever they are shown.

The window, the terminal, what is handed in and the lesson card all take these words from here, so
that one thing has one name. What only one of them says, or says to somebody else ("the same way",
to a teacher), stands among its own words.
"""

from collections.abc import Mapping

from game.story.lists import Source
from game.story.model import Certainty, Scene, Story

WHAT_DO_YOU_DO = "What do you do?"
ADVISERS = "What the others say"
CONTENT = "Content note"
SUMMARIES_ABOUT = (
    "Where a scene of this chapter has a content note, a few sentences tell what happens, and you "
    "decide all the same."
)
NO_SUMMARIES = "The scenes of this chapter have no summaries of their own: they are told in full."
BEFORE, AFTER = "Before you read", "To think about"
NOT_TAKEN = "Not taken"

# The decision, and the record beside it
VERDICTS: Mapping[bool | None, str] = {
    True: "You went the same way.",
    False: "You went another way.",
    None: "",
}
THE_RECORD = "The record"
NO_RECORD = "The record is silent here: the decision is yours, as a reader."
BECAUSE = "Why it was done"
RETURNS = "Why the story returns"
COST = "What it cost others"
SOURCES = "Sources"
HISTORIANS = "Historians disagree"
REAL = "What really happened"
EVERYONE_ELSE = "Everyone else"
POWER_JUDGED = (
    "Shares of 100. Nobody measured power: the numbers of the record are the judgement of the "
    "story’s author, and a player’s move away from them with each decision."
)
POWER_SAME = "How power stood, in the record and in your story"
ENDING, ENDING_RECORD = "An ending", "The ending of the record"

# How sure we are: as a heading of its own, and before what is said to it
HOW_SURE, SURE = "How sure are we?", "How sure we are"
FOR, AGAINST = "For it", "Against it"
CERTAINTY: Mapping[Certainty, str] = {
    "documented": "documented",
    "judgement": "historians’ judgement",
    "supposition": "our supposition",
}
CERTAINTY_ABOUT: Mapping[Certainty, str] = {
    "documented": "The sources say that this was done; how it is told is ours.",
    "judgement": "They conclude it from the evidence.",
    "supposition": "Nobody can know. This is one step away from the record, and no more.",
}

# A source check
SOURCE_CHECK = "Source check"
RECORD_SAYS, TELL = "The record says", "How one can tell"
DEBATED = "Historians still argue about this."


def source_says(story: Story) -> str:
    """What a source check begins with: a story that is built from an essay checks the essay."""
    return "The essay says" if story.sections else "The source says"


def how_sure(certainty: Certainty) -> str:
    """The whole of how sure we are, to stand behind a label."""
    return f"{CERTAINTY[certainty]}. {CERTAINTY_ABOUT[certainty]}"


def ending(scene: Scene) -> str:
    """What kind of an ending a scene is."""
    return ENDING_RECORD if scene.ending is not None and scene.ending.historical else ENDING


def what_was_done(who: str) -> str:
    return f"what {who} did" if who else "what was done"


def cited(work: Source) -> str:
    """A work in one line; its author and its year may be unknown."""
    named = f"{work.author}, {work.title}" if work.author else work.title
    return f"{named} ({work.year})" if work.year else named


def decisions(count: int) -> str:
    return "1 decision" if count == 1 else f"{count} decisions"


def heading(label: str) -> str:
    """A label that begins a line."""
    return label[:1].upper() + label[1:]
