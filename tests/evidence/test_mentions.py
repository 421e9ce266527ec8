"""What a dossier says, and how much it counts."""

import datetime as dt

import pytest

from panel.domain.release import Pricing, Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.mentions import Traits, find_mentions, read_lines, tempered
from panel.evidence.phrases import PhraseBook


def mentions(text, phrases, *, name="Lumo", vendor="Brightly", traits=None, publisher=None, **release):
    """Return the mentions of phrases (``!`` for the opposite) in a dossier with one source."""
    source = Source(key="S1", text=text, publisher=publisher)
    dossier = read_dossier(Release(slug="lumo", name=name, vendor=vendor, sources=(source,), **release))
    entries = [(phrase.removeprefix("!"), ("thing", not phrase.startswith("!"))) for phrase in phrases]
    return find_mentions(dossier, read_lines(dossier), PhraseBook(entries), {"thing": traits or Traits()})


@pytest.mark.parametrize(
    "text",
    [
        "Unlike Orchid, which ships a public API and documentation, it has nothing.",
        "Rivals offer a public API.",
        "Rivals do better. The Orchid Clip costs $9 and has a public API.",
        "It is cheaper than Orchid, a rival with a public API. Orchid has a public API.",
    ],
)
def test_what_rivals_have_doesnt_count(text):
    """A competitor's API isn't the release's."""
    assert not mentions(text, ["public api"])


def test_the_releases_own_name_is_no_rival():
    """A sentence that begins with the release or its vendor is about it."""
    assert mentions("Unlike Orchid, Lumo has a public API.", ["public api"])
    assert mentions("Brightly offers a public API.", ["public api"])


def test_what_was_true_of_an_earlier_version_hardly_counts():
    """Earlier openness says nothing of this release; an earlier loss still does."""
    (earlier,) = mentions("Earlier Lumo models were open source.", ["open source"])
    assert earlier.strength < 0.2
    (gone,) = mentions("The older API was switched off.", ["api"])
    assert not gone.holds
    assert gone.strength > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Lumo 2 lost jobs when a leader failed.",
        "Version 2 lost jobs.",
        "In 2024 we found that version 2 lost jobs in 7 of 40 tests.",
        "Until now, Lumo lost jobs.",
        "Lumo 2 was slow. It was overloaded and lost jobs.",
        "It lost jobs and had no API. None of this is true any more.",
    ],
)
def test_what_an_earlier_version_did_hardly_counts(text):
    """Neither a numbered version before this one nor what is taken back afterwards speaks of the release."""
    assert all(each.strength <= 0.1 for each in mentions(text, ["!lost jobs"], name="Lumo 3.0"))


@pytest.mark.parametrize(
    "text",
    [
        "Lumo 3 lost jobs when a leader failed.",
        "Version 3.0.1 lost jobs.",
        "Two of 40 users lost jobs.",
        "After upgrading from version 2 we lost jobs.",
        "It lost jobs more often than Lumo 2.",
        "It has an API. It lost jobs. None of this has been answered.",
    ],
)
def test_what_this_version_does_counts(text):
    """The release's own version, and a mere upgrade from an earlier one, leave a statement about the release."""
    (lost,) = mentions(text, ["!lost jobs"], name="Lumo 3.0")
    assert lost.strength > 0.5


def test_headings_count_less_and_link_lists_nothing():
    """A page's tail of related articles isn't about the release."""
    text = "# A public API\n\nIt is small.\n\n## Related articles\n\nOrchid gets a public API.\n"
    (heading,) = mentions(text, ["public api"])
    assert heading.strength == 0.5


def test_the_next_sentence_may_answer_a_question():
    """A question counts as its answer says, and not at all without one."""
    assert not mentions("Is it open source?", ["open source"])
    (answered,) = mentions("Is it open source? Not at all.", ["open source"])
    assert not answered.holds
    (agreed,) = mentions("Is it open source? Yes.", ["open source"])
    assert agreed.holds


def test_stated_facts_are_read_with_their_labels():
    """``MIT`` is a licence where it is stated as one."""
    found = mentions("It is small.", ["licence : mit", "pricing : free"], licence="MIT", pricing=Pricing(entry="Free"))
    assert {each.cite for each in found} == {"F.licence", "F.pricing"}


def test_a_makers_own_praise_counts_less():
    """The same words weigh less in the vendor's newsroom, and less still as a claim."""
    (plain,) = mentions("It is reliable.", ["reliable"])
    (own,) = mentions("It is reliable.", ["reliable"], publisher="Brightly newsroom")
    (claimed,) = mentions("The company says it is reliable.", ["reliable"])
    assert plain.strength > own.strength > claimed.strength


def test_a_test_that_came_out_badly_is_weak_evidence_for():
    """A sentence that tells of a test and of a failure isn't proof of quality."""
    source = Source(key="S1", text="An independent lab tested it and it crashed.")
    dossier = read_dossier(Release(slug="x", name="X", sources=(source,)))
    book = PhraseBook([("independent lab", ("test", True)), ("crash", ("works", False))])
    found = find_mentions(dossier, read_lines(dossier), book, {})
    test = next(each for each in tempered(found, ["test"], ["works"]) if each.name == "test")
    assert test.strength < 0.5


def test_years_that_are_over_make_no_forecast():
    """``by 1930`` predicts nothing."""
    ahead = Traits(timeless=True, ahead=True)
    assert not mentions("Every bakery had one by 1930.", ["by <year>"], traits=ahead, date=dt.date(2026, 1, 1))
    assert mentions("Every home has one by 2030.", ["by <year>"], traits=ahead, date=dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    "text", ["the api is not public and crashes " * 6_000, "It crashes. " * 3_000, "\x00\ufffd" * 400]
)
def test_large_and_odd_texts_are_read(text):
    """Neither a line without end nor thousands of sentences nor rubbish stalls the reading."""
    assert isinstance(mentions(text, ["api", "!crash"]), list)
