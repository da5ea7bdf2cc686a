"""Reading a page as people do: its text line by line, and what in it could do harm."""

from html.parser import HTMLParser

_INLINE = frozenset({"b", "i", "a", "span", "td", "th"})
_SILENT = frozenset({"style", "head", "pre"})
_EMPTY = frozenset({"meta", "br", "circle", "path", "rect"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {f"{name}={value}" for name, value in attrs}
        if tag not in _EMPTY:
            self.open.append(tag)
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another"
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {f"{name}={value}" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        if not _SILENT.intersection(self.open):
            self.lines[-1] += data

    def _part(self, tag: str) -> None:
        if tag in ("td", "th") and self.lines[-1].strip():
            self.lines[-1] += " | "
        elif tag not in _INLINE:
            self.lines.append("")


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [], "something is not closed"
    return reader


def transcript(page: str) -> str:
    """The words of a page, one line for each block; every element is opened and closed in order."""
    lines = (" ".join(line.split()) for line in _read(page).lines)
    return "\n".join(line.strip(" |") for line in lines if line.strip(" |")) + "\n"


def faults(page: str) -> list[str]:
    """What a page must not hold: anything that runs, or is fetched from elsewhere."""
    reader = _read(page)
    runs = reader.tags & {"script", "iframe", "object", "embed", "form", "link", "img", "base"}
    found = [f"<{tag}>" for tag in sorted(runs)]
    for attribute in sorted(reader.attributes):
        name, _, value = attribute.partition("=")
        fetched = "://" in value and not value.startswith("http://www.w3.org/")
        if name.startswith("on") or name == "src" or fetched:
            found.append(attribute)
    return found
