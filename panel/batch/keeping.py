"""How a batch keeps a verdict: unchanged where nothing moved, and not at all where none can be written."""

from panel.domain.verdict import Verdict
from panel.errors import DeclarationError, NoRoom
from panel.sitting import Keep
from panel.store.workspace import Workspace
from panel.store.writable import check_writable


async def kept_here(home: Workspace, verdict: Verdict, keep: Keep) -> Verdict:
    """Have a verdict written.

    Raises:
        NoRoom: No verdict can be written any more.
        DeclarationError: This one can't.
    """
    try:
        return await keep(verdict)
    except NoRoom:
        raise
    except DeclarationError:
        check_writable(home.verdicts_folder)
        raise


def steady(verdict: Verdict, stored: Verdict | None) -> Verdict:
    """Keep the effective votes where the same ballots stand: later verdicts of others are no reason to rewrite it."""
    if stored is None or stored.ballots != verdict.ballots or stored.spoiled != verdict.spoiled:
        return verdict
    tally = verdict.tally.model_copy(update={"effective_votes": stored.tally.effective_votes})
    return verdict.model_copy(update={"tally": tally})
