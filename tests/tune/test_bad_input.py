"""What can't be used is told in one sentence that names file, line and value; nothing is asked."""

import builtins

import pytest

from panel.cli.root import shipskip as command
from panel.errors import DeclarationError
from panel.tune.extra import check_extra
from panel.tune.gold import read_gold
from tests.tune.conftest import MOVES, persona_text

HEADER = "release,annotator,vote\n"
LINE = '{"release": "a", "annotator": "b", "vote": %s}\n'


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        pytest.param(["compare", "--persona", "skeptic@HEAD", "skeptic"], "git repository", id="no repository"),
        pytest.param(["compare", "--persona", "skeptic@--help", "skeptic"], "names no version", id="odd revision"),
        pytest.param(["compare", "--persona", "skeptic", "developer"], "one persona", id="two personas"),
        pytest.param(["compare", "--persona", "skeptic", "skeptic"], "same text", id="same text"),
        pytest.param(["compare", "--persona", "skeptik", "skeptic"], "did you mean 'skeptic'", id="unknown persona"),
        pytest.param(["compare", "--persona", "no.yaml", "skeptic"], "doesn't exist", id="no file"),
        pytest.param(["compare", "--persona", "a", "b", "--gate"], "--gold FILE", id="gate without gold"),
        pytest.param(
            ["compare", "--persona", "skeptic", "draft.yaml", "--gold", "gold.csv", "--releases", "thing-00"],
            "gold.csv: nobody's vote on 'thing-00' is there; did you mean 'thing-00",
            id="release without gold",
        ),
        pytest.param(["gold", "far.csv"], "far.csv, line 2: there is no release 'thing-0'", id="unknown release"),
        pytest.param(["gold", "who.csv"], "who.csv, line 2: there is no persona 'skeptik'", id="unknown seat"),
        pytest.param(["stability", "--wordings", "plane"], "did you mean 'plain'", id="unknown wording"),
        pytest.param(["stability", "thing-000", "--gold", "far.csv"], "not both", id="releases and gold"),
        pytest.param(["distinct", "thing-9"], "there is no release 'thing-9'", id="no such release"),
    ],
)
def test_commands(planted, monkeypatch, argv, says):
    """Each command refuses what it can't use."""
    home = planted(releases=2)
    (home / "draft.yaml").write_text(persona_text("skeptic", 50, MOVES["skeptic"]))
    (home / "far.csv").write_text(HEADER + "thing-0,ann,ship\n")
    (home / "who.csv").write_text("release,annotator,vote,persona\nthing-000,ann,ship,skeptik\n")
    monkeypatch.chdir(home)
    with pytest.raises(DeclarationError) as told:
        command.main(["tune", *argv], standalone_mode=False)
    assert says in str(told.value)
    assert not (home / ".shipskip").exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "has no votes", id="empty"),
        pytest.param(HEADER, "a header and no votes", id="header alone"),
        pytest.param("release,vote\na,ship\n", "line 1: the first line must name the columns", id="no annotator"),
        pytest.param(HEADER + "a,b,maybe\n", "line 2: 'vote' must be ship or skip, not 'maybe'", id="vote"),
        pytest.param(HEADER + "\na,,ship\n", "line 3: 'annotator' is missing", id="nobody"),
        pytest.param(HEADER + "a,b,ship,c\n", "line 2: this line has 4 columns", id="columns"),
        pytest.param("release,annotator,vote,mood\na,b,ship,c\n", "line 2: 'mood' is no column", id="unknown column"),
        pytest.param("release,annotator,vote,vote\na,b,ship,c\n", "line 1: the column 'vote' is named", id="twice"),
        pytest.param(HEADER + "a,b,ship\na,b,skip\n", "line 3: 'b' votes 'skip'", id="both ways"),
        pytest.param(LINE % '"ship"' + '{"x"', "line 2: this line isn't JSON", id="json"),
        pytest.param(LINE % 1, "line 1: 'vote' must be a short text", id="number"),
        pytest.param(
            "release,annotator,vote,group\na,b,ship,x\na,c,ship,y\n", "line 3: 'a' is in group 'y'", id="two groups"
        ),
        pytest.param('release,annotator,vote\n"a,b,ship\n', "this is no CSV", id="open quote"),
    ],
)  # fmt: skip
def test_gold_files(tmp_path, text, says):
    """A gold file's first mistake is told with its line, and what stands there."""
    file = tmp_path / "gold.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationError) as told:
        read_gold(file)
    assert says in str(told.value)
    assert str(file) in str(told.value)


def test_a_missing_extra_names_its_command(monkeypatch):
    """Without scikit-learn, the sentence says how to install what tuning needs."""
    monkeypatch.setattr("panel.tune.extra.find_spec", lambda name: None if name == "sklearn" else builtins.object())
    with pytest.raises(DeclarationError, match=r"scikit-learn.*pip install 'shipskip\[tune\]'"):
        check_extra()
