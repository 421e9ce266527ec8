"""Cases for what only asks, prices or checks: those of a docket, and made-up ones on which every persona sits."""

from collections.abc import Callable, Iterable, Iterator

from panel.batch.entry import Entry
from panel.batch.hear import case_of
from panel.domain.release import Release
from panel.errors import DeclarationError
from panel.sitting import Case, Sitting


def cases(entries: Iterable[Entry], sitting: Sitting, tell: Callable[[str], None] = lambda _: None) -> Iterator[Case]:
    """Yield the case of every entry that can be read; why another can't is told in a sentence.

    Args:
        entries: What a batch was given.
        sitting: Seats the panels.
        tell: Told of each entry that is passed over.
    """
    for entry in entries:
        try:
            yield case_of(entry, sitting)
        except DeclarationError as error:
            tell(str(error))


def sample_cases(sitting: Sitting) -> list[Case]:
    """Return cases on which every persona sits that may: whatever they need is checked before anything is paid.

    Raises:
        DeclarationError: A persona isn't known.
    """
    firsts = [place.personas[0] for place in sitting.places]
    seated = [
        [*firsts[:number], name, *firsts[number + 1 :]]
        for number, place in enumerate(sitting.places)
        for name in place.personas
    ]
    nobody = Release(slug="any", name="any")
    made: list[Case] = [Case(nobody, sitting.seat(nobody).panel)]  # complains about personas that aren't known
    for names in seated:
        try:
            panel = sitting.panel_of(names)
        except DeclarationError:
            continue  # one persona twice: such a panel never sits
        if panel is not None:
            made.append(Case(nobody, panel))
    return made
