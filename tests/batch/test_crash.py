"""Whatever ends a run, what was paid for is kept, and what is kept is whole."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time

from tests.batch.runs import environment, finish, make_workspace, questions, run, start, twice

AT_ONCE = 10
ASKED = ("releases/*.md", "--seats", "developer,skeptic", "--at-once", AT_ONCE)


def whole(home):
    """Whether every record under ``verdicts/`` can be read, and nothing half written lies about."""
    for path in home.verdicts_folder.rglob("verdict.json"):
        json.loads(path.read_text())
        home.verdict(path.parent.name)
    return [path for path in home.root.rglob("verdict.html") if "</html>" not in path.read_text()] == []


def answered(server):
    """How many requests a server has answered."""
    return sum(done is not None for _, done in questions(server))


def wait_for(server, answers, process):
    """Wait until a server has answered so many requests, or the process has ended."""
    while process.poll() is None and answered(server) < answers:
        time.sleep(0.03)


def test_ten_kills_cost_only_the_calls_in_flight(tmp_path, server):
    """SIGKILL at ten random moments: every release gets its verdict, and only what was in flight is asked twice."""
    home, dice = make_workspace(tmp_path, 30), random.Random(7)
    in_flight = 0
    for number in range(10):
        process = start(home, *ASKED, "--workers", number % 2, server=server)
        wait_for(server, answered(server) + dice.randrange(1, 8), process)
        process.kill()
        killed = time.time()
        process.communicate()
        log = server.log()
        in_flight += sum(each["at"] <= killed and each.get("answered", killed) > killed - 0.5 for each in log)
        assert whole(home)
    summary, _, _ = run(home, at_once=AT_ONCE, seats="developer,skeptic")
    assert (summary.failed, summary.spoiled) == (0, 0)
    assert {path.parent.name for path in home.verdicts_folder.glob("*/verdict.json")} == {
        f"tool-{number:03}" for number in range(30)
    }
    assert len({question for question, _ in questions(server)}) == 60
    assert twice(server) <= in_flight
    server.reset()
    again, _, _ = run(home, seats="developer,skeptic")
    assert (again.unchanged, again.asked, server.log()) == (30, 0, [])


def test_a_killed_run_leaves_no_process_behind(tmp_path, server):
    """The processes that read the evidence end with the one that asked them."""
    home = make_workspace(tmp_path, 40)
    process = start(home, "releases/*.md", "--at-once", AT_ONCE, "--workers", 2, server=server)
    wait_for(server, 60, process)
    children = descendants(process.pid)
    process.kill()
    process.communicate()
    end = time.monotonic() + 20
    while [pid for pid in children if alive(pid)] and time.monotonic() < end:
        time.sleep(0.1)
    assert children
    assert [pid for pid in children if alive(pid)] == []


def descendants(pid):
    """The processes below one."""
    told = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    above = dict(tuple(map(int, line.split())) for line in told.splitlines())
    below = {pid}
    while more := {each for each, parent in above.items() if parent in below} - below:
        below |= more
    return below - {pid}


def alive(pid):
    """Whether a process is there, and isn't just waiting to be buried."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_runs_at_once_ask_nothing_twice(tmp_path, server):
    """Two processes on one workspace share the work: together they ask each call once."""
    home = make_workspace(tmp_path, 12)
    both = [start(home, "releases/*.md", "--at-once", 10, "--workers", 0, "--json", server=server) for _ in range(2)]
    ended = [finish(process) for process in both]
    assert [code for code, _, _ in ended] == [0, 0], ended
    sums = [json.loads(out.splitlines()[-1])["summary"] for _, out, _ in ended]
    assert sum(each["asked"] for each in sums) == 48
    assert all(each["releases"] == 12 and each["failed"] == 0 for each in sums)
    assert len(questions(server)) == 48
    assert twice(server) == 0
    assert whole(home)
    with sqlite3.connect(tmp_path / ".shipskip" / "ledger.db") as link:
        assert link.execute("select count(*) from claims").fetchone() == (0,)
    link.close()


def test_ctrl_c_finishes_what_is_under_way(tmp_path, server):
    """The first Ctrl-C begins nothing new, keeps what was begun, and says how to go on; --resume does."""
    home = make_workspace(tmp_path, 40)
    process = start(home, "releases/*.md", "--at-once", 8, "--workers", 0, server=server)
    wait_for(server, 12, process)
    process.send_signal(signal.SIGINT)
    code, out, err = finish(process)
    assert code == 130, err
    assert "Finishing what is under way" in err
    assert "shipskip batch --resume" in err
    assert "Traceback" not in err
    done = len(list(home.verdicts_folder.glob("*/verdict.json")))
    assert 0 < done < 40
    assert f"{done} releases" in out
    code, out, err = finish(start(home, "--resume", server=server))
    assert code == 0, err
    assert "40 releases in" in out
    assert f"{done} unchanged" in out
    assert twice(server) == 0


def test_a_second_ctrl_c_cancels(tmp_path, server):
    """The second Ctrl-C doesn't wait for answers; what had come is kept."""
    server.reset(latency=20)
    home = make_workspace(tmp_path, 8)
    process = start(home, "releases/*.md", "--workers", 0, server=server)
    while process.poll() is None and len(server.log()) < 2:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    code, _, err = finish(process, timeout=15)
    assert code == 130, err
    assert "answered calls are kept" in err
    assert "Traceback" not in err


def test_a_full_disk_ends_with_one_sentence(tmp_path, server):
    """Where nothing can be written any more the run stops, says so in one sentence, and leaves nothing half written."""
    home = make_workspace(tmp_path, 30)
    code = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (220_000, 220_000))\n"
        "from panel.cli import main\n"
        "sys.argv = ['shipskip', 'batch', 'releases/*.md', '--at-once', '8', '--workers', '0']\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        cwd=home.root,
        env=environment(server),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2, done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("shipskip:")]
    assert len(told) == 1
    assert "Traceback" not in done.stderr
    assert whole(home)
    assert not list(home.root.rglob("*.tmp"))
    summary, _, _ = run(home, at_once=20)
    assert (summary.failed, summary.spoiled) == (0, 0)
    assert summary.done + summary.unchanged == 30
    assert twice(server) <= 16  # in flight, or answered and waiting to be stored
