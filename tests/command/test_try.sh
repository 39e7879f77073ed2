#!/bin/sh
# try, and assess --check: one condition, or one check, and why.
. "$(dirname "$0")/tap.sh"

write_pack rules
write_dossier all.json '"used": true, "locked": "all"'
write_dossier some.json '"used": true, "locked": "some", "code": "1234"'
write_dossier open.json '"used": true'

run try 'doors.locked is all' all.json --rules rules
ends "a condition that holds ends with 0" 0
ok "and says by which facts" holds out "(doors.locked: all)"
run try 'doors.locked is all' some.json --rules rules
ends "one that does not ends with 1" 1
run try 'doors.locked is all' open.json --rules rules
ends "one that is not known ends with 3" 3
ok "and says what is asked" holds out "Are the doors locked?"
run try 'any { "doors.used is no", "doors.locked is some" }' some.json --rules rules
ends "a group may be tried" 0
run try 'doors.used is yes' - --rules rules
fails "an empty standard input is told" "standard input"
run try 'doors.locked is all' all.json --rules rules --format json
ok "json names its format" holds out '"format":"cop11.try/1"'
run try 'doors.loked is all' all.json --rules rules
fails "a slip is told with its cure" \
  "the condition: 'doors.loked' is not a fact or parameter; did you mean 'doors.locked'?"
run try "$(printf 'doors.locked is \377')" all.json --rules rules
fails "bytes that are no text are refused" "not UTF-8"
run try "doors.code is '1234'" some.json --rules rules
ok "what is sensitive is kept back" lacks out "(doors.code: 1234)"
run try "doors.code is '1234'" some.json --rules rules --show-sensitive
ok "unless it is asked for" holds out "(doors.code: 1234)"
run try 'doors.locked is all'
fails "a missing dossier is told" "try needs CONDITION and DOSSIER"

run assess some.json --rules rules --check 1.1
ends "one check with a finding ends with 1" 1
ok "says its outcome" holds out "At pit: minor non-conformance"
ok "and its steps" holds out "no         doors.locked is all"
run assess all.json --rules rules --check 1.1
ends "one that conforms ends with 0" 0
run assess open.json --rules rules --check 1.1
ends "one that is open ends with 3" 3
run assess open.json --rules rules --check 1.1 --format json
ok "json names its format too" holds out '"format":"cop11.tried/1"'
run assess all.json --rules rules --check 1.2
fails "a check there is not is told" "--check: there is no check '1.2'; did you mean '1.1'?"
run assess all.json --rules rules --check 1.1 --as-of 2013-13-01
fails "a wrong day is told as ever" "as_of"

finish
