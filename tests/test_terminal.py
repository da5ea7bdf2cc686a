"""The conversation in a terminal, on the small story of two nights."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.playthrough import Decision, begin
from game.terminal import sheet, talk, words
from tests.nights import two_nights
from tests.terminal import TO_PALACE, Room, new_room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return new_room(tmp_path)


def test_the_first_page_offers_the_beginning_and_the_chapters(room: Room) -> None:
    told = room.hears()
    assert "Two nights.\n\nA small story for tests." in told
    assert "1. Begin at the beginning\n2. Begin with a chapter: After\n3. Quit" in told


@pytest.mark.parametrize("typed", ["", "0", "4", "x", "-1", "１"])
def test_the_first_page_says_what_it_understands(room: Room, typed: str) -> None:
    assert "Type a number from 1 to 3" in room.hears(typed)


@pytest.mark.parametrize("typed", ["3", "quit", " QUIT "])
def test_one_can_leave_at_once(room: Room, typed: str) -> None:
    room.hears(typed, "1")
    assert len(room.told) == 1


@pytest.mark.parametrize("typed", ["help", "?"])
def test_the_first_page_can_be_asked_for_help(room: Room, typed: str) -> None:
    assert "back: take your last decision back." in room.hears(typed)


def test_a_chapter_opens_with_its_title_and_content_note(room: Room) -> None:
    told = room.last("1")
    assert told.startswith("Chapter 1: Smolny. October 1917.\n\nContent note: war.\n\nAn old man")


def test_a_scene_is_told_with_all_that_belongs_to_it(room: Room) -> None:
    told = room.last("1", "")
    assert told.startswith(
        "Scene: The corridor.\n\n24 October 1917. Smolny.\n\nBefore you read: Who is missing?"
    )
    assert "The corridors are loud." in told
    assert "Everyone is waiting.\n\nOn whose word: That everyone waited" in told
    assert "What the others say:\n\n- Vladimir Lenin (Ulyanov): “Tonight!”" in told
    assert "1. Press on tonight. The garrison hesitates.\n2. Wait for the congress." in told
    assert "Ask an army" not in told


def test_a_dispatch_comes_after_the_first_leaning(room: Room) -> None:
    assert "A dispatch arrives: The bridges are up." in room.last("1", "", "1")
    assert room.last("1", "", "1", "2").startswith("Why?")
    assert room.kept.decisions == (Decision("corridor", "wait"),)


def test_a_reason_is_kept_with_the_decision(room: Room) -> None:
    room.hears("1", "", "2", "2", "  Žofie  said so. ", name="Seat 4")
    assert room.kept.decisions == (Decision("corridor", "wait", "Žofie said so."),)
    assert room.kept.name == "Seat 4"


def test_the_comparison_tells_both_sides(room: Room) -> None:
    told = room.last("1", "", "1", "1", "")
    yours, his = told.split("What Trotsky did: He waited.")
    assert yours.startswith("Your decision: Press on tonight.\n\nThe order goes out.\n\n")
    assert "Soldiers rises from 0 to 2." in yours
    assert "For it: The men were ready.\n\nAgainst it: The congress was not." in yours
    assert "Why the story returns: The congress meets all the same." in yours
    assert yours.endswith("You went another way.\n\n")
    assert "Why it was done: It gave the rising a name." in his
    assert "One: He was right.\n\nAnother: He was lucky." in his
    assert "Sources: The Soviet, Minutes (1917)." in his


def test_questions_beside_a_scene_can_be_answered_or_not(room: Room) -> None:
    assert room.last("1", "", "answer  Nearly everyone. ") == words.ANSWER_KEPT + "\n"
    told = room.later("2", "", "Answer Lenin.", "2", "2", "")
    assert "To think about: Could it have waited?\n\nType your answer" in told
    assert "until the congress met" not in "\n".join(room.told)
    assert room.kept.notes == {"before/corridor": "Lenin."}
    assert room.later("1", "Not a day.").startswith("Source check.")
    assert room.kept.notes == {"before/corridor": "Lenin.", "after/corridor": "Not a day."}
    assert room.later("1", "", "answer it") == words.NOTHING_ASKED + "\n"


def test_a_story_can_be_read_in_short_sentences(room: Room) -> None:
    told = room.last("1", "", "easy")
    assert told.startswith(words.EASY + "\n\nScene: The corridor.")
    assert "It is loud here. Everyone waits.\n\nOn whose word" in told
    assert "He waited for the congress." in room.last("1", "easy", "", "2", "2", "")
    assert "He tied the rising" in room.last("1", "easy", "full", "", "2", "2", "")


def test_the_same_way_is_said_too(room: Room) -> None:
    assert "You went the same way." in room.last("1", "", "2", "2", "")


def test_a_source_check_asks_and_then_tells(room: Room) -> None:
    asked = room.last("1", "", "2", "2", "", "")
    assert asked.startswith("Source check. The essay says: He marched on the 26th.")
    assert "Compare the dates" not in asked
    told = room.last("1", "", "2", "2", "", "", "1")
    assert told.startswith("Another answer is better. It is late.\n\nThe record says: On the 25th.")
    assert room.kept.notes == {"check/corridor/0": "A memoir"}
    assert "That is the best answer." in room.last("1", "", "2", "2", "", "", "2")


def test_a_source_check_can_be_passed_over(room: Room) -> None:
    told = room.last("1", "", "2", "2", "", "", "")
    assert told.startswith("The record says: On the 25th.")
    assert room.kept.notes == {}
    assert "Type a number from 1 to 2" in room.last("1", "", "2", "2", "", "", "7")


def test_a_content_note_offers_a_summary(room: Room) -> None:
    assert room.last("1", "", "2", "2", *[""] * 4).endswith("to read a summary instead.\n")
    assert "A palace is taken." in room.last(*TO_PALACE[:-1], "summary")
    assert "The palace is dark.\n\nYou waited." in room.last(*TO_PALACE)


def test_a_closed_choice_is_there_with_its_reason(room: Room) -> None:
    assert "1. Closed: Storm it. You have not the men.\n2. Parley." in room.last(*TO_PALACE)
    assert room.last(*TO_PALACE, "1") == "This is closed to you. You have not the men.\n"


def test_a_chapter_ends_with_the_road_and_its_questions(room: Room) -> None:
    told = room.last(*TO_PALACE, "2", "", "")
    assert told.startswith(
        "The chapter ends here: Smolny.\n\nYour road:\n\n1. The corridor. You went"
    )
    assert "Not taken: Storm it." in told
    assert "How power stands after 'The corridor':\n\n- Trotsky 20\n- Stalin 10" in told
    assert "A question to think about: What would you have done?" in told
    assert room.last(*TO_PALACE, "2", "", "", "I do not know.", "").startswith("Chapter 2: After.")
    assert room.kept.notes == {"question/1-smolny/0": "I do not know."}


def test_the_ending_tells_the_cost_and_the_real_course(room: Room) -> None:
    way = ["1", "", "1", "1", *[""] * 5, "1", *[""] * 6, "1", "", ""]
    told = room.last(*way)
    assert told.startswith("The ending of the record: Home.\n\nYou are at home.")
    assert "- The palace: Six people died.\n\nHuman cost: 2 in all. It can only rise." in told
    assert "What really happened:\n\n1. He was at home.\n2. He did not stay there." in told
    assert "Was it worth it?" in room.later("1", "")
    assert room.later("1", "", "No.").startswith("This is the end.")
    assert room.kept.notes == {"question/2-after/0": "No."}


def test_a_decision_can_be_taken_back_anywhere(room: Room) -> None:
    told = room.last("1", "", "2", "2", "", "back")
    assert told.startswith("Your decision is taken back.\n\nScene: The corridor.")
    assert room.kept.decisions == ()
    assert room.kept.taken_back[0].decision == Decision("corridor", "wait")
    assert "Changes of mind:\n\n- The corridor: Wait for the congress." in room.later("1", "log")


def test_at_the_beginning_there_is_nothing_to_take_back(room: Room) -> None:
    assert room.last("1", "", "back") == words.NOTHING_BACK + "\n"


RECORDS = [
    ("log", "1. The corridor: Wait for the congress. You went the same way. Your reason: Hm."),
    (
        "line",
        "1. The corridor. You went the same way. Not taken: Press on tonight.\n2. The palace.",
    ),
    ("standing", "- Soldiers: 0, between -5 and 5"),
    ("ledger", words.NO_COST),
    ("power", "- Trotsky 20"),
    ("help", "back: take your last decision back."),
    ("again", "Scene: The palace."),
    ("?", words.look_up("lenin")),
    ("? LENIN", "Vladimir Lenin (Ulyanov), say LEH-nin, 1870–1924."),
    ("? nobody", "Nobody and nothing here is called 'nobody'."),
]


@pytest.mark.parametrize(("typed", "told"), RECORDS)
def test_one_can_ask_at_any_time(room: Room, typed: str, told: str) -> None:
    way = ["1", "", "2", "2", "Hm.", *[""] * 4]
    assert told in room.last(*way, typed)


def test_records_of_a_new_game_are_empty(room: Room) -> None:
    assert room.last("1", "", "log") == words.NO_LOG + "\n"
    assert room.last("1", "", "power") == words.NO_POWER + "\n"


@given(
    st.lists(
        st.sampled_from(
            ["", "1", "2", "3", "back", "log", "line", "?", "again", "answer x", "easy", "power"]
        )
    )
)
def test_no_line_can_break_the_conversation(lines: list[str]) -> None:
    now = talk.begin(begin(two_nights()))
    for line in lines:
        now, says, _, _ = talk.answer(now, line)
        assert sheet.laid((*says, *talk.view(now)), 80)


@given(st.text(st.characters(exclude_categories=())))
def test_any_line_is_answered(line: str) -> None:
    start = begin(two_nights())
    for now in (talk.begin(start), talk.Talk(start.choose("wait"), "why")):
        answered = talk.answer(now, line)
        sheet.laid((*answered.says, *talk.view(answered.talk)), 80).encode()
