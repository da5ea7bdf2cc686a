"""Spans hold every value that any player ever has, and rule out nothing that happens."""

from hypothesis import given

from game.play import spans
from game.play.compiled import compiled
from game.play.spans import Span
from game.story.model import Story
from tests.any_story import stories
from tests.making import choice, flag, scene, story, variable
from tests.test_explorer import seen


@given(stories())
def test_whatever_players_have_lies_in_the_spans(made: Story) -> None:
    found = spans.reach(compiled(made), made.start.id)
    variables = list(made.variables)
    shut = set(found.closed())
    every = seen(made)
    for name, at in every.states.items():
        here = found.spans[found.places[at.scene]]
        assert here is not None
        assert found.comes(at.scene)
        for variable_name, span in zip(variables, here, strict=True):
            assert span.low <= at.values[variable_name] <= span.high
        assert not shut & {(at.scene, taken) for taken in every.onward[name]}


def test_what_is_asked_on_the_way_makes_the_spans_narrower() -> None:
    made = story(
        scene("a", choice("give", "b", does={"army": "+2"}), choice("wait", "b")),
        scene("b", choice("enough", "c if army >= 2; d"), choice("more", "d", ["army > 4"])),
        scene("c"),
        scene("d"),
        variables=(variable("army", low=-9, high=9),),
    )
    found = spans.reach(compiled(made), "a")
    at = {name: found.spans[place] for name, place in found.places.items()}
    assert at == {"a": [Span(0, 0)], "b": [Span(0, 2)], "c": [Span(2, 2)], "d": [Span(0, 1)]}
    assert list(found.closed()) == [("b", "more")]
    assert list(found.ruled_out("b", "more")) == [(0, Span(0, 2))]
    assert list(found.ruled_out("b", "enough")) == []


def test_a_circle_ends_with_spans_as_wide_as_they_can_be() -> None:
    made = story(
        scene("a", choice("again", "a", does={"army": "+1"}), choice("on", "b", ["seen"])),
        scene("b"),
        variables=(variable("army", low=-900, high=900_000), flag("seen")),
    )
    found = spans.reach(compiled(made), "a")
    assert not found.comes("b")
    first = found.spans[0]
    assert first is not None
    assert first[0].high == 900_000
