import pytest

from panel.llm.scrubbing import LONGEST, scrub

SECRET = "s3cr3t-v4lue-0123456789"

SHAPES = [
    f"Incorrect API key provided: sk-proj-{SECRET}.",
    f"Authorization: Bearer {SECRET}",
    f"headers={{'authorization': 'Bearer {SECRET}'}}",
    f"Basic {SECRET}",
    f"GET https://user:{SECRET}@example.org/v1",
    f"https://example.org/v1/models?key={SECRET}&x=1",
    f"https://example.org/v1?a=1&api_key={SECRET}",
    f'{{"api_key": "{SECRET}"}}',
    f"x-api-key: {SECRET}",
    f"password={SECRET}",
    f"postgresql+psycopg://panel:{SECRET}@db/ledger",
    f"gsk_{SECRET}",
    f"AIza{SECRET}",
    f"sig={SECRET}",
]


@pytest.mark.parametrize("text", SHAPES)
def test_secrets_are_blotted_out_by_their_shape(text: str) -> None:
    """Keys, tokens, passwords and signatures are known by what stands before them."""
    assert SECRET not in scrub(text, environment={})
    assert "***" in scrub(text, environment={})


@pytest.mark.parametrize(
    "name", ["ANTHROPIC_API_KEY", "HF_TOKEN", "AWS_SECRET_ACCESS_KEY", "DB_PASSWORD", "google_credentials"]
)
def test_secrets_are_blotted_out_by_their_value(name: str) -> None:
    """The value of a variable with a telling name is secret wherever it stands."""
    assert scrub("it said hunter2hunter2!", environment={name: "hunter2hunter2"}) == "it said ***!"


def test_the_longest_secret_goes_first() -> None:
    """A secret that begins like another one leaves no rest behind."""
    variables = {"A_KEY": "abcdefgh", "B_KEY": "abcdefghijklmnop"}
    assert scrub("x abcdefghijklmnop y", environment=variables) == "x *** y"


def test_common_words_are_not_secrets() -> None:
    """Short values and other variables leave the text alone."""
    text = "the model answered with status 400"
    assert scrub(text, environment={"A_KEY": "model"[:5], "HOME": "answered"}) == text


def test_what_is_left_is_one_short_visible_line() -> None:
    """No line breaks, no control characters, no more than the limit."""
    text = scrub("one\n\ttwo\x1b[31m " + "word " * 900, environment={})
    assert text.startswith("one two⟨U+001B⟩[31m word")
    assert len(text) == LONGEST
    assert text.endswith("…")
