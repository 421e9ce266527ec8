"""Texts that try to act on whoever shows them, and a verdict that carries one everywhere."""

import datetime as dt

from panel.domain.ballot import Claim, Step
from panel.domain.release import Link, Pricing
from panel.domain.verdict import CitedSource, Event, Finding, Subject, Verdict
from tests.publish.examples import ballot, samples, spoiled_seat, verdict

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[click](javascript:alert(1)) ![](https://evil.example/x.png)",
    "<https://evil.example> https://evil.example www.evil.example root@evil.example @everyone",
    "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "\u202etxt.exe\u202c \u2066isolated\u2069 \x00 \x85 \ufdd0 \U0001ffff",
    "[bold red]markup[/bold red] [/] :smile: {{ 7 * 7 }} {% raw %}",
    "# heading\n\n---\n\n| a | b |\n|---|---|\n> quote\n- item\n1. one\n```\ncode\n```\n<!-- comment",
    "&lt;b&gt; &#x3c;i&#x3e; $E=mc^2$ ~~gone~~ **bold** _em_ `code` \\",
    "']]></style></svg></title><b>out",
)
"""Texts that try to act on a page, a terminal or a reader."""


HARMLESS = "harmless"


def carrying(text: str) -> Verdict:
    """Return a verdict that carries a text in every place that a source or a model can write to."""
    source = CitedSource(key="S1", title=text, url=text, publisher=text, cited={"S1.1": text, text: text})
    release = Subject(
        slug="hostile",
        name=text,
        vendor=text,
        category=text,
        tagline=text,
        description=text,
        pricing=Pricing(entry=text),
        licence=text,
        links=(Link(label=text, url=text), Link(label=text, url="javascript:alert(1)")),
        sources=(source,),
    )
    ballots = tuple(
        ballot(
            persona,
            vote,
            text,
            model=text,
            argument=(Step(move=text, text=text),),
            claims=(Claim(text=text, cites=("S1.1", text)),),
            flips_if=text,
            samples=samples(vote, None),
        )
        for persona, vote in (("developer", "ship"), ("skeptic", "skip"))
    )
    return verdict(
        release,
        ballots,
        (spoiled_seat("futurist", text, reply=text, model=text),),
        findings=(Finding(kind=text, text=text, passage=text, cites=(text,), by=text, persona="developer"),),
        history=(Event(at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC), who=text, state="draft", why=text),),
        titles={"developer": text, "skeptic": text, "futurist": text},
        disclosure=text,
    )
