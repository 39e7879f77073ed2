#!/bin/sh
# setup.sh: makes a bare Debian 12 ready for libcop11.
#
#   ./setup.sh build   what building needs, then a build in build/ (default)
#   ./setup.sh test    also what the tests need; then run tests/run
#
# Installs Debian packages (as root, or through sudo when there is something to
# install), and fetches the source of Lua and lua-cjson into .sources/.  The
# machine's apt configuration is read and never changed.  What is there already
# is left alone, so a second run is quick and needs no network.
set -eu

# Everything a build needs; dpkg-dev unpacks the sources.
build_packages='gcc libc6-dev ninja-build cmake dpkg-dev libsodium-dev lz4'
test_packages='g++ clang clang-format libclang-rt-14-dev libcmocka-dev
  lua5.4 lua-busted lua-check valgrind python3 python3-jsonschema locales tzdata
  pkg-config ca-certificates chromium mono-mcs mono-runtime
  libnewtonsoft-json5.0-cil libjackson2-databind-java liblua5.1-0-dev liblua5.3-dev liblua5.4-dev
  libluajit-5.1-dev luajit libjna-java make ruby sqlite3 libsqlite3-dev postgresql-15
  postgresql-server-dev-15 libopenscap-dev openscap-scanner
  faketime lintian python3-openpyxl libreoffice-calc-nogui
  poppler-utils'

say() { printf 'setup: %s\n' "$*"; }
fail() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    command -v sudo >/dev/null ||
      fail "run me as root, or install sudo: packages are missing"
    sudo "$@"
  fi
}

# Prints those of the packages given that are not installed.
missing_packages() {
  for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Status} ' "$package" 2>/dev/null) ||
      state=
    case " $state" in
      *" installed "*) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

install_packages() {
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  say "installing $missing"
  # A broken third-party source of the machine must not stop us here; if the
  # packages cannot be had, the next command says so.
  as_root apt-get update -qq || say "apt-get update had problems; going on"
  # shellcheck disable=SC2086 # a list of names
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing \
    >"$work/install.log" 2>&1 || {
    cat "$work/install.log" >&2
    fail "apt-get could not install: $missing"
  }
}

# ---- sources of Lua and lua-cjson -----------------------------------------

# The machine's own "deb" entries for this Debian release, as "deb-src": same
# mirror, same keys, same options.  Written to $work/apt/.
# A suite is Debian's when it is the release's name or one of its pockets.
write_source_entries() {
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-sid}")
  names="$codename|oldstable|stable|testing|unstable|sid"
  suite="^($names)(-updates|-security|/updates)?/?\$"
  mkdir -p "$work/apt/parts" "$work/apt/lists/partial"
  eval "$(apt-config shell list Dir::Etc::sourcelist/f \
    parts Dir::Etc::sourceparts/d)"
  for file in "$list" "$parts"*.list; do
    [ -f "$file" ] && awk -v suite="$suite" '
      $1 == "deb" {
        entry = $0
        sub(/^[ \t]*deb[ \t]/, "deb-src ", entry)
        plain = entry
        sub(/\[[^]]*\]/, "", plain)
        split(plain, field)
        if (field[2] !~ /^cdrom:/ && field[3] ~ suite) print entry
      }' "$file"
  done >"$work/apt/sources.list"
  for file in "$parts"*.sources; do
    [ -f "$file" ] && awk -v suite="$suite" '
      BEGIN { RS = ""; FS = "\n" }
      {
        stanza = name = ""
        binary = ours = off = 0
        for (i = 1; i <= NF; i++) {
          if ($i ~ /^#/) continue
          value = $i
          if ($i ~ /^[^ \t]+:/) {
            name = tolower(substr($i, 1, index($i, ":") - 1))
            value = substr($i, index($i, ":") + 1)
          }
          count = split(value, word, /[ \t]+/)
          for (w = 1; w <= count; w++) {
            if (name == "types" && word[w] == "deb") binary = 1
            if (name == "suites" && word[w] ~ suite) ours = 1
            if (name == "enabled" && tolower(word[w]) ~ /^(no|false|0)$/) off = 1
          }
          stanza = stanza (name == "types" ? "Types: deb-src" : $i) "\n"
        }
        if (binary && ours && !off) print stanza
      }' "$file"
  done >"$work/apt/parts/machine.sources"
  grep -qi '^deb-src\|^types:' "$work/apt/sources.list" \
    "$work/apt/parts/machine.sources" ||
    fail "apt has no source for $codename, so Lua's source cannot be fetched;" \
      "unpack it yourself and give cmake -DCOP11_LUA_SOURCE_DIR=... and" \
      "-DCOP11_CJSON_SOURCE_DIR=..."
}

# apt-get that sees only those entries and keeps its lists to itself.
private_apt() {
  apt-get -q -o Dir::Etc::SourceList="$work/apt/sources.list" \
    -o Dir::Etc::SourceParts="$work/apt/parts" \
    -o Dir::State::Lists="$work/apt/lists" \
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    -o Acquire::Languages=none -o APT::Sandbox::User=root "$@"
}

# Is the source package $1, version $2..., unpacked and whole?
source_ready() {
  [ -f ".sources/$1/debian/changelog" ] || return 1
  read -r first <".sources/$1/debian/changelog" || return 1
  case $first in
    "$1 ($2"*) return 0 ;;
    *) return 1 ;;
  esac
}

