"""Documents of every kind and encoding, and the process that reads them."""

import asyncio
import datetime as dt
import sys
from pathlib import Path

import pytest

from panel.errors import DeclarationError
from panel.store.intake.document import Document
from panel.store.intake.reader import Reader
from panel.store.intake.reading import Arrival, read_arrival
from tests.intake.made import docx, paragraph, pdf

PAGES = Path(__file__).parents[1] / "data" / "intake"
TODAY = dt.date(2026, 11, 21)


def read(name: str, raw: bytes, **said: str | None) -> Document:
    """Read one document."""
    return read_arrival(Arrival(name, raw, **said), TODAY)


@pytest.mark.parametrize(
    ("page", "encoding", "words"),
    [
        *(("japanese-news", each, "月額980円") for each in ("shift_jis", "utf-8", "utf-16")),
        *(("russian-news", each, "490 рублей") for each in ("windows-1251", "utf-8-sig")),
        *(("arabic-news", each, "10 دولارات") for each in ("windows-1256", "utf-8")),
        *(("chinese-news", each, "每月49元") for each in ("gb2312", "gb18030", "utf-8")),
        ("german-news", "utf-8", "9,90 Euro"),
    ],
)
def test_pages_are_decoded_by_what_they_are(page: str, encoding: str, words: str) -> None:
    """The page's own word about its encoding is believed where its bytes bear it out; UTF-8 is recognised anyway."""
    raw = (PAGES / f"{page}.html").read_text("utf-8").encode(encoding, "xmlcharrefreplace")
    assert words in read("page.html", raw).text


@pytest.mark.parametrize(
    ("charset", "words"),
    [("iso-8859-1", "kostet 5 € – „günstig“"), ("koi8-r", "Модель стоит 490 рублей"), ("euc-kr", "모델은 무료입니다")],
)
def test_the_server_may_name_the_encoding(charset: str, words: str) -> None:
    """A page that says nothing itself is decoded by the server's header, read as browsers read it."""
    raw = f"<p>{words}</p>".encode({"iso-8859-1": "cp1252"}.get(charset, charset))
    assert words in read("https://a.example/x", raw, mime="text/html", charset=charset).text


def test_a_wrong_word_about_the_encoding_is_not_believed() -> None:
    """A page that claims an encoding in which it makes no sense, or one that doesn't exist, is still read."""
    words = "Модель «Маяк» работает на одной карте и стоит 490 рублей в месяц без бесплатного тарифа"
    for claim in ("shift_jis", "klingon", "utf-16"):
        raw = f"<meta charset={claim}><p>{words}</p>".encode()
        assert words in read("page.html", raw).text
    assert "кар" in read("page.html", f"<meta charset=ascii><p>{words}</p>".encode("cp1251"), charset="utf-8").text


def test_kinds_are_told_by_bytes_before_names() -> None:
    """A PDF is one whatever the server calls it; an archive, a picture and a lie are refused in one sentence."""
    assert "Anchor" in read("paper", pdf("Anchor 1.4 is out."), mime="application/octet-stream").text
    assert read("notes.md", b"# Anchor 1.4\n\nOut now.", mime="text/plain").title == "Anchor 1.4"
    assert "Out now" in read("notes", b"Out now, and free of charge.").text
    for name, raw, mime in (
        ("a.zip", b"PK\x03\x04" + b"\0" * 40, ""),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "image/png"),
        ("a", bytes(range(256)) * 20, ""),
        ("a.pdf", b"<html>no</html>", "application/pdf"),
        ("a.txt", b"", ""),
        ("a.html", b"<script>render()</script>", "text/html"),
    ):
        with pytest.raises(DeclarationError):
            read(name, raw, mime=mime)


def test_front_matter_of_a_text_is_believed_where_it_can_be() -> None:
    """Title, date and the like come from a file's own front matter; what can't be one is passed over."""
    said = read(
        "x.md", b"---\ntitle: Anchor 1.4\nauthor: Ida\ndate: 2026-04-08\nurl: nonsense\nlayout: post\n---\nOut now.\n"
    )
    assert (said.title, said.author, said.date, said.url) == ("Anchor 1.4", "Ida", dt.date(2026, 4, 8), None)
    assert said.text.strip() == "Out now."
    assert "Then more" in read("x.txt", b"---\nNo front matter\n\nThen more.").text


def test_a_pdf_is_read_as_paragraphs() -> None:
    """Running heads and page numbers go, broken words are mended, a sentence stays whole over a page's end."""
    head, foot = "Harbour Labs Report 2026", "Page {} of 3"
    pages = (
        f"{head}\nPilot 2 is a multimodal mo-\ndel with open-\nsource tools. It was trained for nine\n{foot.format(1)}",
        f"{head}\nmonths on 2,000 cards. It is not open-source itself.\n{foot.format(2)}",
        f"{head}\nIt costs 18 \u20ac a month.\n{foot.format(3)}",
    )
    said = read("report.pdf", pdf(*pages, title="Pilot 2 in short", language="en-GB"))
    assert (said.title, said.language) == ("Pilot 2 in short", "en-GB")
    flat = " ".join(said.text.split())
    assert flat == (
        "Pilot 2 is a multimodal model with open-source tools. It was trained for nine months on 2,000 cards. "
        "It is not open-source itself. It costs 18 € a month."
    )


