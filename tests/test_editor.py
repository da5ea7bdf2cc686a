"""What the writing line does with letters, keys and the clipboard."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import editor
from game.ui.editor import Editor, Move

FAMILY, FLAGS, STRESSED = "👩‍👩‍👧", "🇷🇺🇲🇽", "Тро\u0301цкий"
MOVES: tuple[Move, ...] = ("left", "right", "word_left", "word_right", "home", "end")

letters = st.sampled_from([*"ab Z.'’", "é", "e\u0301", "\u0301", "ж", *FAMILY, *FLAGS, "\u200c"])
texts = st.one_of(st.text(max_size=40), st.lists(letters, max_size=30).map("".join))
deeds: st.SearchStrategy[Callable[[Editor], Editor]] = st.one_of(
    st.builds(lambda text: lambda line: line.typed(text), texts),
    st.builds(lambda text: lambda line: line.pasted(text), texts),
    st.builds(lambda text: lambda line: line.composed(text), texts),
    st.builds(
        lambda to, select: lambda line: line.moved(to, select=select),
        st.sampled_from(MOVES),
        st.booleans(),
    ),
    st.builds(lambda word: lambda line: line.backspace(word=word), st.booleans()),
    st.builds(lambda word: lambda line: line.delete(word=word), st.booleans()),
    st.builds(
        lambda index, select: lambda line: line.placed(index, select=select),
        st.integers(-5, 60),
        st.booleans(),
    ),
    st.sampled_from([Editor.cut, Editor.select_all]),
)
lines = st.builds(
    lambda text, most, done: _all(editor.start(text, most), done),
    texts,
    st.integers(0, 50),
    st.lists(deeds, max_size=6),
)


def _all(line: Editor, done: list[Callable[[Editor], Editor]]) -> Editor:
    for deed in done:
        line = deed(line)
    return line


def marked(line: Editor) -> str:
    """The text with | for the cursor and [ ] round what is selected."""
    start, end = line.span
    if start == end:
        return line.text[:start] + "|" + line.text[start:]
    inner = f"|{line.selected}" if line.cursor == start else f"{line.selected}|"
    return f"{line.text[:start]}[{inner}]{line.text[end:]}"


@given(lines)
def test_the_cursor_never_stands_inside_a_letter(line: Editor) -> None:
    for place in (line.cursor, line.anchor):
        assert place == editor.before(line.text, place)


@given(lines, deeds)
def test_nothing_grows_beyond_the_most(line: Editor, deed: Callable[[Editor], Editor]) -> None:
    assert len(deed(line).text) <= max(line.most, len(line.text))


@given(lines, texts)
def test_typing_loses_nothing_but_the_selection(line: Editor, text: str) -> None:
    start, end = line.span
    after = line.typed(text)
    assert after.text.startswith(line.text[:start])
    assert after.text.endswith(line.text[end:])


@given(lines)
def test_a_line_is_one_line_of_letters_that_can_be_printed(line: Editor) -> None:
    assert all(letter.isprintable() or letter in "\u200c\u200d" for letter in line.shown)


@given(lines)
def test_the_way_there_is_the_way_back(line: Editor) -> None:
    line = line.composed("").moved("home")
    there, back = [0], []
    while line.cursor < len(line.text):
        line = line.moved("right")
        there.append(line.cursor)
    while line.cursor > 0:
        back.append(line.cursor)
        line = line.moved("left")
    assert there == [*reversed([*back, 0])]


@given(lines, st.sampled_from(MOVES))
def test_moving_changes_no_letter(line: Editor, to: Move) -> None:
    assert line.moved(to, select=True).text == line.text
    assert line.moved(to).selected == "" or line.composing


@given(lines)
def test_cut_and_paste_is_nothing(line: Editor) -> None:
    line = line.composed("")
    if len(line.text) <= line.most and line.selected:
        assert line.cut().typed(line.selected).text == line.text


@given(lines)
def test_composing_hides_nothing_for_good(line: Editor) -> None:
    assert line.composed("ni").composed("").shown == line.text
    assert line.shown[: line.shown_cursor].endswith(line.composing)


@pytest.mark.parametrize(
    ("begun", "does", "shows"),
    [
        ("red", lambda line: line.backspace(), "re|"),
        ("red", lambda line: line.moved("home").delete(), "|ed"),
        ("red", lambda line: line.moved("home").backspace(), "|red"),
        ("red army", lambda line: line.backspace(word=True), "red |"),
        ("red army", lambda line: line.moved("home").delete(word=True), "|army"),
        ("red army", lambda line: line.moved("word_left", select=True), "red [|army]"),
        ("red army", lambda line: line.moved("home").moved("word_right"), "red |army"),
        ("he can't.", lambda line: line.moved("word_left"), "he |can't."),
        ("red", lambda line: line.moved("left", select=True).moved("left"), "re|d"),
        ("red", lambda line: line.moved("home", select=True).moved("right"), "red|"),
        ("red", lambda line: line.moved("home", select=True).moved("home"), "|red"),
        ("red", lambda line: line.select_all().typed("white"), "white|"),
        ("red", lambda line: line.select_all().cut(), "|"),
        ("", lambda line: line.pasted("one\r\ntwo\n\tthree\x07\x1b[0m"), "one two  three[0m|"),
        ("", lambda line: line.pasted("a\ud800b"), "ab|"),
        ("e", lambda line: line.typed("\u0301").backspace(), "|"),
        ("a\u0301", lambda line: line.moved("left"), "|a\u0301"),
        (STRESSED, lambda line: line.placed(3), "Тр|о\u0301цкий"),
        (FAMILY + "!", lambda line: line.placed(3), f"|{FAMILY}!"),
        (FAMILY, lambda line: line.backspace(), "|"),
        (FLAGS, lambda line: line.backspace(), "🇷🇺|"),
        (FLAGS, lambda line: line.placed(1), f"|{FLAGS}"),
    ],
)
def test_keys(begun: str, does: Callable[[Editor], Editor], shows: str) -> None:
    assert marked(does(editor.start(begun))) == shows


def test_a_full_line_takes_no_more_but_may_be_mended() -> None:
    full = editor.start("abcde", most=5)
    assert full.typed("f") is not full
    assert full.typed("f").text == "abcde"
    assert full.moved("left", select=True).typed("xyz").text == "abcdx"
    assert full.room == 0


def test_a_line_longer_than_allowed_is_kept() -> None:
    long = editor.start("abcdefgh", most=5)
    assert long.typed("i").text == "abcdefgh"
    assert long.backspace().text == "abcdefg"
    assert long.moved("left", select=True).typed("xy").text == "abcdefgx"


def test_a_letter_that_fits_only_in_part_is_left_out() -> None:
    assert editor.start("ab", most=4).typed("c" + FAMILY).text == "abc"


def test_the_input_method_writes_in_place_of_the_selection() -> None:
    line = editor.start("red army").moved("word_left", select=True).composed("に")
    assert (line.shown, line.shown_cursor) == ("red に", 5)
    assert line.text == "red army"
    assert line.backspace() == line
    assert line.typed("日").text == "red 日"
    assert line.typed("日").composing == ""
