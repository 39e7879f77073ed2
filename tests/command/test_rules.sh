#!/bin/sh
# The verbs about rules: schema, rules, lint and test.
. "$(dirname "$0")/tap.sh"
write_pack rules

run rules
ends "rules ends with 0" 0
ok "rules lists the built-in checks" grep -q '^  11\.2\.1 ' out
run rules --rules rules
ok "rules lists those of a folder" grep -q '^  1\.1  .*Doors are locked' out
run rules 1.1 --rules rules
ok "rules ID shows one in full" holds out "Lock the doors."
run rules 1.2 --rules rules
fails "an unknown id is told" "is called '1.2'; did you mean '1.1'?"
run rules doors.locked --rules rules
ok "the name of a fact shows the fact" grep -q '^Type  *choice' out
run rules use of force
ok "words need no quotation marks" holds out "force.uses"
run rules points --rules rules
ends "rules points ends with 0" 0
ok "rules points traces each point to its checks" grep -q '1\.1: conformance' out
run rules editor --rules rules
ends "rules editor ends with 0" 0
ok "and writes definitions for editors" holds out '---| "doors.locked is all" # '
run rules --rules rules --format json
ok "rules gives json" holds out '"format":"cop11.rules/1"'

run rules --rules rules --format html
ok "rules as a page tell all of a check" holds out "Lock the doors."
run rules --rules rules --format csv
ok "as rows, one a check" test "$(wc -l <out)" = 2
run rules 1.1 --rules rules --format csv
fails "one check has no rows" "can be shown as text or json, not as csv"

run schema
ok "schema is the dossier's" holds out '"$schema": "http://json-schema.org/draft-07'
cp out dossier
run schema dossier
ok "schema dossier is the same" same out dossier
run schema report
ends "schema report ends with 0" 0
ok "schema report is another" holds out "cop11.report/1"
run schema questionnaire
ends "schema questionnaire ends with 0" 0
run schema dosier
fails "a misspelt schema" "there is no schema 'dosier'; did you mean 'dossier'?"
run schema other
fails "another word" "name dossier, report, batch, questionnaire, questionnaire-schema, form/rjsf or form/jsonforms"

run lint rules
ends "lint ends with 0 where nothing is wrong" 0
ok "and says so" holds out "Nothing is wrong with the rules."
run lint
ok "lint without a folder looks at the built-in rules" test "$status" != 2
run test rules
ends "test ends with 0 where examples pass" 0
ok "and counts them" grep -Eq \
  '^1 check, 5 examples: 5 passed, 0 failed; [0-9]+ changes, all noticed\.$' out
ok "on one line" test "$(wc -l <out)" = 1
run test rules --details
ok "details say what each check shows" holds out "  1.1      5 examples, all outcomes shown"
for asked in 1.1 1 rules.lua rules/rules.examples.lua; do
  run test rules $asked
  ok "$asked alone may be tested" grep -q '^1 check, 5 examples: 5 passed' out
done
run test rules 1.2
fails "a check there is not is told" "1.2: there is no check '1.2'; did you mean '1.1'?"
run test rules doors.lua
fails "a file likewise" "there is no rule file 'doors.lua'"
run test 11.1.1
ok "without a folder it is one of the built-in ones" grep -q '^1 check, ' out

mkdir two
cp rules/rules.lua two/rules.lua
sed -n '/^check/,$p' rules/rules.lua | sed 's/"1.1"/"1.2"/' >>two/rules.lua
cp rules/rules.examples.lua two/rules.examples.lua
run test two 1.1
ends "what another check lacks is not told of one" 0
run test two 1.2
ends "but of it" 1

mkdir broken
sed 's/doors.locked is all/doors.lokced is all/' rules/rules.lua >broken/rules.lua
run lint broken
ends "lint ends with 1 where something is wrong" 1
ok "with file, line and cure" grep -Eq '^broken/rules\.lua:[0-9]+(:[0-9]+)?: error: ' out
ok "with a did-you-mean" holds out "doors.locked"
run lint broken --format json
ends "so it does in json" 1
ok "which is json" holds out '"format":"cop11.lint/1"'
write_dossier d.json '"used": true'
run assess d.json --rules broken
ok "rules without a usable check cannot be used" test "$status" = 2
ok "and the message names the file" grep -Eq '^cop11: rules\.lua:[0-9]+' err

run explain L010
ends "explain ends with 0" 0
ok "and shows the slip and its cure" holds out "arms.used is maybe"
run explain
ok "explain without a code lists them" grep -q '^  L070  ' out
run explain L9
fails "a code there is not is told" "lint gives no code 'L9'"

cp -r rules failing
sed 's/"all are locked"/"wrong"/; s/is all"/is none"/' \
  rules/rules.examples.lua >failing/rules.examples.lua
run test failing
ends "test ends with 1 where an example fails" 1
ok "and names it" holds out "FAILED  1.1  wrong"
run test failing --format json
ends "so it does in json" 1

cp -r rules fewer
sed '/"some are open"/,+1d' rules/rules.examples.lua >fewer/rules.examples.lua
run test fewer
ends "test ends with 1 where an outcome is not shown" 1
ok "and tells the command that helps, with the folder as it was given" \
  holds out "      cop11 test fewer --write-missing 1.1 writes what it lacks"
cp -r fewer "it's odd"
run test "./it's odd"
ok "as a shell takes it" holds out \
  "      cop11 test './it'\\''s odd' --write-missing 1.1 writes what it lacks"
cp -r fewer untried
sed -i 's/"doors.locked is all"/"doors.looked is all"/' untried/rules.lua
run test untried
ok "where nothing could be tried it does not say that all was noticed" \
  lacks out "notice every one"
run test fewer --write-missing 1.1
ends "the missing example is written" 0
ok "with the outcome the rule gives" holds out 'gives = "minor-nonconformance"'
ok "and the fact that brings it about" holds out '"doors.locked is some"'
cp out fewer/more.examples.lua
run test fewer
ends "and test is content with it" 0
run test rules --write-missing 1.1
ok "nothing is missing elsewhere" holds out "lack nothing"
run test rules --write-missing 9
fails "an unknown check has none" "there is no check '9'; \"rules\" lists them all"

run lint missing
fails "a missing folder is told once" "cop11: missing does not exist"
cp -r rules saved
cp saved/rules.examples.lua saved/more.lua.txt
run lint saved
ok "a file saved as text is told" holds out \
  "more.lua.txt:1:1: warning: The file more.lua.txt is not read. [L006]"
ok "with what to do" holds out "Rename it to more.lua."
mkdir empty
run test empty
fails "an empty folder is told" "empty holds no .lua file"
run rules --rules rules/rules.lua
fails "a file is no folder" "is not a folder"
printf '\033Lua' >empty/x.lua
run lint empty
ok "compiled Lua is refused" test "$status" != 0

# What reports call a pack does not depend on where it lies.
write_dossier d.json '"used": true, "locked": "all"'
run assess d.json --rules rules
ok "a report tells that its rules are not the built-in ones" \
  holds out "Rated by the rules of 'rules', in place of those that come with"
run assess d.json --rules rules --format json
cp out here
mkdir -p elsewhere
cp -r rules elsewhere/rules
run assess d.json --rules ./elsewhere/../elsewhere/rules/ --format json
ok "a folder's report is the same wherever it lies" same out here
(cd rules && "$cop11" assess ../d.json --rules . --format json >../out)
ok "the current folder has a name too" same out here
cp -r rules 'odd name+'
run assess d.json --rules 'odd name+' --format json
ok "a name is made fit" holds out '"name": "odd-name-"'

finish
