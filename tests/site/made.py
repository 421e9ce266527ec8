"""Workspaces full of made-up verdicts: as many as a test or a benchmark wants, always the same ones."""

import datetime as dt
import random
from pathlib import Path

from panel.domain.ballot import Ballot, Claim, Sample, SpoiledBallot, Step
from panel.domain.comparison import Comparison
from panel.domain.release import Link, Pricing
from panel.domain.verdict import CitedSource, Event, Provenance, Subject, Verdict
from panel.hearing.compare import compare
from panel.hearing.disclosure import disclose
from panel.stats.tally import tally
from panel.store.records import record_text
from panel.store.workspace import Workspace

TITLES = {
    "developer": "The Developer",
    "skeptic": "The Skeptic",
    "futurist": "The Futurist",
    "creator": "The Creator",
    "business": "The Business Reviewer",
}
CATEGORIES = ("AI Models", "Developer Tools", "Apps", "Hardware", "Databases", "Design & Media")
VENDORS = ("Larkfield", "Ostrava Labs", "Brightwater", "Møller & Søn", "Kestrel", "Nine Pines", "Tidewrack")
FIRST = ("Amber", "Cobalt", "Ferrous", "Glacier", "Harbour", "Juniper", "Lantern", "Meadow", "Quartz", "Thistle")
SECOND = ("Bench", "Canvas", "Drift", "Engine", "Forge", "Index", "Loom", "Pilot", "Relay", "Scribe")
PRAISE = (
    "does one thing and says which",
    "opens in a second and keeps what it was told",
    "has a price that a small team can read without a call",
    "publishes what it can't do yet, with figures",
)
DOUBT = (
    "asks for an account before it shows anything",
    "was measured by its own makers only",
    "leaves open what happens to the data",
    "costs more from the second month on than the page says",
)
START = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)


