"""Verdicts and comparisons in a terminal; plain and stable text through a pipe."""

from rich.console import Console
from rich.text import Text

from panel.domain.comparison import Comparison
from panel.domain.verdict import Finding, Tally, Verdict
from panel.domain.wording import listed
from panel.publish.duel_sheet import duel_sheets
from panel.publish.inert import inert, inert_part
from panel.publish.lines import Lines
from panel.publish.sheet import DASH, SeatLine, Sheet, long_date, sheets

_BADGES = {
    "ship": "bold black on green",
    "skip": "bold white on red",
    "abstain": "bold black on white",
    "spoiled": "bold black on yellow",
}
_BADGE_WIDTH = 9
_TRACK = 40


def print_verdict(console: Console, verdict: Verdict) -> None:
    """Print a verdict's scorecard: the count, then seat by seat what was said and on what grounds."""
    sheet, lines = Sheet(verdict), Lines(console)
    _head(lines, sheet)
    _count(lines, sheet)
    for seat in sheet.seats:
        lines.gap()
        _seat(lines, seat, sheet)
    if verdict.findings:
        lines.gap()
        _findings(lines, sheet)
    lines.gap()
    _foot(lines, sheet)
    lines.print()


def print_comparison(console: Console, comparison: Comparison) -> None:
    """Print releases side by side: the count, the recommendation, then seat by seat who said what of which."""
    arranged, lines = sheets(comparison.verdicts), Lines(console)
    lines.add(styled(comparison.title, "bold"))
    lines.add(comparison.headline)
    lines.gap()
    rows = [_row(sheet) for sheet in arranged]
    lines.table(("Release", "Panel ship", "Community", "Entry", "Licence", "Category"), rows, indent=2)
    lines.add(styled(comparison.disclosure, "dim"), indent=2)
    lines.gap()
    lines.add(styled(comparison.bottom_line, "bold"))
    lines.gap()
    lines.add(Text("Pricing  ", "dim"), comparison.pricing_read, hang=9)
    lines.add(Text("Split    ", "dim"), comparison.reviewer_split, hang=9)
    _head_to_head(lines, comparison)
    for split in comparison.splits:
        lines.gap()
        apart = len({vote for vote in split.votes if vote in ("ship", "skip")}) > 1
        lines.add(styled(split.title, "bold"), styled(" · splits" if apart else "", "magenta"))
        for sheet in arranged:
            _said(lines, sheet, sheet.seat(split.persona))
    lines.print()


def _head_to_head(lines: Lines, comparison: Comparison) -> None:
    """Add what the pairs came to, the ranking and the advice, and how many findings wait for the editor."""
    names = {verdict.slug: verdict.release.name for verdict in comparison.verdicts}
    for sheet in duel_sheets(comparison):
        lines.gap()
        lines.add(styled(f"Head to head: {sheet.title}", "bold"))
        for way in sheet.ways:
            share = sheet.share(way.count) or "no percentage"
            lines.add(f"{way.label}: ", styled(share, "cyan"), f"; {sheet.score(way.count)}", indent=2, hang=4)
        lines.add(sheet.duel.summary, indent=2)
    if len(names) > 2 and comparison.ranking:
        lines.gap()
        lines.add(styled("Ranking", "bold"))
        for rank in comparison.ranking:
            places = listed([names[slug] for slug in rank.releases])
            lines.add(f"{rank.place}. {places}{f' ({rank.why})' if rank.why else ''}", indent=2, hang=5)
    if comparison.readers:
        lines.gap()
        for advice in comparison.readers:
            lines.add(advice.text, hang=2)
    if comparison.findings:
        lines.gap()
        found = len(comparison.findings)
        lines.add(styled(f"{found} finding{'' if found == 1 else 's'} for the editor on the page", "bold yellow"))


def styled(text: str, style: str) -> Text:
    """Return a text made inert, in a style."""
    return Text(inert_part(text), style)


def badge(lines: Lines, vote: str) -> Text:
    """Return a vote as a badge, padded so that what follows lines up."""
    label = f" {vote.upper()} " if lines.console.is_terminal else vote.upper()
    return Text.assemble((label, _BADGES[vote]), " " * (_BADGE_WIDTH - len(label)))


