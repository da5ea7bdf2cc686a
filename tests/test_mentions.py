"""Whom the reader has met, and in which sentence."""

from dataclasses import replace

import pytest

from game.play.mentions import cited, mentions, met, sentences
from game.play.playthrough import begin
from game.story import markup
from game.story import who as who_in
from game.story.lists import Person
from game.story.markup import Span
from game.story.model import Adviser, Scene
from tests.making import HERE, choice, prose, ref, scene, story

LENIN, SOVIET = "[Lenin](person:lenin)", "[council](term:soviet)"


def people(**names: str) -> dict[str, Person]:
    blank = Person("", "", "", "", 0, 0, "", "", "", "", "", "", HERE)
    return {who: blank._replace(id=who, name=name) for who, name in names.items()}


def told(id: str, text: str, *, advisers: tuple[str, ...] = ()) -> Scene:
    made = scene(id, choice("go", "after"), record="go")
    says = tuple(Adviser(ref(who), f"{who} says so.", HERE) for who in advisers)
    return replace(made, text=prose(text), advisers=says)


ONE = told("one", f"Nobody came. Then {LENIN} came in, and sat down. It rained.")
AFTER = told("after", f"The {SOVIET} met.\n\nAnd {LENIN} spoke.", advisers=("martov",))
STORY = story(ONE, AFTER)


def test_the_open_scene_counts_as_read() -> None:
    assert met(begin(STORY)) == {"person:lenin"}
    assert met(begin(STORY).choose("go")) == {"person:lenin", "term:soviet", "person:martov"}


def test_a_mention_is_the_sentence_with_the_link() -> None:
    (found,) = mentions(begin(STORY), "person:lenin")
    assert found.scene == "one"
    words = "".join(span.text for span in found.sentence)
    assert words == "Then Lenin came in, and sat down."
    assert Span("Lenin", "plain", "person:lenin") in found.sentence


def test_there_is_one_mention_for_each_scene_in_the_order_of_reading() -> None:
    play = begin(STORY).choose("go").choose("go")
    assert [found.scene for found in mentions(play, "person:lenin")] == ["one", "after"]


def test_an_adviser_is_met_by_what_they_say() -> None:
    (found,) = mentions(begin(STORY).choose("go"), "person:martov")
    assert found.sentence == (Span("“martov says so.”"),)


def test_what_an_outcome_or_the_record_names_is_met_too() -> None:
    taken = ONE.choices[0]._replace(outcome=prose(f"The {SOVIET} agrees."))
    made = story(replace(ONE, choices=(taken,)), AFTER)
    (found,) = mentions(begin(made).choose("go"), "term:soviet")[:1]
    assert found.scene == "one"


def test_who_was_not_met_has_no_mention() -> None:
    assert mentions(begin(STORY), "person:martov") == ()


def test_who_decides_is_met_without_a_mention() -> None:
    made = replace(STORY, people=people(martov="Julius Martov", lenin="Lenin"), decides="Martov")
    assert met(begin(made)) == {"person:martov", "person:lenin"}
    assert mentions(begin(made), "person:martov") == ()


@pytest.mark.parametrize(
    ("decides", "found"),
    [
        ("Chamberlain", "chamberlain"),
        ("Neville Chamberlain", "chamberlain"),
        ("Dr Chamberlain", ""),
        ("Cham", ""),
        ("", ""),
    ],
)
def test_whoever_decides_is_found_by_any_part_of_the_name(decides: str, found: str) -> None:
    told = people(nobody="Nobody", chamberlain="Neville Chamberlain (Sir)")
    assert who_in.decides(replace(STORY, people=told, decides=decides)) == found


def test_the_cover_and_the_introduction_of_a_chapter_are_read_before_its_scenes() -> None:
    intro = prose(f"It rains. The {SOVIET} is old.")
    chapters = {name: one._replace(intro=intro) for name, one in STORY.chapters.items()}
    made = replace(STORY, chapters=chapters, about=f"You know {LENIN} well.")
    assert met(begin(made)) == {"person:lenin", "term:soviet"}
    cover, scene = mentions(begin(made), "person:lenin")
    assert (cover.scene, cover.chapter, scene.scene) == ("", "", "one")
    before, *_ = mentions(begin(made), "term:soviet")
    assert (before.scene, before.chapter) == ("", begin(made).scene.chapter)


def test_sources_are_cited_once_a_decision_is_taken() -> None:
    taken = ONE.choices[0]._replace(sources=(ref("a-book"),))
    made = story(replace(ONE, choices=(taken,)), AFTER)
    assert cited(begin(made)) == frozenset()
    assert cited(begin(made).choose("go")) == {"a-book"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four… Five.", ["One.", "Two!", "Three?", "Four…", "Five."]),
        ("“Stop.” He stopped.", ["“Stop.”", "He stopped."]),
        ("It cost 1.50 in all. “Why?” she said.", ["It cost 1.50 in all.", "“Why?” she said."]),
        (f"He left. {LENIN} stayed.", ["He left.", "Lenin stayed."]),
        ("Without an end", ["Without an end"]),
    ],
)
def test_a_paragraph_is_cut_into_its_sentences(text: str, parts: list[str]) -> None:
    (spans,) = markup.paragraphs(prose(text))
    cut = sentences(spans)
    assert ["".join(span.text for span in sentence).strip() for sentence in cut] == parts
