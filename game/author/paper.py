"""Printable pages for a classroom: plain HTML that any browser prints by itself."""

from collections.abc import Iterable

from game.html import document

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
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.3 } }
@media print { th, td { padding: 2pt 5pt } h2 { margin-top: 8pt } }
"""


def page(title: str, parts: Iterable[str]) -> str:
    return document(title, _STYLE, parts)
