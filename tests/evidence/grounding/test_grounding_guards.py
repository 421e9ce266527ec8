"""What resembles the trigger of a check and is none: true statements unflagged, false ones not borne out."""

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement


def judged(statement: str, *texts: str) -> bool | None:
    """Judge a statement against sources with these texts."""
    sources = tuple(Source(key=f"S{n}", text=text) for n, text in enumerate(texts, start=1))
    return ground_statement(statement, read_dossier(Release(slug="heron", name="Heron 2", sources=sources))).grounded


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Heron 2 leads Egret in our test.", "Heron 2 found 91% of the errors in our test, Egret 80%."),
        ("Heron 2 found more bugs than Egret.", "Heron 2 found 91% of the mistakes, Egret found 80%."),
        ("The planner was opened by 300 users.", "The Heron planner, which plans trips, was opened by 300 users."),
        (
            "The goalkeeper app recorded 300 matches.",
            "Heron 2, an app whose goal is fairness, recorded 300 matches.",
        ),
        (
            "Northmost completed the acquisition of Egret Labs.",
            "Northmost agreed to buy Egret Labs in May. The acquisition went through in June.",
        ),
        (
            "The certification is still pending.",
            "The certification was granted in the EU. In the US it is still pending.",
        ),
        ("Ana Ruiz called it a great reader.", "Bo Lind called it a great reader. So did Ana Ruiz."),
        (
            "Ana Ruiz says the battery lasts 12 hours.",
            "The battery lasts 12 hours, says Bo Lind. Ana Ruiz agrees and gives 12 hours for the battery too.",
        ),
        (
            "It comes with a five-year warranty.",
            "The warranty is five years, not three years as for Heron 1. The warranty is registered within 30 days.",
        ),
        (
            "Ana Ruiz founded the company alone.",
            "Ana Ruiz founded the company without help. The app was designed by Ana Ruiz and Bo Lind.",
        ),
    ],
)
def test_what_only_resembles_a_contradiction_is_not_flagged(statement: str, text: str) -> None:
    """Errors that were found, goals that are none, deals that went through, and who agrees with whom."""
    assert judged(statement, text) is not False


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("The server is MIT.", "Heron 2 is an app. The server is not MIT but GPL."),
        ("The update came out on 5 May 2026.", "Heron 2: 5 May 2026. The update came out on 9 June 2026."),
        ("Ana Ruiz designed it on her own.", "Ana Ruiz isn't the sole author; Heron 2 has forty designers."),
        ("Ana Ruiz founded Northmost alone.", "Ana Ruiz is a solo developer. Northmost was founded by her brother."),
        ("Ana Ruiz built it alone.", "Ana Ruiz lives alone in Oslo. Heron 2 was built by forty people."),
    ],
)
def test_what_only_resembles_a_proof_bears_nothing_out(statement: str, text: str) -> None:
    """A licence that is denied, a day of something else, somebody who is alone in another thing."""
    assert judged(statement, text) is not True


def test_who_had_many_beside_him_did_not_do_it_alone() -> None:
    """A head count contradicts it; of another thing, or beside a sentence that bears it out, it doesn't."""
    assert judged("Ana Ruiz built Heron 2 alone.", "Heron 2 was built by a team of nine people.") is False
    other = "Ana Ruiz is the sole author. Egret was built by nine people."
    assert judged("Ana Ruiz built Heron 2 alone.", other) is True
    many = "Ana Ruiz built Heron 2 alone. Its plug-ins were written by forty volunteers."
    assert judged("Ana Ruiz built Heron 2 alone.", many) is True


def test_a_share_of_nothing_is_reckoned_with_nothing() -> None:
    """A campaign of which 0% has come in tells nothing of its goal, and stops nothing."""
    assert judged("The goal was $5,000.", "The campaign has raised $500, 0% of its goal so far.") is False
    assert judged("Heron 2 prints 5 pages in 0 seconds.", "Heron 2 prints 50 pages in 10 seconds.") is False


def test_what_is_missing_ends_with_its_source() -> None:
    """A line that asks what is missing turns nothing round in the next source, nor a sentence about the release."""
    texts = ("Missing?", "Heron 2 runs on Linux. Encrypts files with AES.")
    assert judged("Heron 2 can be run on Linux.", *texts) is True
    assert judged("Heron 2 doesn't run on Linux.", *texts) is False
