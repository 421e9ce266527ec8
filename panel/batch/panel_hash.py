"""What a panel asks by, as one hash: if it and the release are as they were, so is every ballot."""

from functools import cached_property

from panel.domain.noun import fingerprint
from panel.domain.seating import Panel, Seat
from panel.hearing.poll import Bench
from panel.sitting import Sitting


class PanelHash:
    """Hashes panels without reading a release, and every set of seats only once.

    Args:
        sitting: Who may sit.
        bench: Prompts, models and parameters.
    """

    def __init__(self, sitting: Sitting, bench: Bench) -> None:
        self._sitting, self._bench = sitting, bench
        self._known: dict[tuple[str, ...], str | None] = {}

    def of(self, panel: Panel) -> str:
        """Return the hash of a panel that was seated."""
        found = self.of_seats(tuple(seat.persona.id for seat in panel.seats))
        return self._hash(panel) if found is None else found

    def of_seats(self, seats: tuple[str, ...]) -> str | None:
        """Return the hash of the panel on which these personas sit; None if they can't be seated today."""
        if seats not in self._known:
            panel = self._sitting.panel_of(seats)
            self._known[seats] = None if panel is None else self._hash(panel)
        return self._known[seats]

    @cached_property
    def _choice(self) -> str:
        """Hash of what decides between a seat's alternatives, beside the release."""
        personas = self._sitting.personas
        choices = [place.personas for place in self._sitting.places if len(place.personas) > 1]
        return fingerprint([[[name, personas[name].suits] for name in names] for names in choices])

    def _hash(self, panel: Panel) -> str:
        counted = [panel.quorum, panel.interval_level, panel.adaptive]
        return fingerprint([self._choice, [self._seat(seat) for seat in panel.seats], counted, self._bench.parameters])

    def _seat(self, seat: Seat) -> list[object]:
        asked = []
        for model in seat.models:
            rules = self._bench.gateway.rules(model)
            persona = seat.persona.hash if rules else seat.persona.spoken.hash
            prompt = rules or self._bench.paper_hash
            asked.append([self._bench.gateway.identity(model), persona, prompt])
        return [seat.persona.id, seat.weight, seat.samples, asked]
