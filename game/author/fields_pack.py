"""The fields of a pack: what extends a story without touching its files."""

from game.author.format import Field, Form, needed

PACK = Form(
    "A pack",
    "The cover of what extends a story without touching its files. Beside it may lie people, "
    "words, sources, dates, and folders: one that is named as a chapter of the story adds scenes "
    "to that chapter, any other is a new chapter and needs a chapter.yaml.",
    (
        needed("id", "text", "Its own name: small letters and hyphens. Packs are laid on in the "
               "order of these names. Do not change it once people have played."),
        needed("title", "text", "What it is called in the list where it is switched on."),
        Field("author", "text", "Who wrote it."),
        Field("about", "prose", "A sentence about what it adds."),
        needed("extends", "text", "The id of the story that it is laid on."),
        Field("illustration", "group", "The picture beside its title.", "An illustration"),
        Field("variables", "names", "The numbers that it adds to those of the story.",
              "A variable"),
        Field("contenders", "names", "Who shares the power besides those of the story.",
              "A contender"),
    ),
    "story.yaml",
)  # fmt: skip

ADDITION = Form(
    "An addition",
    "What a pack adds to a scene of the story, under the name of the scene.",
    (
        Field("choices", "groups", "They stand below those that the scene has; together there can "
              "be nine.", "A choice"),
        Field("after_choice", "ways", "Puts a scene of the pack behind a choice that is there. "
              "It leads on with 'goto: onward' to where the choice led."),
        Field("echoes", "groups", "Paragraphs that appear only after certain choices.",
              "An echo"),
        Field("power", "points", "How much power the pack's own contenders had then. Without it "
              "they have none.", "contender"),
    ),
    "additions.yaml",
)  # fmt: skip

FORMS = (PACK, ADDITION)
