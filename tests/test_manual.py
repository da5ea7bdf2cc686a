"""The manual says what is so: its pages are as they would be made now."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from game import paths
from game.author import handbook, hypertext, page_parts, rules
from game.author.forms import FORMS
from game.cli import main
from game.stage import catalogue
from game.stage.images.files import size
from tests.cases import building
from tests.test_cases import code_of, emitted

# The page of the rules is written anew together with the cases that it quotes.
UPDATE = bool(os.environ.get("UPDATE_CASES"))
PARTS = catalogue.scan(paths.assets())


def test_the_folders_of_stories_are_those_that_are_looked_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("POWER_STRUGGLE_DATA", raising=False)
    monkeypatch.setenv("APPDATA", "%APPDATA%")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    page = handbook.text("to-class", PARTS)
    for system in ("win32", "darwin", "linux"):
        monkeypatch.setattr(sys, "platform", system)
        shown = paths.shown(paths.stories(paths.own())[-1])
        assert (shown.replace("/", "\\") if system == "win32" else shown) in page


def example_of(code: str) -> str:
    """What the check says about the first case of a rule."""
    for name in building.names():
        if code_of(name) == code:
            said = (building.CASES / name / "says.txt").read_text(encoding="utf-8")
            for block in said.split("\n\n"):
                if f"[{code}]" in block:
                    return block.strip("\n")
    raise AssertionError(code)


def test_the_page_of_the_rules_is_as_the_rules_are() -> None:
    codes = set(emitted())
    assert {code for found in rules.topics().values() for code in found} == codes
    made = rules.page({code: example_of(code) for code in codes})
    file = handbook.FOLDER / "rules.md"
    if UPDATE:
        file.write_text(made, encoding="utf-8", newline="\n")
    assert made == file.read_text(encoding="utf-8")


def test_what_is_said_about_a_rule_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for code in sorted(set(emitted())):
        assert main(["manual", code]) == 0
        said = capsys.readouterr().out
        assert said.startswith(f"{code}\n")
        assert f"[{code}]" in said
        assert said.count("```") == 2


def test_the_page_of_the_format_has_every_field() -> None:
    page = handbook.text("format", PARTS)
    for form in FORMS.values():
        assert f"## {form.what}\n" in page
        assert all(field.about.split("|")[0] in page for field in form.fields)


def test_the_page_of_the_parts_has_a_picture_of_each() -> None:
    page = handbook.text("parts", PARTS)
    files = {sample.file for sample in page_parts.samples(PARTS)}
    assert files == set(re.findall(r"\((parts/[^)]+)\)", page))
    assert len(files) == sum(
        len(names) for names in (PARTS.backdrops, PARTS.figures, PARTS.props, PARTS.moods)
    )


def test_pages_are_written_with_their_pictures_and_no_loose_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = list(page_parts.samples(PARTS))[::20]
    monkeypatch.setattr(page_parts, "samples", lambda _: iter(few))
    assert main(["manual", "-o", str(tmp_path)]) == 0
    assert "open it in a browser" in capsys.readouterr().out
    for page in tmp_path.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "```" not in text
        assert "**" not in re.sub("<(code|pre)>.*?</(code|pre)>", "", text, flags=re.DOTALL)
        for link in re.findall(r'(?:href|src)="([^"#]+)', text):
            assert (tmp_path / link).is_file() or link.startswith("parts/"), link
    for sample in few:
        assert size(tmp_path / sample.file) == (320, 180)
    for name in ("first", "mistake", "choice"):
        _is_as_it_looks(tmp_path / f"window-{name}.jpg")


def _is_as_it_looks(taken: Path) -> None:
    """The pictures that lie in the manual for whoever reads it as a file are as those taken now.

    Set UPDATE_GOLDEN=1 to take them again; look at them before you commit them.
    """
    kept = handbook.FOLDER / taken.name
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.copyfile(taken, kept)
    assert size(taken) == size(kept)
    one, other = (Image.open(path).convert("L").resize((64, 36)) for path in (taken, kept))
    assert ImageStat.Stat(ImageChops.difference(one, other)).mean[0] < 8


def test_the_terminal_names_pictures_and_says_where_they_are_seen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["manual", "first-scene"]) == 0
    said = capsys.readouterr().out
    assert "(Picture: The window beside your editor.)" in said
    assert "](window" not in said
    assert "power-struggle manual -o manual" in said


def test_text_stays_text() -> None:
    made = hypertext.body("A <b> & [x](y.md#z) `<i>` **c** *d*\n\n- one\n  more\n- two\n")
    assert made == (
        '<p>A &lt;b&gt; &amp; <a href="y.html#z">x</a> <code>&lt;i&gt;</code> '
        "<strong>c</strong> <em>d</em></p>\n<ul><li>one more</li><li>two</li></ul>"
    )


def test_what_is_no_page_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manual", "cokbook"]) == 2
    assert "Did you mean 'cookbook'?" in capsys.readouterr().err
    assert main(["manual"]) == 0
    assert "first-scene" in capsys.readouterr().out
