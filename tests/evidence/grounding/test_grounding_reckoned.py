"""Numbers that follow from others, and what tables, changes and speakers say, on dossiers of the labelled sets."""

from pathlib import Path

import pytest

from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement
from panel.store.releases import read_release

DOSSIERS = Path(__file__).resolve().parents[2] / "data" / "evidence" / "dossiers"


@pytest.fixture
def judged():
    """Return a function that judges a statement about a labelled dossier."""

    def judge(slug, statement):
        return ground_statement(statement, read_dossier(read_release(DOSSIERS / slug))).grounded

    return judge


@pytest.mark.parametrize(
    ("slug", "statement"),
    [
        ("tern-9b", "Wren 14B beats it by 3.4 points on MMLU-Pro."),
        ("sorrel-voice-2", "First sound now comes in about a third of the time that Sorrel 1 needed."),
        ("tallyho-ci", "Company costs more than twice as much per user as Team."),
        ("chiffchaff", "Some 16,000 people pay for the app."),
        ("northpost", "Without the yearly commitment, Small is ten kroner dearer."),
        ("oxbow-mini-2", "The case became as hot as 136 °F under load."),
        ("pollard-embed", "For Polish, recall@10 went up by 31 points."),
        (
            "tidewatch-s2",
            "Orders opened on the tenth of March; the first watches were due out seventeen days later.",
        ),
    ],
)
def test_what_follows_from_two_figures_is_no_alarm(slug, statement, judged):
    """Differences, shares, multiples, conversions and days between two dates are left alone."""
    assert judged(slug, statement) is not False


@pytest.mark.parametrize(
    ("slug", "statement"),
    [
        ("tallyho-ci", "The Team plan includes 50,000 build minutes a month."),
        ("oxbow-mini-2", "The 16 GB version costs $149."),
        ("northlight-dns", "Plus carries the 100% uptime promise."),
        ("obelin-3", "Mini takes PDFs just as Large does."),
        ("marrowdb-4", "The default page size is 8 KiB."),
        ("fennel-notes", "It costs £7.99 a month."),
        ("northpost", "Polarmail's 55 kroner a month includes a calendar."),
        ("obelin-3", "“A lawyer forgives a slow answer, never a false one,” said Tomasz Wyrwa."),
        ("gantry-2", "Gantry 2.0.0 was tagged on 18 June 2025."),
        ("oxbow-mini-2", "The circuit boards are made in Taiwan."),
        ("parcelhound", "Kessler Spedition picked up Houndstooth in October for a reported 46 million US dollars."),
    ],
)
def test_what_belongs_to_another_is_an_alarm(slug, statement, judged):
    """Another row, column, product, speaker, version, deal or clause, and what held before a change."""
    assert judged(slug, statement) is False
