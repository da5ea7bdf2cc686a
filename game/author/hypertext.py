"""Markdown becomes a page that any browser shows; as much of Markdown as the manual uses."""

import re
from collections.abc import Callable, Iterator
from html import escape

_STYLE = """
body { font: 17px/1.5 Literata, Georgia, serif; color: #17151A; background: #F6EDD8 }
body { max-width: 46em; margin: 0 auto; padding: 1.5em }
h1, h2, h3, th { font-family: Oswald, "Arial Narrow", sans-serif; line-height: 1.2 }
h1 { border-bottom: 4px solid #C6281F; padding-bottom: 8px }
h2 { color: #B3211A; margin-top: 1.6em }
a { color: #B3211A }
figure { margin: 0 }
pre { background: #FFFDF6; padding: 12px; border-left: 4px solid #8A7A62 }
pre { white-space: pre-wrap }
pre, code { font: 14px/1.45 Consolas, Menlo, monospace }
figcaption { font-size: 14px; color: #4A4038 }
table { border-collapse: collapse }
th, td { border: 1px solid #8A7A62; padding: 4px 8px; text-align: left; vertical-align: top }
img { max-width: 100%; vertical-align: middle }
p:has(> img[src^="parts/"]) { display: inline-block; width: 48%; vertical-align: top }
@media (prefers-color-scheme: dark) {
  body { color: #F6EDD8; background: #17151A } pre { background: #26232B }
  h2, a { color: #F0857A } figcaption { color: #C9BEA8 }
}
"""
_INLINE = re.compile(
    r"`(?P<code>[^`]+)`|!\[(?P<alt>[^\]]*)\]\((?P<image>[^)\s]+)\)"
    r"|\[(?P<words>[^\]]+)\]\((?P<link>[^)\s:]+)\)"
    r"|\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*"
)
_BLOCKS = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_CELL = re.compile(r"(?<!\\)\|")


def page(title: str, markdown: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{body(markdown)}\n</body>\n</html>\n"
    )


def body(markdown: str) -> str:
    parts = []
    for block in _BLOCKS.split(markdown):
        if block.startswith("```"):
            parts.append(_code(block))
        else:
            parts += [_paragraph(part) for part in re.split(r"\n\s*\n", block) if part.strip()]
    return "\n".join(parts)


def _code(block: str) -> str:
    """A block of code; after its language may stand the file that it belongs in."""
    head, *lines = block.splitlines()[:-1]
    place = head[3:].partition(" ")[2]
    caption = f"<figcaption>{escape(place)}</figcaption>" if "." in place else ""
    code = escape("\n".join(lines))
    return f"<figure>{caption}<pre><code>{code}</code></pre></figure>"


def _paragraph(text: str) -> str:
    lines = text.strip("\n").split("\n")
    kinds: tuple[tuple[str, Callable[[list[str]], str]], ...] = (
        ("#", _heading),
        ("|", _table),
        ("- ", _list),
    )
    for start, made in kinds:
        if lines[0].startswith(start):
            return made(lines)
    return f"<p>{inline(' '.join(lines))}</p>"


def _heading(lines: list[str]) -> str:
    signs, _, text = lines[0].partition(" ")
    level = len(signs)
    name = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")
    rest = _paragraph("\n".join(lines[1:])) if lines[1:] else ""
    return f'<h{level} id="{name}">{inline(text)}</h{level}>{rest}'


def _list(lines: list[str]) -> str:
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:])
        else:
            items[-1] += f" {line.strip()}"
    return f"<ul>{''.join(f'<li>{inline(item)}</li>' for item in items)}</ul>"


def _table(lines: list[str]) -> str:
    head, _, *rows = lines
    top = "".join(f'<th scope="col">{cell}</th>' for cell in _cells(head))
    below = ("".join(f"<td>{cell}</td>" for cell in _cells(row)) for row in rows)
    inner = "".join(f"<tr>{row}</tr>" for row in below)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{inner}</tbody></table>"


def _cells(row: str) -> Iterator[str]:
    for cell in _CELL.split(row.strip().strip("|")):
        yield inline(cell.strip().replace("\\|", "|"))


def inline(text: str) -> str:
    """Words with their markup; everything else stays text."""
    parts, at = [], 0
    for found in _INLINE.finditer(text):
        parts += [escape(text[at : found.start()]), _span(found)]
        at = found.end()
    return "".join((*parts, escape(text[at:])))


def _span(found: re.Match[str]) -> str:
    if found["code"]:
        return f"<code>{escape(found['code'])}</code>"
    if found["image"]:
        return f'<img src="{escape(found["image"])}" alt="{escape(found["alt"])}">'
    if found["link"]:
        link = re.sub(r"\.md(?=#|$)", ".html", found["link"])
        return f'<a href="{escape(link)}">{inline(found["words"])}</a>'
    if found["strong"]:
        return f"<strong>{inline(found['strong'])}</strong>"
    return f"<em>{inline(found['emphasis'])}</em>"
