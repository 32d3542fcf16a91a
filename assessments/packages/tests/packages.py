"""Small packages in both formats, for tests."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

SUM_TEX = r"""\problemname{A Sum}
Given are two integers $a$ and $b$ with $|a|, |b| \le 10^9$. Print $$a + b.$$
\begin{itemize}
\item \textbf{both} may be negative % a remark
\item they may be \emph{equal}
\end{itemize}
\illustration{0.3}{apple.png}{Apples to be added}
\begin{Input}
One line with $a$ and $b$.
\end{Input}
\begin{Output}
Their sum, \texttt{a+b}.
\end{Output}
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000"
    "0500015a4d7aa80000000049454e44ae426082"
)
LEGACY: dict[str, str | bytes] = {
    "problem.yaml": "name: A Sum\nlimits:\n  memory: 256\n",
    ".timelimit": "1\n",
    "problem_statement/problem.en.tex": SUM_TEX,
    "problem_statement/apple.png": PNG,
    "data/sample/1.in": "1 2\n",
    "data/sample/1.ans": "3\n",
    "data/secret/01.in": "-5 5\n",
    "data/secret/01.ans": "0\n",
    "data/secret/02.in": "1000000000 1000000000\n",
    "data/secret/02.ans": "2000000000\n",
    "input_validators/check.py": "exit(42)\n",
    "submissions/accepted/right.py": "print(sum(map(int, input().split())))\n",
    "submissions/accepted/right.cpp": "#include <iostream>\nint main(){long long a,b;std::cin>>a>>b;std::cout<<a+b;}",
    "submissions/wrong_answer/difference.py": "a, b = map(int, input().split())\nprint(a - b)\n",
    "submissions/run_time_error/fails.py": "print(1 // 0)\n",
    "submissions/time_limit_exceeded/slow.py": "while True: pass\n",
    "submissions/accepted/old.pas": "begin end.",
}
INTERACTIVE: dict[str, str | bytes] = {
    "problem.yaml": "problem_format_version: 2023-07\nname:\n  en: Guess\ntype: interactive\nuuid: 1\n"
    "limits:\n  time_limit: 1\n",
    "statement/problem.en.md": "Guess a number between 1 and 1000.\n\n{{remainingsamples}}\n",
    "data/sample/1.in": "1000 7\n",
    "data/sample/1.ans": "",
    "data/secret/a.in": "1000 613\n",
    "data/secret/a.ans": "",
    "data/secret/b.in": "1000 1\n",
    "data/secret/b.ans": "",
    "output_validator/play.py": """
import sys
upper, secret = map(int, open(sys.argv[1]).read().split())
for _ in range(10):
    word = sys.stdin.readline().strip()
    if not word.isdigit():
        sys.exit(43)
    if int(word) == secret:
        print("correct", flush=True)
        sys.exit(42)
    print("lower" if int(word) > secret else "higher", flush=True)
sys.exit(43)
""",
    "submissions/accepted/bisect.py": """
low, high = 1, 1000
while True:
    middle = (low + high) // 2
    print(middle, flush=True)
    said = input()
    if said == "correct":
        break
    low, high = (low, middle - 1) if said == "lower" else (middle + 1, high)
""",
    "submissions/wrong_answer/count.py": "n = 0\nwhile True:\n    n += 1\n    print(n, flush=True)\n"
    "    if input() == 'correct': break\n",
}
CUSTOM: dict[str, str | bytes] = {
    "problem.yaml": "problem_format_version: 2023-07-draft\nname: Two Summands\ntype: scoring\n"
    "limits: {time_limit: 1.5, memory: 128}\n",
    "statement/problem.en.md": "Write $n$ as a sum of two positive integers.\n",
    "data/test_group.yaml": "output_validator_args: [--lenient]\n",
    "data/sample/1.in": "5\n",
    "data/sample/1.ans": "2 3\n",
    "data/secret/group1/test_group.yaml": "max_score: 30\noutput_validator_args: [--strict]\n",
    "data/secret/group1/1.in": "9\n",
    "data/secret/group1/1.ans": "4 5\n",
    "data/secret/group1/2.in": "10\n",
    "data/secret/group1/2.ans": "5 5\n",
    "data/secret/group2/test_group.yaml": "max_score: 70\nscore_aggregation: sum\n",
    "data/secret/group2/1.in": "100000\n",
    "data/secret/group2/1.ans": "1 99999\n",
    "output_validator/rules.h": "#pragma once\nstatic const int YES = 42, NO = 43;\n",
    "output_validator/check.cpp": """
#include <fstream>
#include <iostream>
#include <string>
#include "rules.h"
int main(int argc, char **argv) {
    std::ifstream in(argv[1]);
    std::ofstream message(std::string(argv[3]) + "judgemessage.txt");
    long long n, a, b;
    in >> n;
    message << argv[4];
    if (!(std::cin >> a >> b)) return NO;
    return a > 0 && b > 0 && a + b == n ? YES : NO;
}
""",
    "submissions/submissions.yaml": "mixed/*:\n  permitted: [AC, WA]\n  required: [WA]\n",
    "submissions/accepted/one.py": "n = int(input())\nprint(1, n - 1)\n",
    "submissions/mixed/small.py": "n = int(input())\nprint(1, n - 1 if n < 100 else 0)\n",
}


def raw(package: dict[str, str | bytes]) -> dict[str, bytes]:
    """The package as it is read."""
    return {name: text.encode() if isinstance(text, str) else text for name, text in package.items()}


def write(package: dict[str, str | bytes], folder: Path) -> Path:
    """The package as a folder."""
    for name, content in raw(package).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def zipped(package: dict[str, str | bytes], top: str = "asum/") -> io.BytesIO:
    """The package as a zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in raw(package).items():
            archive.writestr(f"{top}{name}", content)
    return stream
