"""A scene of ours that comes back from Twine: what was changed there is changed, and no more."""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

from game.author import ids, trees, twee, twine
from game.author.trees import Tree
from game.author.twee import Link, Passage
from game.story import markup, read_scene
from game.story.model import Choice, Prose, Scene
from game.story.page import Page
from game.story.problem import Problem
from game.story.source import parse

OUTCOME = "Write what comes of it."
_BREAK = re.compile(r"\n\s*\n")
Paragraphs = Callable[[str], list[str]]


def cover(text: str, title: str, start: str) -> str:
    """The story.yaml, with another title or another start where Twine has one."""
    values = trees.fields(text)
    wanted = {"title": title or values.get("title", ""), "start": start}
    same = {name: values.get(name, "") for name in wanted} == wanted
    return text if same or not values else trees.yaml({**values, **wanted})


def scene(
    name: str, text: str, passage: Passage, names: Mapping[str, str], spoken: Paragraphs
) -> str | None:
    """The file of a scene, letter for letter where nothing was changed; None if it is unreadable.

    ``names`` has the id of each passage; ``spoken`` takes a passage's text to paragraphs.
    """
    problems: list[Problem] = []
    node = parse(text, name, problems)
    values = trees.fields(text)
    if node is None or not values or problems:
        return None
    ours = read_scene.scene(name, "", node, Page(name, text, problems))
    changed = {**values}
    if passage.name not in twine.called(ours):
        changed["title"] = passage.name
    told = spoken(twee.without_links(passage.text))
    if told != spoken(twine.shown(ours).text):
        changed["text"] = _text(ours.text, told, spoken)
    links = [
        Link(link.words, names[link.target])
        for link in twee.links(passage.text)
        if link.target in names
    ]
    if links != list(twine.shown(ours).links):
        changed["choices"] = _choices(ours, values.get("choices", ""), links)
        if not links:
            del changed["choices"]
    return text if changed == values else trees.yaml(changed)


def _text(ours: Prose, told: Sequence[str], spoken: Paragraphs) -> str:
    """Paragraphs that are the same keep their links and emphasis."""
    kept = {}
    for part in _BREAK.split(ours.source):
        plain = spoken(markup.plain(Prose(part, ours.mark)))
        kept[" ".join(plain)] = " ".join(part.split())
    return "\n\n".join(kept.get(part, part) for part in told) + "\n"


def _choices(ours: Scene, values: Tree, links: Sequence[Link]) -> list[Tree]:
    """The choices that the links of a passage stand for, in the order of their first links."""
    known = [dict(value) for value in values if isinstance(value, dict)]
    pairs = list(zip(ours.choices, known, strict=False)) if len(known) == len(ours.choices) else []
    groups = _grouped(links)
    matched = _matched(groups, [choice for choice, _ in pairs])
    taken = {choice.id for choice in ours.choices}
    found: list[Tree] = []
    for words, targets in groups.items():
        at = matched.get(words)
        if at is None:
            taken.add(fresh := ids.fresh(f"choice-{len(found) + 1}", taken))
            found.append({"id": fresh, "text": words, "outcome": OUTCOME, "goto": targets[-1]})
            continue
        choice, value = pairs[at]
        text = value["text"] if twine.safe(choice.text) == words else words
        goto = _goto(value.get("goto", ""), _targets(choice), targets)
        # An id that was made of the text stays what it was, for the sake of what mentions it.
        found.append({"id": choice.id, **value, "text": text, "goto": goto})
    return found


def _grouped(links: Sequence[Link]) -> dict[str, list[str]]:
    """The places that links with the same words lead to."""
    found: dict[str, list[str]] = {}
    for link in links:
        found.setdefault(link.words, []).append(link.target)
    return found


def _matched(groups: Mapping[str, list[str]], choices: Sequence[Choice]) -> dict[str, int]:
    """Which choice each group of links is: that with its words, or the most like of its places."""
    by_words = {twine.safe(choice.text): at for at, choice in enumerate(choices)}
    matched = {words: by_words[words] for words in groups if words in by_words}
    for words, targets in groups.items():
        same = [
            at
            for at, choice in enumerate(choices)
            if at not in matched.values() and _targets(choice) == targets
        ]
        if words not in matched and same:
            matched[words] = max(same, key=lambda at: _likeness(words, choices[at].text))
    return matched


def _likeness(words: str, others: str) -> float:
    return SequenceMatcher(None, words, others).ratio()


def _targets(choice: Choice) -> list[str]:
    return [branch.scene.id for branch in choice.goto]


def _goto(value: Tree, before: Sequence[str], now: Sequence[str]) -> Tree:
    """Where a choice leads: each way keeps its conditions as long as it can be told which it is."""
    if list(before) == list(now):
        return value
    if isinstance(value, list) and len(before) == len(now) == len(value):
        return [_way(way, scene) for way, scene in zip(value, now, strict=True)]
    if isinstance(value, list) and len(before) == len(value) and set(now) < set(before):
        return [way for way, scene in zip(value, before, strict=True) if scene in now]
    return now[-1]


def _way(way: Tree, scene: str) -> Tree:
    return {**way, "scene": scene} if isinstance(way, dict) else scene
