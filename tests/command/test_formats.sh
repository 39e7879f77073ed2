#!/bin/sh
# What lint and test find, for terminals, editors and the machines that run checks.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/tap.sh"
write_pack rules
mkdir -p "our group/own-rules"
cat >"our group/own-rules/pack.lua" <<'EOT'
check "1.org.1" {
  title = "Ours",
  points = { "R1" },
  expect = { "doors.lokced is all", otherwise = "They are not." },
  ask = "Show it.", remedy = "Lock them.",
}
EOT

run lint rules --layer "our group/own-rules"
ends "what is wrong ends with 1" 1
ok "it has a path from where the user stands" \
  holds out "our group/own-rules/pack.lua:4:15: error: Check"
ok "the line it is in" holds out '      expect = { "doors.lokced is all", otherwise'
ok "a caret under the word" grep -q '^                  ^$' out
ok "and a cure" holds out "Did you mean 'doors.locked'?"
cd "our group" || exit 1
run lint ../rules --layer own-rules
ok "the path begins elsewhere from elsewhere" holds out "own-rules/pack.lua:4:15: error"
cd .. || exit 1
TERM=xterm script -qec "'$cop11' lint rules --layer 'our group/own-rules'" /dev/null \
  </dev/null >out
ok "a terminal shows errors in red" holds out "$(printf '\033')[1;31mour group"
TERM=xterm NO_COLOR=1 script -qec "'$cop11' lint rules --layer 'our group/own-rules'" \
  /dev/null </dev/null >out
ok "not where NO_COLOR is set" lacks out "$(printf '\033')"

run lint rules --layer "our group/own-rules" --format sarif
ends "sarif ends the same" 1
ok "it is SARIF 2.1.0" python3 "$here/sarif.py" out
ok "with a path that is a reference" holds out '"uri": "our%20group/own-rules/pack.lua"'
ok "and the column" holds out '"startColumn": 15'
run lint rules --layer "our group/own-rules" --format junit
ok "junit is XML" python3 -c 'import xml.dom.minidom as m; m.parse("out")'
ok "with a failure" holds out '<failure type="error"'
run lint rules --layer "our group/own-rules" --format github
ok "github marks the line" \
  holds out "::error file=our group/own-rules/pack.lua,line=4,col=15,title=L010::Check"
run test rules --format junit
ends "examples that pass end with 0" 0
ok "and are cases" holds out '<testcase classname="cop11 test" name="1.1: '
sed 's/gives = "conformance"/gives = "observation"/' rules/rules.examples.lua \
  >x 2>/dev/null && mv x rules/rules.examples.lua || sed -i \
  's/gives = "conformance"/gives = "observation"/' rules/*.lua
for format in sarif junit github; do
  run test rules --format $format
  ends "an example that fails ends with 1, as $format" 1
done
ok "its place is told" grep -q '^::error file=rules/.*,line=[0-9]*,title=failed::' out
run test rules --format sarif
ok "of a test too it is SARIF" python3 "$here/sarif.py" out
run rules --format sarif
fails "other documents have no such form" "can be shown as text, html, csv or json, not as sarif"

write_pack clean
run lint clean
ends "nothing is wrong" 0
mkdir own
cat >own/pack.lua <<'EOT'
-- accept L040: the auditor writes the examples
check "1.org.1" {
  title = "Ours", points = { "R1" },
  expect = { "doors.locked is all", otherwise = "They are not." },
  ask = "Show it.", remedy = "Lock them.",
}
EOT
run lint clean --layer own
ends "a warning that is accepted with a reason is none" 0
ok "and is counted" holds out "1 warning accepted."
run lint clean --layer own --format sarif
ok "in SARIF it is suppressed" holds out '"justification": "the auditor writes'
ok "which is SARIF" python3 "$here/sarif.py" out
run lint clean --layer own --format json
ok "json names it" holds out '"accepted":"the auditor writes'
sed -i 's/: the auditor.*//' own/pack.lua
run lint clean --layer own
ends "without a reason it counts" 1
ok "and that is told" holds out "accepts L040 without a reason"
sed -i 's/accept L040/accept L050: so/' own/pack.lua
run lint clean --layer own
ok "what accepts nothing is told" holds out "accepts L050, and no such warning"
sed -i 's/accept L050: so/accept L010: so/; s/locked is all/lokced is all/' own/pack.lua
run lint clean --layer own
ok "an error cannot be accepted" holds out "error: Check"

finish
