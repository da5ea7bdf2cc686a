"""What the first frame shows, printed as it is composed now: blank paper and the title's picture.

So a machine on which nothing was composed yet need not wait for it.
"""

from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from game import paths
from game.stage import catalogue, compose, printed
from game.stage.kinds import PAGE
from game.stage.pixels import Pixels
from game.story.load import load

_PAGE, _PICTURE = 90, 60
# Mean difference of 255 once the grain is averaged away: what another Pillow may make of it.
_SAME = 1.5


def write(assets: Path) -> None:
    """Print both, unless they are printed so already; the picture of an older title goes."""
    known = catalogue.scan(assets)
    _print(compose.paper(PAGE, PAGE, known), known.page, _PAGE)
    kept = [known.page]
    story = load(paths.story()).story
    if story is not None and story.illustration is not None and not story.illustration.picture:
        kept.append(printed.path(story.illustration, assets))
        _print(compose.plate(story.illustration, known, *printed.FRAME), kept[-1], _PICTURE)
    for other in set(known.page.parent.iterdir()) - set(kept):
        other.unlink()


def _print(made: Pixels, path: Path, quality: int) -> None:
    image = Image.frombytes(made.mode, (made.width, made.height), made.data)
    if not path.exists() or apart(Image.open(path), image) > _SAME:
        path.parent.mkdir(exist_ok=True)
        image.save(path, "JPEG", quality=quality, optimize=True)


def apart(one: Image.Image, other: Image.Image) -> float:
    """How different two pictures are, in the eyes of somebody who does not see the grain."""
    coarse = (image.convert("RGB").reduce(4) for image in (one, other))
    return max(ImageStat.Stat(ImageChops.difference(*coarse)).mean)
