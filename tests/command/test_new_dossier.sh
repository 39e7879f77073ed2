#!/bin/sh
# new dossier: a dossier to begin with.
. "$(dirname "$0")/tap.sh"

run new dossier --kind mine,office --as-of 2014-01-31 -o begun.json
ends "a dossier is written" 0
ok "with a facility of each kind" holds begun.json '"kind": ["office"]'
ok "and the day" holds begun.json '"date": "2014-01-31"'
ok "questions stand in it" holds begun.json '"x-exists": '
cp begun.json before.json
run new dossier --kind mine -o begun.json
fails "a file that is there is kept" "begun.json is there already"
ok "as it was" same begun.json before.json
run validate begun.json
ends "it validates untouched" 0
ok "without a problem" holds out "Nothing is wrong with it."
run assess begun.json
ends "nothing is determined" 3
ok "and nothing settled" holds out "0 settled"
run new dossier
ends "kinds need not be named" 0
mv out any.json
ok "and the day is a question" holds any.json '"date": null'
run validate any.json --as-of 2014-01-31
ends "which a day for the call answers" 0
run assess any.json
fails "without one it is asked for" 'put a day such as "2013-11-30" as "date"'
run new dossier --kind minee
fails "a kind that is none" "did you mean 'mine'"
run new dossier --as-of soon
fails "a day that is none" "'soon' is no kind"
run new dossier mine
fails "a word too many" "give kinds with --kind"
run new check 11.2.40 rules --kind mine
fails "a check has no kind" "for new dossier alone"
run new check
fails "a check has an id" "new check needs an ID"

finish
