"""One file while it is read: where its nodes stand, what is wrong in it, what it mentions."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from game.story import markup
from game.story.problem import Mark, Problem, Severity
from game.story.source import Node, Scalar, mark_of

Kind = Literal[
    "scene", "onward", "person", "term", "source", "variable", "contender", "section", "curriculum"
]
# Behind 'goto' in a scene that a pack puts behind a choice: where that choice led.
ONWARD = "onward"


class Mention(NamedTuple):
    """A name that must exist somewhere in the story; ``resolve`` looks when all is read."""

    kind: Kind
    id: str
    mark: Mark


@dataclass(slots=True)
class Page:
    """``problems`` and ``mentions`` are shared by all pages of a story."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def mark(self, node: Node) -> Mark:
        place = node.place
        return Mark(self.file, place.line + 1, place.column + 1)

    def report(
        self, mark: Mark, code: str, message: str, hint: str, severity: Severity = "error"
    ) -> None:
        self.problems.append(Problem(mark, code, message, hint, severity))

    def mention(self, kind: Kind, id: str, mark: Mark) -> None:
        self.mentions.append(Mention(kind, id, mark))

    def has_no_colon(self, key: Scalar) -> bool:
        """Whether no colon stands behind a name: between brackets it then is one all the same."""
        at = self.text.find(key.text, key.place.index)
        return at >= 0 and not self.text[at + len(key.text) :].lstrip("\"' ").startswith(":")

    def links(self, scalar: Scalar) -> None:
        """Note the people and terms linked in a text, and report what only looks like a link."""
        for kind, name in markup.targets(scalar.text):
            self.mention(kind, name, self._letters(f"]({kind}:{name})", scalar))
        for odd in markup.odd_links(scalar.text):
            hint = (
                "Write [words](person:name) or [words](term:name), with a name that stands in "
                "people.yaml or glossary.yaml; put '*' round *titles*."
            )
            mark = self._letters(odd[odd.index("](") :], scalar)
            self.report(mark, "link", f"'{odd}' is not a link to a person or a term.", hint)

    def _letters(self, letters: str, scalar: Scalar) -> Mark:
        at = self.text.find(letters, scalar.place.index)
        return mark_of(self.text, at + 2, self.file) if at >= 0 else self.mark(scalar)
