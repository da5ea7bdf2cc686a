"""Nodes become conditions, effects, ways onward and shares of power: no code anywhere."""

import re
from collections.abc import Mapping

from game.story.model import Branch, Ref
from game.story.page import ONWARD, Kind, Page
from game.story.problem import Mark
from game.story.reader import YES, Reader
from game.story.rules import Comparator, Condition, Effect
from game.story.source import Items, Node, Scalar
from game.story.source import Mapping as Fields

_COMPARISON = re.compile(r"([a-z0-9_-]+)\s*(==|!=|<=|>=|<|>)\s*([+-]?[0-9]{1,6})")
_FLAG = re.compile(r"(not\s+)?([a-z0-9_-]+)")
_COMPARATORS: Mapping[str, Comparator] = {
    "==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=",
}  # fmt: skip


def conditions(read: Reader, name: str) -> tuple[Condition, ...]:
    """Return what must all hold: 'army >= 3', 'exiled' (not 0) or 'not exiled' (0)."""
    found = [_condition(scalar, read.page) for scalar in read.scalars(name)]
    return tuple([condition for condition in found if condition is not None])


def _condition(scalar: Scalar, page: Page) -> Condition | None:
    mark = page.mark(scalar)
    text = scalar.text.strip()
    compared, flag = _COMPARISON.fullmatch(text), _FLAG.fullmatch(text)
    if compared:
        variable = compared[1]
        condition = Condition(variable, _COMPARATORS[compared[2]], int(compared[3]), mark)
    elif flag and text != "not":
        variable = flag[2]
        condition = Condition(variable, "==" if flag[1] else "!=", 0, mark)
    else:
        message = f"'{text}' is not a condition."
        hint = "Write 'trust >= 3', 'warned' or 'not warned', with the names of your variables."
        page.report(mark, "condition", message, hint)
        return None
    page.mention("variable", variable, mark)
    return condition


def effects(read: Reader, name: str) -> tuple[Effect, ...]:
    """Return the changes: '+1' and '-1' are added, '3', 'yes' and 'no' are put in place."""
    found = []
    for key, node in read.pairs(name).values():
        mark = read.page.mark(key)
        read.page.mention("variable", key.text, mark)
        text = node.text if isinstance(node, Scalar) else ""
        if text in YES:
            found.append(Effect(key.text, int(YES[text]), relative=False, mark=mark))
        else:
            hint = f"Write '{key.text}: +1' to add, '{key.text}: 1' to set."
            amount = read.number(key.text, node, hint=hint)
            found.append(Effect(key.text, amount, text.startswith(("+", "-")), mark))
    return tuple(found)


def points(read: Reader, name: str) -> dict[str, int]:
    """Return a number for each contender named."""
    found = {}
    for key, node in read.pairs(name).values():
        read.page.mention("contender", key.text, read.page.mark(key))
        found[key.text] = read.number(key.text, node)
    return found


def branches(read: Reader, name: str) -> tuple[Branch, ...]:
    """Return where a choice leads: one scene, or a list of which the first that fits is taken."""
    node = read.group(name, needed=True)
    if isinstance(node, Scalar):
        return (Branch((), _scene(node, read.page)),)
    if node is None:
        return (Branch((), Ref("", read.mark)),)
    if not isinstance(node, Items) or not node.nodes:
        message = f"'{name}' is a scene, or a list of scenes with conditions."
        hint = "Write 'goto: next-scene', or a list of '- {when: [trust >= 3], scene: next-scene}'."
        read.report(read.page.mark(node), "goto", message, hint)
        return (Branch((), Ref("", read.mark)),)
    found = tuple(_branch(item, read.page) for item in node.nodes)
    _last_is_open(found, node, read.page)
    return found


def _scene(scalar: Scalar, page: Page) -> Ref:
    ref = Ref(scalar.text.strip(), page.mark(scalar))
    page.mention(_kind(scalar), ref.id, ref.mark)
    return ref


def _kind(node: Node) -> Kind:
    return "onward" if isinstance(node, Scalar) and node.text.strip() == ONWARD else "scene"


def _branch(node: Node, page: Page) -> Branch:
    if isinstance(node, Scalar):
        return Branch((), _scene(node, page))
    with Reader(node, "A way onward", page) as read:
        pair = node.fields.get("scene") if isinstance(node, Fields) else None
        kind = _kind(pair[1]) if pair else "scene"
        return Branch(conditions(read, "when"), read.needed_ref(kind, "scene"))


def _last_is_open(found: tuple[Branch, ...], node: Items, page: Page) -> None:
    marks: list[Mark] = [page.mark(item) for item in node.nodes]
    if found[-1].when:
        message = "Where none of these conditions holds, this choice leads nowhere."
        hint = "Add a last line without 'when': - {scene: next-scene}"
        page.report(marks[-1], "goto-last", message, hint)
    for branch, mark in zip(found[:-1], marks, strict=False):
        if not branch.when:
            message = "This always fits, so nothing below it is ever taken."
            page.report(mark, "goto-order", message, "Give it a 'when', or put it last.")
