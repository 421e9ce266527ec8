"""Names hidden in two dossiers: nothing leaks, everything else stays, and labels don't depend on the order."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.domain.release import Link, Pricing, Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.fence import fenced
from panel.evidence.identities import NAMELESS
from panel.evidence.masking import ADDRESS, PERSON, mask
from panel.store.releases import read_release
from tests.cli.conftest import ROOT


def dossier(slug, name, vendor, text, **more):
    """A dossier with one source."""
    source = Source(key="S1", text=text, title=f"About {name}", publisher=f"{vendor} blog", url="https://a.example")
    return read_dossier(Release(slug=slug, name=name, vendor=vendor, sources=(source,), **more))


ONE = dossier(
    "brass-lantern",
    "Corvid Brass Lantern 2.1",
    "Corvid Labs",
    "Corvid Brass Lantern 2.1 came out in May. Brass Lantern replaces Brass Lantern 1.4. Corvid's CEO Ada Marsh says "
    "that Corvid Lantern Cloud follows. Marsh told more on https://corvid.example/lantern?a=1 and at press@corvid.io. "
    "Inside Corvid Labs it went by the code name Magpie. Run `brass-lantern --serve`; see corvid.dev/docs and "
    "@corvidlabs. BRASS LANTERN beats Zephyr 3 and costs $20 a month. It runs on 24 GB. r/brasslantern likes it.",
    tagline="The Brass Lantern that Corvid always wanted",
    date=dt.date(2026, 5, 1),
    pricing=Pricing(entry="$20 for Brass Lantern Pro", amount=20, currency="USD"),
    licence="Corvid Community License",
    links=(Link(label="Corvid", url="https://corvid.example"),),
)
OTHER = dossier(
    "zephyr-3", "Zephyr 3", "Oderin", "Oderin's Zephyr 3 answers Brass Lantern. Metadata stays. Zephyr 2 was slower."
)


def told(dossiers):
    """All that a model reads of dossiers."""
    return "\n".join(fenced(each) for each in dossiers)


def test_no_name_is_left():
    """Names, vendors, products' families, code names, people, addresses and accounts are gone from both."""
    text = told(mask([ONE, OTHER]).dossiers).lower()
    for name in ("corvid", "lantern", "magpie", "marsh", "oderin", "zephyr", "https", "r/brass", "@", "corvid.dev"):
        assert name not in text, name


def test_everything_else_stays():
    """Figures, prices, dates and plain words stand sentence by sentence under the same citations."""
    hidden = mask([ONE, OTHER]).dossiers[0]
    assert [each.cite for each in hidden.sentences] == [each.cite for each in ONE.sentences]
    text = told([hidden])
    for kept in ("24 GB", "$20 a month", "May", "2026-05-01", ADDRESS, PERSON):
        assert kept in text
    assert "Metadata stays." in told(mask([ONE, OTHER]).dossiers)


def test_a_release_is_called_the_same_in_both():
    """What one dossier says of the other release stays recognisable as that one."""
    masked = mask([ONE, OTHER])
    assert masked.labels == {"brass-lantern": "Product X", "zephyr-3": "Product Y"}
    assert "Vendor Y's Product Y answers Product X." in told(masked.dossiers)
    assert "Product X beats Product Y" in told(masked.dossiers)
    assert masked.leaks == ()


def test_labels_dont_depend_on_the_order():
    """Whichever comes first, each dossier reads the same to the letter."""
    forth, back = mask([ONE, OTHER]).dossiers, mask([OTHER, ONE]).dossiers
    assert told(forth) == told(reversed(back))


def test_one_vendor_has_one_label():
    """Two releases of one vendor are told apart, and their vendor isn't."""
    sibling = dossier("lamp", "Corvid Lamp", "Corvid Labs", "Corvid Lamp is small. Corvid Labs made it.")
    text = told(mask([ONE, sibling]).dossiers)
    assert "Vendor Y" not in text
    assert "Product X is small" in text or "Product Y is small" in text


@pytest.mark.parametrize("pair", [("muse-spark", "qwen3-6-27b"), ("qwen3-6-27b", "qwen3-6-35b-a3b")], ids=" ".join)
def test_the_worked_examples_name_nobody(pair):
    """Nor do the households of well-known vendors: apps, families, founders."""
    dossiers = [read_dossier(read_release(ROOT / "releases" / slug)) for slug in pair]
    masked = mask(dossiers)
    text = told(masked.dossiers).lower()
    names = ["qwen", "alibaba"] + (
        ["muse", "meta ", "llama 4", "zuckerberg", "wang", "whatsapp"] if "muse-spark" in pair else []
    )
    for name in names:
        assert name not in text, name
    assert masked.leaks == ()


def test_a_release_without_stated_facts_is_masked_by_what_its_sources_say():
    """A name read from a file and a maker read from the text are hidden as well; common words of the name stay."""
    text = "Harbourline Labs released Tern 2.0 on 10 March 2026. Run tern deploy. The command line stays as it was."
    source = Source(key="S1", text=text, title="Tern 2.0: the deploy tool that reads your logs")
    bare = read_dossier(Release(slug="tern-cli", name="tern-cli", sources=(source,)))
    masked = mask([bare, OTHER])
    read = told(masked.dossiers).lower()
    assert "tern " not in read
    assert "harbourline" not in read
    assert "the command line stays" in read


def test_common_words_of_a_name_stay_common_words():
    """What the name's words mean in the text is left alone: a ring, a queue, a browser."""
    ring = dossier(
        "vesper-ring", "Vesper Ring", "Vesper", "Vesper Ring is a ring. The ring weighs 3 g. Run vesper sync."
    )
    read = told(mask([ring, OTHER]).dossiers)
    assert "is a ring." in read
    assert "The ring weighs 3 g." in read
    assert "vesper" not in read.lower()


WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9).map(str.capitalize)


@given(name=WORDS, vendor=WORDS, other=WORDS)
def test_made_up_names_are_hidden_wherever_they_stand(name, vendor, other):
    """Any name that is no word for a kind of thing is hidden: in a sentence, in quotes, in a path, in an address."""
    site = f"https://{vendor.lower()}.com/{name.lower()}"
    text = f"{name} is by {vendor}. “{name}” and {vendor}'s site, {site}, agree. {other} waits."
    pair = [dossier("a-one", name, vendor, text), dossier("b-two", f"{other}x 2", f"{other}yz", "It is plain.")]
    read = told(mask(pair).dossiers)
    body = read.replace("Product", "").replace("Vendor", "").replace("DOSSIER", "").replace("Source", "")
    for hidden in (name, vendor):
        if hidden.lower() not in {"plain", "agree", "waits", "about", "blog", "untitled", "site", *NAMELESS}:
            assert not re.search(rf"(?<![A-Za-z]){hidden}(?![A-Za-z])", body), (hidden, read)
