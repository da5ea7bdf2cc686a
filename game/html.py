"""HTML in one file: nothing is fetched from anywhere, and what people wrote stays text."""

from collections.abc import Iterable
from html import escape


def document(title: str, style: str, parts: Iterable[str]) -> str:
    """A whole page, which runs nothing and asks nothing of the network."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{clean(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + "\n</body>\n</html>\n"
    )


def clean(text: str) -> str:
    """Text as HTML, without letters that turn the line round or cannot be seen."""
    kept = (letter if letter.isprintable() or letter in "\n\t" else " " for letter in text)
    return escape("".join(kept))


def element(name: str, text: str, kind: str = "") -> str:
    """An element that holds text, which stays text; nothing where there is none."""
    return wrapped(name, (clean(text),), kind)


def wrapped(name: str, parts: Iterable[str], kind: str = "") -> str:
    """An element around others; nothing where there are none."""
    inner = "\n".join(part for part in parts if part)
    return f"<{name}{_of(kind)}>{inner}</{name}>" if inner else ""


def labelled(label: str, text: str) -> str:
    colon = "" if label.endswith(("?", ".")) else ":"
    return f"<p><b>{clean(label)}{colon}</b> {clean(text)}</p>" if text else ""


def items(texts: Iterable[str], kind: str = "ul") -> str:
    return wrapped(kind, (element("li", text) for text in texts))


def table(
    heads: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "", kind: str = ""
) -> str:
    """A table; ``kind`` is the class of its cells. An empty cell is room to write in."""
    top = "".join(f'<th scope="col">{clean(head)}</th>' for head in heads)
    body = "\n".join(
        "<tr>" + "".join(f"<td{_of(kind)}>{clean(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    above = element("caption", caption, "small")
    return f"<table>{above}<thead><tr>{top}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _of(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
