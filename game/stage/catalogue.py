"""What the assets hold: picture parts by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Catalogue:
    folder: Path
    backdrops: Mapping[str, object] = field(default_factory=dict)
    figures: Mapping[str, object] = field(default_factory=dict)
    props: Mapping[str, object] = field(default_factory=dict)
    moods: Mapping[str, object] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


def scan(assets: Path) -> Catalogue:
    """Read the catalogue of a folder of assets; what is missing there is missing here."""
    return Catalogue(assets)
