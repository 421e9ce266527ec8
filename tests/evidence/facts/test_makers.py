"""Who makes a release, however the page says it."""

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts


def vendor(*pages, name="Heron"):
    """Return the maker that is read from pages, each a text with its title and publisher."""
    sources = tuple(
        Source(key=f"S{n}", text=text, title=title, publisher=publisher)
        for n, (text, title, publisher) in enumerate(pages, start=1)
    )
    return read_facts(read_dossier(Release(slug="heron", name=name, sources=sources))).vendor.value


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Heron sorts mail.\n\nWritten and maintained by Ines Varga.", "Ines Varga"),
        ("Heron is a personal project by Obi Lund.", "Obi Lund"),
        ("Heron is a managed service of Lindhof Ledger BV for royalties.", "Lindhof Ledger BV"),
        ("Heron shows huts. By Steinmoos AG, Chur.\n\nMap data © OpenStreetMap contributors.", "Steinmoos AG"),
        ("Heron is a linter for embedded Rust, developed by the Heron Foundation.", "Heron Foundation"),
        ("An open-source ferry app by the Heron Collective.", "Heron Collective"),
        ("Developed by: Larch Institute for Machine Reading", "Larch Institute for Machine Reading"),
        ("Heron - Read Later Developer: Still Bay GmbH Category: News Released: 3 March 2025", "Still Bay GmbH"),
        ("Heron Cam sees birds. Mino Optics Co., Ltd. announces the Heron.", "Mino Optics Co., Ltd."),
        ("Developer: Mino Works K.K.", "Mino Works K.K."),
        ("Ferrin Software Inc. today launched Heron, a ledger.", "Ferrin Software Inc."),
        ("Heron is made by volunteers, the Heron Collective, and is free.", "Heron Collective"),
        ("A linter.\n\nMaintained by the Heron Contributors.", "Heron Contributors"),
        ("Heron is from the Speech Group of the University of Arendal.", "Speech Group of the University of Arendal"),
        ("Birch & Finch today, 2 May 2025, made Heron generally available. No Python kit at launch.", "Birch & Finch"),
    ],
    ids=[
        "participle", "project by", "service of", "by-line", "for Rust", "kind", "institute", "listing",
        "Co., Ltd.", "K.K.", "Inc.", "volunteers", "contributors", "group of", "made available",
    ],
)  # fmt: skip
def test_a_maker_is_read_from_the_page_that_names_it(text, maker):
    """In a line, a label, an aside, with the whole of its name."""
    assert vendor((text, "Heron", None)) == maker


def test_a_maker_signs_the_page_that_is_named_after_its_release():
    """By the title, though the page never says so."""
    plain = "A pad with twelve keys. It works with any computer."
    assert vendor((plain, "Heron by Kettle Yard", "Kettle Yard")) == "Kettle Yard"
    assert vendor((plain, "Heron on the App Store", "Greenfold Studio"), (plain, "Heron in rain", "Plot Notes")) == (
        "Greenfold Studio"
    )


def test_a_page_that_is_called_like_its_release_is_its_makers():
    """Unless it stands in a shop, judges, or another such page does so too."""
    plain, review = (
        "A pad with twelve keys.\n\n£79 including VAT.",
        ("It took me a week.", "Heron review", "Bench Notes"),
    )
    assert vendor(review, (plain, "Heron", "Ostrow & Finch")) == "Ostrow & Finch"
    assert vendor(review, (plain, "Heron 2 pricing", "Kettle Yard"), name="Heron 2") == "Kettle Yard"
    assert vendor(review, (plain, "Heron", "Earshop")) is None
    assert vendor(("I tested a pad with twelve keys.", "Heron", "Kettle Yard"), review) is None
    assert vendor(review, (plain, "Heron", "Kettle Yard"), (plain, "Heron", "Desk Parade")) is None


def test_a_maintainer_signs_the_page():
    """Below it, behind two dashes."""
    assert vendor(("Heron copies files.\n\n-- Ida Bergström, maintainer", "Changelog", None)) == "Ida Bergström"


def test_who_designed_a_thing_works_for_who_sells_it():
    """Where a page is the seller's; else it is the designer who is known."""
    text = "A ring of light. Designed by Ida Berg in Bergen, made in Estonia."
    assert vendor((text, "Heron", "Fjellvik Lys")) == "Fjellvik Lys"
    assert vendor((text, "Heron", None)) == "Ida Berg"


def test_a_firm_is_the_maker_rather_than_who_answers_for_it():
    """And a name that is said once plainly counts more than a page that is called like the release."""
    review = ("I like Heron. The developer, Mara Quill, answers at once.", "A month with Heron", "Kitchen Notes")
    assert vendor(review, ("Heron by Fernhall Studio.", "Heron", "App listing")) == "Fernhall Studio"
    assert (
        vendor(("Heron is made by Fernhall Software AG.\n\nHeron is kind.", "Heron", "Heron")) == "Fernhall Software AG"
    )


@pytest.mark.parametrize(
    "text",
    [
        "I imported a Heron from Niigata.",
        "Heron finished second, behind Trailow.",
        "Counting the files in the release, Heron has 180 detectors.",
        "Version 1.0, released 20 May 2025. Heron is kind.",
        "I operate Heron from a Windows laptop.",
        "Heron connects by USB-C or over Bluetooth 5.2.",
        "Heron has not been cleared by the FDA.",
    ],
)
def test_what_only_stands_beside_a_release_makes_nothing(text):
    """A town, a winner, a participle, a version."""
    assert vendor((text, "Heron", None)) is None
