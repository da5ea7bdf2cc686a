"""The fields of a scene and its picture, in the order in which one writes them."""

from game.author.fields_choice import CERTAINTY_OF_ENDING
from game.author.format import Field, Form, needed
from game.story.read_scene import COLOURS

SCENE = Form(
    "A scene",
    "One decision: a picture, a text, and what can be chosen. Without choices it is an ending. "
    "The name of the file is the scene's name.",
    (
        needed("title", "text", "The heading on the page."),
        Field("sitting", "text", "Where a chapter is longer than a lesson: the title of the part "
              "that begins with this scene. Readers are told that it is a good place to stop."),
        Field("section", "mention", "Which section of the essay the scene is built on.", "section"),
        Field("date", "text", "When it happens, as it is to be read: 7 September 1854, evening."),
        Field("when", "day", "The same date for the program, in today's calendar. It finds people "
              "who were not yet born or no longer alive, and puts scenes in order."),
        Field("place", "text", "Where it happens."),
        Field("content", "texts", "What readers should know before they read it: [violence]. Then "
              "write a 'summary' too, for whoever would rather not read it."),
        Field("summary", "prose", "What is read instead of the text by whoever passes it over."),
        Field("illustration", "group", "The picture: made of the house's parts, or your own file.",
              "An illustration"),
        needed("text", "prose", "What the reader reads: where we are, what has happened, what is "
               "at stake. 200 to 350 words; an empty line begins a paragraph. Write 'text: |' and "
               "the text below it, two spaces in."),
        Field("text_easy", "prose", "The same in short sentences and common words, for whoever has "
              "set 'easier texts'."),
        Field("echoes", "groups", "Paragraphs that appear only after certain earlier choices.",
              "An echo"),
        Field("quill", "text", "What in the text rests on one person's own word alone."),
        Field("advisers", "groups", "What others say before the decision. They should disagree.",
              "An adviser"),
        Field("dispatch", "text", "News that arrives after the advice and before the decision."),
        Field("before", "question", "A question to think about before reading on, for the lesson.",
              "A question"),
        Field("after", "question", "A question to talk about after the decision, for the lesson.",
              "A question"),
        Field("prompt", "text", "The question over the choices, in place of 'What do you do?'."),
        Field("choices", "groups", "Two to four things that the reader may do. A scene without "
              "choices is an ending.", "A choice"),
        Field("history", "group", "What was really done here, and who says so.", "The history"),
        Field("power", "points", "How power was shared after this scene, in points of 100. Only "
              "for stories with 'contenders'.", "contender"),
        Field("source_check", "one or more", "A mistake in a source, and how one can tell.",
              "A source check"),
        Field("ending", "group", "For a scene without choices: how it really went.", "An ending"),
        Field("curriculum", "mentions", "Tags for the lesson card, from 'curriculum' in "
              "story.yaml.", "curriculum"),
    ),
    "CHAPTER/SCENE.yaml",
)  # fmt: skip

_AT = Field("at", "picture", "Where it stands.", "places")
_FACING = Field(
    "facing", "picture", "Which way it looks; without it, towards the middle.", "facings"
)
_SIZE = Field("size", "picture", "How near it stands.", "sizes")
_EXPRESSION = Field("expression", "picture", "The face.", "expressions")
_POSE = Field("pose", "picture", "What the hands do.", "poses")

ILLUSTRATION = Form(
    "An illustration",
    "A picture made of the house's parts in a few lines, or a file of your own beside the scene.",
    (
        Field("alt", "text", "What is to be seen, in one sentence for whoever cannot see it."),
        Field("backdrop", "picture", "The place behind everything.", "backdrops"),
        Field("mood", "picture", "The light.", "moods"),
        Field("cast", "groups", "The people, nearest first.", "A figure"),
        Field("props", "groups", "Things and crowds.", "A prop"),
        Field("focus", "share", "Where in the picture the most important thing is: 0 is the left "
              "edge, 1 the right. Needed for a picture of your own, seldom otherwise."),
        Field("picture", "text", "A file of your own beside the scene, in place of the parts: "
              "harbour.jpg. PNG, JPEG or WebP."),
        Field("colours", "word", "How that file is printed: in its own colours, or in sepia, which "
              "suits a photograph. Without it: own.", words=COLOURS),
        Field("credit", "text", "Whose picture it is and under which licence, shown with it."),
    ),
)  # fmt: skip

FIGURE = Form(
    "A figure",
    "A person in the picture.",
    (
        needed("figure", "picture", "Who it is.", "figures"),
        _AT, _SIZE, _FACING, _EXPRESSION, _POSE,
    ),
)  # fmt: skip

PROP = Form(
    "A prop",
    "A thing or a crowd in the picture.",
    (
        needed("prop", "picture", "What it is.", "props"),
        _AT, _SIZE, _FACING, _EXPRESSION, _POSE,
    ),
)  # fmt: skip

ECHO = Form(
    "An echo",
    "A paragraph that is added to the text when an earlier choice returns.",
    (
        Field("when", "conditions", "When it appears: [army >= 3], [waited], [not exiled].",
              "variable"),
        needed("text", "prose", "The paragraph."),
    ),
)  # fmt: skip

ADVISER = Form(
    "An adviser",
    "One voice before the decision.",
    (
        needed("who", "mention", "Who speaks, by the name in people.yaml.", "person"),
        needed("says", "text", "What they say, in a sentence or two. In quotation marks if it has "
               "a colon or a comma in it."),
    ),
)  # fmt: skip

QUESTION = Form(
    "A question",
    "A question with the teacher's answer. Without an answer, write the question alone.",
    (
        needed("question", "text", "The question, as pupils read it."),
        Field("answer", "text", "What a good answer says. Only the teacher's pages show it."),
    ),
)

ENDING = Form(
    "An ending",
    "What stands under the text of a scene without choices.",
    (
        Field("historical", "yes", "Whether it really ended so."),
        Field("real", "texts", "How it really went, in up to five lines."),
        Field("for", "text", "What speaks for it that it could have ended so."),
        Field("against", "text", "What speaks against it."),
        CERTAINTY_OF_ENDING,
    ),
)

FORMS = (SCENE, ILLUSTRATION, FIGURE, PROP, ECHO, ADVISER, QUESTION, ENDING)
