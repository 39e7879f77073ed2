#!/bin/sh
# lapses: on which days something ceases to hold.
. "$(dirname "$0")/tap.sh"
write_pack pack
cat >>pack/rules.lua <<'EOF'
fact "doors.tried" { type = "date", ask = "When were they last tried?" }
check "1.2" {
  title  = "Doors are tried", points = { "R1" },
  expect = { "doors.tried is within 3 months of today",
    otherwise = "They were last tried long ago: {doors.tried}." },
  ask    = "Try the doors.", remedy = "Try them again.",
}
EOF
write_dossier mine.json '"used": true, "locked": "all", "tried": "2013-10-31"'

run lapses mine.json --rules pack --until 2014-03-31
ends "something that lapses ends with 1" 1
ok "on the first day that it no longer holds" test "$(sed -n '/^2014-/p' out)" = 2014-02-01
ok "under the notice" holds out "Only a test."
ok "with the check" holds out "1.2  Doors are tried (facility pit)"
ok "with what was" holds out "Was: conformance, stated"
ok "with what is" holds out "Now: minor non-conformance, stated"
ok "with what mends it" holds out "To close: Try them again."
ok "what stays is not told" lacks out "Doors are locked"
run lapses mine.json --rules pack --until 2014-01-31
ends "until the day before nothing lapses" 0
ok "and it says so" holds out "on no day"
run lapses mine.json --rules pack --until 2014-02-01
ends "the last day counts" 1
run lapses mine.json --rules pack --as-of 2014-02-01 --until 2014-03-31
ends "from a later day nothing lapses any more" 0

cat >waived.json <<'EOF'
{ "format": "cop11.dossier/1", "assessment": { "date": "2012-02-27" },
  "member": { "id": "M-1" },
  "facilities": { "complete": true, "items": [
    { "id": "pit", "doors": { "used": true, "locked": "none", "tried": "2012-02-27" } } ] },
  "records": [ { "id": "W-1", "kind": "waiver", "check": "1.1", "facility": "pit",
    "by": "A", "party": "auditor", "authority": "lead auditor", "date": "2012-02-01",
    "until": "2012-02-29", "why": "The lock is on its way." } ] }
EOF
run lapses waived.json --rules pack --until 2012-03-10
ok "a record lapses on the day after its last, in a leap year" \
  test "$(sed -n '/^2012-/p' out)" = 2012-03-01
ok "and is named" holds out "W-1"

run lapses mine.json --rules pack --until 2014-03-31 --format csv
ok "csv has a row for the check" holds out "new,1.2,pit,1,Doors are tried,shall,conformance"
ok "with both days" holds out "2014-01-31,2014-02-01"
run lapses mine.json --rules pack --until 2014-03-31 --format json
ok "json names the format" holds out '"format":"cop11.lapses/1"'
run lapses mine.json --rules pack --until 2014-03-31 --format html -o out.html
ok "html is a page of its own" holds out.html '<h2 id="2014-02-01">2014-02-01</h2>'

run lapses mine.json --rules pack
fails "a last day is asked for" "--until 2014-12-31"
run lapses mine.json --rules pack --until soon
fails "and is a day" "--until 2014-12-31"
run lapses mine.json --rules pack --until 2014-02-29
fails "of the calendar" "--until 2014-12-31"
run lapses mine.json --rules pack --until 2013-11-30
fails "after the first" "is not after 2013-11-30"
run lapses mine.json --rules pack --until 2024-11-30
fails "and not too far" "more than ten years"
echo '{' >broken.json
run lapses broken.json --rules pack --until 2014-03-31
fails "a dossier that is none" "broken.json"

finish
