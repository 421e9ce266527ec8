"""Verdicts made by hand, rich enough to try every corner of a scorecard or a page."""

import datetime as dt

from panel.domain.ballot import Ballot, Claim, Sample, SpoiledBallot, Step
from panel.domain.call import Usage
from panel.domain.comparison import Comparison
from panel.domain.head_to_head import Answer
from panel.domain.release import Link, Pricing
from panel.domain.seating import Seat
from panel.domain.verdict import Event, Finding, Provenance, Subject, Verdict
from panel.hearing.compare import compare
from panel.hearing.counting_pairs import Asked, conclude_pair
from panel.stats.tally import tally
from panel.store.made_up import sample_persona
from tests.publish.sources import QWEN_SOURCES, SPARK_SOURCES

TITLES = {
    "developer": "The Developer",
    "skeptic": "The Skeptic",
    "futurist": "The Futurist",
    "creator": "The Creator",
    "business": "The Business Reviewer",
}
DISCLOSURE = "Simulated panel: the reviewers are written personas, and no person voted."
BUILTIN = f"{DISCLOSURE} No language model was asked; the builtin reviewer read the sources by rules."


def samples(*votes: str | None, model: str = "builtin") -> tuple[Sample, ...]:
    """Return one sample per vote; None is a spoiled one."""
    return tuple(
        Sample(vote=vote, confidence=None if vote is None else 0.7, model=model, recipe=f"{place:064x}")
        for place, vote in enumerate(votes, start=1)
    )


def ballot(persona: str, vote: str, quote: str, **more: object) -> Ballot:
    """Return a ballot with what the example leaves open filled in."""
    rest = {"confidence": 0.7, "model": "builtin", "cost_usd": 0.0, "recipe": "ab" * 32}
    if "samples" not in more:
        rest["samples"] = samples(vote)
    return Ballot(persona=persona, vote=vote, quote=quote, **{**rest, **more})


def verdict(release: Subject, ballots: tuple[Ballot, ...], spoiled: tuple[SpoiledBallot, ...] = (), **more: object):
    """Return the verdict that these ballots come to."""
    sat = [each.persona for each in (*ballots, *spoiled)]
    models = tuple(dict.fromkeys(each.model for each in (*ballots, *spoiled)))
    rest = {
        "tally": tally(ballots, spoiled),
        "provenance": Provenance(
            dossier="d0" * 32,
            personas=dict.fromkeys(sat, "9e" * 32),
            prompt="57" * 32,
            models=models,
            shipskip="0.1.0",
        ),
        "disclosure": BUILTIN if models == ("builtin",) else f"{DISCLOSURE} {models[0]} wrote their ballots.",
        "titles": {persona: title for persona, title in TITLES.items() if persona in sat},
    }
    return Verdict(release=release, ballots=ballots, spoiled=spoiled, **{**rest, **more})