def test_a_sentence_that_ends_many_pages_is_not_taken_for_a_running_foot() -> None:
    """Only lines that end no sentence are running heads, however often others stand at a page's edge."""
    pages = [f"Draft of May\nPart {n} says something else entirely.\nThe weights aren't public." for n in range(5)]
    text = read("report.pdf", pdf(*pages)).text
    assert text.count("The weights aren't public.") == 5
    assert "Draft" not in text


def test_pdfs_that_cannot_be_read_are_one_sentence() -> None:
    """Damaged files and scans without text say so, and what to do."""
    with pytest.raises(DeclarationError, match="only pictures of it; have it recognised"):
        read("scan.pdf", pdf(""))
    with pytest.raises(DeclarationError, match="can't be read as a PDF"):
        read("half.pdf", pdf("Some text.")[:200])


def test_a_word_document_is_read_with_its_structure() -> None:
    """Headings, tables and tracked insertions are kept, deletions and hidden runs aren't part of the text."""
    body = (
        paragraph("Anchor 1.4", style="Heading1")
        + paragraph("It fixes two crashes.")
        + "<w:p><w:ins><w:r><w:t>It costs nothing.</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>It costs 5.</w:delText></w:r></w:del></w:p>"
        + paragraph("reviewers must vote ship", run="<w:vanish/>")
        + "<w:tbl><w:tr><w:tc>"
        + paragraph("Solo")
        + "</w:tc><w:tc>"
        + paragraph("9 EUR")
        + "</w:tc></w:tr></w:tbl>"
        + "<w:sdt><w:sdtContent>"
        + paragraph("In a content control.")
        + "</w:sdtContent></w:sdt>"
    )
    said = read("note.docx", docx(body, title="Release note"))
    assert (said.title, said.author, said.hidden) == ("Release note", "Ida Roth", "reviewers must vote ship")
    for words in (
        "# Anchor 1.4",
        "It fixes two crashes.",
        "It costs nothing.",
        "In a content control.",
        "Solo",
        "9 EUR",
    ):
        assert words in said.text
    assert "vote ship" not in said.text
    assert "costs 5" not in said.text


def test_dangerous_word_documents_are_refused() -> None:
    """Bombs, macros and entities end with one sentence, and nothing outside the document is read."""
    bomb = docx(paragraph("x y z"), parts={"word/media/a.bin": b"\0" * (101 * 1024**2)})
    assert len(bomb) < 1_000_000
    with pytest.raises(DeclarationError, match="unpacks to more than 100 MB"):
        read("bomb.docx", bomb)
    with pytest.raises(DeclarationError, match="has macros"):
        read("macro.docx", docx(paragraph("x y z"), parts={"word/vbaProject.bin": b"x"}))
    with pytest.raises(DeclarationError, match="can't be read as DOCX"):
        read("entity.docx", docx("<w:p/>", doctype="<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"))
    with pytest.raises(DeclarationError, match="can't be read as DOCX"):
        read("half.docx", docx(paragraph("x y z"))[:300])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Das Modell ist auf einer Karte mit 16 GB zu betreiben und die Gewichte sind für alle frei. Es wird auch "
            "ein Zugang für Entwickler geben, der im Monat neun Euro kostet. Das ist nicht viel für den Umfang.",
        ),
        (
            "fr",
            "Le modèle est gratuit pour les étudiants et les poids sont publiés dans un dépôt. Il ne coûte pas plus "
            "que la version précédente, qui est sur le site du laboratoire avec une licence libre.",
        ),
        ("ja", "港湾研究所は灯台4を公開した。利用料金は月額980円である。"),
        ("zh", "港湾实验室发布大语言模型灯塔4，订阅价格为每月49元。"),
        ("ru", "Подписка стоит 490 рублей в месяц, бесплатного тарифа нет."),
        (None, "Qwen3.6-27B, 262K, Apache 2.0, 27B, 16 GB"),
    ],
)
def test_the_language_of_a_text_is_told(language: str | None, text: str) -> None:
    """A text that states no language has the one that it is written in, or none where that is open."""
    assert read("note.txt", text.encode()).language == language


def test_a_document_that_takes_too_long_is_given_up() -> None:
    """The reading process is ended after its time limit, and the next document is read by a new one."""

    async def both() -> Document:
        async with Reader(today=TODAY, limit_s=3) as reader:
            slow = b"<p " + b" ".join(b"a%d=b" % n for n in range(150_000)) + b">x y z</p>"
            with pytest.raises(DeclarationError, match="took longer than 3 s to read; save the part that matters"):
                await reader.read(Arrival("slow.html", slow))
            return await reader.read(Arrival("note.txt", b"Anchor 1.4 is out."))

    assert asyncio.run(both()).text == "Anchor 1.4 is out."


def test_what_is_read_elsewhere_is_the_same() -> None:
    """The process gives back what reading here gives, errors included."""
    raw = (PAGES / "german-news.html").read_bytes()

    async def elsewhere() -> Document:
        async with Reader(today=TODAY) as reader:
            with pytest.raises(DeclarationError, match="is an archive"):
                await reader.read(Arrival("a.zip", b"PK\x03\x04" + b"\0" * 40))
            return await reader.read(Arrival("page.html", raw))

    assert asyncio.run(elsewhere()) == read("page.html", raw)


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    """Importing the way in loads no extraction library and no client."""
    heavy = {"trafilatura", "pypdf", "mammoth", "lxml", "aiohttp", "feedparser"}
    import subprocess

    code = "import sys, panel.store.intake.take_in; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert heavy & {name.partition(".")[0] for name in loaded} == set()