def bar(tally: Tally) -> Text:
    """Return the percentage and its interval on a track from 0 to 100 %."""
    track = Text("·" * _TRACK, "dim")
    if tally.ship_percent is None or tally.interval is None:
        return track
    low, mark, high = (
        round(at * (_TRACK - 1) / 100) for at in (tally.interval[0], tally.ship_percent, tally.interval[1])
    )
    return Text.assemble(
        ("·" * low, "dim"),
        ("━" * (mark - low), "cyan"),
        ("◆", "bold cyan"),
        ("━" * (high - mark), "cyan"),
        ("·" * (_TRACK - 1 - high), "dim"),
    )


def _head(lines: Lines, sheet: Sheet) -> None:
    release = sheet.release
    lines.add(styled(release.name, "bold"))
    if release.tagline:
        lines.add(styled(release.tagline, "italic"))
    about = [release.category, release.vendor, long_date(release.date) if release.date else None]
    lines.add(styled(" · ".join(part for part in about if part), "dim"))


def _count(lines: Lines, sheet: Sheet) -> None:
    tally = sheet.verdict.tally
    lines.gap()
    lines.add(styled(tally.headline, "bold cyan"))
    if tally.interval:
        lines.add("0 ", bar(tally), " 100", indent=2)
    if sheet.effective:
        lines.add(sheet.effective)
    lines.add(styled(sheet.verdict.disclosure, "dim"))
    lines.gap()
    licence = (Text("   Licence ", "dim"), sheet.release.licence) if sheet.release.licence else ()
    entry = (Text("Entry ", "dim"), sheet.release.pricing.shown)
    lines.add(*entry, *licence, Text("   State ", "dim"), sheet.verdict.state)


def _seat(lines: Lines, seat: SeatLine, sheet: Sheet) -> None:
    aside = " · ".join(sheet.notes(seat))
    lines.add(
        badge(lines, seat.vote),
        styled(seat.title, "bold"),
        styled(f" · {aside}" if aside else "", "dim"),
        hang=_BADGE_WIDTH,
    )
    lines.add(seat.words if seat.spoiled else f"“{inert(seat.words)}”", indent=_BADGE_WIDTH)
    if seat.cites:
        lines.add(styled("cites ", "dim"), styled(", ".join(seat.cites), "dim"), indent=_BADGE_WIDTH)
    if seat.flips_if:
        lines.add(styled("what would flip it: ", "dim"), seat.flips_if, indent=_BADGE_WIDTH)


def _findings(lines: Lines, sheet: Sheet) -> None:
    found, still = sheet.verdict.findings, len(sheet.open_findings)
    count = f"{len(found)} finding{'s' if len(found) != 1 else ''} for the editor"
    lines.add(styled(count, "bold yellow"), "" if still == len(found) else f" ({still} open)")
    for finding in found:
        _finding(lines, finding, sheet)


def _finding(lines: Lines, finding: Finding, sheet: Sheet) -> None:
    seat = sheet.seat(finding.persona) if finding.persona else None
    about = f"{finding.kind} ({seat.title})" if seat else finding.kind
    lines.add("- ", styled(f"{inert(about)}: ", "yellow"), finding.text, indent=2, hang=4)
    if finding.resolution:
        lines.add(styled(f"resolved: {inert(finding.resolution)}", "dim"), indent=4)


def _foot(lines: Lines, sheet: Sheet) -> None:
    models = ", ".join(sheet.verdict.provenance.models)
    cached = (Text(" · ", "dim"), sheet.cached) if sheet.cached else ()
    lines.add(Text("Model ", "dim"), models, Text("   Cost ", "dim"), sheet.cost, *cached)


def _row(sheet: Sheet) -> tuple[Text | str, ...]:
    release = sheet.release
    interval = sheet.verdict.tally.interval
    spread = f" ({interval[0]}–{interval[1]} %)" if interval else ""
    ship = Text.assemble((sheet.percent, "bold cyan"), (spread, "dim"))
    return (
        styled(release.name, "bold"),
        ship,
        DASH,
        release.pricing.shown,
        release.licence or DASH,
        release.category or DASH,
    )


def _said(lines: Lines, sheet: Sheet, seat: SeatLine | None) -> None:
    margin = 2 + _BADGE_WIDTH
    if seat is None:
        column = Text(DASH.ljust(_BADGE_WIDTH))
        lines.add(column, styled(f"{sheet.release.name} · not seated", "dim"), indent=2, hang=margin)
        return
    aside = styled(f" · {seat.confidence}" if seat.confidence else "", "dim")
    lines.add(badge(lines, seat.vote), styled(sheet.release.name, "bold"), aside, indent=2, hang=margin)
    lines.add(seat.words if seat.spoiled else f"“{inert(seat.words)}”", indent=margin)
