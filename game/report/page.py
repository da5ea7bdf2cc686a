"""How pages look that are handed in, and the parts that only they have."""

from collections.abc import Iterable

from game.html import clean, document, element, wrapped
from game.play.quoting import quoted

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
    return document(title, _STYLE, parts)


def said(text: str) -> str:
    """What somebody wrote themselves."""
    return element("p", quoted(text) if text else "", "said")


def paragraphs(text: str) -> str:
    return "\n".join(element("p", part) for part in text.split("\n\n"))


def more(summary: str, parts: Iterable[str]) -> str:
    """What is opened by whoever wants it; it is not printed."""
    inner = wrapped("div", parts)
    return f"<details><summary>{clean(summary)}</summary>{inner}</details>" if inner else ""
