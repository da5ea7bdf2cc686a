"""What a technician needs to know about lab.yaml: what it says, and whether that can be done."""

from collections.abc import Iterator, Mapping, Sequence

from game import files, paths
from game.commands.seen import Seen
from game.lab import copies, lesson, outbox, share, wishes
from game.lab.lab import Lab, Value
from game.lab.places import Places
from game.story.model import Story
from game.story.problem import nearest


def lab(places: Places, missing: Sequence[Seen] = ()) -> Iterator[Seen]:
    """The file and what is wrong in it; then what it decides, each with its name in the file.

    ``missing`` is what it names and is not here: that is wrong in it too.
    """
    found = places.found
    if found.path is None:
        yield Seen("there is no lab.yaml beside the program, so nothing is decided")
        return
    count = len(found.problems) + len(missing)
    said = "no mistakes" if not count else f"{count} mistake{'s' if count > 1 else ''}"
    yield Seen(f"{paths.shown(found.path)}: {said}", "notice" if count else "well")
    for problem in found.problems:
        place = f"line {problem.mark.line}, column {problem.mark.column}"
        yield Seen(f"{place}: {problem.message}", "notice", problem.hint)
    yield from missing
    yield from (Seen(f"{decided}, by lab.yaml") for decided in _decided(found.lab))
    language = wishes.unspoken({**found.lab.usual, **found.lab.locked})
    if language:
        yield Seen(
            f"language {language} is not there: the program and its story stay in English",
            "notice",
            "A story in another language is read as it is written: lay it into 'stories'.",
        )


def _decided(lab: Lab) -> Iterator[str]:
    yield from _settings("locked", lab.locked)
    yield from _settings("usual", {k: v for k, v in lab.usual.items() if k not in lab.locked})
    for name, value in (
        ("chapters", ", ".join(lab.lesson.chapters)),
        ("first", lab.lesson.first),
        ("last", lab.lesson.last),
        ("reason", lab.lesson.reason),
        ("name", lab.lesson.name),
        ("content", lab.lesson.content),
    ):
        if value not in ("", "open"):
            yield f"lesson: {name} {value}"
    if lab.packs is not None:
        yield f"packs: {', '.join(lab.packs) or 'none'}"
    if lab.seats:
        yield f"{lab.seats} seats"
    if lab.kiosk.is_on:
        idle = lab.kiosk.idle_minutes
        yield f"kiosk, back to the title after {idle} minutes" if idle else "kiosk"


def _settings(how: str, values: Mapping[str, Value]) -> Iterator[str]:
    words = {True: "yes", False: "no"}
    for name, value in values.items():
        shown = words[value] if isinstance(value, bool) else str(value)
        yield f"{how}: {name} {shown}"


def saves(places: Places) -> Iterator[Seen]:
    """The folder for games on this computer, the share behind it, and who decided that."""
    kept = places.kept
    where = paths.shown(kept.data)
    if kept.trouble:
        yield Seen(kept.trouble, "notice", "Look who may write there, or take portable.txt away.")
    if files.can_write(kept.data):
        yield Seen(f"{where}, can be written; decided by {kept.why}")
    else:
        advice = "Name a folder that can be written: --data FOLDER, or data in lab.yaml."
        yield Seen(f"{where} cannot be written, so no game is kept", "notice", advice)
    if kept.share is None:
        return
    trouble = share.reaches(kept.share)
    waiting = copies.waiting(kept.data)
    some = f"; {waiting} files wait to be brought there" if waiting else ""
    if trouble:
        advice = "Games stay on this computer, and are brought there when it is back."
        yield Seen(f"{paths.shown(kept.share)}: {trouble}{some}", "notice", advice)
    else:
        yield Seen(f"they are brought to {paths.shown(kept.share)}, can be written{some}")


def hand_ins(places: Places) -> Iterator[Seen]:
    """The folder that hand-ins are brought to, and how many still wait for that."""
    waiting = outbox.waiting(places.data)
    some = f"; {waiting} wait{'s' if waiting == 1 else ''} to be brought there" if waiting else ""
    to = places.hand_in()
    if to is None:
        where = paths.shown(outbox.folder(places.data))
        yield Seen(f"beside the games, in {where}, for no lab.yaml names a folder{some}")
        return
    by = "hand_in in lab.yaml" if places.found.lab.hand_in else "data in lab.yaml"
    trouble = share.reaches(to)
    if trouble:
        advice = "They stay beside the games until it is back, and are brought there then."
        yield Seen(f"{paths.shown(to)}: {trouble}{some}", "notice", advice)
    else:
        yield Seen(f"{paths.shown(to)}, can be written; decided by {by}{some}")


def lesson_in(places: Places, story: Story) -> Iterator[Seen]:
    """What the lesson of lab.yaml names and this story does not have."""
    for name in lesson.unknown(places.found.lab.lesson, story):
        meant = nearest(name, [*story.chapters, *story.scenes])
        yield Seen(
            f"lab.yaml names '{name}', and this story has no such chapter or scene",
            "notice",
            f"{meant} Pupils get the whole story until that is mended.".strip(),
        )
