"""What collides on a stage: what grows out of a head, crosses an arm or goes under the page."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from game.stage.arrange import Arrangement, Head, Sprite, arrange
from game.stage.catalogue import Backdrop, Catalogue, Post
from game.stage.view import Frame
from game.story.model import Illustration, Placed

# The stage as it is read: a page lies over the left of it.
FRAME = Frame(1280, 720, 0.41)
Kind = Literal["face", "behind", "across", "words"]
# Half a head and half a body, as shares of how tall somebody is drawn.
_HEAD, _BODY = 0.07, 0.13
# Between these shares of somebody's height arms are stretched out.
_SHOULDER, _HIP = 0.8, 0.5
_WORDS = 12.0


class Clash(NamedTuple):
    """``figure`` is who it happens to, None where words go under the page; ``thing`` with what."""

    kind: Kind
    figure: Placed | None
    thing: str


class _Upright(NamedTuple):
    thing: str
    post: Post


def clashes(illustration: Illustration, catalogue: Catalogue) -> Iterator[Clash]:
    """Everything in a picture that somebody would draw otherwise, with the page over it."""
    arranged = arrange(illustration, catalogue, FRAME)
    backdrop = None
    if illustration.backdrop is not None:
        backdrop = catalogue.backdrops.get(illustration.backdrop.id)
    edge = arranged.view.left + FRAME.covered * arranged.view.width
    for head in arranged.heads:
        if head.x - _HEAD * head.height < edge:
            yield Clash("face", head.placed, "")
    held = tuple(_props(arranged, catalogue))
    stood = tuple(_Upright("", post) for post in backdrop.posts) if backdrop else ()
    yield from _on_people(arranged, catalogue, held, stood)
    if backdrop is not None and _is_cut(backdrop, edge, arranged.view.left + arranged.view.width):
        yield Clash("words", None, backdrop.name)


def _on_people(
    arranged: Arrangement,
    catalogue: Catalogue,
    held: tuple[_Upright, ...],
    stood: tuple[_Upright, ...],
) -> Iterator[Clash]:
    for head in arranged.heads:
        for upright in (*held, *stood):
            if _is_behind(head, upright.post):
                yield Clash("behind", head.placed, upright.thing)
        sprite = _sprite(head, arranged, catalogue)
        for upright in held if sprite is not None else ():
            if _is_across(head, sprite, upright.post):
                yield Clash("across", head.placed, upright.thing)


def _is_behind(head: Head, post: Post) -> bool:
    half = _HEAD * head.height
    return (
        post.left < head.x + half
        and post.right > head.x - half
        and post.top < head.y + half
        and post.bottom > head.y - half
    )


def _is_across(head: Head, sprite: Sprite | None, post: Post) -> bool:
    """Whether something upright stands where an arm is: beside the body, within the drawing."""
    if sprite is None:
        return False
    middle = (post.left + post.right) / 2
    is_beside = abs(middle - head.x) > _BODY * head.height
    is_within = sprite.left < middle < sprite.left + sprite.width
    feet = sprite.top + sprite.height
    top, bottom = feet - _SHOULDER * head.height, feet - _HIP * head.height
    return is_beside and is_within and post.top < bottom and post.bottom > top


def _sprite(head: Head, arranged: Arrangement, catalogue: Catalogue) -> Sprite | None:
    figure = catalogue.figures[head.placed.part.id]
    for sprite in arranged.sprites:
        is_one = sprite.look == "figure" and sprite.part.name.startswith(f"{figure.drawing}.")
        if is_one and sprite.left < head.x < sprite.left + sprite.width:
            return sprite
    return None


def _props(arranged: Arrangement, catalogue: Catalogue) -> Iterator[_Upright]:
    """The poles of the things in a picture, where they are on the stage."""
    drawn = {copy.part: prop for prop in catalogue.props.values() for copy in prop.copies}
    for sprite in arranged.sprites:
        prop = drawn.get(sprite.part.name)
        for post in prop.posts if prop is not None else ():
            yield _Upright(prop.name if prop else "", _stood(sprite, post))


def _stood(sprite: Sprite, post: Post) -> Post:
    part, scale = sprite.part, sprite.scale
    left, right = (post.left - part.left) * scale, (post.right - part.left) * scale
    if sprite.flipped:
        left, right = sprite.width - right, sprite.width - left
    top, bottom = (post.top - part.top) * scale, (post.bottom - part.top) * scale
    return Post(sprite.left + left, sprite.left + right, sprite.top + top, sprite.top + bottom)


def _is_cut(backdrop: Backdrop, left: float, right: float) -> bool:
    """Whether words of the backdrop are seen in part; those quite under the page do no harm."""
    return any(
        words.left + _WORDS < edge < words.right - _WORDS
        for words in backdrop.lettering
        for edge in (left, right)
    )
