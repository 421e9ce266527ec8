"""Pages exactly as the site will show them, for the frames of the desk."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import desk_of
from panel.editorial.comparisons import standing_comparison
from panel.editorial.saving import standing
from panel.publish.site.preview import comparison_page, release_page


def preview_room() -> list[BaseRoute]:
    """Return the routes of the previews; the gate lets nothing in them run."""
    return [Route("/preview/verdicts/{slug}", release), Route("/preview/comparisons/{slug}", comparison)]


def release(request: Request) -> Response:
    """Show a release's page."""
    home = desk_of(request).home
    return HTMLResponse(release_page(home, standing(home, request.path_params["slug"])))


def comparison(request: Request) -> Response:
    """Show a comparison's page."""
    home = desk_of(request).home
    return HTMLResponse(comparison_page(home, standing_comparison(home, request.path_params["slug"])))
