"""Figures, versions, limits and sides of a matter in the many ways in which two sentences give them."""

import pytest

from panel.evidence.conflicts.given_pairs import read_pair

SIGNS = [
    ("There are 30 sockets.", "The list has grown to 40 sockets.", "grown since"),
    ("There are 30 sockets.", "Up to 40 sockets can be had.", "-grown since"),
    ("There are 40 sockets.", "It has grown to 30 sockets.", "-grown since"),
    ("It sends 900 letters a month.", "It sends 50 letters a day.", "per another time"),
    ("It sends 900 letters a month.", "It sends 50 letters a month.", "-per another time"),
    ("Up to five letters fit in.", "The average box holds 2.4 letters.", "within the limit"),
    ("Up to five letters fit in.", "The average box holds 7.4 letters.", "-within the limit"),
    ("Heron reads 90 pages.", "Heron Mini reads 30 pages.", "named tier of one"),
    ("Heron reads 90 pages.", "Heron Mini plan users get 30 pages.", "-named tier of one"),
    ("The two-bay case has one fan.", "The four-bay case has two fans.", "opened otherwise"),
    ("The first batch ships in May.", "The second batch ships in June.", "opened otherwise"),
    ("Safety checks for the lamp are run daily.", "Sound checks for the lamp are run weekly.", "opened otherwise"),
    ("The two-bay case has one fan.", "The two-bay case has two fans.", "-opened otherwise"),
    ("It took over 23 days.", "It took a little over three weeks.", "-figures clash"),
    ("The file is 1.4 GB.", "It is about one and a half gigabytes.", "-figures clash"),
    ("The file is 1.1 GB.", "It is about one and a half gigabytes.", "figures clash"),
    ("It starts in 400 milliseconds.", "Its time from Oslo is 0.4 seconds.", "figures agree"),
    ("Zsh is not supported in 2.0.", "Half of us run Zsh.", "-figures clash"),
    ("It was founded in 2019.", "It was founded in 2021 as a club.", "dates clash"),
    ("It was founded in 2021.", "It was founded in 2021 as a club.", "-dates clash"),
    ("Minimum supported Perl version: 5.30", "It needs Perl 5.36 or newer.", "other least version"),
    ("It needs PostgreSQL 13 or newer.", "Postgres support starts with version 15.", "other least version"),
    ("It needs PostgreSQL 13 or newer.", "Postgres support starts with version 13.", "-other least version"),
    ("It listens on port 8080.", "Out of the box it answers on port 9200.", "another value"),
    ("It listens on port 8080.", "Out of the box it answers on port 8080.", "-another value"),
    ("It reached 1.0 on 3 May 2025.", "Heron was released on 9 June 2025.", "both came out"),
    ("Heron opened on 3 May 2025 after a closed test.", "It was released on 9 June 2025.", "both came out"),
    ("The closed test began on 3 May 2025.", "It was released on 9 June 2025.", "-both came out"),
    ("After two months in beta it went live on 3 May 2025.", "It opened on 9 June 2025.", "both came out"),
    ("In beta since 3 May 2025.", "It opened on 9 June 2025.", "-both came out"),
    ("Sales in France start on 3 May 2025.", "It went on sale in France on 9 June 2025.", "both came out"),
    ("Sales in France start on 3 May 2025.", "It went on sale in Japan on 9 June 2025.", "-both came out"),
    ("It opened to the general public on 3 May 2025.", "It came out on 9 June 2025.", "dates of one event"),
    ("Updates are promised until 2031.", "Security updates will come through 2033.", "dates of one event"),
    ("The last update came in 2031.", "Security updates will come through 2033.", "-dates of one event"),
    ("Founded in 2019, it makes oars.", "The firm, started in 2021 by two rowers, makes oars.", "dates of one event"),
    ("Founded in 2019, it makes oars.", "The firm started selling oars in 2021.", "-dates of one event"),
    ("Knowledge cutoff: May 2025", "Its training data goes no further than March 2025.", "dates of one event"),
    ("Knowledge cutoff: May 2025", "Its training goes on since March 2025.", "-dates of one event"),
    ("It needs iPadOS 18 or later.", "It runs on iPadOS 17 and up.", "other least version"),
    ("It needs iPadOS 18 or later.", "It runs on iOS 17 and up.", "-other least version"),
    ("LaTeX is not supported.", "It reads LaTeX without any plug-in.", "denied thing told"),
    ("It runs on oil. Gas isn't supported.", "It burns gas well.", "denied thing told"),
    ("LaTeX is not supported.", "It does without LaTeX.", "-denied thing told"),
    ("It reads 19 letters.", "Heron Voice reads 26 letters.", "-relative of one"),
    ("Heron reads 19 letters.", "Heron Voice reads 26 letters.", "relative of one"),
    ("- Warranty of two years", "It has a three-year warranty.", "-owners differ"),
    ("Otter has a warranty of two years.", "It has a three-year warranty.", "owners differ"),
    ("It is generally available since 2 April 2026.", "It came out on 26 March 2026.", "-dates of other events"),
    ("It is generally available since 2 April 2026.", "It was founded on 26 March 2026.", "dates of other events"),
    ("After a month of beta it came out on 2 May 2026.", "It opened on 9 May 2026.", "-one opens with a condition"),
    ("After a month of rain it came out on 2 May 2026.", "It opened on 9 May 2026.", "one opens with a condition"),
    ("It promises 99.95% availability.", "The SLA is for 99.5% uptime.", "figures of one quality"),
    ("It promises 99.95% availability.", "Measured uptime was 99.5%.", "-figures of one quality"),
    ("It promises 99.95% availability.", "Some 62% of the case is recycled.", "figures of other qualities"),
    ("Spare parts can be had for ten years.", "Spares are sold for five years.", "figures of one quality"),
    ("A shelf can grow to 16 TB.", "A shelf tops out at 2 TB.", "figures of one quality"),
    ("A shelf can grow to 16 TB.", "A shelf has 2 TB of memory.", "-figures of one quality"),
    ("One oar at a time is free.", "You get two oars at once.", "-part of a whole"),
    ("Egress is free of charge.", "Egress is charged by the gigabyte.", "opposed"),
    ("The keys are hot-swappable.", "The keys are soldered, so changing one means an iron.", "opposed"),
    ("It sends no telemetry.", "The tool phones home once a day.", "opposed"),
    ("It keeps recording in the dark.", "It stops recording in the dark.", "opposed"),
    ("It keeps recording in the dark.", "It goes on recording at night.", "-opposed"),
]


@pytest.mark.parametrize(("a", "b", "sign"), SIGNS)
def test_readings_of_two_sentences(a, b, sign):
    """A sign after a dash is one that the two haven't."""
    for each in ((a, b), (b, a)):
        assert bool(read_pair(*each, "heron").signs.get(sign.removeprefix("-"))) != sign.startswith("-")
