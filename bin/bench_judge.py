"""How fast the judge is: one warm case and submissions of ten cases, beside bare processes and DMOJ where it is installed.

`make bench-judge`, or `python bin/bench_judge.py [rounds]`. DMOJ is taken from DMOJ=/path/to/its/python when given.
All are measured in turns, so that a busy machine is busy for all of them; medians are printed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from assessments.judge.configuration import Configuration
from assessments.judge.local import LocalJudge
from interviewer.integrations.judge.port import Case, JudgeRequest, Verdict

PROGRAMS = {
    "python": "a, b = map(int, input().split())\nprint(a + b)\n",
    "c": '#include <stdio.h>\nint main(void) { int a, b; scanf("%d %d", &a, &b); printf("%d\\n", a + b); }\n',
    "cpp": "#include <bits/stdc++.h>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }\n",
}
COMPILERS = {"c": ["gcc", "-O2", "-static"], "cpp": ["g++", "-O2", "-static"]}
CASES = tuple(Case(str(n), f"{n} 2\n".encode(), f"{n + 2}\n".encode()) for n in range(10))
#: A program that takes 60 % of its limit: its verdict must not depend on what else the machine does.
CLOSE = "import time\nuntil = time.process_time() + 0.12\nwhile time.process_time() < until: pass\nprint(3)\n"

DMOJ_RUN = """
import sys, time
from dmoj import executors, judgeenv
judgeenv.env["tempdir"] = sys.argv[1]
judgeenv.env["runtime"] = {"python3": "/usr/bin/python3", "gcc": "/usr/bin/gcc", "g++17": "/usr/bin/g++"}
executors.load_executors()
from dmoj.executors import executors as known
name, source, rounds = sys.argv[2], open(sys.argv[3], "rb").read(), int(sys.argv[4])
for _ in range(rounds):
    began = time.perf_counter()
    program = known[name].Executor("sum", source)
    for n in range(10):
        running = program.launch(time=2, memory=262144, stdin=-1, stdout=-1, stderr=-1)
        out, _ = running.communicate(f"{n} 2\\n".encode())
        assert out.strip() == str(n + 2).encode(), out
    program.cleanup()
    print("took", time.perf_counter() - began)
"""


def timed(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def command_for(language: str, folder: Path) -> list[str]:
    """The program as an ordinary process."""
    source = folder / f"main.{language}"
    source.write_text(PROGRAMS[language])
    if language == "python":
        return ["/usr/bin/python3", "-I", str(source)]
    made = folder / f"main-{language}"
    kind = "c++" if language == "cpp" else "c"
    subprocess.run([*COMPILERS[language], "-x", kind, "-o", str(made), str(source)], check=True)
    return [str(made)]


def measure(judge: LocalJudge, language: str, folder: Path, rounds: int) -> str:
    """One line of the table."""
    command, source = command_for(language, folder), PROGRAMS[language]
    one, ten = JudgeRequest(source, language, CASES[:1]), JudgeRequest(source, language, CASES)
    assert judge.judge(ten).verdict is Verdict.AC

    def bare(case: Case) -> None:
        subprocess.run(command, input=case.stdin, capture_output=True, check=True)

    times: dict[str, list[float]] = {name: [] for name in ("bare", "ours", "bare ten", "ours ten")}
    with ThreadPoolExecutor(judge_slots()) as pool:
        for _ in range(rounds):
            for _ in range(5):
                times["bare"].append(timed(lambda: bare(CASES[0])))
                times["ours"].append(timed(lambda: judge.judge(one)))
            times["bare ten"].append(timed(lambda: list(pool.map(bare, CASES))))
            times["ours ten"].append(timed(lambda: judge.judge(ten)))
    middle = {name: statistics.median(values) for name, values in times.items()}
    return (
        f"{language:<8} {middle['bare'] * 1000:>9.1f} {middle['ours'] * 1000:>9.1f} "
        f"{1 / middle['bare ten']:>12.1f} {1 / middle['ours ten']:>12.1f} "
        f"{middle['bare ten'] / middle['ours ten']:>7.2f} {dmoj(language, folder, rounds):>9}"
    )


def judge_slots() -> int:
    """As many at once as the judge does."""
    return len(os.sched_getaffinity(0))


def dmoj(language: str, folder: Path, rounds: int) -> str:
    """DMOJ's submissions in a second, or a dash where it is not installed."""
    python = os.environ.get("DMOJ", "")
    name = {"python": "PY3", "c": "C", "cpp": "CPP17"}[language]
    if not python:
        return "-"
    source = folder / f"main.{language}"
    arguments = [str(folder), name, str(source), str(max(3, rounds // 4))]
    done = subprocess.run([python, "-c", DMOJ_RUN, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return "failed"
    took = [float(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("took ")]
    return f"{1 / statistics.median(took):.1f}"


def stability(judge: LocalJudge, runs: int) -> str:
    """Whether a program at 60 % of its limit keeps its verdict while another core is busy."""
    from datetime import timedelta

    from interviewer.integrations.judge.port import Limits

    limits = Limits(cpu=timedelta(milliseconds=225), wall=timedelta(seconds=5))
    request = JudgeRequest(CLOSE, "python", (Case("1", b"", b"3\n"),), limits)
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        verdicts = [judge.judge(request).verdict for _ in range(runs)]
    finally:
        busy.kill()
        busy.wait()
    other = runs - verdicts.count(Verdict.AC)
    return f"{runs} runs at 60 % of the limit beside a busy core: {other} verdicts other than AC"


def main() -> int:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory(prefix="bench-judge-") as name:
        folder = Path(name)
        judge = LocalJudge(Configuration(folder / "judge"))
        state = judge.health()
        if not state.ready:
            print(f"{state.reason} {state.remedy}", file=sys.stderr)
            return 1
        print(f"{'':<8} {'one warm case, ms':^19} {'ten cases, submissions/s':^33} {'DMOJ':>9}")
        print(f"{'':<8} {'bare':>9} {'ours':>9} {'bare':>12} {'ours':>12} {'ratio':>7} {'sub/s':>9}")
        for language in PROGRAMS:
            print(measure(judge, language, folder, rounds), flush=True)
        print(stability(judge, runs=200 if rounds >= 20 else 20))
        judge.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
