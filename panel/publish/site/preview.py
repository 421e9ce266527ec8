"""One page of the site, shown without the site around it."""

from panel.community.standing import standings
from panel.domain.comparison import Comparison
from panel.domain.verdict import Verdict
from panel.publish.sheet import Sheet, sheets
from panel.publish.site import routes
from panel.publish.site.frame import Frame
from panel.publish.site.settings import read_site_settings
from panel.publish.site.theme import LAYOUT, Theme
from panel.publish.site.views import about_comparison, about_release
from panel.store.workspace import Workspace


def release_page(home: Workspace, verdict: Verdict) -> str:
    """Return a release's page as the site shows it, in one piece: HTML that loads nothing.

    Links to other pages of the site lead nowhere from it, and what other records would add is left out.

    Args:
        home: The workspace; its templates and settings count.
        verdict: The verdict, in whatever state; it needn't be stored.

    Raises:
        DeclarationError: ``[site]`` or a template has a mistake.
    """
    theme = Theme(home)
    about = about_release(verdict, standing=standings(home).get(verdict.slug))
    frame = _alone(home, theme, routes.release(verdict.slug), routes.ALL)
    return theme.render("verdict.html.j2", layout=LAYOUT, site=frame, sheet=Sheet(verdict), about=about)


def comparison_page(home: Workspace, comparison: Comparison) -> str:
    """Return a comparison's page as the site shows it, in one piece: HTML that loads nothing.

    Raises:
        DeclarationError: ``[site]`` or a template has a mistake.
    """
    theme = Theme(home)
    frame = _alone(home, theme, routes.comparison(comparison.slug), routes.COMPARISONS)
    about = about_comparison(comparison, standings(home))
    shown = sheets(comparison.verdicts)
    return theme.render(
        "comparison.html.j2", layout=LAYOUT, site=frame, comparison=comparison, sheets=shown, about=about
    )


def _alone(home: Workspace, theme: Theme, place: str, part: str) -> Frame:
    settings = read_site_settings(home)
    return Frame(settings=settings, place=place, current=part, embedded=theme.standing_alone())
