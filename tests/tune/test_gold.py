"""Gold is read whole, dealt into parts that share nothing, and never counted among simulated votes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panel.tune.gold import Gold, GoldVote, read_gold
from panel.tune.splits import SHARES, family, part_of, split

CSV = """release;annotator;vote;persona
muse;ann;ship;
muse;bob;SKIP;
muse;ann;skip;skeptic
qwen;7;ship;
"""


def votes_on(*releases, **groups):
    """Return gold with a vote on each release."""
    return Gold(
        file="gold.csv",
        votes=tuple(
            GoldVote(release=slug, annotator="ann", vote="ship", group=groups.get(slug), line=n)
            for n, slug in enumerate(releases, start=2)
        ),
    )


def test_csv_and_json_lines_say_the_same(tmp_path):
    """Both forms give the same votes and the same hash; separators and capitals don't matter."""
    (tmp_path / "gold.csv").write_text(CSV, encoding="utf-8-sig")
    rows = [
        {"release": "qwen", "annotator": 7, "vote": "ship"},
        {"release": "muse", "annotator": "ann", "vote": "skip", "persona": "skeptic"},
        {"release": "muse", "annotator": "bob", "vote": "skip"},
        {"release": "muse", "annotator": "ann", "vote": "ship", "persona": None},
    ]
    (tmp_path / "gold.jsonl").write_text("\n\n".join(map(json.dumps, rows)))
    first, second = read_gold(tmp_path / "gold.csv"), read_gold(tmp_path / "gold.jsonl")
    assert first.hash == second.hash
    assert first.annotators == ("7", "ann", "bob")
    assert [vote.line for vote in first.votes] == [2, 3, 4, 5]


def test_who_is_held_to_whose_votes(tmp_path):
    """A persona is held to votes in its place, else to those in nobody's; the panel to the latter."""
    (tmp_path / "gold.csv").write_text(CSV)
    gold = read_gold(tmp_path / "gold.csv")
    assert gold.humans("skeptic") == {"muse": {"ann": "skip"}}
    assert gold.humans("developer") == gold.humans() == {"muse": {"ann": "ship", "bob": "skip"}, "qwen": {"7": "ship"}}


def test_the_panel_without_votes_of_nobodys_place(tmp_path):
    """Where all votes are in personas' places, the panel is held to each person's majority over them."""
    lines = ["release,annotator,vote,persona"]
    lines += [f"muse,ann,{vote},{who}" for vote, who in (("ship", "a"), ("ship", "b"), ("skip", "c"))]
    lines += ["muse,bob,ship,a", "muse,bob,skip,b"]
    (tmp_path / "gold.csv").write_text("\n".join(lines))
    assert read_gold(tmp_path / "gold.csv").humans() == {"muse": {"ann": "ship"}}


@settings(max_examples=40)
@given(st.lists(st.from_regex(r"[a-z]{1,6}(-v[0-9])?(-2026-0[1-9]-11)?", fullmatch=True), unique=True, max_size=30))
def test_revisions_never_part(slugs):
    """Whatever the releases, revisions of one are in one group and one part."""
    dealt = split(votes_on(*slugs))
    parts: dict[str, set[str]] = {}
    for slug in slugs:
        parts.setdefault(family(slug), set()).add(dealt.parts[slug])
    assert all(len(found) == 1 for found in parts.values())
    assert sorted(sum((dealt.releases(part) for part in SHARES), ())) == sorted(slugs)


def test_a_release_stays_where_it_is():
    """New releases, of the same vendor too, move no other one."""
    vendors = {f"r{n}": f"Vendor {n % 7}" for n in range(40)}
    small = split(votes_on(*list(vendors)[:20]), vendors=vendors)
    large = split(votes_on(*vendors, "aaa"), vendors={**vendors, "aaa": "Vendor 3"})
    assert all(large.parts[slug] == part for slug, part in small.parts.items())
    assert large.parts["aaa"] == large.parts["r3"] == large.parts["r10"]


def test_groups_of_the_file_are_kept_together():
    """A column ``group`` joins releases whose names have nothing in common."""
    dealt = split(votes_on("alpha", "beta", "gamma", alpha="x", beta="x"))
    assert dealt.groups["alpha"] == dealt.groups["beta"] == "x"
    assert dealt.groups["gamma"] == "gamma"


def test_parts_have_their_shares():
    """In the long run, 60, 20 and 20 of 100 groups fall into train, dev and test."""
    parts = [part_of(f"release-{n}") for n in range(20_000)]
    for part, share in SHARES.items():
        assert parts.count(part) / 20_000 == pytest.approx(share, abs=0.02)


@pytest.mark.parametrize(
    ("slug", "own"),
    [
        ("qwen3-6-27b", "qwen3-6-27b"), ("muse-v2", "muse"), ("muse-2026-04-16", "muse"), ("muse-rev-3", "muse"),
        ("muse-v2-2026-04-16", "muse"), ("v2", "v2"), ("gpt-4.1", "gpt-4.1"),
    ],
    ids=lambda value: value,
)  # fmt: skip
def test_families(slug, own):
    """Only what plainly marks a revision is cut off."""
    assert family(slug) == own
