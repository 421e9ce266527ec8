"""A release's sources checked, and its dossier's page."""

from pathlib import Path

from panel.domain.examination import Examination
from panel.domain.facts import Facts
from panel.domain.release import Dossier
from panel.evidence.dossier import read_dossier
from panel.evidence.living import living_dossier
from panel.hearing.checking import Checked, checked
from panel.publish.dossier_page import PAGE, dossier_markdown
from panel.store.examinations import examined
from panel.store.records import write_if_new
from panel.store.workspace import Workspace


def check_sources(home: Workspace, release: str | Path, *, model: str | None = None) -> Checked:
    """Check one release's sources, by rules and, if a model is named, by that model over what they leave open.

    The dossier's page is brought up to date.

    Raises:
        DeclarationError: The release, its verdict or the model can't be used, or the page can't be written.
    """
    dossier = read_dossier(home.release(release))
    found = examined(home, dossier)
    _save_page(home, dossier, found)
    by_rules = checked(dossier, found, home.verdict(dossier.release.slug))
    if model is None:
        return by_rules
    from panel.checks.by_model import verify_sources  # needed only where a model is asked

    return verify_sources(home, by_rules, dossier, model)


def refresh_dossier_page(home: Workspace, release: str | Path) -> Path:
    """Write what is known of a release by now, each line cited, beside its verdict; return the page's path.

    Raises:
        DeclarationError: The release can't be read, or the page can't be written.
    """
    dossier = read_dossier(home.release(release))
    return _save_page(home, dossier, examined(home, dossier))


def _save_page(home: Workspace, dossier: Dossier, found: Examination) -> Path:
    facts = {name: getattr(found.facts, name) for name in Facts.model_fields}
    page = home.verdict_file(dossier.release.slug).parent / PAGE
    write_if_new(page, dossier_markdown(living_dossier(dossier, facts, found.disagreements)))
    return page
