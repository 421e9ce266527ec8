"""The optimiser finds a better text where there is one, keeps today's where there is none, and overwrites nothing."""

import yaml

GOLD = ("tune", "optimize", "skeptic", "--gold", "gold.csv", "--model", "openai/planted")


def test_a_better_text_is_found_and_weighed_on_releases_that_the_search_never_saw(shipskip, planted, openai, voters):
    """The draft votes as people do on held-out releases, the persona's file stays, and nothing is asked twice."""
    home = planted(releases=40, skeptic=45)
    before = (home / "personas" / "skeptic.yaml").read_bytes()
    ran = shipskip(*GOLD, "--ballots", "70", "--json", env=openai)
    assert ran.code == 0, ran.err
    report = ran.json
    assert report["candidates"] >= 2
    assert report["held_out"]["answer"] == "better"
    assert report["held_out"]["difference"]["value"] > 0.3
    assert "+lens: " in report["difference"]
    assert report["after"]["effective_votes"]["value"] is not None
    assert (home / "personas" / "skeptic.yaml").read_bytes() == before
    draft = yaml.safe_load((home / "drafts" / "skeptic.yaml").read_text())
    assert "right 97 times" in draft["lens"]
    prompts = [str(entry["body"]["messages"]) for entry in voters.log()]
    told = [prompt for prompt in prompts if "revise one part" in prompt]
    held_out = {name for name in (f"Thing {n} " for n in range(40)) if not any(name in prompt for prompt in told)}
    assert told
    assert len(held_out) >= 8, "a fifth is held out, a fifth is chosen by: no reviser sees them"

    asked = len(voters.log())
    again = shipskip(*GOLD, "--ballots", "70", "--out", "again.yaml", "--json", env=openai)
    assert again.code == 0, again.err
    assert len(voters.log()) == asked, "the same search comes from the ledger"
    assert again.json["held_out"] == report["held_out"]

    taken = shipskip(*GOLD, env=openai)
    assert taken.code == 2
    assert "drafts overwrite nothing" in taken.err


def test_where_revisions_only_do_harm_today_s_text_stays(shipskip, planted, openai):
    """A blundering reviser changes nothing; the report says that no better text was found."""
    home = planted(releases=40, skeptic=90)
    ran = shipskip(*GOLD, "--reviser", "openai/blunder", "--ballots", "60", env=openai)
    assert ran.code == 0, ran.err
    assert "no better text was found" in ran.out
    assert not (home / "drafts").exists()


def test_bad_input(shipskip, planted, openai):
    """The builtin reviewer, too few releases and an unknown price under a budget are told, and no draft is written."""
    planted(releases=4)
    few = shipskip(*GOLD, env=openai)
    assert (few.code, "held out" in few.err) == (2, True)
    rules = shipskip("tune", "optimize", "skeptic", "--gold", "gold.csv")
    assert (rules.code, "doesn't read a persona's text" in rules.err) == (2, True)


def test_a_budget_in_dollars_needs_a_price(shipskip, planted, openai):
    """Where a price is unknown, a budget in dollars is refused in a sentence, not ignored."""
    planted(releases=40)
    ran = shipskip(*GOLD, "--budget", "0.5", env=openai)
    assert (ran.code, "price of a model here is unknown" in ran.err) == (2, True)
    assert "Traceback" not in ran.err
