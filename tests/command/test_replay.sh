#!/bin/sh
# replay: whether a report comes out again, or where it differs and why.
. "$(dirname "$0")/tap.sh"
write_pack pack
write_dossier some.json '"used": true, "locked": "some", "code": "9-3"'
assess="assess some.json --rules pack --format json"
# shellcheck disable=SC2086 # words
"$cop11" $assess >kept.json
# shellcheck disable=SC2086 # words
"$cop11" $assess --as-of 2014-02-01 --evaluated-at 2014-02-02T09:30:00Z >later.json
# shellcheck disable=SC2086 # words
"$cop11" $assess --show-sensitive >shown.json

run replay --rules pack kept.json some.json
ends "the same report ends with 0" 0
ok "and says so" holds out "The same report comes out again."
tr -d '\n' <kept.json >line.json
run replay --rules pack line.json some.json
ends "in other white space too" 0
run replay --rules pack later.json some.json
ends "on another day and at a moment too" 0
run replay --rules pack shown.json some.json
ends "sensitive values are kept back" 1
ok "and the choice is named" holds out "--show-sensitive"
run replay --rules pack --show-sensitive shown.json some.json
ends "or shown" 0

sed 's/some/none/' some.json >other.json
run replay --rules pack kept.json other.json
ends "another dossier ends with 1" 1
ok "with the first line that differs" holds out "in line "
ok "as it was" holds out 'kept: "'
ok "as it is" holds out 'now:  "'
ok "and why" holds out "The dossier is not the one that was rated: was "
ok "and nothing else" lacks out "The rules are not"
sed 's/"M-1"/"M-2"/' some.json >foreign.json
run replay --rules pack kept.json foreign.json
ok "one on another Member too" holds out "The dossier cannot be its own: "

cp -r pack new
sed 's/Lock the doors/Shut the doors/' pack/rules.lua >new/rules.lua
run replay --rules new kept.json some.json
ends "other rules end with 1" 1
ok "and are the cause" holds out "The rules are not those that it was rated by: was "

sed 's/"Gold Ltd"/"Gold \\u001b[31m Ltd"/' kept.json >changed.json
run replay --rules pack changed.json some.json
ends "a changed report ends with 1" 1
ok "and is the cause" holds out "it was changed after"
ok "no line drives a terminal" lacks out "$(printf '\033')"

run replay --rules pack some.json some.json
fails "a dossier in place of the report" "some.json"
run replay --rules pack kept.json kept.json
fails "a report in place of the dossier" "kept.json"
run replay --rules pack kept.json
fails "both are asked for" "DOSSIER"
run replay --rules pack kept.json some.json -o some.json
fails "no input is written over" "some.json"

finish
