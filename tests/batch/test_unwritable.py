"""Where verdicts can't be written nobody is paid for one, and one sentence says which folder, and what to do."""

import json
import os
import shutil
import signal

import pytest

from tests.batch.runs import finish, make_workspace, questions, run, start, twice
from tests.batch.test_crash import whole

AT_ONCE = 8


@pytest.fixture
def unprivileged():
    """What a command is run through so that permissions bind it, even where the tests run as root."""
    if os.geteuid():
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("as root this needs setpriv, a part of util-linux")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


def sentences(err):
    """What the command said at its end."""
    assert "Traceback" not in err
    return [line for line in err.splitlines() if line.startswith(("shipskip:", "failed:"))]


@pytest.mark.parametrize("workers", [0, 2])
def test_a_file_in_the_folders_place_is_told_before_anybody_is_asked(tmp_path, server, workers):
    """No verdict could be written: nothing is asked."""
    home = make_workspace(tmp_path, 12)
    home.verdicts_folder.write_text("not a folder")
    code, _, err = finish(start(home, "releases/*.md", "--workers", workers, server=server))
    assert (code, questions(server)) == (2, [])
    assert sentences(err) == [f"shipskip: {home.verdicts_folder}: a file stands where a folder should be: move it away"]


def test_a_folder_without_permission_is_told_before_anybody_is_asked(tmp_path, server, unprivileged):
    """The folder is there, and isn't this user's to write in."""
    home = make_workspace(tmp_path, 12)
    home.verdicts_folder.mkdir(mode=0o555)
    code, _, err = finish(start(home, "releases/*.md", server=server, through=unprivileged))
    assert (code, questions(server)) == (2, [])
    assert sentences(err) == [
        f"shipskip: {home.verdicts_folder}: nothing can be written here (Permission denied): "
        f"make {home.verdicts_folder} writable"
    ]


def test_batches_of_a_provider_are_not_begun_either(tmp_path, server):
    """With ``--engine provider`` the whole docket is sent beforehand: the folder is looked at before that."""
    home = make_workspace(tmp_path, 3)
    home.verdicts_folder.write_text("not a folder")
    code, _, err = finish(start(home, "releases/*.md", "--engine", "provider", server=server))
    assert (code, server.log()) == (2, [])
    assert len(sentences(err)) == 1


def test_a_folder_that_loses_its_permission_ends_the_run(tmp_path, server, unprivileged):
    """Midway the run ends with one sentence; what was answered until then isn't paid for again."""
    home = make_workspace(tmp_path, 60)
    process = start(home, "releases/*.md", "--at-once", AT_ONCE, "--workers", 0, server=server, through=unprivileged)
    while process.poll() is None and len(list(home.verdicts_folder.glob("*/verdict.html"))) < 5:
        pass
    process.send_signal(signal.SIGSTOP)
    done = len(list(home.verdicts_folder.glob("*/verdict.json")))
    home.verdicts_folder.chmod(0o555)
    process.send_signal(signal.SIGCONT)
    code, _, err = finish(process)
    home.verdicts_folder.chmod(0o755)
    assert code == 2, err
    (said,) = sentences(err)
    assert str(home.verdicts_folder) in said
    assert "Permission denied" in said
    assert done <= len(list(home.verdicts_folder.glob("*/verdict.json"))) < 60
    assert whole(home)
    summary, _, _ = run(home, at_once=AT_ONCE)
    assert (summary.failed, summary.spoiled, twice(server)) == (0, 0, 0)
    assert summary.done + summary.unchanged == 60


def test_one_release_whose_folder_is_a_file_is_not_paid_for(tmp_path, server):
    """What is in the way of one verdict is in the way of no other; that release fails before its panel is asked."""
    home = make_workspace(tmp_path, 3)
    home.verdicts_folder.mkdir()
    (home.verdicts_folder / "tool-001").write_text("not a folder")
    code, out, err = finish(start(home, "releases/*.md", "--json", server=server))
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 1, err
    assert [each["reason"] for each in told[:-1] if each["state"] == "failed"] == [
        f"{home.verdicts_folder / 'tool-001'}: a file stands where a folder should be: move it away"
    ]
    assert len(questions(server)) == 8
