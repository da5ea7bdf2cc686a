"""The map of a story: every scene once, apart from each other, and nothing in it can run."""

import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.author import map_html, map_svg, tracks
from game.cli import main
from game.story.model import Story
from tests import screens

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
    options = [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=2000", "--dump-dom",
    ]  # fmt: skip
    assert _BROWSER is not None
    done = subprocess.run(
        [_BROWSER, *options, path.as_uri()], capture_output=True, timeout=60, check=False
    )
    assert "<title>true,true</title>" in done.stdout.decode("utf-8"), sys.platform
