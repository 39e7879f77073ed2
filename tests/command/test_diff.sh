#!/bin/sh
# diff: what changed between two reports of a Member.
. "$(dirname "$0")/tap.sh"
write_pack pack
write_dossier all.json '"used": true, "locked": "all"'
write_dossier some.json '"used": true, "locked": "some"'
write_dossier none.json '"used": true, "locked": "none", "code": "9-3"'
write_dossier nobody.json '"used": true'
write_dossier shut.json '"used": false'
for name in all some none nobody shut; do
  run assess --rules pack --format json $name.json -o $name.report
done

run diff --rules pack all.report all.report
ends "the same report ends with 0" 0
ok "and says so" holds out "every check says the same in both reports"

run diff --rules pack all.report none.report
ends "a new finding ends with 1" 1
ok "it is new" holds out "NEW (1)"
ok "with the fact" holds out "pit/doors.locked: was all (stated), now none (stated)"
ok "the Member's rating" holds out "The Member"
ok "a sensitive value is kept back" lacks out "9-3"

run diff --rules pack none.report some.report
ok "one that weighs less is not closed" holds out "BETTER, NOT CLOSED (1)"
run diff --rules pack none.report all.report
ok "one that conforms is closed" holds out "CLOSED (1)"
run diff --rules pack none.report nobody.report
ok "one that is not known is not closed" holds out "NEWLY UNKNOWN (1)"
run diff --rules pack none.report shut.report
ok "one that does not apply is not closed" holds out "NO LONGER APPLICABLE (1)"

run diff --rules pack none.report some.report --format json
cp out reports
run diff --rules pack none.json some.json --format json
ok "json is indented" holds out '  "differs": true'
ends "dossiers are assessed first" 1
ok "and give the same" same out reports

run diff --rules pack none.report all.report --format csv
ok "csv has a row for the check" holds out \
  "closed,1.1,pit,1,Doors are locked,shall,major-nonconformance"
ok "which says of whom and when" holds out ",M-1,2013-11-30,2013-11-30,"
ok "and one for the rating" holds out "rating,,,,rating of the member"
run diff --rules pack none.report all.report --format html -o changes.html
ok "html is a page of its own" holds changes.html "Content-Security-Policy"
ok "which loads nothing" lacks changes.html "://"

run diff --rules pack none.report all.report -o all.report
fails "a report is not written over" "all.report"
run diff --rules pack none.report
fails "two are asked for" "diff"
run diff --rules pack none.report missing.report
fails "a file that is not there" "missing.report"
run diff --rules pack none.report all.report --format docx
fails "no other format" "docx"
sed 's/M-1/M-2/' all.json >other.json
run diff --rules pack none.report other.json
fails "two Members" "the old report is on M-1 and the new one on M-2"
sed 's/"id": "M-1", //' all.json >unnamed.json
sed 's/Gold Ltd/Silver Ltd/' unnamed.json >silver.json
run diff --rules pack unnamed.json unnamed.json
ends "a Member is known by the name where it has no id" 0
run diff --rules pack unnamed.json silver.json
fails "and two by two names" "Gold Ltd (without id) and the new one on Silver Ltd"
printf '{"format": "cop11.report/2"}' >later.report
run diff --rules pack none.report later.report
fails "a report of another number, in one sentence" "this is not a report"
printf '{"format": "cop11.report/1"}' >broken.report
run diff --rules pack none.report broken.report
fails "half a report, and which" "The new report: "
printf '{"format": "cop11.dossier/1", "assessment": {"date": "2013-11-30"}, "x-a": {"format": "cop11.report/1"}}' >x.json
run diff --rules pack x.json x.json
ends "a dossier that speaks of reports is a dossier" 0

finish
