"""From a template and what it shows to a page's plan: the page is rendered only if something it shows has changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from panel.domain.noun import fingerprint
from panel.publish.site import linked_data, routes
from panel.publish.site.frame import Frame
from panel.publish.site.manifest import Planned
from panel.publish.site.theme import LAYOUT, Theme
from panel.publish.site.views import Trail

Shown = Callable[[], Mapping[str, Any]]
"""Returns what a template is told; called only if the page is made."""
Described = Callable[[Frame], Markup]
"""Returns the JSON-LD of a page in its surroundings."""


@dataclass(frozen=True)
class Binder:
    """Plans pages that share a theme and their surroundings."""

    theme: Theme
    """How pages look."""
    frame: Frame
    """What surrounds every page."""

    def page(
        self,
        template: str,
        frame: Frame,
        about: Any,  # noqa: ANN401 - anything that JSON can hold
        shown: Shown,
        described: Described | None = None,
    ) -> Planned:
        """Return a page's plan.

        Args:
            template: Its template.
            frame: Its surroundings.
            about: What changes whenever what the page shows does.
            shown: What the template is told.
            described: Its JSON-LD, if what is shown doesn't bring its own.
        """

        def make() -> bytes:
            site = frame if described is None else frame.describing(described(frame))
            known = {"site": site, "layout": LAYOUT, **shown()}
            return self.theme.render(template, **known).encode("utf-8", "backslashreplace")

        key = fingerprint([self.theme.hash_of(template), self._surroundings, frame.picture, about])
        return Planned(routes.file(frame.place), key, make)

    def described_page(
        self,
        template: str,
        frame: Frame,
        name: str,
        trail: Trail,
        about: Any,  # noqa: ANN401 - anything that JSON can hold
        **shown: Any,  # noqa: ANN401 - a template may be told anything
    ) -> Planned:
        """Return the plan of a page that is described by its name and by where it stands."""
        described = partial(linked_data.of_page, name=name, trail=trail)
        return self.page(template, frame, [name, about], lambda: {**shown, "name": name, "trail": trail}, described)

    @cached_property
    def _surroundings(self) -> str:
        """What changes whenever every page must be made anew."""
        frame = self.frame
        told = [frame.style, frame.script, frame.mark, frame.drafts, frame.cards, frame.version]
        return fingerprint([frame.settings, told])
