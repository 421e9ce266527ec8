"""Budgets: the cap holds, what is done at the cap is complete verdicts, and more money finishes the rest."""

import asyncio

import pytest

from panel.batch.account import Account
from panel.batch.budget import Budget, price_of
from panel.batch.nouns import Caps
from panel.domain.call import Parameters, Usage
from panel.errors import DeclarationError, OverBudget
from panel.hearing.poll import Bench
from panel.llm.ledger import Ledger
from panel.llm.room import Gateway
from panel.sitting import Sitting
from tests.batch.runs import finish, make_workspace, run, start, twice


class Priced:
    """A room whose model costs one cent per 1,000 tokens; nobody is asked."""

    remembered, rules = True, None

    def count(self, text):
        """Count four characters as a token."""
        return len(text) // 4

    def estimate(self, usage, *, written=0):
        """Price tokens."""
        return 0.00001 * ((usage.prompt_tokens or 0) + (usage.completion_tokens or 0))


@pytest.fixture
def bench(tmp_path):
    """A bench whose model is priced."""
    home = make_workspace(tmp_path, 3)
    ledger = Ledger(tmp_path / "ledger.db")
    return Sitting(home), Bench(home.prompts(), Gateway(lambda _: Priced()), ledger, Parameters()), Account(ledger)


def test_a_release_is_let_in_only_if_its_whole_panel_fits(bench, tmp_path):
    """What is under way counts at its upper cost; what it really cost makes room again."""
    sitting, desk, account = bench
    cases = [sitting.summon(path) for path in sorted((tmp_path / "releases").iterdir())]

    async def story():
        upper = (await price_of(cases[0], desk)).usd_high
        budget = Budget(2.2 * upper, None, account)
        order = []

        async def heard(case, share, budget):
            try:
                with account.tab(case.release.slug) as tab:
                    async with budget.admit(case, desk):
                        order.append(f"in {case.release.slug}")
                        await asyncio.sleep(0.05)
                        tab.add(1, share * upper, 100)
            except OverBudget:
                order.append(f"out {case.release.slug}")

        await asyncio.gather(*(heard(case, 0.1, budget) for case in cases))
        assert order == [f"in tool-00{number}" for number in (0, 1, 2)]
        assert budget.spent_usd == pytest.approx(0.3 * upper)
        tight = Budget(1.05 * upper, None, account)
        order.clear()
        await heard(cases[0], 0.5, tight)
        await heard(cases[1], 0.5, tight)
        assert order == ["in tool-000", "out tool-001"]
        assert tight.exhausted
        assert tight.spent_usd <= 1.05 * upper

    asyncio.run(story())


def test_at_the_cap_verdicts_are_complete_and_more_budget_finishes_the_rest(tmp_path, server):
    """A run ends with whole verdicts within its token budget; --resume with more does what is left, once."""
    home = make_workspace(tmp_path, 24, "[calls]\nmax_tokens = 600\n")
    server.reset(latency=0)
    cap = 60_000
    summary, told, _ = run(home, caps=Caps(tokens=cap), at_once=20)
    assert (summary.stopped, summary.exit_code, summary.left) == ("budget", 3, None)
    assert 0 < summary.tokens <= cap
    assert 0 < summary.done < 24
    assert summary.done == len(told)
    assert all(len(home.verdict(each.slug).ballots) == 4 for each in told)
    assert len(list(home.verdicts_folder.glob("*/verdict.json"))) == summary.done
    assert summary.asked == 4 * summary.done
    rest, _, _ = run(home, caps=Caps(tokens=10_000_000), at_once=20)
    assert (rest.stopped, rest.releases, rest.unchanged) == (None, 24, summary.done)
    assert summary.asked + rest.asked == 96
    assert twice(server) == 0


def test_what_is_stored_needs_no_budget(tmp_path, server):
    """A finished batch runs with nothing to spend."""
    home = make_workspace(tmp_path, 2)
    run(home)
    for file in tmp_path.glob("verdicts/*/*"):
        file.unlink()
    summary, _, _ = run(home, caps=Caps(tokens=0))
    assert (summary.done, summary.asked, summary.stopped) == (2, 0, None)


def test_a_budget_in_dollars_needs_a_price(tmp_path, server):
    """Where nobody knows what a model costs nothing is asked, and one sentence says what to do."""
    home = make_workspace(tmp_path, 2)
    code, _, err = finish(start(home, "releases/*.md", "--budget", "1", server=server))
    assert code == 2
    assert err.count("shipskip:") == 1
    assert "nobody knows what 'hosted_vllm/any' costs" in err
    assert "--token-budget" in err
    assert server.log() == []


def test_before_it_begins_a_run_says_what_it_may_cost(tmp_path, server):
    """With a budget there is a range beforehand, and the exit code 3 at the cap."""
    home = make_workspace(tmp_path, 2)
    code, out, err = finish(start(home, "releases/*.md", "--token-budget", "5", server=server))
    assert code == 3
    assert "Before it begins: 8 calls" in err
    assert "budget 5 tokens" in err
    assert "--resume" in err
    assert "0 calls asked" in out
    assert server.log() == []


def test_a_price_that_is_unknown_stops_a_release(bench, tmp_path):
    """A budget in dollars never lets in what has no price."""
    sitting, desk, account = bench
    unpriced = Bench(desk.prompts, Gateway(lambda _: Unpriced()), desk.ledger, Parameters())
    case = sitting.summon(tmp_path / "releases" / "tool-000.md")

    async def story():
        async with Budget(5.0, None, account).admit(case, unpriced):
            raise AssertionError("it was let in")

    with pytest.raises(DeclarationError, match="token-budget"):
        asyncio.run(story())


class Unpriced(Priced):
    """The same without a price."""

    def estimate(self, usage: Usage, *, written=0):
        """Nobody knows."""
        return
