"""Nodes become questions to think about: a text, or a question with the teacher's answer."""

from game.story.model import Question
from game.story.page import Page
from game.story.reader import Reader
from game.story.source import Items, Node, Scalar


def question(read: Reader, name: str) -> Question | None:
    node = read.group(name)
    return _question(node, read.page) if node is not None else None


def questions(read: Reader, name: str) -> tuple[Question, ...]:
    """Return the list; where there is only one, it need not stand in a list."""
    node = read.group(name)
    if node is None:
        return ()
    items = node.nodes if isinstance(node, Items) else [node]
    return tuple([_question(item, read.page) for item in items])


def _question(node: Node, page: Page) -> Question:
    if isinstance(node, Scalar):
        if "](" in node.text:
            page.links(node)
        return Question(" ".join(node.text.split()), "", page.mark(node))
    with Reader(node, "A question", page) as read:
        return Question(read.text("question", needed=True), read.text("answer"), read.mark)
