"""Kill `fix` at random moments, look at what is left, and carry on until it is done.

    python benchmarks/kill.py --files 2000 --kills 100
    python benchmarks/kill.py --corpus --records 2000 --kills 100

After every kill each file must be, byte for byte, its old or its new self; at the end all must be
as one clean run leaves them, no temporary file may be left, and `undo` must give the originals
back. Of a corpus the output must appear whole or not at all, with the bytes of one clean run.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCRAPECLEAN = [sys.executable, "-m", "scrapeclean"]
#: What is cleaned is not what this is about; quick cleaners leave more of the time to writing.
QUICK = 'cleaners = ["text_repair", "spacing"]\n'
WORDS = ("river", "council", "votes", "budget", "school", "storm", "market", "harbour", "bridge")
WIDGETS = ["Share", "TT", "Advertisement", "3 min read", "Sign up for our newsletter"]


def page(chance: random.Random) -> str:
    """Return a page of prose, with blank lines, spaces and widgets that are to go."""
    lines = []
    for _ in range(chance.randint(5, 60)):
        sentence = " ".join(chance.choices(WORDS, k=chance.randint(8, 30))).capitalize() + "."
        lines += [sentence + " " * chance.randint(0, 2), *[""] * chance.randint(0, 3)]
        lines += chance.sample(WIDGETS, k=chance.randint(0, 1))
    return chance.choice(["\n", "\r\n"]).join(lines)


def run(*arguments: str | Path, cwd: Path) -> int:
    """Run the command to its end; return its exit code."""
    call = [*SCRAPECLEAN, *map(str, arguments)]
    done = subprocess.run(call, cwd=cwd, stderr=subprocess.PIPE, text=True)
    assert done.returncode in (0, 1) or " failed\n" in done.stderr, done.stderr
    return done.returncode


def kill_once(arguments: list[str], cwd: Path, after: float) -> bool:
    """Start the command and kill it `after` seconds; return whether it ended before."""
    process = subprocess.Popen([*SCRAPECLEAN, *arguments], cwd=cwd, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False
    return True


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of `folder` by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def timed(*arguments: str | Path, cwd: Path) -> float:
    """Run the command; return how many seconds it takes."""
    began = time.perf_counter()
    assert run(*arguments, cwd=cwd) == 1
    return time.perf_counter() - began


def kill_folder(files: int, kills: int, jobs: str, seed: int) -> str:
    """Kill `fix` over a folder; return what was seen. Raises `AssertionError`."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        (work / "scrapeclean.toml").write_text(QUICK)
        (work / "old").mkdir()
        for number in range(files):
            data = page(chance).encode()
            (work / "old" / f"{number:05}.txt").write_bytes(data)
        shutil.copytree(work / "old", work / "new")
        whole = timed("fix", "new", "--jobs", jobs, cwd=work)
        old, new = contents(work / "old"), contents(work / "new")
        begun = ended = strays = 0
        shutil.copytree(work / "old", work / "it")
        call = ["fix", "it", "--jobs", jobs, "--resume", "state", "--journal", "journal"]
        left = kills
        while left:
            over = kill_once(call, work, chance.uniform(0, whole))
            ended, left = ended + over, left - (not over)
            now = contents(work / "it")
            strays += len([now.pop(name) for name in list(now) if name not in old])
            assert now.keys() == old.keys()
            assert all(data in {old[name], new[name]} for name, data in now.items())
            begun += now not in (old, new)
            if now == new:
                restart(work, old)
        run(*call, cwd=work)
        assert contents(work / "it") == new, "the end is not that of one clean run"
        assert run("fix", "it", cwd=work) == 0, "the second run finds something to do"
        assert run("undo", "journal", cwd=work) == 0
        assert contents(work / "it") == old, "undo does not give the originals back"
    return (
        f"{kills} kills, {begun} of them with some files done; {ended} runs ended before; "
        f"{strays} temporary files seen, none left"
    )


def restart(work: Path, old: dict[str, bytes]) -> None:
    """Begin anew after a run that came to its end: the clean-up of the last is checked, too."""
    run("fix", "it", "--resume", "state", "--journal", "journal", cwd=work)
    assert contents(work / "it").keys() == old.keys(), "a temporary file is left"
    assert run("undo", "journal", cwd=work) == 0
    assert contents(work / "it") == old, "undo does not give the originals back"
    (work / "journal").unlink()
    (work / "state").unlink()


def kill_corpus(records: int, kills: int, jobs: str, seed: int) -> str:
    """Kill `fix` over a corpus; return what was seen. Raises `AssertionError`."""
    import json

    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        (work / "scrapeclean.toml").write_text(QUICK)
        with (work / "in.jsonl").open("w") as file:
            for number in range(records):
                file.write(json.dumps({"id": number, "text": page(chance)}) + "\n")
                file.write("{broken\n" if number % 97 == 0 else "")
        began = time.perf_counter()
        run("fix", "in.jsonl", "-o", "new.jsonl.gz", "--jobs", jobs, cwd=work)
        whole = time.perf_counter() - began
        new = (work / "new.jsonl.gz").read_bytes()
        rejects = (work / "new.jsonl.gz.rejects.jsonl").read_bytes()
        call = ["fix", "in.jsonl", "-o", "it.jsonl.gz", "--jobs", jobs, "--resume", "state"]
        ended, left = 0, kills
        while left:
            over = kill_once(call, work, chance.uniform(0, whole))
            ended, left = ended + over, left - (not over)
            it = work / "it.jsonl.gz"
            assert not it.exists() or it.read_bytes() == new
            if it.exists():
                run(*call, cwd=work)  # a kill between the last move and the exit
                assert it.read_bytes() == new
                for name in ("it.jsonl.gz", "it.jsonl.gz.rejects.jsonl", "state"):
                    (work / name).unlink(missing_ok=True)
        run(*call, cwd=work)
        assert (work / "it.jsonl.gz").read_bytes() == new
        assert (work / "it.jsonl.gz.rejects.jsonl").read_bytes() == rejects
        assert not list(work.glob("*.partial"))
    return f"{kills} kills; {ended} runs ended before"


def main() -> None:
    """Run what the command line asks for, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--files", "--records", type=int, default=2000, dest="number")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    kill = kill_corpus if given.corpus else kill_folder
    print(kill(given.number, given.kills, given.jobs, given.seed))


if __name__ == "__main__":
    main()
