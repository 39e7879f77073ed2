#!/bin/sh
# questions: what to ask next.
. "$(dirname "$0")/tap.sh"
write_pack pack
write_dossier mine.json '"used": true'

run questions mine.json --rules pack
ends "something to ask ends with 1" 1
ok "under the notice" holds out "Only a test."
ok "with the question" holds out "Are the doors locked?"
ok "and the checks that wait for it" holds out "Needed by: 1 check (1.1)"
run questions mine.json --rules pack --format json -o list.json
ok "json names the format" holds list.json 'cop11.questions/1'
run questions mine.json --rules pack --format csv
ok "csv has a row for the place" holds out "Are the doors locked?,pit"
run questions mine.json --rules pack --format html -o out.html
ok "html is a page of its own" holds out.html "<h1>What to ask next</h1>"

run assess mine.json --rules pack --format json -o kept.json
run questions mine.json --rules pack -o from-dossier.txt
run questions kept.json --rules pack -o from-report.txt
ok "a report that was kept asks the same" same from-dossier.txt from-report.txt
run questions kept.json
fails "a report of other rules" "made with other rules"

write_dossier done.json '"used": false'
run questions done.json --rules pack
ends "nothing to ask ends with 0" 0
run questions done.json --rules pack --format nonsense
fails "a format that is none" "nonsense"
echo '{' >broken.json
run questions broken.json --rules pack
fails "a dossier that is none" "broken.json"
run questions
fails "a dossier is needed" "questions needs a DOSSIER"

finish
