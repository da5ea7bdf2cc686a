"""HTML in one file: nothing is fetched from anywhere, and what people typed stays text."""

from collections.abc import Iterable
from html import escape

_STYLE = """
body { font: 17px/1.5 Literata, Georgia, "Times New Roman", serif; color: #17151A }
body { background: #F6EDD8; margin: 0 auto; padding: 1.5em; max-width: 62em }
body, td { overflow-wrap: anywhere }
h1, h2, h3, h4, th { font-family: Oswald, "Arial Narrow", Arial, sans-serif; line-height: 1.2 }
h1 { font-size: 2em; margin: 0; border-bottom: 5px solid #C6281F; padding-bottom: 8px }
h2 { font-size: 1.5em; color: #B3211A; margin: 1.6em 0 .3em; break-after: avoid }
h3 { font-size: 1.2em; margin: 0 0 .2em; break-after: avoid }
h4 { font-size: 1em; margin: .7em 0 .1em; break-after: avoid }
p, ul, ol { margin: .3em 0 }
a { color: #B3211A }
.small { font-size: .86em; color: #4A4038 }
.card { background: #FFFDF6; border: 1px solid #8A7A62; padding: .9em 1.1em; margin: 1em 0 }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.6em }
.yours { border-left: 5px solid #2F4558; padding-left: .9em }
.record { border-left: 5px solid #C6281F; padding-left: .9em }
.decision { font-weight: bold }
.said { font-style: italic; white-space: pre-line }
.way { font-weight: bold; border-top: 1px solid #8A7A62; margin-top: .8em; padding-top: .4em }
table { border-collapse: collapse; width: 100% }
caption { text-align: left }
th, td { border: 1px solid #8A7A62; padding: 4px 8px; text-align: left; vertical-align: top }
tr, svg { break-inside: avoid }
svg { max-width: 100%; height: auto }
summary { cursor: pointer; color: #B3211A }
.room { height: 6em; border: 1px solid #8A7A62 }
.bar { background: #2F4558; height: 1em; min-width: 2px }
.bar.record { background: #C6281F; border: 0; padding: 0 }
.bars td { border: 0; padding: 2px 8px 2px 0 }
.bars .wide { width: 45% }
.bars .count { width: 2.5em; text-align: right }
.swatch { display: inline-block; width: .9em; height: .9em; border: 1px solid #17151A }
@media (max-width: 46em) { .two { grid-template-columns: 1fr } }
@page { size: A4; margin: 14mm }
@media print {
  body { background: #FFF; font-size: 10.5pt; max-width: none; padding: 0 }
  .card { background: none } details { display: none }
  .bar, .swatch { print-color-adjust: exact }
}
"""


def page(title: str, parts: Iterable[str]) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{clean(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
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
    attribute = f' class="{kind}"' if kind else ""
    return f"<{name}{attribute}>{inner}</{name}>" if inner else ""


def labelled(label: str, text: str) -> str:
    return f"<p><b>{clean(label)}:</b> {clean(text)}</p>" if text else ""


def said(text: str) -> str:
    """What somebody wrote themselves."""
    return element("p", f"“{text}”" if text else "", "said")


def paragraphs(text: str) -> str:
    return "\n".join(element("p", part) for part in text.split("\n\n"))


def more(summary: str, parts: Iterable[str]) -> str:
    """What is opened by whoever wants it; it is not printed."""
    inner = wrapped("div", parts)
    return f"<details><summary>{clean(summary)}</summary>{inner}</details>" if inner else ""


def items(texts: Iterable[str], kind: str = "ul") -> str:
    return wrapped(kind, (element("li", text) for text in texts))


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "") -> str:
    top = "".join(f'<th scope="col">{clean(head)}</th>' for head in heads)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{clean(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    above = element("caption", caption, "small")
    return f"<table>{above}<thead><tr>{top}</tr></thead><tbody>\n{body}\n</tbody></table>"
