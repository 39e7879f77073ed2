#!/bin/sh
# render: a report that was kept is printed without dossier and rules.
. "$(dirname "$0")/tap.sh"
write_pack pack
write_dossier some.json '"used": true, "locked": "some", "code": "9-3"'
for format in text html csv json; do
  run assess --rules pack --format $format some.json
  cp out made.$format
done
rm -r pack some.json

for format in text html csv json; do
  run render made.json --format $format
  ends "a report is printed as $format" 0
  ok "as it was made: $format" same out made.$format
done
run render made.json
ok "text is the default" same out made.text
"$cop11" render - --format csv <made.json >out 2>err
ok "from standard input" same out made.csv

{ cat made.json; head -c 17000000 /dev/zero | tr '\0' ' '; } >large.json
run render large.json --format csv
ok "a report may be larger than a dossier" same out made.csv
run diff large.json made.json
ends "of two that are compared too" 0
run render .
fails "a folder" "name the report inside it"

run render made.text
fails "no JSON" "made.text"
printf '{"format": "cop11.dossier/1"}' >dossier.json
run render dossier.json
fails "no report" "this is a dossier, of which no report is made yet"
run render made.json --format docx
fails "no such format" "docx"
run render made.json --max-steps 10
fails "too few steps" "max-steps"

finish
