"""The living dossier as a Markdown page; it is written beside the verdict, ``releases/`` being for people to write."""

from collections.abc import Iterable, Iterator

from panel.domain.living import Cited, Dispute, KeyFact, LivingDossier
from panel.publish.escaping import markdown

PAGE = "dossier.md"
"""Name of the page's file in the verdict's folder."""


def dossier_markdown(living: LivingDossier) -> str:
    """Return the page: overview, key facts, timeline, open disagreements, sources; what is empty is left out."""
    timeline = (f"- **{moment.date}** {_line(moment)}" for moment in living.timeline)
    parts = (
        _part("Overview", (f"- {_line(line)}" for line in living.overview)),
        _part("Key facts", (f"- {markdown(fact.name)}: {_readings(fact)}" for fact in living.facts)),
        _part("Timeline", timeline),
        _part("Open disagreements", map(_dispute, living.disagreements)),
        _part("Sources", (f"- {', '.join(line.cites)}: {markdown(line.text)}" for line in living.sources)),
    )
    return "\n".join([f"# {markdown(living.name)}: what is known\n", *(line for part in parts for line in part)])


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield f"## {heading}\n"
        yield "\n".join(lines) + "\n"


def _readings(fact: KeyFact) -> str:
    return "; or ".join(_line(reading) for reading in fact.readings) or "unknown"


def _dispute(dispute: Dispute) -> str:
    """Return a disagreement with the two sentences below it."""
    return "\n".join((f"- {_line(dispute)}", *(f"  - {_line(said)}" for said in dispute.said)))


def _line(line: Cited) -> str:
    """Return a line with its citations behind it."""
    cites = f" ({', '.join(map(markdown, line.cites))})" if line.cites else ""
    return f"{markdown(line.text)}{cites}"
