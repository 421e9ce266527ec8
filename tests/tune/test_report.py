"""The report is one page that holds everything, says it in plain words, and shows hostile names inert."""

import re

import pytest

MODEL = ("--model", "openai/planted", "--seats", "skeptic,developer,futurist")


def test_one_page_with_everything_on_it(shipskip, planted, openai):
    """Agreement, distinctness, calibration and what a change cost stand on one page, which fetches nothing."""
    home = planted(releases=30)
    (home / "draft.yaml").write_text((home / "personas" / "skeptic.yaml").read_text().replace("90 times", "50 times"))
    trial = shipskip(
        "tune", "compare", "--persona", "skeptic", "draft.yaml", "--gold", "gold.csv", "--model", "openai/planted",
        "--json", env=openai,
    )  # fmt: skip
    (home / "trial.json").write_text(trial.out)
    ran = shipskip("tune", "report", "gold.csv", *MODEL, "--samples", "2", "--trial", "trial.json", env=openai)
    assert ran.code == 0, ran.err
    page = (home / "tuning.html").read_text("utf-8")
    assert page.count("<svg ") == 3
    for words in ("How well does the panel judge?", "skeptic", "Would it vote the same again?", "skeptic: skeptic → "):
        assert words in page, words
    assert not re.findall(r'(?:src|href)="(?!#|data:)', page), "nothing is fetched"
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "simulated" in page
    assert "independent votes" in ran.out

    again = shipskip("tune", "report", "gold.csv", *MODEL, "--samples", "2", "--out", "b.html", env=openai)
    assert again.code == 0
    pictures = re.findall(r"<svg .*?</svg>", page, re.DOTALL)
    assert pictures == re.findall(r"<svg .*?</svg>", (home / "b.html").read_text("utf-8"), re.DOTALL)


def test_a_name_that_is_markup_is_shown_as_it_is(shipskip, planted, openai):
    """Texts of votes and personas can't put anything into the page."""
    home = planted(releases=12)
    gold = (home / "gold.csv").read_text().replace(",p0,", ",<script>alert(1)</script>,")
    (home / "gold.csv").write_text(gold)
    assert shipskip("tune", "report", "gold.csv", *MODEL, env=openai).code == 0
    assert "<script" not in (home / "tuning.html").read_text("utf-8")


@pytest.mark.parametrize("option", ["--probes", "--trial", "--optimized"])
def test_a_file_that_is_no_report_is_told(shipskip, planted, openai, option):
    """A wrong file gets one sentence that names it, before anything is asked."""
    home = planted(releases=4)
    (home / "wrong.json").write_text('{"a": 1}')
    ran = shipskip("tune", "report", "gold.csv", option, "wrong.json", env=openai)
    assert (ran.code, "wrong.json" in ran.err, "Traceback" in ran.err) == (2, True, False)
