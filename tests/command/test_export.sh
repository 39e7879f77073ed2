#!/bin/sh
# export: reports as documents of other platforms.  tests/exports holds these to what
# the platforms themselves take.
. "$(dirname "$0")/tap.sh"
write_pack pack
write_dossier mine.json '"used": true, "locked": "some"'

run export oscal mine.json --rules pack
ends "a dossier is assessed and written" 0
ok "as assessment results" holds out '"assessment-results": {'
ok "under its notice" holds out '"remarks": "Only a test."'
run export oscal/assessment-results mine.json --rules pack -o named.json
run export oscal mine.json --rules pack -o short.json
ok "oscal is short for its results" same named.json short.json
run assess mine.json --rules pack --format json -o kept.json
run export oscal kept.json -o kept.oscal
ok "a report that was kept gives the same" same short.json kept.oscal
run render kept.json --format oscal -o rendered.oscal
ok "as render does" same short.json rendered.oscal
run assess mine.json --rules pack --format oscal -o assessed.oscal
ok "and assess" same short.json assessed.oscal
run export oscal/poam mine.json --rules pack
ok "a shortfall is an item of the plan" holds out '"poam-items": ['
run export oscal mine.json --rules pack --evaluated-at 2013-12-02T09:30:00Z
ok "the moment is that of the host" holds out '"last-modified": "2013-12-02T09:30:00Z"'

run export hdf mine.json --rules pack
ok "hdf has a control for a check at a place" holds out '"id": "pit/1.1"'
ok "which failed" holds out '"status": "failed"'

run export xccdf mine.json --rules pack
ok "xccdf has a rule for a check" holds out '<Rule id="xccdf_cop11_rule_1.1"'
run export xccdf/results mine.json --rules pack
ok "and what came of it at a place" holds out '<result>fail</result>'
run export ciso-assistant mine.json --rules pack
ok "ciso-assistant has what its REST interface takes" holds out '"extended_result": "minor_nonconformity"'
run export ciso-assistant/library mine.json --rules pack
ok "for the requirements of a library" holds out '"requirement_nodes": ['

write_dossier fine.json '"used": true, "locked": "all"'
run export oscal/poam fine.json --rules pack
fails "nothing to put right is no plan" "no non-conformance and no entered finding"
run export oscal/paom mine.json --rules pack
fails "a misspelt format" "did you mean 'oscal/poam'?"
run export oscal
fails "a dossier is needed" "export needs FORMAT and DOSSIER"

finish
