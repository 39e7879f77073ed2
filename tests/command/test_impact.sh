#!/bin/sh
# impact: what two sets of rules rate differently.
. "$(dirname "$0")/tap.sh"
write_pack old
write_dossier some.json '"used": true, "locked": "some"'
write_dossier none.json '"used": true, "locked": "none"'
cp -r old new
sed 's/doors.locked is all/doors.locked is all or some/' old/rules.lua >new/rules.lua

run impact old old some.json none.json
ends "the same rules end with 0" 0
ok "and change nothing" holds out "2 dossiers: 0 outcomes and 0 ratings differ"

run impact old new some.json none.json
ends "rules that rate differently end with 1" 1
ok "the check, dossier and facility are named" holds out "1.1  some.json, pit, 1"
ok "what it was" holds out "was minor-nonconformance"
ok "what it is" holds out "now conformance"
ok "the line" holds out "line: rules.lua:26"
ok "and the words" holds out '"doors.locked is all" is now'
ok "and how to announce it" holds out "Announce what was meant in new/releases.lua"
ok "the other dossier is not" lacks out "none.json"
ok "the Member's rating too" holds out "  some.json, the Member (not explained)"
ok "what it was, on a line of its own" holds out "    was: minor"
ok "and what it is" holds out "    now: conformance"

ok "two sets of rules of one version are told" \
  holds out "The rules differ, and both say version 1"
run impact old old some.json
ok "the same rules are not" lacks out "The rules differ"

sed 's/Lock the doors/Shut the doors/' old/rules.lua >x
cp -r old words && mv x words/rules.lua
run impact old words some.json
ends "another remedy changes no outcome" 0
ok "and is told" holds out '"remedy: Lock the doors." is now'

cp -r old more
sed -n '/^check "1.1"/,/^}/p' old/rules.lua | sed 's/"1.1"/"1.2"/' >>more/rules.lua
write_dossier no_doors.json '"used": false'
run impact old more some.json no_doors.json
ok "a check that is new is told" holds out ": the check is new"
ok "apart where it does not apply" holds out \
  "  1.2  1 place: no_doors.json, pit, 1"

run impact old new some.json --summary
ends "a summary ends alike" 1
ok "and names each facility and provision that changes" \
  holds out "  some.json, pit, 1"
ok "with its outcomes below" holds out "    1 outcome: 1.1"
ok "and leaves out the single outcomes" lacks out "rules.lua:26"
run impact old new some.json --format csv
ok "csv has a header" holds out "dossier,facility,provision,check,was,now,effect"
ok "and a row for each difference" test "$(wc -l <out)" = 5
run impact old new some.json --format json -o impact.json
ends "json goes to a file" 1
ok "which says what it is" holds impact.json '"format":"cop11.impact/1"'
run impact old new some.json --format html
fails "there is no html" "not as html"

cat >new/releases.lua <<'EOT'
release "2" {
  { check = "1.1", effect = "milder", because = "Some doors are never locked." },
}
EOT
run impact old new some.json
ends "what a release of the new rules explains ends with 0" 0
ok "and is shown as explained" holds out "explained in 2: Some doors"
run lint new
ends "lint finds nothing wrong with it" 0
sed 's/milder/gentler/' new/releases.lua >x && mv x new/releases.lua
run lint new
ok "but tells an effect there is not" holds out "any, milder, stricter"

cp -r old less
sed '/^fact "doors.code"/d; s/; code {doors.code}//; s/"; code "//' old/rules.lua |
  grep -v 'doors.code' >less/rules.lua
sed -i 's/{doors.locked}.*/{doors.locked}." },/' less/rules.lua
write_dossier code.json '"used": true, "locked": "all", "code": "7"'
run impact old less code.json
ends "a dossier the new rules cannot read ends with 1" 1
ok "and is told" holds out "with the new rules:"

run impact old new
fails "a dossier is needed" "impact needs OLD, NEW and DOSSIERs"
run impact old missing some.json
fails "a missing folder is told" "missing does not exist"
run impact old new missing.json
fails "a missing dossier is told" "missing.json: there is no such file"
run impact old new "$(printf 'x\033"\\.json')"
ok "an odd name does no harm" test "$status" = 2
cp some.json 'a"b\.json'
run impact old new 'a"b\.json' --format json
ok "a name with quotes is kept" holds out '"dossier":"a\"b\\.json"'

finish
