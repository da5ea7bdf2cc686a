"""The fields of what stands around the scenes: cover, chapters, people, words, sources, dates."""

from game.author.format import Field, Form, needed
from game.story.read_cover import KINDS_OF_SOURCE, KINDS_OF_VARIABLE

STORY = Form(
    "A story",
    "The cover: what the story is called, where it begins, and the numbers it keeps.",
    (
        needed("title", "text", "The title on the cover."),
        Field("id", "text", "The name under which games are kept: small letters and hyphens. Do "
              "not change it once people have played."),
        Field("subtitle", "text", "The line below the title."),
        Field("author", "text", "Who wrote it."),
        Field("about", "prose", "A paragraph about the story, on the cover."),
        Field("decides", "text", "Who takes the decisions, as in 'what Snow did'. Without it: "
              "'what was done'."),
        needed("start", "mention", "The scene where it begins.", "scene"),
        Field("illustration", "group", "The picture on the cover.", "An illustration"),
        Field("chapters", "texts", "The folders of the chapters, in their order. Without it they "
              "are read in the order of their names."),
        Field("variables", "names", "The numbers that the story keeps: resources, costs, and what "
              "has happened.", "A variable"),
        Field("contenders", "names", "Between whom power is shared, for 'power' in scenes.",
              "A contender"),
        Field("sections", "headings", "The sections of the essay that the story is built from."),
        Field("curriculum", "headings", "Tags of your syllabus and what they are called."),
    ),
    "story.yaml",
)  # fmt: skip

VARIABLE = Form(
    "A variable",
    "A number that choices change and conditions ask for.",
    (
        Field("kind", "word", "'resource' goes up and down and is shown; 'ledger' can only rise "
              "and is never a reward; 'flag' is yes or no and is not shown. Without it: flag.",
              words=KINDS_OF_VARIABLE),
        Field("label", "text", "What readers call it. Resources and ledgers need one."),
        Field("about", "text", "What it stands for, in a sentence."),
        Field("start", "number", "Where it begins. Without it: 0."),
        Field("low", "number", "The least it can be: -10 for a resource, 0 for the others."),
        Field("high", "number", "The most it can be: 10 for a resource, 100 for a ledger, 1 for a "
              "flag."),
    ),
)  # fmt: skip

CONTENDER = Form(
    "A contender",
    "Somebody who shares the power.",
    (
        needed("name", "text", "The name in the graph."),
        Field("colour", "text", 'The colour in the graph, in quotation marks: "#B3211A".'),
    ),
)

CHAPTER = Form(
    "A chapter",
    "A folder of scenes; about one lesson.",
    (
        needed("title", "text", "What the chapter is called."),
        Field("years", "text", "From when to when: 1854, or July to September 1854."),
        Field("intro", "prose", "What is read before its first scene."),
        Field("content", "texts", "What readers should know before they read it: [war]. Whoever "
              "would rather not is told the chapter by summaries: this one, then those of its "
              "scenes that have 'content' and 'summary' of their own."),
        Field("summary", "prose", "What is read in place of the intro by whoever asks for "
              "summaries. It stands on the lesson card too."),
        needed(
            "start", "mention", "Its first scene: where it begins when played by itself.", "scene"
        ),
        Field("questions", "questions", "Two questions to talk about at its end.", "A question"),
    ),
    "CHAPTER/chapter.yaml",
)  # fmt: skip

PERSON = Form(
    "A person",
    "Somebody the texts mention or who advises. Link to them: [Snow](person:snow).",
    (
        needed("name", "text", "The whole name."),
        Field("says", "text", "How the name is spoken: LYEH-nin."),
        Field("dates", "text", "Born and died: 1870–1924."),
        Field("born", "number", "The year of birth, where 'dates' does not say it plainly."),
        Field("died", "number", "The year of death, where 'dates' does not say it plainly."),
        Field("role", "text", "What they were, in a few words."),
        Field("text", "text", "Who they were, in a few sentences."),
        Field("figure", "picture", "Their portrait: one of the house's figures. Without it, and "
              "without a 'picture', it is the figure that is called as they are; where there is "
              "none, they have no face.", "figures"),
        Field("expression", "picture", "The face of that figure.", "expressions"),
        Field("picture", "text", "A portrait of your own beside people.yaml, in place of a figure: "
              "halifax.jpg. PNG, JPEG or WebP; of a tall one the upper part is shown."),
        Field("credit", "text", "Whose picture it is and under which licence, shown on the card."),
    ),
    "people.yaml",
)  # fmt: skip

TERM = Form(
    "A term",
    "A word that is explained. Link to it: [cholera](term:cholera). One by the name of old-style "
    "is linked to every date by two calendars, as 25 October/7 November 1917 is.",
    (
        needed("term", "text", "The word itself."),
        needed("text", "text", "What it means, in a sentence or two."),
    ),
    "glossary.yaml",
)

SOURCE = Form(
    "A source",
    "A work that the story rests on.",
    (
        Field("author", "text", "Who wrote it."),
        needed("title", "text", "What it is called."),
        Field("year", "text", "When it came out, or was written."),
        Field("kind", "word", "What kind of source it is. Without it: history, the work of a "
              "historian.", words=KINDS_OF_SOURCE),
        Field("note", "text", "How to weigh it: who wrote it, when, and what for."),
    ),
    "sources.yaml",
)  # fmt: skip

EVENT = Form(
    "An event",
    "A line of the timeline.",
    (
        needed("date", "text", "When it was."),
        needed("text", "text", "What happened."),
        Field("scene", "mention", "The scene that tells it.", "scene"),
    ),
    "timeline.yaml",
)

FORMS = (STORY, CHAPTER, PERSON, TERM, SOURCE, EVENT, VARIABLE, CONTENDER)
