# What the product takes from the system (Debian and Ubuntu names), and how it gets there. Sourced by bin/setup.

# Each line: package, then what is missing without it.
RUNTIME_PACKAGES="
libpango-1.0-0|PDF reports
libpangoft2-1.0-0|PDF reports
libharfbuzz-subset0|PDF reports
fonts-noto-core|PDF reports in Indian, Arabic and other scripts
fonts-droid-fallback|PDF reports in Chinese and Japanese
fonts-nanum|PDF reports in Korean
gcc|judging code
g++|judging C++
libc6-dev|judging code
ffmpeg|players that can seek in recordings
espeak-ng|a voice on the server (the browser's own is used instead)
"
# Languages that candidates can choose beside Python, C, C++ and SQL: command, package, name. The first three are
# installed by setup (LANGUAGES=off leaves them out), all of them by `make languages`. A language that was installed
# in another way is left alone.
LANGUAGES_BY_DEFAULT="
node|nodejs|JavaScript
javac|default-jdk-headless|Java
go|golang-go|Go
"
LANGUAGES_ON_REQUEST="
npm|npm|TypeScript
rustc|rustc|Rust
kotlinc|kotlin|Kotlin
mcs|mono-mcs|C#
"
TEST_PACKAGES="
poppler-utils|tests that read PDF reports back
"

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

has_browser() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$name" ] && command -v "$name" >/dev/null; then return 0; fi
    done
    return 1
}

# Prints the packages of languages that are not there, as missing_packages does.
missing_languages() {
    local list="" command package name
    [ "${LANGUAGES:-default}" = off ] || list=$LANGUAGES_BY_DEFAULT
    [ "${LANGUAGES:-default}" != all ] || list+=$LANGUAGES_ON_REQUEST
    while IFS='|' read -r command package name; do
        [ -n "$command" ] || continue
        command -v "$command" >/dev/null || [ -x "$HOME/.cargo/bin/$command" ] || echo "$package|programs in $name"
    done <<<"$list"
}

# Prints the names of the packages that are not there, each with what is missing without it.
missing_packages() {
    local list=$RUNTIME_PACKAGES line
    [ "$1" = --tests ] && list+=$TEST_PACKAGES
    while IFS= read -r line; do
        if [ -n "$line" ] && ! is_installed "${line%%|*}"; then echo "$line"; fi
    done <<<"$list"
    missing_languages
    # Ubuntu's "chromium" is a snap, which neither containers nor automated tests can use.
    if [ "$1" = --tests ] && ! has_browser && ! grep -q '^ID=ubuntu' /etc/os-release; then
        echo "chromium|tests in the browser"
    fi
}

# As root installs the packages given; otherwise does nothing and fails.
install_packages() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=180)
    "${apt[@]}" install -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return
    "${apt[@]}" update </dev/null >/dev/null 2>&1 || true
    "${apt[@]}" install -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return
    # One name that this release does not know must not take the others with it.
    local package failed=0
    for package in "$@"; do
        "${apt[@]}" install -y --no-install-recommends "$package" </dev/null >/dev/null 2>&1 || failed=1
    done
    return $failed
}

install_missing() {
    if ! command -v dpkg-query >/dev/null; then
        note "Not a Debian system: docs/install.md lists what the product takes from the system."
        return
    fi
    local missing names
    missing=$(missing_packages "$1")
    if [ -n "$missing" ]; then
        names=$(cut -d'|' -f1 <<<"$missing" | tr '\n' ' ')
        if [ "$(id -u)" = 0 ]; then
            say "Installing system packages: $names"
            # shellcheck disable=SC2086
            install_packages $names || true
            missing=$(missing_packages "$1")
        fi
    fi
    [ -n "$missing" ] || return 0
    note "These system packages are not there; the product runs without: $(cut -d'|' -f2 <<<"$missing" | sort -u | paste -sd';' | sed 's/;/; /g')"
    note "To add them:  sudo apt-get install -y $(cut -d'|' -f1 <<<"$missing" | paste -sd' ')"
}
