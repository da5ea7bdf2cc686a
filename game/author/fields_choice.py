"""The fields of a choice, of what history says beside it, and of a source check."""

from game.author.format import Field, Form, needed
from game.story.read_choice import CERTAINTIES, SLIPS

_SURE = (
    "How sure we are: 'documented' (the sources say so), 'judgement' (historians conclude it) or "
    "'supposition' (nobody can know). "
)
CERTAINTY_OF_ENDING = Field(
    "certainty", "word", _SURE + "Without it: documented for the historical ending, else "
    "supposition.", words=(*CERTAINTIES,),
)  # fmt: skip
_SOURCES = Field("sources", "mentions", "Who says so, by the names in sources.yaml.", "source")

CHOICE = Form(
    "A choice",
    "One thing that the reader may do, what follows from it, and where it leads.",
    (
        Field("id", "text", "A short name, in small letters and hyphens: press-on. Without it the "
              "first words of the text are taken, and a saved game forgets it when they change."),
        needed("text", "text", "What is done, in up to 20 words."),
        Field("detail", "text", "A smaller line below it: what it would cost, or who would mind."),
        needed("outcome", "prose", "What follows at once. One step away from the record, and no "
               "more."),
        Field("certainty", "word", _SURE + "Without it: documented for what was really done, else "
              "supposition.", words=(*CERTAINTIES,)),
        Field("for", "text", "What speaks for this outcome, in one sentence."),
        Field("against", "text", "What speaks against it, in one sentence."),
        Field("returns", "text", "Why the story comes back to the record after all."),
        Field("cost", "text", "What it cost other people. It goes into the ledger of human cost."),
        _SOURCES,
        Field("requires", "conditions", "When it is offered: [army >= 3, not exiled]. All must "
              "hold.", "variable"),
        Field("locked", "text", "Why it is closed, shown when it is not offered. Without it, a "
              "closed choice is hidden."),
        Field("effects", "effects", "What it changes: {army: +2, waited: yes}. +2 adds, 2 sets.",
              "variable"),
        Field("shift", "points", "How it moves the reader's share of power away from the record's.",
              "contender"),
        needed("goto", "goto", "Where it leads: the name of a scene's file, without '.yaml'. For a "
               "hinge, a list of which the first that fits is taken. In a scene that a pack puts "
               "behind a choice 'onward' is where that choice led.", "A way onward"),
    ),
)  # fmt: skip

ONWARD = Form(
    "A way onward",
    "One way of several. The last has no 'when', so that there is always one.",
    (
        Field("when", "conditions", "When this way is taken: [army >= 3].", "variable"),
        needed("scene", "mention", "Where it leads.", "scene"),
    ),
)

HISTORY = Form(
    "The history",
    "What was really done, shown beside what the reader chose.",
    (
        needed("choice", "text", "Which of the choices was really taken, by its id."),
        Field("title", "text", "What was done, as a heading. Without it, the text of the choice."),
        needed("text", "prose", "What was done, and what came of it."),
        Field("text_easy", "prose", "The same in short sentences and common words."),
        Field("because", "text", "Why it was done, as far as one can tell."),
        Field("fact", "text", "One sentence that can be looked up, set in bold."),
        Field("quill", "text", "What of it rests on one person's own word alone."),
        Field("certainty", "word", _SURE + "Without it: documented.", words=(*CERTAINTIES,)),
        _SOURCES,
        Field("historians", "groups", "Two who disagree, by name.", "A historian"),
    ),
)  # fmt: skip

HISTORIAN = Form(
    "A historian",
    "One side of a disagreement.",
    (
        needed("who", "text", "The historian's name."),
        needed("says", "text", "What they hold, in a sentence."),
        Field("sources", "mentions", "Where they say so, by the names in sources.yaml.", "source"),
    ),
)

SOURCE_CHECK = Form(
    "A source check",
    "A sentence of a source, what the record says, and how one can tell.",
    (
        needed("essay", "text", "What the source says. Quotation marks belong only round its very "
               "words."),
        needed("record", "text", "What the record says."),
        needed("tell", "text", "How one can tell, without knowing it already."),
        Field("kind", "word", "What kind of slip it is; 'stands' is for a sentence that holds.",
              words=SLIPS),
        Field("debated", "yes", "Whether historians still disagree."),
        Field("question", "text", "A question to the reader. Then write 'answers' too."),
        Field("answers", "groups", "Two or three answers, of which one is right.", "An answer"),
        _SOURCES,
    ),
)  # fmt: skip

ANSWER = Form(
    "An answer",
    "One answer to the question of a source check.",
    (
        needed("text", "text", "The answer."),
        Field("right", "yes", "Whether it is the right one."),
        Field("because", "text", "Why, shown when it is picked."),
    ),
)

FORMS = (CHOICE, ONWARD, HISTORY, HISTORIAN, SOURCE_CHECK, ANSWER)