def spark() -> Verdict:
    """Muse Spark, 25 %: four seats, claims, findings, one unknown citation; a draft."""
    return verdict(
        Subject(
            slug="muse-spark",
            name="Muse Spark",
            vendor="Meta",
            category="AI Models",
            tagline="A closed, multimodal model for Meta's own apps",
            description=(
                "Muse Spark is the first model of Meta's new laboratory. It reads text and pictures, starts helpers in "
                "parallel for long requests, and runs in Meta's apps and glasses. Developers can't reach it yet: an "
                "interface is being tried with a few partners. Meta published no measurements at launch."
            ),
            date=dt.date(2026, 4, 8),
            pricing=Pricing(entry="Free", free_tier=True),
            licence="Proprietary",
            links=(Link(label="Product page", url="https://ai.example.com/spark"),),
            sources=SPARK_SOURCES,
        ),
        (
            ballot(
                "developer",
                "skip",
                "There is nothing here to build on: the interface is shut to all but a few partners, and no figure "
                "says what I would be missing. Come back with a key I can request and an evaluation I can repeat.",
                confidence=0.86,
                argument=(
                    Step(move="primitive", text="A chat model behind somebody else's app; no endpoint to call (S1.7)."),
                    Step(move="moment_of_truth", text="First command to first result: there is no first command."),
                ),
                claims=(
                    Claim(text="The API is a private preview.", cites=("S1.7",)),
                    Claim(text="No benchmark was published.", cites=("S2.2",)),
                ),
                flips_if="a public API with a documented price opens",
            ),
            ballot(
                "skeptic",
                "skip",
                "A lab that beats its rivals prints the table. This one printed none, and asks to look at health "
                "pictures on the strength of a promise.",
                confidence=0.8,
                claims=(
                    Claim(text="The launch gave no figures.", cites=("S2.2", "S9.9")),
                    Claim(text="It is licensed as a closed product.", cites=("F.licence",)),
                ),
                flips_if="an independent lab publishes comparable results",
            ),
            ballot(
                "futurist",
                "skip",
                "The thesis is that distribution beats openness. It may, but the trend in weights anyone can download "
                "points the other way, and this is a year late to argue with it.",
                confidence=0.55,
                claims=(Claim(text="The weights stay closed.", cites=("S2.5",)),),
            ),
            ballot(
                "creator",
                "ship",
                "Point a phone at a shelf and get an answer; hand over a sketch and get a page. That is real work, in "
                "apps that people already have open.",
                confidence=0.64,
                claims=(
                    Claim(text="It reads photographs and makes pages from sketches.", cites=("S1.9",)),
                    Claim(text="It is in the apps already.", cites=("S1.3",)),
                ),
                flips_if="the picture tools move behind a subscription",
            ),
        ),
        findings=(
            Finding(
                kind="unknown-citation",
                text="A claim cites S9.9, and the dossier has no such sentence.",
                persona="skeptic",
                passage="The launch gave no figures.",
                cites=("S9.9",),
            ),
            Finding(
                kind="conflict",
                text="Two sources disagree on whether partners have access today.",
                cites=("S1.7", "S2.5"),
            ),
        ),
    )


def qwen() -> Verdict:
    """Qwen3.6-27B, 100 %: a business seat instead of the creator, three samples each, a hosted model; published."""
    model = "anthropic/claude-example-1"
    told = {"model": model, "samples": samples("ship", "ship", "skip", model=model)}
    return verdict(
        Subject(
            slug="qwen3-6-27b",
            name="Qwen3.6-27B",
            vendor="Alibaba",
            category="AI Models",
            tagline="Open weights for agents, at home on one machine",
            description=(
                "Qwen3.6-27B is a dense open-weight model from Alibaba's Qwen team. It aims at code and at agents that "
                "call tools, and a four-bit build runs on a single large card or a well-equipped laptop."
            ),
            date=dt.date(2026, 4, 22),
            pricing=Pricing(entry="Free"),
            licence="Apache 2.0",
            links=(Link(label="Weights", url="https://models.example.com/qwen3.6-27b"),),
            sources=QWEN_SOURCES,
        ),
        (
            ballot(
                "developer",
                "ship",
                "One download and one command stand between you and a completion, and nobody can take it back. The "
                "licence is the feature.",
                cost_usd=0.0121,
                claims=(Claim(text="Apache 2.0, 27 billion parameters.", cites=("S1.1",)),),
                flips_if="the licence of the next version narrows",
                usage=Usage(prompt_tokens=4200, completion_tokens=610),
                **told,
            ),
            ballot(
                "skeptic",
                "ship",
                "It breaks at procurement, where the vendor's address is a question of its own. For a team that hosts "
                "for itself I find nothing of this size that does more.",
                confidence=0.6,
                cost_usd=0.0118,
                claims=(Claim(text="Runs on one card in four bits.", cites=("S1.4",)),),
                **told,
            ),
            ballot(
                "futurist",
                "ship",
                "By 2027 good inference is something you own, like a disk. This is on time for that.",
                cost_usd=0.0119,
                **told,
            ),
            ballot(
                "business",
                "ship",
                "The buyer pays nothing and the seller wins the habit; the invoice comes later, from the cloud. Free "
                "weights with no strings are a fair price for that.",
                confidence=0.72,
                cost_usd=0.0122,
                flips_if="hosted prices rise once teams depend on the weights",
                **told,
            ),
        ),
        state="published",
        history=(
            Event(
                at=dt.datetime(2026, 4, 23, 9, 30, tzinfo=dt.UTC),
                who="mira",
                state="approved",
                why="checked the claims",
            ),
            Event(at=dt.datetime(2026, 4, 23, 10, 0, tzinfo=dt.UTC), who="mira", state="published", why="went live"),
        ),
    )