fetch_source() {
  source_ready "$1" "$2" && return 0
  say "fetching the source of $1"
  if [ ! -d "$work/apt" ]; then
    write_source_entries
    private_apt update >"$work/update.log" 2>&1 || true
  fi
  (cd "$work" && private_apt source --only-source "$1") \
    >"$work/source.log" 2>&1 || {
    cat "$work"/update.log "$work/source.log" >&2
    fail "apt-get source $1 failed; is the network reachable?"
  }
  mkdir -p .sources
  rm -rf ".sources/$1" ".sources/$1.part"
  # One rename at the end: a run cut short leaves nothing that looks whole.
  mv "$work/$1"-*/ ".sources/$1.part"
  mv ".sources/$1.part" ".sources/$1"
  source_ready "$1" "$2" ||
    fail "the source of $1 is not version $2; it is in .sources/$1"
}

# ---- what tests need of other ecosystems -----------------------------------

# Node, Go, Rust, Java and Python from elsewhere are as good as Debian's.
language_packages() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    printf 'nodejs npm '
  command -v go >/dev/null || printf 'golang-go '
  command -v javac >/dev/null || printf 'openjdk-17-jdk-headless '
  command -v cargo >/dev/null || printf 'cargo '
  command -v mvn >/dev/null || printf 'maven '
  python3 -c 'import venv, ensurepip' 2>/dev/null || printf 'python3-venv '
}

# npm ci in this folder; what it says stands in $work/npm.log.
npm_install() {
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
    --fetch-retries=1 --fetch-retry-mintimeout=1000 \
    --fetch-timeout=20000 >"$work/npm.log" 2>&1
}

koffi_ready() {
  node -e 'const want = require("./package.json").dependencies.koffi;
    process.exit(require("koffi").version === want ? 0 : 1)' 2>/dev/null
}

# koffi calls C from Node.  Without it one test fails, and says so; a machine
# that cannot reach npm's registry still runs everything else.
install_koffi() (
  cd tests/hosts/node
  koffi_ready && return 0
  say "installing koffi with npm"
  npm_install && koffi_ready ||
    say "npm could not install koffi, so the Node.js test will fail:" \
      "$(grep -m1 -i 'failed\|error' "$work/npm.log" || true)"
)

# The tools that read schemas and forms, in tests/forms: node_modules/ and .venv/.
# Each holds a copy of the file it was made from, so that a second run is quick.
# Without them the tests named forms.* fail, and command.test_formats.sh, which holds
# what lint writes to the published schema of SARIF.
install_form_tools() (
  cd tests/forms
  cmp -s package-lock.json node_modules/.made-from || {
    say "installing the tools of tests/forms with npm"
    npm_install && cp package-lock.json node_modules/.made-from ||
      say "npm could not install them: $(grep -m1 -i 'failed\|error' \
        "$work/npm.log" || true)"
  }
  cmp -s requirements.txt .venv/made-from || {
    say "installing the tools of tests/forms with pip"
    python3 -m venv --clear .venv &&
      .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --require-virtualenv -r requirements.txt >"$work/pip.log" 2>&1 &&
      cp requirements.txt .venv/made-from ||
      say "pip could not install them: $(tail -n1 "$work/pip.log" || true)"
  }
)

# What builds and checks the bindings, in .sources/bindings.  Without it the tests
# named bindings.* fail.
install_binding_tools() (
  room=.sources/bindings
  mkdir -p "$room"
  cmp -s tests/bindings/requirements.txt "$room/venv/made-from" || {
    say "installing the tools of tests/bindings with pip"
    python3 -m venv --clear "$room/venv" &&
      "$room/venv/bin/python" -m pip install --quiet \
        --disable-pip-version-check --require-virtualenv \
        -r tests/bindings/requirements.txt >"$work/pip.log" 2>&1 &&
      cp tests/bindings/requirements.txt "$room/venv/made-from" ||
      say "pip could not install them: $(tail -n1 "$work/pip.log" || true)"
  }
)

# NIST's JSON schemas of OSCAL, out of the jar that carries them, in .sources/exports.
# Without them the test named bindings.oscal fails.
install_oscal_schemas() (
  room=.sources/exports
  version=5.2.0
  [ -f "$room/oscal-$version" ] && return 0
  say "fetching OSCAL's schemas with mvn"
  mkdir -p "$room"
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:2.8:copy \
    -Dartifact=dev.metaschema.oscal:liboscal-java:$version \
    -DoutputDirectory="$work/oscal" >"$work/mvn.log" 2>&1 &&
    python3 -m zipfile -e "$work/oscal/liboscal-java-$version.jar" "$work/oscal" &&
    cp "$work"/oscal/schema/json/oscal-*_schema.json "$room" &&
    touch "$room/oscal-$version" ||
    say "mvn could not fetch them: $(grep -m1 ERROR "$work/mvn.log" || true)"
)

# ---- the build -------------------------------------------------------------

build() {
  # From the environment, the generator holds for a new build/ only.
  CMAKE_GENERATOR=Ninja cmake -S . -B build >"$work/cmake.log" 2>&1 || {
    cat "$work/cmake.log" >&2
    fail "cmake could not configure build/"
  }
  cmake --build build >"$work/cmake.log" 2>&1 || {
    grep -v '^\[[0-9]' "$work/cmake.log" >&2
    fail "the build failed"
  }
  say "ready: build/cop11 and build/libcop11.so"
}

tier=${1:-build}
case $tier in
  build | test) ;;
  *) fail "say ./setup.sh build or ./setup.sh test" ;;
esac
command -v apt-get >/dev/null ||
  fail "this needs Debian's apt-get; README.md says under Elsewhere what to install"

unset CDPATH
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# shellcheck disable=SC2046,SC2086 # lists of names
if [ "$tier" = test ]; then
  install_packages $build_packages $test_packages $(language_packages)
else
  install_packages $build_packages
fi
fetch_source lua5.4 5.4.
fetch_source lua-cjson 2.1.0
if [ "$tier" = test ]; then
  install_koffi
  install_form_tools
  install_binding_tools
  install_oscal_schemas
else
  build
fi
