"""One honest program for each language in several kinds: sums its input, waits for ever, fails, is no program."""

from __future__ import annotations

#: Read two numbers, print their sum.
SUMS = {
    "python": "print(sum(map(int, input().split())))\n",
    "c": '#include <stdio.h>\nint main(void) { int a, b; scanf("%d %d", &a, &b); printf("%d\\n", a + b); }\n',
    "cpp": "#include <bits/stdc++.h>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }\n",
    "java": (
        "import java.util.*;\npublic class Sum { public static void main(String[] a) {\n"
        "Scanner s = new Scanner(System.in); System.out.println(s.nextInt() + s.nextInt()); } }\n"
    ),
    "javascript": (
        'const [a, b] = require("fs").readFileSync(0, "utf8").split(" ").map(Number);\nconsole.log(a + b);\n'
    ),
    "typescript": (
        'import { readFileSync } from "fs";\nconst numbers: number[] = readFileSync(0, "utf8").split(" ").map(Number);\n'
        "console.log(numbers[0] + numbers[1]);\n"
    ),
    "go": 'package main\nimport "fmt"\nfunc main() { var a, b int; fmt.Scan(&a, &b); fmt.Println(a + b) }\n',
    "rust": (
        "fn main() { let mut s = String::new(); std::io::stdin().read_line(&mut s).unwrap();\n"
        'let n: i64 = s.split_whitespace().map(|w| w.parse::<i64>().unwrap()).sum(); println!("{}", n); }\n'
    ),
    "kotlin": 'fun main() { println(readLine()!!.split(" ").map { it.toInt() }.sum()) }\n',
    "csharp": (
        "using System; using System.Linq;\nclass P { static void Main() {\n"
        "Console.WriteLine(Console.ReadLine().Split(' ').Select(int.Parse).Sum()); } }\n"
    ),
    "sql": "SELECT sum(n) FROM numbers;\n",
}

LOOPS = {
    "python": "while True: pass\n",
    "c": "int main(void) { for (volatile long i = 0;; i++); }\n",
    "cpp": "int main() { for (volatile long i = 0;; i = i + 1); }\n",
    "java": "class Main { public static void main(String[] a) { long i = 0; while (true) i++; } }\n",
    "javascript": "for (;;) ;\n",
    "typescript": "for (;;) ;\n",
    "go": "package main\nfunc main() { for { } }\n",
    "rust": "fn main() { let mut i = 0u64; loop { i = std::hint::black_box(i.wrapping_add(1)); } }\n",
    "kotlin": "fun main() { var i = 0L; while (true) i++ }\n",
    "csharp": "class P { static void Main() { long i = 0; while (true) i++; } }\n",
    "sql": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;\n",
}

#: Each takes memory that it uses, for ever.
HOGS = {
    "python": "kept = []\nwhile True: kept.append(bytearray(1 << 20))\n",
    "c": "#include <stdlib.h>\n#include <string.h>\nint main(void) { for (;;) { char *p = malloc(1 << 20); if (!p) return 1; memset(p, 1, 1 << 20); } }\n",
    "cpp": "#include <vector>\nint main() { std::vector<std::vector<char>> kept; for (;;) kept.emplace_back(1 << 20, 'x'); }\n",
    "java": (
        "import java.util.*;\nclass Main { public static void main(String[] a) {\n"
        "List<byte[]> kept = new ArrayList<>(); while (true) kept.add(new byte[1 << 20]); } }\n"
    ),
    "javascript": "const kept = [];\nfor (;;) kept.push(new Array(100000).fill(kept.length + 0.5));\n",
    "typescript": "const kept: number[][] = [];\nfor (;;) kept.push(new Array<number>(100000).fill(kept.length + 0.5));\n",
    "go": (
        "package main\nfunc main() { var kept [][]byte; for { b := make([]byte, 1<<20);\n"
        "for i := range b { b[i] = 1 }; kept = append(kept, b) } }\n"
    ),
    "rust": "fn main() { let mut kept = Vec::new(); loop { kept.push(std::hint::black_box(vec![1u8; 1 << 20])); } }\n",
    "kotlin": "fun main() { val kept = ArrayList<ByteArray>(); while (true) kept.add(ByteArray(1 shl 20)) }\n",
    "csharp": (
        "using System.Collections.Generic;\nclass P { static void Main() { var kept = new List<byte[]>();\n"
        "while (true) { var b = new byte[1 << 20]; for (int i = 0; i < b.Length; i += 4096) b[i] = 1; kept.Add(b); } } }\n"
    ),
    "sql": (
        "CREATE TABLE kept AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT i, zeroblob(100000) FROM n;\n"
    ),
}

FAILURES = {
    "python": "raise SystemExit(3)\n",
    "c": "int main(void) { return 3; }\n",
    "cpp": "int main() { throw 3; }\n",
    "java": 'class Main { public static void main(String[] a) { throw new IllegalStateException("no"); } }\n',
    "javascript": 'throw new Error("no");\n',
    "typescript": 'throw new Error("no");\n',
    "go": 'package main\nfunc main() { panic("no") }\n',
    "rust": 'fn main() { panic!("no"); }\n',
    "kotlin": 'fun main() { throw IllegalStateException("no") }\n',
    "csharp": 'class P { static void Main() { throw new System.Exception("no"); } }\n',
    "sql": "SELECT * FROM nowhere;\n",
}

#: No programs of their language, each by its second line.
BROKEN = {
    "python": "n = 1\nn = = 2\n",
    "c": "int main(void)\n{ return x; }\n",
    "cpp": "int main()\n{ return x; }\n",
    "java": "class Main {\n int n = x; }\n",
    "javascript": "const n = 1;\nconst = 2;\n",
    "typescript": 'const n: number = 1;\nconst m: string = n * "2";\n',
    "go": "package main\nfunc main() { x = 1 }\n",
    "rust": "fn main() {\n x = 1; }\n",
    "kotlin": "fun main() {\n x = 1 }\n",
    "csharp": "class P { static void Main() {\n x = 1; } }\n",
    "sql": "SELECT 1;\nSELEC 2;\n",
}

SQL_TABLE = b"CREATE TABLE numbers(n INTEGER); INSERT INTO numbers VALUES (40), (2);"


def sum_input(language: str) -> bytes:
    """40 and 2, as the language's cases give them."""
    return SQL_TABLE if language == "sql" else b"40 2\n"
