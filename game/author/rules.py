"""The page of the rules: why each says what it says, and an example word for word."""

import re
from collections.abc import Mapping

from game.author import told

_HEAD = """# Everything that the check may say

An *error* keeps the story from being played, or a reader from going on. A *warning* is something
that a reader will meet and should not. *Advice* is good practice, and never a must. The word in
brackets is the name of the rule; `power-struggle manual` with this name tells what stands here.
"""


def topics() -> Mapping[str, Mapping[str, str]]:
    """Why each rule is there, by its code, under the titles of the page."""
    return told.texts("why.yaml")


def page(said: Mapping[str, str]) -> str:
    """The whole page; ``said`` has an example for each code, as the check prints it."""
    parts = [_HEAD]
    for title, found in topics().items():
        parts.append(f"## {title}\n")
        for code, why in found.items():
            parts.append(f"### {code}\n\n{why}\n\n```text\n{said[code]}\n```\n")
    return "\n".join(parts)


def sections(text: str) -> list[str]:
    """What a page has parts about: rules, or commands."""
    return re.findall(r"^### (\S+)$", text, re.MULTILINE)


def section(text: str, code: str) -> str:
    """What a page says about one rule or command; nothing where there is no such part."""
    _, found, rest = text.partition(f"\n### {code}\n")
    ends = [at for at in (rest.find("\n### "), rest.find("\n## ")) if at >= 0]
    return f"{code}\n{rest[: min(ends, default=len(rest))].rstrip()}" if found else ""