def spoiled_seat(persona: str, reason: str, **more: object) -> SpoiledBallot:
    """Return a seat that failed."""
    rest = {"kind": "Unreadable", "model": "openai/example-mini", "recipe": "cd" * 32, "cost_usd": None}
    return SpoiledBallot(persona=persona, reason=reason, **{**rest, **more})


def lamp() -> Verdict:
    """A device with one spoiled seat and one that abstains; effective votes known; two models; edited."""
    model = "ollama_chat/example:4b"
    told = {"model": model, "cost_usd": None}
    ballots = (
        ballot("developer", "ship", "The firmware is open and the hub speaks Matter.", samples=samples("ship"), **told),
        ballot("futurist", "abstain", "Half of me sees it.", samples=samples("ship", "skip", None), **told),
        ballot("creator", "ship", "Light is a material, and this one can be played.", weight=2.0, **told),
    )
    spoiled = (
        spoiled_seat("skeptic", "The reply names two votes, ship and skip; none was guessed.", reply="ship? skip"),
    )
    return verdict(
        Subject(
            slug="arc-lamp",
            name="Arc Lamp",
            category="Hardware",
            pricing=Pricing(amount=129, currency="EUR", unit="device"),
        ),
        ballots,
        spoiled,
        tally=tally(ballots, spoiled, correlation=0.35),
        state="edited",
    )


def stalled() -> Verdict:
    """A release below quorum: one vote, three spoiled seats."""
    return verdict(
        Subject(slug="quiet-db", name="Quiet DB", category="Developer Tools", vendor="Example & Sons"),
        (ballot("developer", "skip", "A wrapper, and the wrapped thing is free.", model="openai/example-mini"),),
        (
            spoiled_seat(
                "skeptic", "The server asked for a pause of 60 s and the deadline came first.", kind="RateLimited"
            ),
            spoiled_seat("futurist", "The connection was reset before an answer came.", kind="Unreachable"),
            spoiled_seat("creator", "The reply was cut off before the vote.", reply='{"argument": [{"move": "mate'),
        ),
    )


def pair() -> Comparison:
    """Muse Spark against Qwen3.6-27B: different fourth seats."""
    return compare([spark(), qwen()])


def four() -> Comparison:
    """Four releases, one of them below quorum."""
    return compare([spark(), qwen(), lamp(), stalled()])


def answered(spark_first: str, qwen_first: str, *, masked: bool, reason: str = "It is here.") -> tuple[Answer, Answer]:
    """One seat's answers in both orders: what it chose each time."""
    slugs, sure = ("muse-spark", "qwen3-6-27b"), 0.8
    return tuple(
        Answer(
            first=first,
            masked=masked,
            choice=choice,
            confidence=sure,
            reason=reason,
            cites=("muse-spark:S1.2",),
            model="openai/example",
            recipe="r",
        )
        for first, choice in zip(slugs, (spark_first, qwen_first), strict=True)
    )


def asked(reason: str = "It is here, and the other one isn't.", seat_title: str = "The Developer") -> Comparison:
    """Muse Spark against Qwen3.6-27B head to head: a clear seat, one of the order, one of the names, one spoiled."""
    one, other = spark(), qwen()
    spoken = {
        "developer": (("qwen3-6-27b", "qwen3-6-27b"), ("qwen3-6-27b", "qwen3-6-27b")),
        "skeptic": (("muse-spark", "qwen3-6-27b"), ("qwen3-6-27b", "qwen3-6-27b")),
        "futurist": (("muse-spark", "muse-spark"), ("qwen3-6-27b", "qwen3-6-27b")),
        "creator": (("qwen3-6-27b", None), (None, None)),
    }
    seats = [
        Seat(persona=sample_persona().model_copy(update={"id": each, "name": seat_title}), models=("openai/example",))
        for each in spoken
    ]
    answers = [
        Asked(persona, "openai/example", answer)
        for persona, (named, masked) in spoken.items()
        for way, choices in ((False, named), (True, masked))
        for answer in answered(*choices, masked=way, reason=reason)
    ]
    duel = conclude_pair(one, other, seats, answers, quorum=0.5, level=0.95)
    duel = duel.model_copy(update={"cited": {"muse-spark:S1.2": reason}})
    findings = (Finding(kind="unsupported", text="Cut from the bottom line: no source says so.", passage=reason),)
    made = compare([one, other], head_to_head=[duel], readers={"developer": "you build"}, findings=findings)
    return made.model_copy(update={"written_by": "openai/example"})
