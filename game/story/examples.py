"""What the fields of a thing look like, for whoever has written something else."""

from collections.abc import Mapping

_EXAMPLES: Mapping[str, str] = {
    "A choice": "'- {text: ..., outcome: ..., goto: ...}'",
    "A contender": "'{name: ..., colour: \"#B3211A\"}'",
    "A figure": "'- {figure: ..., at: right}'",
    "A historian": "'- {who: ..., says: ...}'",
    "A person": "'{name: ..., text: ...}'",
    "A prop": "'- {prop: ..., at: table}'",
    "A source": "'{author: ..., title: ..., year: ...}'",
    "A source check": "'essay: ...', 'record: ...' and 'tell: ...', each on a line of its own",
    "A term": "'{term: ..., text: ...}'",
    "A variable": "'{kind: resource, label: ...}'",
    "A way onward": "'- {when: [...], scene: ...}'",
    "An adviser": "'- {who: ..., says: ...}'",
    "An answer": "'- {text: ..., right: yes}'",
    "An echo": "'- {when: [...], text: ...}'",
    "An ending": "'historical: yes'",
    "An event": "'- {date: ..., text: ...}'",
    "An illustration": "'{picture: harbour.jpg, alt: ...}' or '{backdrop: ..., alt: ...}'",
    "The history": "'choice: ...' and 'text: ...', each on a line of its own",
}


def of(what: str) -> str:
    """An example of a thing by its name in messages, such as "An adviser"."""
    return _EXAMPLES.get(what, "'text: ...'")
