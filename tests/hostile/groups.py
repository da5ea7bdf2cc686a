"""All cases, in groups that are tried apart."""

from collections.abc import Callable, Mapping

from tests.hostile import fields, folders, pictures, texts, zips
from tests.hostile.case import Cases

_GROUPS: Mapping[str, Callable[[], Cases]] = {
    "texts": texts.cases,
    "fields": fields.cases,
    "folders": folders.cases,
    "pictures": pictures.cases,
    "zips": zips.cases,
    "packs": texts.packs,
}
NAMES = tuple(_GROUPS)


def of(group: str) -> Cases:
    return _GROUPS[group]()
