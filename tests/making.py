"""Small stories made in place: what a test does not name is left empty."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.story.model import (
    Answer,
    Branch,
    Chapter,
    Choice,
    Contender,
    Echo,
    Ending,
    History,
    Prose,
    Ref,
    Scene,
    SourceCheck,
    Story,
)
from game.story.problem import Mark
from game.story.rules import Comparator, Condition, Effect, Variable, VariableKind

HERE = Mark("story/made.yaml")
ENDING = Ending(
    historical=False,
    real=(),
    evidence_for="",
    evidence_against="",
    certainty="supposition",
    mark=HERE,
)
_COMPARATORS: dict[str, Comparator] = {
    "==": "==",
    "!=": "!=",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
}


def ref(id: str) -> Ref:
    return Ref(id, HERE)


def prose(text: str) -> Prose:
    return Prose(text, HERE)


def condition(text: str) -> Condition:
    """Read "army >= 3", "exiled" or "not exiled"."""
    if found := re.fullmatch(r"(\w+) *(==|!=|<=|>=|<|>) *(-?\d+)", text):
        return Condition(found[1], _COMPARATORS[found[2]], int(found[3]), HERE)
    if text.startswith("not "):
        return Condition(text[4:], "==", 0, HERE)
    return Condition(text, ">=", 1, HERE)


def conditions(texts: Sequence[str]) -> tuple[Condition, ...]:
    return tuple(condition(text) for text in texts)


def effects(changes: Mapping[str, str]) -> tuple[Effect, ...]:
    """Read {"army": "+2", "exiled": "1"}: a sign adds, no sign sets."""
    return tuple(
        Effect(name, int(amount), amount[0] in "+-", HERE) for name, amount in changes.items()
    )


def branches(goto: str) -> tuple[Branch, ...]:
    """Read "there", or "bridge if army >= 3; exile if exiled; there"."""
    found = []
    for part in goto.split(";"):
        scene, _, when = part.strip().partition(" if ")
        found.append(Branch(conditions(when.split(", ") if when else ()), ref(scene)))
    return tuple(found)


def choice(
    id: str,
    goto: str,
    requires: Sequence[str] = (),
    locked: str = "",
    *,
    does: Mapping[str, str] | None = None,
    cost: str = "",
    shift: Mapping[str, int] | None = None,
) -> Choice:
    return Choice(
        id=id,
        text=f"Choose {id}.",
        detail="",
        outcome=prose(f"So it is {id}."),
        certainty="documented",
        evidence_for="",
        evidence_against="",
        returns="",
        cost=cost,
        sources=(),
        goto=branches(goto),
        requires=conditions(requires),
        locked=locked,
        effects=effects(does or {}),
        shift=shift or {},
        mark=HERE,
    )


def history(choice: str) -> History:
    return History(
        choice=ref(choice),
        title=f"He chose {choice}",
        text=prose("It is written down."),
        text_easy=None,
        because="He had his reasons.",
        fact="It was a Tuesday.",
        quill="",
        certainty="documented",
        sources=(),
        historians=(),
        mark=HERE,
    )


def scene(
    id: str,
    *choices: Choice,
    record: str = "",
    power: Mapping[str, int] | None = None,
    echoes: Mapping[str, str] | None = None,
    chapter: str = "01-one",
) -> Scene:
    """Make a scene; ``record`` is what Trotsky chose, ``echoes`` maps conditions to texts."""
    return Scene(
        id=id,
        chapter=chapter,
        title=id.replace("-", " ").capitalize(),
        sitting="",
        section="",
        date="",
        when=None,
        place="",
        content=(),
        summary=None,
        text=prose(f"This is {id}."),
        text_easy=None,
        before=None,
        after=None,
        echoes=tuple(
            Echo(conditions(when.split(", ")), prose(text)) for when, text in (echoes or {}).items()
        ),
        quill="",
        dispatch="",
        prompt="",
        illustration=None,
        advisers=(),
        choices=choices,
        history=history(record) if record else None,
        power=power or {},
        source_checks=(),
        ending=None if choices else ENDING,
        curriculum=(),
        mark=HERE,
    )


def check(question: str = "Who wrote it?") -> SourceCheck:
    return SourceCheck(
        essay="The essay says one thing.",
        record="The record says another.",
        tell="Look at the date.",
        kind="date",
        debated=False,
        question=question,
        answers=(
            Answer("A rival.", right=False, because="He was not there."),
            Answer("A clerk.", right=True, because="He was."),
        ),
        sources=(),
        mark=HERE,
    )


def variable(
    name: str,
    kind: VariableKind = "resource",
    low: int = -10,
    high: int = 10,
    start: int = 0,
) -> Variable:
    return Variable(name, kind, name.capitalize(), "", start, low, high, HERE)


def flag(name: str, high: int = 1) -> Variable:
    return variable(name, "flag", 0, high)


def ledger(name: str = "toll", high: int = 60) -> Variable:
    return variable(name, "ledger", 0, high)


def story(*scenes: Scene, variables: Sequence[Variable] = (), start: str = "") -> Story:
    """Make a story of scenes; it starts with the first one."""
    first: dict[str, str] = {}
    for made in scenes:
        first.setdefault(made.chapter, made.id)
    return Story(
        id="made",
        title="A made story",
        subtitle="",
        author="",
        about="",
        decides="Trotsky",
        start=ref(start or scenes[0].id),
        illustration=None,
        variables={variable.name: variable for variable in variables},
        contenders={
            name: Contender(name, name.capitalize(), "#000000", HERE)
            for name in ("trotsky", "stalin", "bukharin")
        },
        sections={},
        curriculum={},
        chapters={
            name: Chapter(name, name[3:].capitalize(), "", None, (), None, ref(opening), (), HERE)
            for name, opening in first.items()
        },
        scenes={made.id: made for made in scenes},
        people={},
        glossary={},
        sources={},
        timeline=(),
        mark=HERE,
    )


def with_check(made: Scene) -> Scene:
    return replace(made, source_checks=(check(),))


def smolny() -> Story:
    """A night in two decisions, with a closed door, an echo, a cost and two endings."""
    return story(
        with_check(
            scene(
                "smolny",
                choice("press-on", "palace", does={"army": "+2"}, shift={"trotsky": 2}),
                choice("wait", "palace", does={"waited": "1"}),
                choice("flee", "exile", does={"army": "-3"}),
                record="wait",
                power={"trotsky": 20, "stalin": 10, "bukharin": 5},
            )
        ),
        scene(
            "palace",
            choice(
                "storm",
                "morning",
                ["army >= 2"],
                "You have not the men.",
                does={"toll": "+2"},
                cost="Men fell.",
            ),
            choice("secret-door", "morning", ["army >= 9"]),
            choice("parley", "exile if army < 0; morning"),
            record="storm",
            power={"trotsky": 24, "stalin": 9, "bukharin": 4},
            echoes={"waited": "You waited.", "not waited": "You did not wait."},
        ),
        scene("morning", chapter="02-two"),
        scene("exile", chapter="02-two"),
        variables=(variable("army"), flag("waited"), ledger()),
    )
