"""A story of any size, always the same: twenty layers of choices, and five endings.

Each scene has some sixty words and three choices with an effect each; the third has a condition.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

LAYERS, ENDINGS, LARGEST = 20, 5, 3
VARIABLES = ("army", "party", "lenin", "health", "world", "time")
_SENTENCE = (
    "the night train stood under snow and nobody on the platform would say when it was to leave "
    "again while inside a lamp burned over papers that had been read so often that their folds "
    "were grey and he wrote one line more"
)
_WORDS = _SENTENCE.split()


def write(folder: Path, scenes: int) -> None:
    """Write a story of so many scenes; it has no mistake in it."""
    chance = Random(1917)
    layers = _layers(scenes - ENDINGS)
    folder.mkdir(parents=True)
    (folder / "story.yaml").write_text(_cover(len(layers)), encoding="utf-8")
    for number, names in enumerate(layers):
        chapter = folder / f"{number + 1:02}-layer"
        chapter.mkdir()
        title = f"title: Layer {number + 1}\nstart: {names[0]}\n"
        (chapter / "chapter.yaml").write_text(title, encoding="utf-8")
        after = layers[number + 1] if number + 1 < len(layers) else []
        for at, name in enumerate(names):
            lines = [f"title: Scene {name}", "text: |", *_text(chance)]
            lines += ["choices:", *_choices(at, after, chance)]
            (chapter / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for number in range(ENDINGS):
        ending = folder / f"{len(layers):02}-layer" / f"ending-{number}.yaml"
        lines = [f"title: Ending {number}", "text: |", *_text(chance)]
        lines += ["ending: {historical: false, real: [He wrote on.], certainty: supposition}"]
        ending.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _layers(scenes: int) -> list[list[str]]:
    """Names of scenes; each layer is at most three times as wide as the one before."""
    widths = [1]
    while len(widths) < LAYERS:
        left = scenes - sum(widths)
        even = -(-left // (LAYERS - len(widths)))
        widths.append(max(1, min(widths[-1] * LARGEST, even)))
    widths[-1] += max(0, scenes - sum(widths))
    return [[f"s{layer}-{at}" for at in range(width)] for layer, width in enumerate(widths)]


def _cover(layers: int) -> str:
    variables = "".join(
        f"  {name}: {{kind: resource, label: {name.title()}, about: Made., low: -9, high: 9}}\n"
        for name in VARIABLES
    )
    chapters = ", ".join(f"{number + 1:02}-layer" for number in range(layers))
    return f"title: Made\nstart: s0-0\nvariables:\n{variables}chapters: [{chapters}]\n"


def _text(chance: Random) -> Iterator[str]:
    words = [chance.choice(_WORDS) for _ in range(60)]
    for start in range(0, 60, 12):
        line = " ".join(words[start : start + 12])
        yield f"  {line.capitalize()}."


def _choices(at: int, after: list[str], chance: Random) -> Iterator[str]:
    for number in range(3):
        name, change = chance.choice(VARIABLES), chance.choice((-2, -1, +1, +2))
        yield f"  - id: way-{number}"
        yield f"    text: Take way {number} of scene {at}"
        if number == 2:
            yield f"    requires: [{chance.choice(VARIABLES)} >= {chance.choice((-3, 0, 1, 2))}]"
        yield f"    outcome: He took way {number}, and it was late."
        yield f"    effects: {{{name}: {change:+}}}"
        if after:
            yield f"    goto: {after[(at * 3 + number) % len(after)]}"
        else:
            yield from _parted(chance)


def _parted(chance: Random) -> Iterator[str]:
    """After the last layer the numbers decide which ending it is."""
    yield "    goto:"
    for number in range(ENDINGS - 1):
        test = f"{chance.choice(VARIABLES)} >= {chance.choice((2, 3))}"
        yield f"      - {{when: [{test}], scene: ending-{number}}}"
    yield f"      - {{scene: ending-{ENDINGS - 1}}}"
