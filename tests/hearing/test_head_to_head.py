"""Releases set against each other over a provider's protocol: order, names, repair, ranking, nothing paid twice."""

import pytest

import panel
from tests.cli.conftest import shipskip  # noqa: F401 - the fixture
from tests.servers import running

MODEL = ("--model", "hosted_vllm/any", "--seats", "developer,skeptic,business")
SEATS, WAYS = 3, 4


def release(name, vendor, said):
    """A release file."""
    return (
        f"---\nname: {name}\nvendor: {vendor}\ncategory: Developer Tools\n---\n"
        f"{name} is a build tool by {vendor}. {said} It has a public API. See https://{vendor.lower()}.com/{name.lower()}.\n"
    )


@pytest.fixture(scope="module")
def choosing():
    """A server whose mind is set anew for every test."""
    with running("choosing") as server:
        yield server


@pytest.fixture
def of_mind(choosing):
    """Return a function that gives the server a mind, and votes for everything."""

    def set_mind(mind, **settings):
        choosing.reset(mind=mind, vote="ship", **settings)
        return choosing

    return set_mind


@pytest.fixture
def home(tmp_path):
    """A workspace with three releases, each with one thing that only it has."""
    (tmp_path / "panel.toml").write_text("[calls]\nattempts = 1\n")
    (tmp_path / "releases").mkdir()
    for name, vendor, said in (
        ("Lathe", "Ferrant", "It has rock solid caching."),
        ("Gimbal", "Ostrava", "It has paper trails for every build."),
        ("Cinder", "Quillon", "It has scissors for dead code."),
    ):
        (tmp_path / "releases" / f"{name.lower()}.md").write_text(release(name, vendor, said))
    return tmp_path


@pytest.fixture
def compare(home, monkeypatch):
    """Return a function that compares releases through a server of a certain mind, in this process."""

    def run(server, *releases, **asked):
        monkeypatch.setenv("HOSTED_VLLM_API_BASE", server.base)
        places = [home / "releases" / f"{each}.md" for each in releases]
        made = panel.compare(places, model=MODEL[1], seats=MODEL[3], workspace=home, save=True, **asked)
        return made.model_dump(mode="json")

    return run


@pytest.fixture
def command(shipskip, home):  # noqa: F811
    """Return a function that does the same from the command line."""

    def run(server, *argv):
        return shipskip("compare", *argv, *MODEL, env={"HOSTED_VLLM_API_BASE": server.base}, cwd=home)

    return run


def choices(server):
    """The head-to-head questions that a server got."""
    return [entry for entry in server.log() if "Both dossiers have ended" in str(entry.get("body"))]


def test_a_mind_that_follows_the_order_prefers_nobody(compare, of_mind):
    """Always the first: every seat is a tie, named and masked, and the page says why."""
    server = of_mind("first")
    ran = compare(server, "lathe", "gimbal")
    asked = choices(server)
    (duel,) = ran["head_to_head"]
    assert [seat["named"] for seat in duel["seats"]] == ["tie"] * SEATS
    assert [seat["masked"] for seat in duel["seats"]] == ["tie"] * SEATS
    assert all(seat["turned_by_order"] == ["named", "masked"] for seat in duel["seats"])
    assert duel["winner"] is None
    assert duel["named"]["percent"] == 50
    assert duel["brand_pull"] is None
    assert ran["recommendation"] is None
    assert "too close to call" in ran["bottom_line"].lower()
    assert "order" in duel["summary"]
    assert len(asked) == SEATS * WAYS


def test_a_mind_that_follows_the_name_is_reported_as_brand_pull(compare, of_mind):
    """It takes one vendor wherever it sees it and follows the order where it doesn't: pull, and no recommendation."""
    server = of_mind("brand:Ostrava")
    ran = compare(server, "lathe", "gimbal")
    (duel,) = ran["head_to_head"]
    assert [seat["named"] for seat in duel["seats"]] == ["gimbal"] * SEATS
    assert [seat["masked"] for seat in duel["seats"]] == ["tie"] * SEATS
    assert duel["brand_pull"] == "gimbal"
    assert [seat["brand_pull"] for seat in duel["seats"]] == ["gimbal"] * SEATS
    assert duel["winner"] is None
    assert ran["recommendation"] is None
    assert "only while its name is shown" in duel["summary"]
    assert "Brand pull" in duel["summary"]


def test_an_honest_mind_gives_a_clear_result(command, home, of_mind):
    """The same choice in both orders, with names and without, is a win; the page shows both figures."""
    server = of_mind("likes:paper")
    ran = command(server, "lathe", "gimbal", "--json")
    (duel,) = ran.json["head_to_head"]
    assert (duel["named"]["a"], duel["named"]["tie"], duel["named"]["b"]) == (0, 0, SEATS)
    assert duel["masked"]["b"] == SEATS
    assert duel["winner"] == ran.json["recommendation"] == "gimbal"
    assert duel["brand_pull"] is None
    assert all(advice["release"] == "gimbal" for advice in ran.json["readers"])
    assert {advice["reader"] for advice in ran.json["readers"]} >= {"you build", "you buy for a team"}
    page = (home / "verdicts" / "compare" / "lathe-vs-gimbal.html").read_text()
    for shown in ("Head to head", "names hidden", "If you build", "100\N{NO-BREAK SPACE}%"):
        assert shown in page


def test_masked_questions_name_nobody(compare, of_mind):
    """No name, vendor or address of either release stands in a masked prompt."""
    server = of_mind("tie")
    compare(server, "lathe", "gimbal")
    asked = [str(entry["body"]["messages"]) for entry in choices(server)]
    masked = [prompt for prompt in asked if "Product X" in prompt.partition("DOSSIER")[2]]
    assert len(masked) == len(asked) / 2
    for prompt in masked:
        for name in ("lathe", "gimbal", "ferrant", "ostrava"):
            assert name not in prompt.lower()