def workspace(root: Path, count: int, *, pairs: int = 0, settings: str = "") -> Workspace:
    """Return a workspace with published verdicts, and comparisons of neighbours among them."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "panel.toml").write_text(f'seats = ["developer", "skeptic", "futurist", "creator"]\n{settings}', "utf-8")
    home = Workspace(root)
    made = [verdict(number) for number in range(count)]
    for each in made:
        put(home, each)
    for number in range(pairs):
        put_pair(home, made[2 * number], made[2 * number + 1])
    return home


def put(home: Workspace, made: Verdict) -> Path:
    """Store a verdict as its record."""
    path = home.verdict_file(made.slug)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(record_text(made), "utf-8", "backslashreplace")
    return path


def put_pair(home: Workspace, *verdicts: Verdict) -> Path:
    """Store a comparison as its record."""
    return put_comparison(home, compare(verdicts))


def put_comparison(home: Workspace, made: Comparison) -> Path:
    """Store a comparison that is made already."""
    path = home.comparisons_folder / f"{made.slug}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(record_text(made), "utf-8", "backslashreplace")
    return path


def keep_past(home: Workspace, made: Verdict, number: int = 1) -> None:
    """Store a verdict as one that was replaced."""
    path = home.verdict_file(made.slug).parent / "past" / f"{number}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(record_text(made), "utf-8")


def verdict(number: int, *, votes: str | None = None, state: str = "published", **more: object) -> Verdict:
    """Return the verdict of a number.

    Args:
        number: Which one; the same number gives the same verdict.
        votes: How its four seats vote, such as ``ssk-``: s ships, k skips, - is spoiled; drawn if absent.
        state: Where it stands on its way to readers.
        more: Fields to replace.
    """
    draw = random.Random(number)
    votes = votes or "".join(draw.choices("sk-", (50, 46, 4), k=4))
    name = f"{FIRST[number % 10]} {SECOND[number // 10 % 10]}{'' if number < 100 else f' {number // 100 + 1}'}"
    release = subject(number, name, draw)
    seated = ["developer", "skeptic", "futurist", draw.choice(["creator", "business"])]
    model = draw.choice(["builtin", "ollama_chat/example:4b"])
    cast = [_seat(persona, vote, name, model, draw) for persona, vote in zip(seated, votes, strict=True)]
    ballots = tuple(each for each in cast if isinstance(each, Ballot))
    spoiled = tuple(each for each in cast if isinstance(each, SpoiledBallot))
    fields = {
        "release": release,
        "tally": tally(ballots, spoiled),
        "ballots": ballots,
        "spoiled": spoiled,
        "state": state,
        "history": _history(number, state),
        "provenance": Provenance(
            dossier=f"{number:064x}",
            personas=dict.fromkeys(seated, "9e" * 32),
            prompt="57" * 32,
            models=(model,),
            shipskip="0.1.0",
        ),
        "disclosure": disclose([model]),
        "titles": {persona: TITLES[persona] for persona in seated},
    }
    return Verdict(**{**fields, **more})


def subject(number: int, name: str, draw: random.Random) -> Subject:
    """Return the release of a number."""
    category, vendor = draw.choice(CATEGORIES), draw.choice(VENDORS)
    good, bad = draw.choice(PRAISE), draw.choice(DOUBT)
    cited = {"S1.1": f"{name} {good}.", "S1.2": f"{name} {bad}.", "S1.4": f"{vendor} sells it from its own shop."}
    return Subject(
        slug=f"{name.lower().replace(' ', '-')}",
        name=name,
        vendor=vendor,
        category=category,
        tagline=f"{good[:1].upper()}{good[1:]}",
        description=f"{name} comes from {vendor}. It {good}. It also {bad}. " * 2,
        date=(START + dt.timedelta(hours=3 * number)).date(),
        pricing=Pricing(free_tier=bool(number % 2), currency="EUR", amount=draw.choice([5, 9, 20]), period="month"),
        licence=draw.choice(["Apache-2.0", "Proprietary", "MIT"]),
        links=(Link(label="Product page", url=f"https://{FIRST[number % 10].lower()}.example/{number}"),),
        tags=(category.split()[0].lower(),),
        sources=(
            CitedSource(
                key="S1",
                title=f"{name}, tried out",
                url=f"https://press.example/{number}",
                publisher="A press page",
                date=START.date(),
                hash=f"{number:064x}",
                cited=cited,
            ),
        ),
    )


def _seat(persona: str, vote: str, name: str, model: str, draw: random.Random) -> Ballot | SpoiledBallot:
    recipe = f"{draw.getrandbits(256):064x}"
    if vote == "-":
        reason = "The reply names two votes, ship and skip; none was guessed."
        return SpoiledBallot(persona=persona, reason=reason, kind="Unreadable", model=model, recipe=recipe)
    cast = "ship" if vote == "s" else "skip"
    why, cite = (draw.choice(PRAISE), "S1.1") if cast == "ship" else (draw.choice(DOUBT), "S1.2")
    return Ballot(
        persona=persona,
        vote=cast,
        confidence=round(draw.uniform(0.5, 0.95), 2),
        argument=(
            Step(move="category", text=f"I put {name} beside what it replaces ({cite})."),
            Step(move="evidence", text=f"What I can check is that it {why}."),
        ),
        quote=f"I looked for the reason to use {name} on an ordinary day. It {why}, and that decides it for me.",
        claims=(Claim(text=f"It {why}.", cites=(cite,)), Claim(text="It has a shop.", cites=("S1.4",))),
        flips_if="somebody without a stake in it measures the opposite",
        model=model,
        samples=(Sample(vote=cast, confidence=0.7, model=model, recipe=recipe),),
        recipe=recipe,
        cost_usd=0.0,
    )


def _history(number: int, state: str) -> tuple[Event, ...]:
    at = START + dt.timedelta(hours=3 * number)
    drafted = Event(at=at, who="shipskip", state="draft", why="first panel")
    if state == "draft":
        return (drafted,)
    later = Event(at=at + dt.timedelta(hours=1), who="an editor", state=state, why="read and released")
    return (drafted, later)
