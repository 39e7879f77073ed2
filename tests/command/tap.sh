# shellcheck shell=sh
# Sourced by every test_*.sh, each started as `test_x.sh COP11`: prints TAP, and
# gives each test a folder of its own, $work, which is removed at the end.
set -u
unset CDPATH NO_COLOR
export LC_ALL=C TERM=dumb
cop11=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
count=0
failures=0
status=

# run ARGUMENT... : the command; leaves $status, out and err
run() {
  "$cop11" "$@" >out 2>err </dev/null
  status=$?
}

# run_as_anyone ARGUMENT... : the same without root's leave to read and write
# everything, so that permissions hold for root too
run_as_anyone() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --bounding-set -dac_override,-dac_read_search \
      "$cop11" "$@" >out 2>err </dev/null
  else
    "$cop11" "$@" >out 2>err </dev/null
  fi
  status=$?
}

# ok NAME CONDITION... : one test, whether the condition holds
ok() {
  name=$1
  shift
  count=$((count + 1))
  if "$@"; then
    echo "ok $count - $name"
  else
    failures=$((failures + 1))
    echo "not ok $count - $name"
    echo "# status $status"
    for file in out err; do
      [ -f $file ] && head -n 5 $file | cut -c 1-200 | sed "s/^/# $file: /"
    done
  fi
}

# ends NAME STATUS : how the last run ended
ends() {
  ok "$1" test "$status" = "$2"
}

holds() { grep -qF -- "$2" "$1"; }
lacks() { ! grep -qF -- "$2" "$1"; }
same() { cmp -s "$1" "$2"; }
is_empty() { [ ! -s "$1" ]; }

# fails NAME TEXT : the last run ended with 2, one line of messages that holds
# the text, and nothing on standard output
fails() {
  ok "$1" failed_with "$2"
}
failed_with() {
  [ "$status" = 2 ] && is_empty out && [ "$(wc -l <err)" = 1 ] &&
    holds err "cop11: " && holds err "$1"
}

finish() {
  echo "1..$count"
  [ $failures = 0 ]
  exit
}

# write_pack FOLDER : rules in which nothing is wrong, with one check: where
# there are doors, all are locked.
write_pack() {
  mkdir -p "$1"
  cat >"$1/rules.examples.lua" <<'EOF'
examples "1.1" {
  { gives = "conformance", because = "all are locked",
    facts = { "doors.used is yes", "doors.locked is all" } },
  { gives = "minor-nonconformance", because = "some are open",
    facts = { "doors.used is yes", "doors.locked is some" } },
  { gives = "major-nonconformance", because = "all are open",
    facts = { "doors.used is yes", "doors.locked is none" } },
  { gives = "insufficient-evidence", because = "nobody tried",
    facts = { "doors.used is yes" } },
  { gives = "not-applicable", because = "there are none",
    facts = { "doors.used is no" } },
}
EOF
  cat >"$1/rules.lua" <<'EOF'
pack {
  title = "Doors", edition = "test", version = "1", notice = "Only a test.",
}
ratings {
  source = "the test",
  shall  = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  beyond = { lapse = "observation", absent = "observation" },
}
point "R1" { strength = "shall", says = "Doors are locked." }
fact "member.id" { type = "text", ask = "Who is it?" }
fact "member.name" { type = "text", ask = "What is it called?" }
fact "assessment.date" { type = "date", future = true, ask = "When?" }
fact "facility.id" { type = "text", ask = "By which id is it known?" }
fact "doors.locked" {
  type = "choice", values = { "all", "some", "none" },
  ask  = "Are the doors locked?",
}
fact "doors.used" { type = "yes/no", ask = "Are there doors?" }
fact "doors.code" { type = "text", sensitive = true, ask = "Which code?" }
provision "1" {
  title = "Doors", applies = "doors.used is yes",
  not_applicable = "There are no doors.",
}
check "1.1" {
  title  = "Doors are locked", points = { "R1" },
  expect = { "doors.locked is all",
    otherwise = "Not all doors are locked: {doors.locked}; code "
      .. "{doors.code}." },
  ask    = "Try the doors.", remedy = "Lock the doors.",
}
EOF
}

# write_dossier FILE DOORS : a dossier with one facility and these facts
write_dossier() {
  cat >"$1" <<EOF
{ "format": "cop11.dossier/1", "assessment": { "date": "2013-11-30" },
  "member": { "id": "M-1", "name": "Gold Ltd" },
  "facilities": { "complete": true, "items": [
    { "id": "pit", "doors": { $2 } } ] } }
EOF
}
