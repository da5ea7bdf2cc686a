"""What a technician needs to know about the story, and the others that the title offers."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from game import paths
from game.commands.seen import Seen
from game.story import packed, packs
from game.story.model import Story
from game.story.problem import Problem, nearest


def opened(
    story: Path, data: Path, on: Collection[str] = ()
) -> tuple[Story | None, tuple[Problem, ...]]:
    """What a window would open: a story, or a pack on its story, from a folder or a .zip."""
    from game.story import lay  # noqa: PLC0415 - one broken library hides nothing else
    from game.story.load import load  # noqa: PLC0415

    listed = packs.found([paths.story(), story], paths.stories(data))
    layers = packs.layers(story, listed, on)
    if not layers.packs:
        return load(layers.folder)
    read = lay.read(layers)
    left = tuple(problem for each in read.left_out for problem in each.problems)
    return (None, read.problems + left) if left else (read.story, read.problems)


def asked_for(story: Path, data: Path) -> Seen:
    """The story that is to be played, with how many mistakes are in it."""
    where = paths.shown(story)
    if not (story.is_dir() or packed.is_pack(story)):
        return Seen(f"there is no story {where}", "stop", "Name its folder with --story FOLDER.")
    found, problems = opened(story, data)
    if found is None:
        count = len(problems)
        advice = f'To see them, write: power-struggle check "{where}"'
        return Seen(f"{where} has {count} mistake{'s' * (count != 1)}", "stop", advice)
    pack = next((each.title for each in found.packs if each.folder == story.resolve()), "")
    title = f"'{pack}' for '{found.title}'" if pack else f"'{found.title}'"
    count = len(found.scenes)
    return Seen(f"{title} in {where}: {count} scene{'s' * (count != 1)}, no mistakes")


def others(story: Path, data: Path) -> Iterator[Seen]:
    """Each with how many mistakes are in it."""
    from game.story import lay  # noqa: PLC0415 - one broken library hides nothing else
    from game.story.load import load  # noqa: PLC0415

    folders = paths.stories(data)
    here = story.resolve()
    listed = packs.found([here], folders)
    found = [pack for pack in listed if pack.path != here]
    if not found:
        yield Seen(f"none but that one; more would lie in {paths.shown(folders[0])}")
    for pack in found:
        where = paths.shown(pack.path)
        count = len(load(pack.path).problems)
        if pack.extends:
            read = lay.read(packs.layers(pack.path, listed))
            count = len(read.problems) + sum(len(left.problems) for left in read.left_out)
        if count:
            what = "1 mistake" if count == 1 else f"{count} mistakes"
            advice = f'To see them, write: power-struggle check "{where}"'
            yield Seen(f"{where} has {what}", "notice", advice)
        else:
            what = f", extends '{pack.extends}'" if pack.extends else ""
            yield Seen(f"'{pack.title}' in {where}{what}, no mistakes")


def lacking(story: Path, data: Path, named: Iterable[str]) -> Iterator[Seen]:
    """The packs that lab.yaml names and that are not here."""
    listed = packs.found([story.resolve()], paths.stories(data))
    ids = {pack.id for pack in listed if pack.extends}
    for name in named:
        if name not in ids:
            advice = (
                nearest(name, ids)
                or "Copy it into 'stories' beside the program, or take its name out of 'packs'."
            )
            yield Seen(f"lab.yaml names the pack '{name}', and it is not here", "notice", advice)
