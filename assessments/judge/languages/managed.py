"""Languages with a run-time of their own that sets memory aside: Java, Kotlin, C#."""

from __future__ import annotations

from pathlib import Path

from assessments.judge.languages.entry import Found, Language
from assessments.judge.languages.finding import existing, only_at_home, system_tool, version_in
from assessments.judge.languages.java import names_of

JVM = (
    *("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-UseContainerSupport", "-Xshare:auto"),
    # Its warnings would be printed among the program's own words, and become a wrong answer.
    *("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr"),
)
RUN_JVM = (*JVM, "-XX:ReservedCodeCacheSize=48m", "-Xss64m", "-Xms16m", "-Xmx{heap}m")
COMPILE_JVM = (*JVM, "-XX:TieredStopAtLevel=1", "-Xss64m", "-Xmx{heap}m")
OUT_OF_MEMORY = (
    "java.lang.OutOfMemoryError",
    "insufficient memory for the Java Runtime",
    "Could not reserve",
)


def find_java(language: Language) -> Found | None:
    """A JDK: javac beside java. Debian keeps a part of its settings in /etc."""
    found = system_tool(language)
    if found is None or not Path(found.tool).with_name("java").exists():
        return None
    settings = tuple(only_at_home(path) for path in existing(("/etc/java-*-openjdk",)))
    return Found(str(Path(found.tool).with_name("java")), found.version, binds=settings)


JAVA = Language(
    slug="java",
    name="Java",
    syntax="java",
    source="Main.java",
    package="sudo apt-get install -y default-jdk-headless",
    find=find_java,
    tools=("/usr/bin/javac", "/usr/local/bin/javac", "/usr/lib/jvm/*/bin/javac"),
    names=names_of,
    compile=(
        *("{tool}", *COMPILE_JVM, "-m", "jdk.compiler/com.sun.tools.javac.Main"),
        *("-proc:none", "-nowarn", "-Xlint:none", "-encoding", "UTF-8", "-d", "/box/classes", "{source}"),
    ),
    run=("{tool}", *RUN_JVM, "-cp", "/app/main.jar", "{entry}"),
    template=(
        "import java.util.*;\n\npublic class Main {\n    public static void main(String[] args) {\n"
        "        Scanner in = new Scanner(System.in);\n    }\n}\n"
    ),
    artefact="main.jar",
    export="classes",
    cpu_factor=1.5,
    processes=64,
    reserves=True,
    out_of_memory=OUT_OF_MEMORY,
)


def find_kotlin(language: Language) -> Found | None:
    """Kotlin's compiler is a library of Java programs: a JVM of the system and a folder with the library."""
    java = find_java(JAVA)
    if java is None:
        return None
    for library in existing(language.tools):
        home = Path(library).parents[1]
        if not (home / "lib" / "kotlin-stdlib.jar").exists():
            continue
        version = home / "build.txt"
        # Starting the compiler to ask takes two seconds; Debian has the version in the library's file name.
        said = version.read_text() if version.exists() else Path(library).resolve().name
        seen = () if str(home).startswith("/usr/") else (only_at_home(home),)
        return Found(java.tool, version_in(said), binds=(*java.binds, *seen), home=str(home))
    return None


KOTLIN_HOMES = ("/opt/kotlinc", "/usr/local/kotlinc", "/usr/share/kotlin/kotlinc")

KOTLIN = Language(
    slug="kotlin",
    name="Kotlin",
    syntax="kotlin",
    source="main.kt",
    package="sudo apt-get install -y kotlin",
    find=find_kotlin,
    tools=tuple(f"{home}/lib/kotlin-compiler.jar" for home in KOTLIN_HOMES),
    compile=(
        *("{tool}", *COMPILE_JVM, "-cp", "{home}/lib/kotlin-preloader.jar"),
        *("org.jetbrains.kotlin.preloading.Preloader", "-cp", "{home}/lib/kotlin-compiler.jar"),
        *("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-kotlin-home", "{home}", "-nowarn"),
        *("-include-runtime", "-d", "/box/main.jar", "{source}"),
    ),
    run=("{tool}", *RUN_JVM, "-jar", "/app/main.jar"),
    template="fun main() {\n    val lines = generateSequence(::readLine).toList()\n}\n",
    artefact="main.jar",
    cpu_factor=1.5,
    compile_factor=3.0,
    processes=64,
    reserves=True,
    out_of_memory=OUT_OF_MEMORY,
)


def find_csharp(language: Language) -> Found | None:
    """Mono: its compiler is a program for its own run-time."""
    compiler, mono = existing(("/usr/lib/mono/4.5/mcs.exe",)), system_tool(language)
    if not compiler or mono is None:
        return None
    settings = tuple(only_at_home(path) for path in existing(("/etc/mono",)))
    return Found(mono.tool, mono.version, binds=settings)


CSHARP = Language(
    slug="csharp",
    name="C# (Mono)",
    syntax="csharp",
    source="main.cs",
    package="sudo apt-get install -y mono-mcs",
    find=find_csharp,
    tools=("/usr/bin/mono", "/usr/bin/mono-sgen"),
    compile=(
        *("{tool}", "/usr/lib/mono/4.5/mcs.exe", "-optimize+", "-nologo", "-warn:0", "-r:System.Numerics"),
        *("-out:/box/main.exe", "{source}"),
    ),
    run=("{tool}", "/app/main.exe"),
    template="using System;\n\nclass Program\n{\n    static void Main()\n    {\n    }\n}\n",
    artefact="main.exe",
    cpu_factor=1.5,
    processes=64,
    reserves=True,
    out_of_memory=("System.OutOfMemoryException", "Out of memory"),
)
