"""Bakes every part the catalogue wants whose drawing has changed, and keeps the index."""

import hashlib
import json
import sys
from pathlib import Path

from PIL import Image

from game.press import bake, drawing, prints, tiles
from game.press.wanted import Wanted, wanted
from game.stage import catalogue, table

# A crowd fades into the dark and people have one colour to a sheet: both need less than places.
_FLAT, _PEOPLE, _CROWD, _SMALL, _TONE = 78, 75, 70, 76, 60
# An edge needs few steps from paper to nothing. Where more than this share of a picture is
# half there, it is light, and needs them all.
_LIGHT, _STEPS = 0.1, 7
_NAMES = ("flat", "tone", "small_flat", "small_tone")
_Row = dict[str, str | list[float]]


def run() -> int:
    """Bake into the checkout's own assets; says each part it makes."""
    assets = Path(__file__).resolve().parents[2] / "assets"
    folder = assets / "baked"
    folder.mkdir(exist_ok=True)
    tiles.write(folder)
    known = dict(table.read(folder / "index.json").tables("parts"))
    rows: dict[str, _Row] = {}
    for item in wanted(catalogue.scan(assets)):
        stamp = _stamp(item)
        row = known.get(item.part)
        if row is not None and row.text("stamp") == stamp:
            rows[item.part] = _kept(row)
            continue
        sys.stdout.write(f"{item.part}\n")
        made = _bake(item, stamp, folder)
        if made is not None:
            rows[item.part] = made
    _write(folder, rows)
    prints.write(assets)
    return 0


def _bake(item: Wanted, stamp: str, folder: Path) -> _Row | None:
    sheets = drawing.read(item.drawing, item.layer, item.variant)
    baked = bake.bake(sheets, item.scale, item.share)
    if baked is None:
        sys.stdout.write(f"  nothing is drawn for {item.part}\n")
        return None
    row: _Row = {"stamp": stamp, "flat": f"{item.part}.webp"}
    quality = _quality(item)
    _save(baked.flat, folder / f"{item.part}.webp", quality)
    if item.full:
        row["small_flat"] = f"{item.part}.small.webp"
        small = _shrunk(baked.flat, 2 / 3, Image.Resampling.LANCZOS)
        _save(small, folder / f"{item.part}.small.webp", min(quality, _SMALL))
    if baked.tone is not None:
        # Tone is smooth, and only faces need much of it; a smaller copy needs no other.
        kept = 1 / 3 if item.full or item.share in ("body", "hands") else 1 / 2
        less = _shrunk(baked.tone, kept, Image.Resampling.BOX)
        _save(_stacked(less), folder / f"{item.part}.tone.webp", _TONE)
        row["tone"] = f"{item.part}.tone.webp"
        if item.full:
            row["small_tone"] = row["tone"]
    width, height = baked.flat.width / item.scale, baked.flat.height / item.scale
    numbers = (baked.left, baked.top, width, height, item.scale)
    row["box"] = [round(number, 3) for number in numbers]
    return row


def _quality(item: Wanted) -> int:
    if item.part.startswith("crowd_"):
        return _CROWD
    return _FLAT if item.full else _PEOPLE


def _shrunk(image: Image.Image, share: float, way: Image.Resampling) -> Image.Image:
    size = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    return image.resize(size, way)


def _stacked(tone: Image.Image) -> Image.Image:
    """The colour of tone, and below it how strong it is: so both are kept small."""
    whole = Image.new("RGB", (tone.width, tone.height * 2))
    whole.paste(tone.convert("RGB"))
    strength = tone.getchannel("A")
    whole.paste(Image.merge("RGB", (strength, strength, strength)), (0, tone.height))
    return whole


def _save(image: Image.Image, path: Path, quality: int) -> None:
    """Opaque pictures are kept without their alpha."""
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        counted = alpha.histogram()
        if alpha.getextrema() == (255, 255):
            image = image.convert("RGB")
        elif sum(counted[8:248]) < _LIGHT * sum(counted):
            image.putalpha(
                alpha.point([round(round(v * _STEPS / 255) * 255 / _STEPS) for v in range(256)])
            )
    image.save(path, quality=quality, alpha_quality=100, method=6)


def _stamp(item: Wanted) -> str:
    recipe = f"{bake.RECIPE} {item.layer} {sorted(item.variant)} {item.scale} {item.share}"
    return hashlib.sha256(item.drawing.encode() + recipe.encode()).hexdigest()[:16]


def _kept(row: table.Table) -> _Row:
    kept: _Row = {key: row.text(key) for key in ("stamp", *_NAMES) if row.text(key)}
    kept["box"] = list(row.numbers("box"))
    return kept


def _write(folder: Path, rows: dict[str, _Row]) -> None:
    """Write the index when it changed, and remove pictures nobody asks for any more."""
    keys = ("stamp", *_NAMES, "box")
    told = [
        f"  {json.dumps(name)}: {json.dumps({key: row[key] for key in keys if key in row})}"
        for name, row in rows.items()
    ]
    text = '{"parts": {\n' + ",\n".join(told) + "\n}}\n"
    index = folder / "index.json"
    if not index.exists() or index.read_text(encoding="utf-8") != text:
        index.write_text(text, encoding="utf-8")
    named = {str(row[key]) for row in rows.values() for key in _NAMES if key in row}
    for file in folder.glob("*.webp"):
        if file.name not in named:
            file.unlink()
