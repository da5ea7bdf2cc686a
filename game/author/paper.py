"""Printable pages for a classroom: plain HTML that any browser prints by itself."""

from collections.abc import Iterable
from html import escape

_STYLE = """
body { font: 11pt/1.4 Literata, Georgia, serif; color: #17151A }
body { max-width: 46em; margin: 2em auto; padding: 0 1.5em }
h1, h2, h3, th { font-family: Oswald, "Arial Narrow", sans-serif }
h1 { font-size: 22pt; margin: 0; border-bottom: 4px solid #C6281F; padding-bottom: 4pt }
h2 { font-size: 14pt; color: #B3211A; margin: 12pt 0 3pt; break-after: avoid }
h3 { font-size: 12pt; margin: 10pt 0 2pt; break-after: avoid }
p, ul, ol { margin: 3pt 0 }
.small { font-size: 9pt; color: #4A4038 }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #8A7A62; padding: 4pt 6pt; text-align: left; vertical-align: top }
tr { break-inside: avoid }
.many { columns: 2; font-size: 9pt }
.many ul { padding-left: 12pt; margin: 0 }
.room { height: 46pt }
@page { size: A4; margin: 14mm }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt } }
"""


def page(title: str, parts: Iterable[str]) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def element(name: str, text: str, kind: str = "") -> str:
    """An element that holds text, which stays text; nothing where there is none."""
    if not text:
        return ""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{name}{attribute}>{escape(text)}</{name}>"


def labelled(label: str, text: str) -> str:
    colon = "" if label.endswith(("?", ".")) else ":"
    return f"<p><b>{escape(label)}{colon}</b> {escape(text)}</p>" if text else ""


def items(texts: Iterable[str]) -> str:
    found = "".join(element("li", text) for text in texts)
    return f"<ul>{found}</ul>" if found else ""


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "") -> str:
    """A table; ``kind`` is the class of its cells. An empty cell is room to write in."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    attribute = f' class="{kind}"' if kind else ""
    body = "".join(
        "<tr>" + "".join(f"<td{attribute}>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