def test_what_is_no_choice_is_repaired_once(compare, of_mind):
    """A repair turn each, then the answer counts."""
    server = of_mind("maybe")
    ran = compare(server, "lathe", "gimbal")
    assert len(choices(server)) == 2 * SEATS * WAYS
    assert all(answer["choice"] for seat in ran["head_to_head"][0]["seats"] for answer in seat["answers"])


def test_what_stays_no_choice_is_spoiled(command, of_mind):
    """Without a result a seat is missing from the count, never a tie; the exit code tells."""
    server = of_mind("never")
    ran = command(server, "lathe", "gimbal", "--json")
    first = len(choices(server))
    command(server, "lathe", "gimbal", "--json")
    assert len(choices(server)) > first, "what was never readable may be asked for again"
    (duel,) = ran.json["head_to_head"]
    assert ran.code == 1
    assert duel["named"]["missing"] == SEATS
    assert duel["named"]["percent"] is None
    assert duel["winner"] is None
    reasons = {answer["reason"] for seat in duel["seats"] for answer in seat["answers"]}
    assert reasons == {'the choice is \'both of them\'; it must be "first", "second" or "tie"'}


def test_a_second_run_asks_nothing(command, home, of_mind):
    """Every answer comes from the ledger, the texts too; the record is the same, and so is a replay."""
    server = of_mind("likes:paper")
    before = command(server, "lathe", "gimbal", "--dry-run", "--json")
    first = command(server, "lathe", "gimbal", "--json")
    paid = len(server.log())
    again = command(server, "lathe", "gimbal", "--json")
    free = command(server, "lathe", "gimbal", "--dry-run", "--json")
    assert len(server.log()) == paid
    assert again.json == first.json
    (quote,) = before.json
    assert quote["calls"] == paid == SEATS * 2 + SEATS * WAYS + 1
    assert free.json == []
    assert first.json["written_by"] == "any-2026-01-01"


def test_replay_answers_from_the_ledger(shipskip, home, compare, of_mind):  # noqa: F811
    """``--model replay`` makes the same comparison without a server."""
    server = of_mind("likes:paper")
    first = compare(server, "lathe", "gimbal")
    ran = shipskip("compare", "lathe", "gimbal", "--model", "replay", *MODEL[2:], "--json", cwd=home)
    assert ran.code == 0, ran.err
    assert ran.json["head_to_head"][0]["summary"] == first["head_to_head"][0]["summary"]
    assert ran.json["bottom_line"] == first["bottom_line"]


def test_three_in_a_circle_share_the_first_place(compare, of_mind):
    """Each beats one and loses to another: no order is fair, and the page says so."""
    server = of_mind("circle:rock,paper,scissors")
    ran = compare(server, "lathe", "gimbal", "cinder")
    assert [duel["winner"] for duel in ran["head_to_head"]] == ["lathe", "cinder", "gimbal"]
    assert [(rank["place"], rank["releases"]) for rank in ran["ranking"]] == [(1, ["lathe", "gimbal", "cinder"])]
    assert "circle" in ran["ranking"][0]["why"]
    assert ran["recommendation"] is None


def test_three_with_one_ahead_and_two_level(compare, of_mind):
    """The one that beats both is recommended; the others share the second place."""
    server = of_mind("likes:paper")
    ran = compare(server, "lathe", "gimbal", "cinder")
    ranking = [(rank["place"], rank["releases"]) for rank in ran["ranking"]]
    assert ranking == [(1, ["gimbal"]), (2, ["lathe", "cinder"])]
    assert ran["recommendation"] == "gimbal"


def test_nobody_is_asked_if_told_so(compare, of_mind):
    """Without head to head only ballots and texts are paid for, and the page says that nobody was asked."""
    server = of_mind("first")
    ran = compare(server, "lathe", "gimbal", head_to_head=False, write="rules")
    assert len(server.log()) == SEATS * 2
    (duel,) = ran["head_to_head"]
    assert duel["basis"] == "verdicts"
    assert duel["masked"] is None
    assert duel["summary"].startswith("Nobody was asked head to head")
    assert ran["written_by"] == "rules"


def test_lies_are_cut_from_the_texts_and_listed(compare, of_mind):
    """Wrong percentages, unknown facts, people who voted, citations of nothing: cut, and findings for the editor."""
    server = of_mind("likes:paper", lies=True)
    ran = compare(server, "lathe", "gimbal")
    cut = {finding["passage"]: finding["text"] for finding in ran["findings"]}
    for lie in ("3 % of the panel", "design awards", "users prefer", "everybody talks about"):
        assert lie not in ran["bottom_line"]
        assert any(lie in passage for passage in cut)
    assert len(cut) == 4
    assert "100 %" in ran["bottom_line"]
    assert ran["written_by"] == "any-2026-01-01"
    assert "any-2026-01-01 drafted the texts" in ran["disclosure"]


def test_the_question_can_be_looked_at(shipskip, home):  # noqa: F811
    """``prompt render --against`` prints what a seat would get, with names and without; no model is needed."""
    ask = ("prompt", "render", "lathe", "--seat", "skeptic")
    named = shipskip(*ask, "--against", "gimbal", cwd=home)
    masked = shipskip(*ask, "--against", "gimbal", "--masked", cwd=home)
    assert named.code == masked.code == 0
    assert "This is the first dossier: Lathe." in named.out
    assert "You are The Skeptic" in masked.out
    assert "Gimbal" in named.out
    assert "Gimbal" not in masked.out
    assert shipskip(*ask, "--masked", cwd=home).code == 2
