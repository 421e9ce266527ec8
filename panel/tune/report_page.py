"""The tuning report as one page that needs nothing beside itself."""

from importlib.resources import files

from jinja2 import FunctionLoader

from panel.publish.environment import as_html, page_environment, tidied
from panel.tune.estimate import Estimate
from panel.tune.gold_report import BASELINES, PANEL
from panel.tune.plots import agreement_plot, correlation_plot, probes_plot, reliability_plot
from panel.tune.report_data import TuneReport

_TEMPLATE = "report.html.j2"


def report_html(report: TuneReport) -> str:
    """Return the report as HTML, readable by somebody who has never heard of κ."""
    folder = files("panel.tune") / "templates"
    environment = page_environment(FunctionLoader(lambda name: (folder / name).read_text("utf-8")), as_html)
    environment.filters |= {"percent": Estimate.percent, "shown": Estimate.shown}
    everybody = next((each for each in report.calibration if each.who == "all"), None)
    page = environment.get_template(_TEMPLATE).render(
        report=report,
        headlines=headlines(report),
        everybody=everybody,
        agreement=agreement_plot(report.gold.voters, report.gold.people),
        correlation=correlation_plot(_seats(report), report.distinct.votes.pairs),
        reliability=reliability_plot(everybody) if everybody and everybody.bins else None,
        probes=probes_plot(report.probes.probes) if report.probes and report.probes.probes else None,
    )
    return tidied(page)


def headlines(report: TuneReport) -> list[str]:
    """Return what matters most, in plain words: the panel against people, the weakest seat, alarms."""
    said = [report.gold.summary]
    seats = [each for each in report.gold.voters if each.who not in (*BASELINES, PANEL) and each.raw.value is not None]
    if len(seats) > 1:
        ranked = sorted(seats, key=lambda each: each.raw.value or 0.0)
        said.append(
            f"Closest to people is {ranked[-1].who} ({ranked[-1].raw.percent()}), furthest from them {ranked[0].who} "
            f"({ranked[0].raw.percent()})."
        )
    said.append(f"The seats are worth {report.distinct.votes.effective_votes.shown(1)} independent votes.")
    said += report.distinct.alarms
    if report.probes is not None:
        said += [each.told for each in report.probes.shutting]
    return said


def _seats(report: TuneReport) -> list[str]:
    return list(dict.fromkeys(seat for pair in report.distinct.votes.pairs for seat in pair.seats))
