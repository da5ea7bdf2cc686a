"""Whether the record stands beside every decision, with its sources, and how sure we are."""

from collections.abc import Iterator

from game.checks.facts import Facts, advice, warning, words
from game.play import content
from game.story.model import Chapter, Choice, Scene, SourceCheck, Story
from game.story.problem import Mark, Problem


def record(facts: Facts) -> Iterator[Problem]:
    """Yield the decisions that have no record beside them, and records without sources."""
    for scene in facts.story.scenes.values():
        if scene.choices and scene.history is None:
            message = "Nothing says what was really done here."
            hint = "Add 'history' with 'choice', 'text' and 'sources'."
            yield advice(scene.mark, "no-history", message, hint)
        if scene.history is not None and not scene.history.sources:
            message = "The record names no source."
            hint = "Add 'sources: [name-in-sources-yaml]'."
            yield warning(scene.history.mark, "no-sources", message, hint)
        if not scene.choices and scene.ending is None:
            message = "This ending does not say how it really went."
            hint = "Add 'ending' with 'real', 'for' and 'against'."
            yield advice(scene.mark, "plain-ending", message, hint)


def costs(facts: Facts) -> Iterator[Problem]:
    """Yield the choices that raise a ledger, and leave its line without words."""
    variables = facts.story.variables
    for scene in facts.story.scenes.values():
        for choice in scene.choices:
            risen = (each for each in choice.effects if variables[each.variable].kind == "ledger")
            raised = next((each for each in risen if each.amount > 0), None)
            if raised is not None and not choice.cost:
                label = variables[raised.variable].label
                message = f"This adds to '{label}', and nothing says what it cost, or whom."
                hint = "Add 'cost' with a few words: every ending shows them."
                yield advice(raised.mark, "no-cost", message, hint)


def certainty(facts: Facts) -> Iterator[Problem]:
    """Yield the outcomes that claim too much, or do not say what speaks for and against them."""
    for scene in facts.story.scenes.values():
        for choice in scene.choices:
            yield from _outcome(choice, scene)
        if scene.ending is not None and scene.ending.certainty != "documented":
            evidence = scene.ending.evidence_for, scene.ending.evidence_against
            yield from _evidence("ending", evidence, scene.ending.mark)


def _outcome(choice: Choice, scene: Scene) -> Iterator[Problem]:
    happened = scene.history is not None and scene.history.choice.id == choice.id
    if choice.certainty == "documented" and scene.history is not None and not happened:
        message = "What was not done cannot have a documented outcome."
        hint = "Write 'certainty: supposition' with 'for' and 'against', or change 'history'."
        yield warning(choice.mark, "documented", message, hint)
    elif choice.certainty != "documented" and scene.history is not None:
        yield from _evidence("outcome", (choice.evidence_for, choice.evidence_against), choice.mark)


def _evidence(what: str, evidence: tuple[str, str], mark: Mark) -> Iterator[Problem]:
    if not all(evidence):
        message = f"This {what} is not documented, and what speaks for or against it is missing."
        hint = "Add 'for' and 'against', one sentence each."
        yield advice(mark, "no-evidence", message, hint)


def source_checks(facts: Facts) -> Iterator[Problem]:
    for scene in facts.story.scenes.values():
        for check in scene.source_checks:
            yield from _source_check(check)


def _source_check(check: SourceCheck) -> Iterator[Problem]:
    if not check.sources:
        message = "This source check names no source."
        hint = "Add 'sources: [name-in-sources-yaml]'."
        yield warning(check.mark, "no-sources", message, hint)
    if bool(check.question) != bool(check.answers):
        missing = "answers" if check.question else "question"
        message = f"This source check has no '{missing}'."
        hint = "Write 'question' and 'answers' both, or neither."
        yield warning(check.mark, "half-question", message, hint)
    elif check.answers and sum(answer.right for answer in check.answers) != 1:
        message = "Exactly one of the answers should be right."
        hint = "Write 'right: yes' in one of them."
        yield warning(check.mark, "right-answer", message, hint)


def road(facts: Facts) -> Iterator[Problem]:
    """Play as it was really done, from the start, and yield what stands in the way."""
    story = facts.story
    way = facts.record
    scene = story.scenes[way.last.scene]
    hint = "Let the historical choices lead to an ending with 'historical: yes'."
    if way.closed:
        yield _closed(scene, way.closed)
    elif scene.ending is not None and not scene.ending.historical:
        message = "Whoever always does as the record says ends here, where it did not end so."
        yield warning(scene.ending.mark, "historical-road", message, hint)
    elif len(way.turns) == len(story.scenes):
        message = "Whoever always does as the record says comes back to where they were."
        yield warning(scene.mark, "historical-road", message, hint)


def _closed(scene: Scene, wanted: str) -> Problem:
    choice = next(choice for choice in scene.choices if choice.id == wanted)
    message = "Whoever has always done as the record says cannot do it here."
    hint = f"The choice requires {words(choice.requires)}; ask for less, or give more before."
    return warning(choice.mark, "historical-road", message, hint)


def sections(facts: Facts) -> Iterator[Problem]:
    """Yield the sections of the essay that no scene of the story is built from."""
    story = facts.story
    reached = facts.paths.scenes if facts.paths.complete else story.scenes
    told = {scene.section for name, scene in story.scenes.items() if name in reached}
    for name, heading in story.sections.items():
        if name not in told:
            message = f"No scene that can be reached is built from the section '{heading}'."
            hint = f"Write 'section: {name}' in the scene that tells it."
            yield warning(story.mark, "section", message, hint)


def summaries(facts: Facts) -> Iterator[Problem]:
    """Yield what has a content note and nothing for those who would rather not read it."""
    parts: list[Chapter | Scene] = [*facts.story.chapters.values(), *facts.story.scenes.values()]
    for part in parts:
        if part.content and part.summary is None:
            message = f"Readers are warned of {', '.join(part.content)}, and cannot pass it over."
            hint = "Add a 'summary' that can be read instead."
            yield warning(part.mark, "no-summary", message, hint)
    yield from _of_chapters(facts.story)


def _of_chapters(story: Story) -> Iterator[Problem]:
    """A chapter is passed over scene by scene, for the decisions remain."""
    passed = {scene.chapter for scene in story.scenes.values() if content.can_pass_over(scene)}
    for chapter in story.chapters.values():
        if chapter.content and chapter.summary and chapter.id not in passed:
            named = ", ".join(chapter.content)
            message = f"Readers are warned of {named}, and no scene here can be passed over."
            hint = "Add 'content' and a 'summary' to the scenes that tell of it."
            yield warning(chapter.mark, "no-summary", message, hint)
