"""The map of a story as one page that needs nothing else: search, and each scene at a click."""

import base64
import json
from collections.abc import Mapping
from html import escape

from game import paths
from game.author import map_svg
from game.author.tracks import Plan
from game.story import markup
from game.story.model import Scene


def page(plan: Plan, title: str, pictures: Mapping[str, bytes]) -> str:
    """Return the page. ``pictures`` are JPEGs by the id of their scene."""
    scenes = {
        name: _scene(station.scene, pictures.get(name)) for name, station in plan.stations.items()
    }
    # Inside <script> a text must not be able to end the script.
    data = json.dumps(scenes, ensure_ascii=False).replace("<", "\\u003c")
    template = (paths.author() / "map.html").read_text(encoding="utf-8")
    before, _, rest = template.partition("@SVG@")
    middle, _, after = rest.partition("@SCENES@")
    lies = "portrait" if map_svg.is_upright(plan) else "landscape"
    before = before.replace("@TITLE@", escape(title)).replace("@LIES@", lies)
    return before + "".join(map_svg.pages(plan, title)) + middle + data + after


def _scene(scene: Scene, picture: bytes | None) -> dict[str, object]:
    record = scene.history.choice.id if scene.history is not None else ""
    shown = f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}" if picture else ""
    return {
        "title": scene.title,
        "when": " · ".join(part for part in (scene.date, scene.place) if part),
        "text": markup.plain(scene.text).split("\n\n"),
        "choices": [
            {"text": choice.text, "record": choice.id == record} for choice in scene.choices
        ],
        "picture": shown,
        "alt": scene.illustration.alt if scene.illustration is not None else "",
    }
