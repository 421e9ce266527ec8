"""The same from Python: one function for each thing that people ask of shipskip."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from panel.domain.call import Message
from panel.domain.comparison import Comparison
from panel.domain.verdict import Verdict
from panel.evidence.dossier import read_dossier
from panel.hearing.compare import RULES, check_comparable
from panel.hearing.poll import Bench
from panel.llm.quote import Quote, quote
from panel.llm.schema import ballot_schema, choice_schema
from panel.publish.saving import save_comparison
from panel.sitting import Sitting, Watch
from panel.store.workspace import Workspace


def review(
    release: str | Path,
    *,
    model: str | Sequence[str] | None = None,
    seats: str | None = None,
    samples: int | None = None,
    adaptive: bool | None = None,
    workspace: str | Path | None = None,
    save: bool = False,
) -> Verdict:
    """Put one release before the panel and return its verdict.

    Args:
        release: A release file, a release folder, or the slug of one in the workspace.
        model: The model for every seat: any litellm model string, ``gguf:PATH``, ``builtin`` or ``replay``; several are
            a jury, and ``"a else b"`` asks b where a can't answer. Without it, what the workspace says; without that,
            the builtin reviewer, which asks no model.
        seats: Personas in order, such as ``"developer,skeptic"`` or ``"all"``; ``"a|b"`` seats the one that suits.
        samples: Ballots per seat, 1 to 99.
        adaptive: Start with one ballot a seat, and cast the others only where the panel is close or a seat wavers.
        workspace: The folder with ``panel.toml``; found from the current folder upward if not given.
        save: Write ``verdicts/<slug>/`` as the command line does.

    Raises:
        DeclarationError: A file, persona, prompt, model name or key can't be used; nothing was asked or written.
    """
    (verdict,) = review_all(
        [release], model=model, seats=seats, samples=samples, adaptive=adaptive, workspace=workspace, save=save
    )
    return verdict


def review_all(
    releases: Iterable[str | Path],
    *,
    model: str | Sequence[str] | None = None,
    seats: str | None = None,
    samples: int | None = None,
    adaptive: bool | None = None,
    workspace: str | Path | None = None,
    save: bool = False,
    watch: Watch | None = None,
    notice: Callable[[str], None] | None = None,
) -> list[Verdict]:
    """Put several releases before the panel; everything is read and checked before the first of them is asked about.

    Args:
        releases: Release files, folders or slugs.
        model: See :func:`review`.
        seats: See :func:`review`.
        samples: See :func:`review`.
        adaptive: See :func:`review`.
        workspace: See :func:`review`.
        save: Write each verdict as soon as it is there.
        watch: Told of every seat that has voted.
        notice: Told what an editor should know before a stored verdict is replaced, such as which ballots are stale.

    Raises:
        DeclarationError: As for :func:`review`.
    """
    sitting = Sitting(
        _workspace(workspace),
        models=_models(model),
        seats=seats,
        samples=samples,
        adaptive=adaptive,
        watch=watch,
        notice=notice,
    )
    docket = [sitting.summon(each) for each in releases]
    return asyncio.run(sitting.hear(docket, save=save))


def price(
    releases: Iterable[str | Path],
    *,
    model: str | Sequence[str] | None = None,
    seats: str | None = None,
    samples: int | None = None,
    workspace: str | Path | None = None,
) -> list[Quote]:
    """Return for every model what a review would cost, as a range, without asking anybody.

    What the ledger holds is free. Adaptive sampling may need fewer ballots than are counted here.

    Args:
        releases: Release files, folders or slugs.
        model: See :func:`review`.
        seats: See :func:`review`.
        samples: See :func:`review`.
        workspace: See :func:`review`.

    Raises:
        DeclarationError: As for :func:`review`.
    """
    sitting = Sitting(_workspace(workspace), models=_models(model), seats=seats, samples=samples)
    docket = [sitting.summon(each) for each in releases]
    return asyncio.run(sitting.price(docket))


def compare(
    releases: Sequence[str | Path],
    *,
    model: str | Sequence[str] | None = None,
    seats: str | None = None,
    samples: int | None = None,
    adaptive: bool | None = None,
    workspace: str | Path | None = None,
    save: bool = False,
    head_to_head: bool = True,
    write: str | None = None,
    watch: Watch | None = None,
    notice: Callable[[str], None] | None = None,
    told: Callable[[str], None] | None = None,
) -> Comparison:
    """Put two or more releases side by side and say which one to ship with, or that it is too close to call.

    A verdict that an editor has worked on is used as it stands if the same panel would judge the same dossier today.

    Args:
        releases: Release files, folders or slugs, two or more.
        model: See :func:`review`.
        seats: See :func:`review`.
        samples: See :func:`review`.
        adaptive: See :func:`review`.
        workspace: See :func:`review`.
        save: Write the verdicts and the comparison, as the command line does.
        head_to_head: Whether every seat for which a model speaks is asked about every pair: in both orders, with names
            and with names masked, so four questions to each model.
        write: The model that drafts the texts; ``"rules"`` for none; the first that speaks for a seat, if not given.
        watch: Told of every seat that has voted.
        notice: Told what an editor should know before a stored verdict is replaced, such as which ballots are stale.
        told: Told of every pair that the seats are through with.

    Raises:
        DeclarationError: As for :func:`review`; or fewer than two releases; or one release twice.
    """
    sitting = Sitting(
        _workspace(workspace),
        models=_models(model),
        seats=seats,
        samples=samples,
        adaptive=adaptive,
        watch=watch,
        notice=notice,
    )
    from panel.hearing.side_by_side import set_side_by_side  # a review needn't load what only comparisons read with

    docket = [sitting.summon(each) for each in releases]
    check_comparable([case.release.slug for case in docket])

    async def compared() -> Comparison:
        async with sitting.bench() as bench:
            _check_writer(write, bench)
            verdicts = await sitting.hear(docket, save=save)
            return await set_side_by_side(
                [read_dossier(case.release) for case in docket],
                [case.panel for case in docket],
                verdicts,
                bench,
                head_to_head=head_to_head,
                writer=write,
                told=told,
            )

    comparison = asyncio.run(compared())
    return save_comparison(sitting.home, comparison) if save else comparison


def price_comparison(
    releases: Sequence[str | Path],
    *,
    model: str | Sequence[str] | None = None,
    seats: str | None = None,
    samples: int | None = None,
    workspace: str | Path | None = None,
    head_to_head: bool = True,
    write: str | None = None,
) -> list[Quote]:
    """Return for every model what a comparison would cost, as a range, without asking anybody.

    Ballots, head-to-head questions and the texts count; what the ledger holds is free.

    Args:
        releases: Release files, folders or slugs, two or more.
        model: See :func:`review`.
        seats: See :func:`review`.
        samples: See :func:`review`.
        workspace: See :func:`review`.
        head_to_head: See :func:`compare`.
        write: See :func:`compare`.

    Raises:
        DeclarationError: As for :func:`compare`.
    """
    from panel.hearing.side_by_side import unanswered_ballots, unanswered_comparison

    sitting = Sitting(_workspace(workspace), models=_models(model), seats=seats, samples=samples)
    docket = [sitting.summon(each) for each in releases]
    check_comparable([case.release.slug for case in docket])
    dossiers, panels = [read_dossier(case.release) for case in docket], [case.panel for case in docket]

    async def priced() -> list[Quote]:
        async with sitting.bench() as bench:
            sitting.check(docket, bench)
            _check_writer(write, bench)
            wanted = await unanswered_ballots(dossiers, panels, bench)
            known = None if any(wanted.values()) else await sitting.hear(docket, save=False)
            asked = await unanswered_comparison(
                dossiers, panels, bench, verdicts=known, head_to_head=head_to_head, writer=write
            )
            for name, requests in asked.items():
                wanted.setdefault(name, []).extend(requests)
            return [quote(requests, name, bench.gateway) for name, requests in wanted.items()]

    return asyncio.run(priced())


def _check_writer(write: str | None, bench: Bench) -> None:
    """Find out whether the model that is to write the texts can be asked, before anything is spent."""
    if write is not None and write != RULES:
        bench.gateway.check([write])
        if bench.gateway.rules(write) is None:
            bench.prompts.check()


def _models(model: str | Sequence[str] | None) -> tuple[str, ...]:
    return () if model is None else (model,) if isinstance(model, str) else tuple(model)


def _workspace(folder: str | Path | None) -> Workspace:
    return Workspace.find() if folder is None else Workspace(Path(folder))


def prompt_for(release: str | Path, persona: str, *, workspace: str | Path | None = None) -> tuple[Message, ...]:
    """Return the messages that a persona's model would get for a release.

    Args:
        release: A release file, folder or slug.
        persona: Id of the persona.
        workspace: See :func:`review`.

    Raises:
        DeclarationError: The release, the persona or the prompt can't be used.
    """
    home = _workspace(workspace)
    chosen = home.persona(persona).spoken
    return home.prompts().render_ballot(chosen, read_dossier(home.release(release)), ballot_schema())


def head_to_head_prompt_for(
    first: str | Path,
    second: str | Path,
    persona: str,
    *,
    masked: bool = False,
    workspace: str | Path | None = None,
) -> tuple[Message, ...]:
    """Return the messages that ask a persona's model which of two releases it would ship.

    Args:
        first: The release that is shown first: a file, folder or slug.
        second: The one that is shown second.
        persona: Id of the persona.
        masked: Whether names are hidden.
        workspace: See :func:`review`.

    Raises:
        DeclarationError: A release, the persona or the prompt can't be used; or both are the same release.
    """
    from panel.evidence.masking import mask

    home = _workspace(workspace)
    chosen = home.persona(persona).spoken
    one, other = (read_dossier(home.release(each)) for each in (first, second))
    check_comparable([one.release.slug, other.release.slug])
    if masked:
        one, other = mask([one, other]).dossiers
    return home.prompts().render_choice(chosen, one, other, choice_schema())
