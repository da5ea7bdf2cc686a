"""Whom and what the reader has met so far, where, and in which sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.play import state
from game.play.playthrough import Playthrough, Turn
from game.story import markup, who
from game.story.markup import Span
from game.story.model import Prose, Scene

# The end of a sentence within a paragraph, with the quotation marks that belong to it.
_END = re.compile(r"[.!?…][”’\"')]*\s+(?=[“‘\"'(]?[^\Wa-z_]|$)")


class Mention(NamedTuple):
    """The first sentence of a scene in which someone or something is named.

    Without a scene it stands before the first one of a chapter, and without either on the cover.
    """

    scene: str
    sentence: tuple[Span, ...]
    chapter: str = ""


class _Page(NamedTuple):
    """What was read at one place; ``scene`` is None on the cover and before a chapter."""

    scene: Scene | None
    chapter: str
    texts: tuple[Prose, ...]


def met(play: Playthrough) -> frozenset[str]:
    """Return the people and words read about so far, as links: "person:lenin", "term:soviet".

    Nobody need meet the person whose decisions they take.
    """
    found = {f"person:{who.decides(play.story)}"}
    for scene, _, texts in _read(play):
        found |= {f"person:{adviser.who.id}" for adviser in scene.advisers} if scene else set()
        for text in texts:
            found |= {f"{kind}:{name}" for kind, name in markup.targets(text.source)}
    return frozenset(found - {"person:"})


def cited(play: Playthrough) -> frozenset[str]:
    """Return the sources that the comparisons and checks so far have named."""
    found = set()
    for turn in play.turns:
        found |= {ref.id for ref in turn.comparison.chosen.sources}
        if turn.comparison.history is not None:
            found |= {ref.id for ref in turn.comparison.history.sources}
        for check in play.story.scenes[turn.before.scene].source_checks:
            found |= {ref.id for ref in check.sources}
    return frozenset(found)


def mentions(play: Playthrough, link: str) -> tuple[Mention, ...]:
    """Return where a person or a word was met, in the order of reading: one for each scene."""
    found: dict[tuple[str, str], Mention] = {}
    for scene, chapter, texts in _read(play):
        sentence = _first(texts, link) or (_advice(scene, link) if scene else ())
        if sentence:
            where = scene.id if scene else ""
            found.setdefault((where, chapter), Mention(where, sentence, chapter))
    return tuple(found.values())


def sentences(spans: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """Return a paragraph cut into its sentences. Words that are a link are never cut."""
    found: list[list[Span]] = [[]]
    for span in spans:
        at = 0
        for end in () if span.link else _END.finditer(span.text):
            found[-1].append(span._replace(text=span.text[at : end.end()].rstrip()))
            found.append([])
            at = end.end()
        if at < len(span.text):
            found[-1].append(span._replace(text=span.text[at:]))
    return tuple(tuple(sentence) for sentence in found if sentence)


def _read(play: Playthrough) -> Iterator[_Page]:
    """All that was read, in order: the cover, and each chapter's introduction with its scenes."""
    story = play.story
    yield _Page(None, "", (Prose(story.about, story.mark),))
    begun = set()
    for page in _scenes(play):
        chapter = story.chapters[page.chapter]
        if chapter.id not in begun and chapter.intro is not None:
            yield _Page(None, chapter.id, (chapter.intro,))
        begun.add(chapter.id)
        yield page


def _scenes(play: Playthrough) -> Iterator[_Page]:
    """The scene that is open counts as read."""
    for turn in play.turns:
        scene = play.story.scenes[turn.before.scene]
        texts = (*state.text(scene, turn.before.values), *_followed(turn))
        yield _Page(scene, scene.chapter, texts)
    texts = state.text(play.scene, play.state.values)
    yield _Page(play.scene, play.scene.chapter, texts)


def _followed(turn: Turn) -> tuple[Prose, ...]:
    history = turn.comparison.history
    return turn.comparison.chosen.outcome, *((history.text,) if history is not None else ())


def _first(texts: Sequence[Prose], link: str) -> tuple[Span, ...]:
    for text in texts:
        for spans in markup.paragraphs(text) if f"({link})" in text.source else ():
            for sentence in sentences(spans):
                if any(span.link == link for span in sentence):
                    return sentence
    return ()


def _advice(scene: Scene, link: str) -> tuple[Span, ...]:
    """What a person says as an adviser, where the text itself does not name them."""
    said = (adviser.says for adviser in scene.advisers if f"person:{adviser.who.id}" == link)
    return tuple(Span(f"“{words}”") for words in list(said)[:1])
