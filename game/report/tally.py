"""How the decisions of a class were divided, and what everybody wrote; counted, never marked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from game.play import record, save
from game.play.playthrough import Playthrough
from game.play.save import Save
from game.report import words
from game.story.model import Scene, Story


class Pupil(NamedTuple):
    who: str
    play: Playthrough


class Voice(NamedTuple):
    """What somebody decided in a scene, and why."""

    who: str
    choice: str
    reason: str


class Told(NamedTuple):
    """What somebody answered to a question."""

    who: str
    answer: str


class Divided(NamedTuple):
    """A scene and everybody's decision in it; ``changed`` is how many changed their mind."""

    scene: Scene
    voices: tuple[Voice, ...]
    changed: int

    @property
    def counts(self) -> Mapping[str, int]:
        return Counter(voice.choice for voice in self.voices)

    @property
    def spread(self) -> float:
        """0 where all decided the same, up to 1 the more evenly they are divided."""
        total = len(self.voices)
        return 1 - sum((count / total) ** 2 for count in self.counts.values()) if total else 0.0


def pupils(story: Story, games: Iterable[Save], *, has_names: bool) -> tuple[Pupil, ...]:
    """Everybody's way; the tail of a game that no longer fits the story is left out."""
    plays = [(game.name, save.resume(story, game).play) for game in games]
    if has_names:
        plays.sort(key=lambda pair: (not pair[0], pair[0].casefold()))
    names = [name if has_names else "" for name, _ in plays]
    found = []
    for number, (_, play) in enumerate(plays, 1):
        name = names[number - 1]
        if names.count(name) > 1 and name:
            name = words.namesake(name, names[:number].count(name))
        found.append(Pupil(name or words.pupil(number), play))
    return tuple(found)


def divided(story: Story, those: Sequence[Pupil]) -> tuple[Divided, ...]:
    """Every scene that somebody decided in, in the order of the record."""
    found = (_scene(scene, those) for scene in _ordered(story))
    return tuple(each for each in found if each.voices)


def most_divided(those: Iterable[Divided], most: int = 3) -> tuple[Divided, ...]:
    """Where minds differed most; a decision of one or two pupils says little."""
    several = [each for each in those if len(each.voices) > 2 and each.spread]
    return tuple(sorted(several, key=lambda each: (-each.spread, -len(each.voices)))[:most])


def answers(key: str, those: Iterable[Pupil]) -> tuple[Told, ...]:
    """What everybody noted under a key, as far as they did."""
    found = ((pupil.who, pupil.play.notes.get(key, "")) for pupil in those)
    return tuple(Told(who, text) for who, text in found if text)


def _ordered(story: Story) -> list[Scene]:
    places = {turn.before.scene: n for n, turn in enumerate(record.follow(story).turns)}
    chapters = {name: number for number, name in enumerate(story.chapters)}
    most = len(story.scenes)
    return sorted(
        (scene for scene in story.scenes.values() if scene.choices),
        key=lambda scene: (chapters.get(scene.chapter, most), places.get(scene.id, most)),
    )


def _scene(scene: Scene, those: Iterable[Pupil]) -> Divided:
    voices, changed = [], 0
    for who, play in those:
        voices += [
            Voice(who, turn.decision.choice, turn.decision.reason)
            for turn in play.turns
            if turn.before.scene == scene.id
        ][-1:]
        changed += any(back.decision.scene == scene.id for back in play.taken_back)
    return Divided(scene, tuple(voices), changed)
