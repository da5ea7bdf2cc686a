"""Everything that is read in a story, part by part, for the rules that look at words."""

from collections.abc import Iterator

from game.story.model import Choice, Ending, History, Ref, Scene, SourceCheck, Story


def of_story(story: Story) -> Iterator[str]:
    yield story.about
    for chapter in story.chapters.values():
        yield from (prose.source for prose in (chapter.intro, chapter.summary) if prose)
        yield from (question.text for question in chapter.questions)
    for person in story.people.values():
        yield person.text
    for term in story.glossary.values():
        yield term.text
    yield from (event.text for event in story.timeline)
    for scene in story.scenes.values():
        yield from of_scene(scene)


def of_scene(scene: Scene) -> list[str]:
    """Return it all in one list, and no generators in generators: large stories have much of it."""
    found = [prose.source for prose in (scene.summary, scene.text_easy) if prose]
    found += [question.text for question in (scene.before, scene.after) if question]
    found.append(scene.text.source)
    found += [echo.text.source for echo in scene.echoes]
    found += beside(scene)
    for choice in scene.choices:
        found += (choice.text, choice.detail, choice.locked, *followed(choice))
    if scene.history is not None:
        found += recorded(scene.history)
        found.append(scene.history.text_easy.source if scene.history.text_easy else "")
    for check in scene.source_checks:
        found += checked(check)
    if scene.ending is not None:
        found += ended(scene.ending)
    return found


def beside(scene: Scene) -> list[str]:
    """Return what stands beside a scene's text."""
    says = [adviser.says for adviser in scene.advisers]
    return [scene.quill, scene.dispatch, scene.prompt, *says]


def followed(choice: Choice) -> tuple[str, ...]:
    """Return what is read once a choice is taken."""
    evidence = (choice.evidence_for, choice.evidence_against)
    return (choice.outcome.source, *evidence, choice.returns, choice.cost)


def recorded(history: History) -> Iterator[str]:
    yield history.text.source
    yield from (history.title, history.because, history.fact, history.quill)
    yield from (historian.says for historian in history.historians)


def checked(check: SourceCheck) -> Iterator[str]:
    yield from (check.essay, check.record, check.tell, check.question)
    for answer in check.answers:
        yield from (answer.text, answer.because)


def ended(ending: Ending) -> Iterator[str]:
    yield from (*ending.real, ending.evidence_for, ending.evidence_against)


def sources(scene: Scene) -> Iterator[Ref]:
    for choice in scene.choices:
        yield from choice.sources
    if scene.history is not None:
        yield from scene.history.sources
    for check in scene.source_checks:
        yield from check.sources
