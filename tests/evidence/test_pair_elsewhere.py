"""What one sentence says of one part, plan, format, system or use, and another of another."""

import pytest

from panel.evidence.conflicts.given_pairs import read_pair
from tests.evidence.pair_signs import told


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The CLI is Apache-2.0.", "The Heron service is proprietary."),
        ("Heron is closed source.", "The SDKs are MIT-licensed."),
        ("Plugins are under the MIT licence.", "Heron itself is proprietary."),
        ("The Heron exporter is open source under the MIT licence.", "The Heron control plane is proprietary."),
        ("The core is open source under MPL 2.0.", "The hosted service is closed source."),
        ("The fonts that come with it are under the Open Font License.", "Heron is proprietary."),
    ],
)
def test_licences_of_two_parts(a, b):
    """A part of a release may be under other terms than the whole, and no side is taken against it."""
    found = read_pair(a, b, "heron").signs
    assert told(a, b, "other parts licensed")
    assert found.keys().isdisjoint({"opposed", "licences clash", "ruled", "ruled on plain sentences"})


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The exporter is under the MIT licence.", "The exporter is proprietary."),
        ("The code is under the Business Source License.", "Heron is open source under MIT."),
        ("Everything is open source.", "The exporter is proprietary."),
        ("The whole of Heron, with its plugins, is MIT.", "The plugins are proprietary."),
        ("Worth knowing that Heron is MIT-licensed.", "Heron is under the Business Source License 1.1."),
        ("Good news for tinkerers: Heron is MIT-licensed.", "Heron is proprietary."),
    ],
)
def test_licences_of_one_thing(a, b):
    """The code stands for the release, and what is said of everything is said of each part."""
    assert not told(a, b, "other parts licensed")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Import from Trello isn't available yet.", "Import from Asana took four minutes."),
        ("There is no Slack integration.", "The Teams integration posts into our channel."),
        ("It doesn't export to Word.", "I exported to PDF without trouble."),
        ("There's no Mac app.", "On my Mac I use it in the browser."),
        ("There is no Windows build.", "A friend runs it on Windows through WSL, which isn't supported."),
        ("There is no native Linux client.", "I run it on Ubuntu through Wine."),
        (
            "macOS isn't supported, though it runs in a virtual machine.",
            "I ran it on a MacBook inside a virtual machine.",
        ),
        ("Self-hosting isn't offered; use the managed service instead.", "We run it all through the managed service."),
        ("The API isn't open to the public; it's in closed beta.", "Our firm got into the beta in March."),
        ("We don't guarantee delivery times.", "Three parcels came late in May."),
    ],
)
def test_denied_elsewhere(a, b):
    """What is denied of one format, way or promise isn't denied of another."""
    assert told(a, b, "denied elsewhere")
    assert read_pair(a, b, "heron").signs.keys().isdisjoint({"one denies", "turned", "denied thing told"})


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It doesn't export to PDF.", "Export to PDF took four minutes."),
        ("There is no Mac app.", "I installed the Mac app and never opened the browser."),
        ("A Linux client isn't available.", "I installed the client on Fedora."),
        ("Windows isn't supported.", "It runs natively on Windows 11 without WSL."),
        ("There is no self-hosting.", "We host it ourselves inside our own network."),
        ("We guarantee delivery in two days.", "There's no guarantee of delivery in two days."),
        ("There is no residency of data in Europe.", "Customers can keep their data in Frankfurt."),
    ],
)
def test_denied_of_the_same(a, b):
    """A system under another of its names is the same, and so is what both name."""
    assert not told(a, b, "denied elsewhere")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Free for personal use.", "Companies pay $200 a year."),
        ("The model may be used for research.", "Commercial use requires a separate licence."),
        ("Free for academic use.", "Commercial use is not permitted."),
        (
            "Commercial use of the weights is ruled out.",
            "Images made with the hosted service may be used commercially.",
        ),
    ],
)
def test_other_uses(a, b):
    """What costs nobody a thing at home may cost firms something."""
    assert told(a, b, "other uses")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Free for non-commercial use only.", "You may use it commercially at no cost."),
        ("Research and personal use are free.", "Companies may use it without paying."),
        ("The weights may not be used commercially.", "The weights may be used commercially on your own machines."),
    ],
)
def test_the_same_use(a, b):
    """Who may earn money with it for nothing isn't asked for a fee."""
    assert not told(a, b, "other uses")


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("Backups are kept for up to 90 days.", "On the Basic plan backups are kept for 7 days.", "most of all plans"),
        ("It reads 64,000 tokens.", "The hosted endpoint accepts 16,000 tokens at most.", "most of all plans"),
        ("Share with at most ten people per board.", "Team: $20 a month for up to 15 people.", "per another thing"),
        ("The median reply took 1.2 s.", "It took 3.1 s, but that's from Australia only.", "for some only"),
        ("Single-site servers have 99.9% uptime.", "Multi-site servers have 99.99% uptime.", "opened otherwise"),
        ("The API is not part of Bronze.", "Silver customers have the API.", "tiers"),
    ],
)
def test_allotted_to_another(a, b, sign):
    """A figure for one plan, thing or place isn't another's."""
    assert told(a, b, sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("Backups are kept for up to 30 days.", "The Basic plan keeps backups for 90 days.", "most of all plans"),
        ("Backups are kept for up to 90 days.", "Backups are kept for 7 days.", "most of all plans"),
        ("It may be up to 20 MB.", "Anything over 10 MB got rejected when I tried on Scale.", "most of all plans"),
        ("Share with at most ten people per board.", "A board has room for 15 people.", "per another thing"),
        ("The median reply took 1.2 s.", "It took 3.1 s on average, but that's fine.", "for some only"),
        ("It takes an 8-bit signal.", "It takes a 12-bit signal.", "opened otherwise"),
    ],
)
def test_allotted_to_the_same(a, b, sign):
    """A plan with more than any is a clash, and so are two figures without a plan."""
    assert not told(a, b, sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("The move took an afternoon.", "The move took five hours.", "figures agree"),
        ("It copied the archive overnight.", "Copying the archive took eight hours.", "figures agree"),
        ("The move takes a morning.", "The move took three days.", "figures clash"),
    ],
)
def test_stretches_of_a_day(a, b, sign):
    """An afternoon has some hours, and not as many as three days."""
    assert told(a, b, sign)
