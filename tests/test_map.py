"""The map of a story: every scene once, apart from each other, and nothing in it can run."""

import bisect
import itertools
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.author import map_html, map_svg, tracks
from game.cli import main
from game.story.load import load
from game.story.model import Story
from tests import screens
from tests.bench import made

_SVG = "{http://www.w3.org/2000/svg}"
_BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def story() -> Story:
    return screens.story()


def test_every_scene_is_a_station_apart_from_all_others(story: Story) -> None:
    plan = tracks.plan(story)
    assert set(plan.stations) == set(story.scenes)
    for one, other in combinations(plan.stations.values(), 2):
        assert abs(one.x - other.x) >= tracks.STEP or abs(one.y - other.y) >= tracks.LANE // 2
    for station in plan.stations.values():
        assert 0 < station.x < plan.width
        assert 0 < station.y < plan.height


def test_history_runs_along_the_main_lines(story: Story) -> None:
    plan = tracks.plan(story)
    rows = {row.y for row in plan.rows}
    main = [station for station in plan.stations.values() if station.y in rows]
    assert len(main) > len(plan.rows)
    assert all(rail.start in main for rail in plan.rails if rail.is_main)


def test_a_scene_that_no_way_leads_to_stands_in_a_siding(story: Story) -> None:
    lost = replace(story.scenes["vyse-avenue"], id="lost")
    plan = tracks.plan(replace(story, scenes={**story.scenes, "lost": lost}))
    assert plan.stations["lost"].kind == "siding"


def test_the_drawing_is_sound_and_names_every_scene(story: Story) -> None:
    root = ElementTree.fromstring(map_svg.drawing(tracks.plan(story), story.title))
    named = {link.get("data-scene") for link in root.iter(f"{_SVG}a")}
    assert named == set(story.scenes)


def test_the_title_of_a_sitting_stands_over_its_first_scene(story: Story) -> None:
    root = ElementTree.fromstring(map_svg.drawing(tracks.plan(story), story.title))
    over = {
        link.get("data-scene"): text.text
        for link in root.iter(f"{_SVG}a")
        for text in link.iter(f"{_SVG}text")
        if text.get("class") == "sitting"
    }
    assert over == {scene.id: scene.sitting for scene in story.scenes.values() if scene.sitting}


def test_what_a_story_says_stays_text(story: Story) -> None:
    name = "vyse-avenue"
    wild = replace(story.scenes[name], title="</script><script>alert(1)</script>")
    plan = tracks.plan(replace(story, scenes={**story.scenes, name: wild}))
    page = map_html.page(plan, "<b>A title</b>", {})
    assert "alert(1)</script>" not in page
    assert "<b>A title" not in page
    assert page.count("</script>") == 2


def test_the_page_asks_nothing_of_the_network(story: Story) -> None:
    page = map_html.page(tracks.plan(story), story.title, {"the-cart": b"jpeg"})
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_the_command_writes_either_kind(tmp_path: Path) -> None:
    for name in ("map.svg", "map.html"):
        path = tmp_path / name
        assert main(["map", "--plain", "-o", str(path)]) == 0
        assert "the-cart" in path.read_text(encoding="utf-8")


def test_the_command_names_the_kinds_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", "-o", "map.pdf"]) == 2
    assert "-o map.html" in capsys.readouterr().err


def many(folder: Path, count: int) -> Story:
    made.write(folder, count)
    found = load(folder).story
    assert found is not None
    return found


def test_a_long_chapter_is_folded_and_no_rail_leads_from_row_to_row(story: Story) -> None:
    one = {name: replace(scene, chapter="04-petrograd") for name, scene in story.scenes.items()}
    chapter = {"04-petrograd": story.chapters["04-petrograd"]}
    plan = tracks.plan(replace(story, scenes=one, chapters=chapter))
    assert set(plan.stations) == set(story.scenes)
    tops = [row.y for row in plan.rows]
    assert len(tops) > 5
    assert plan.width < tracks.LEFT + (tracks.FOLD + 3) * tracks.STEP
    for rail in plan.rails:
        if rail.end is not None:
            assert bisect.bisect(tops, rail.start.y) == bisect.bisect(tops, rail.end.y)


def test_the_sheets_of_a_map_hold_all_rows_and_can_be_read(story: Story, tmp_path: Path) -> None:
    assert len(map_svg.sheets(tracks.plan(story))) == 1
    plan = tracks.plan(many(tmp_path / "many", 300))
    assert plan.width < tracks.LEFT + (tracks.FOLD + 3) * tracks.STEP
    sheets = map_svg.sheets(plan)
    assert sheets[0].top == 0
    assert sheets[-1].bottom == plan.height
    assert all(one.bottom == other.top for one, other in pairwise(sheets))
    pages = list(map_svg.pages(plan, "Many"))
    shown = [re.findall('data-scene="([^"]+)"', page) for page in pages]
    assert sorted(itertools.chain(*shown)) == sorted(plan.stations)


_PROBE = """<script>
addEventListener("load", () => {
  const station = document.querySelector("[data-scene=the-cart]");
  station.dispatchEvent(new MouseEvent("click", {bubbles: true}));
  const card = document.getElementById("card").textContent;
  search("Kronstadt");
  const found = document.querySelectorAll(".found").length > 0;
  document.title = [card.includes("The cart"), found].join();
});
</script></body>"""


@pytest.mark.skipif(_BROWSER is None, reason="Chromium is not installed: the page was not opened")
def test_a_browser_shows_a_scene_at_a_click_and_finds_words(story: Story, tmp_path: Path) -> None:
    page = map_html.page(tracks.plan(story), story.title, {}).replace("</body>", _PROBE)
    path = tmp_path / "map.html"
    path.write_text(page, encoding="utf-8")
    said = browsed(path, "--virtual-time-budget=2000", "--dump-dom")
    assert "<title>true,true</title>" in said, sys.platform


def browsed(path: Path, *words: str) -> str:
    options = [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={path.parent / 'profile'}", *words,
    ]  # fmt: skip
    assert _BROWSER is not None
    done = subprocess.run(
        [_BROWSER, *options, path.as_uri()], capture_output=True, timeout=60, check=False
    )
    return done.stdout.decode("utf-8")


@pytest.mark.skipif(_BROWSER is None, reason="Chromium is not installed: the page was not printed")
def test_a_browser_prints_each_sheet_on_a_page_of_a3(story: Story, tmp_path: Path) -> None:
    for name, told in (("one", story), ("several", many(tmp_path / "many", 300))):
        plan = tracks.plan(told)
        path, printed = tmp_path / f"{name}.html", tmp_path / f"{name}.pdf"
        path.write_text(map_html.page(plan, told.title, {}), encoding="utf-8")
        browsed(path, f"--print-to-pdf={printed}", "--no-pdf-header-footer")
        found = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", printed.read_bytes())
        sides = [sorted((round(float(one)), round(float(other)))) for one, other in found]
        assert sides == [[842, 1191]] * len(map_svg.sheets(plan))
