#!/bin/sh
# remedies: what would close each finding.
. "$(dirname "$0")/tap.sh"
write_pack pack

write_dossier mine.json '"used": true, "locked": "none"'
run remedies mine.json --rules pack
ends "a finding ends with 1" 1
ok "under the notice" holds out "Only a test."
ok "the answer that would close it" holds out "all, in place of none"
run remedies mine.json --rules pack --format json -o list.json
ok "json names the format" holds list.json 'cop11.remedies/1'
run render list.json
ok "which render shows" holds out "all, in place of none"
run remedies mine.json --rules pack --format html -o out.html
ok "html is a page of its own" holds out.html "<h1>What would close the findings</h1>"

write_dossier good.json '"used": true, "locked": "all"'
run remedies good.json --rules pack
ends "no finding ends with 0" 0
ok "and says so" holds out "There is no finding."
run remedies good.json --rules pack --format nonsense
fails "a format that is none" "nonsense"
echo '{' >broken.json
run remedies broken.json --rules pack
fails "a dossier that is none" "broken.json"
run remedies
fails "a dossier is needed" "remedies needs a DOSSIER"

finish
