"""Nodes become a scene: the story format, one line for each field."""

from typing import get_args

from game.story.model import (
    Adviser,
    Colours,
    Echo,
    Ending,
    History,
    Illustration,
    Placed,
    Ref,
    Scene,
)
from game.story.page import Page
from game.story.problem import nearest
from game.story.read_choice import certainty, choices, history, source_checks
from game.story.read_question import question
from game.story.read_rules import conditions, points
from game.story.reader import Reader
from game.story.source import Node

COLOURS: tuple[Colours, ...] = get_args(Colours)


def scene(id: str, chapter: str, node: Node, page: Page) -> Scene:
    with Reader(node, "A scene", page) as read:
        told = read.group("history")
        record = history(told, page) if told else None
        drawn = read.group("illustration")
        ends = read.group("ending")
        found = Scene(
            id=id,
            chapter=chapter,
            title=read.text("title", needed=True),
            sitting=read.text("sitting"),
            section=read.name("section", "section"),
            date=read.text("date"),
            when=read.day("when"),
            place=read.text("place"),
            content=read.texts("content"),
            summary=read.prose("summary"),
            text=read.needed_prose("text"),
            text_easy=read.prose("text_easy"),
            before=question(read, "before"),
            after=question(read, "after"),
            echoes=tuple([echo(item, page) for item in read.items("echoes")]),
            quill=read.text("quill"),
            dispatch=read.text("dispatch"),
            prompt=read.text("prompt"),
            illustration=illustration(drawn, page) if drawn else None,
            advisers=tuple([_adviser(item, page) for item in read.items("advisers")]),
            choices=choices(read.items("choices"), page, record.choice.id if record else ""),
            history=record,
            power=points(read, "power"),
            source_checks=source_checks(read, "source_check"),
            ending=_ending(ends, page) if ends else None,
            curriculum=tuple([ref.id for ref in read.refs("curriculum", "curriculum")]),
            mark=read.mark,
        )
        _agrees(found, read)
        return found


def _agrees(scene: Scene, read: Reader) -> None:
    """Report what the parts of one scene say against each other."""
    if scene.history is not None:
        _names_a_choice(scene, scene.history, read)
    if scene.ending is not None and scene.choices:
        message = "A scene with choices is not an ending."
        hint = "Take out 'ending', or the choices."
        read.report(read.place("ending"), "ending-with-choices", message, hint)


def _names_a_choice(scene: Scene, history: History, read: Reader) -> None:
    ids = [choice.id for choice in scene.choices]
    if history.choice.id in ids or not history.choice.id:
        return
    if not ids and read.has("choices"):
        return  # They are there, and their own mistake is reported.
    hint = nearest(history.choice.id, ids) or f"Write one of: {', '.join(ids)}."
    if not ids:
        hint = "Give the scene a choice with this id, or take 'history' out."
    message = f"This scene has no choice '{history.choice.id}'."
    read.report(history.choice.mark, "unknown-choice", message, hint)


def echo(node: Node, page: Page) -> Echo:
    with Reader(node, "An echo", page) as read:
        return Echo(conditions(read, "when"), read.needed_prose("text"))


def _adviser(node: Node, page: Page) -> Adviser:
    with Reader(node, "An adviser", page) as read:
        who = read.needed_ref("person", "who")
        return Adviser(who, read.text("says", needed=True), read.mark)


def illustration(node: Node, page: Page) -> Illustration:
    with Reader(node, "An illustration", page) as read:
        return Illustration(
            alt=read.text("alt"),
            backdrop=read.part("backdrop"),
            mood=read.text("mood"),
            cast=tuple([_placed(item, page, "figure") for item in read.items("cast")]),
            props=tuple([_placed(item, page, "prop") for item in read.items("props")]),
            focus=read.share("focus"),
            picture=read.text("picture"),
            colours=read.word("colours", COLOURS, "own"),
            credit=read.text("credit"),
            mark=read.mark,
        )


def _placed(node: Node, page: Page, kind: str) -> Placed:
    with Reader(node, f"A {kind}", page) as read:
        return Placed(
            part=read.part(kind, needed=True) or Ref("", read.mark),
            at=read.text("at"),
            size=read.text("size"),
            facing=read.text("facing"),
            expression=read.text("expression"),
            pose=read.text("pose"),
            mark=read.mark,
        )


def _ending(node: Node, page: Page) -> Ending:
    with Reader(node, "An ending", page) as read:
        historical = read.yes("historical")
        return Ending(
            historical=historical,
            real=read.texts("real"),
            evidence_for=read.text("for"),
            evidence_against=read.text("against"),
            certainty=certainty(read, "documented" if historical else "supposition"),
            mark=read.mark,
        )
