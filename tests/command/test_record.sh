#!/bin/sh
# record: what only the auditor may decide, asked on a terminal or given at once.
. "$(dirname "$0")/tap.sh"
samples=$(cd "$(dirname "$0")/../dossiers" && pwd)
cp "$samples/withheld-and-alleged.json" before.json
who="--by A.Auditor --authority lead --on 2013-09-25 --why Heard."

# start : the sample anew as mine.json
start() { cp before.json mine.json; }

# gains COUNT : mine.json is before.json with as many records more, no line less
gains() {
  diff before.json mine.json >difference
  [ "$(grep -c '^> *"prompt": ' difference)" = "$1" ] && ! grep -q '^<' difference
}

# ---- without a terminal ------------------------------------------------------

start
run record mine.json --list
ends "something to decide ends with 1" 1
ok "what decides is listed" holds out "11.2.1/founded@pits"
ok "with what it decides" holds out "Decides     11.2.14 Everyone armed is licensed"
ok "and what may be noted too" holds out "MAY BE NOTED TOO"
run record mine.json --list --format json
ok "as JSON too" holds out '"format":"cop11.decisions/1"'
ok "nothing is written" same mine.json before.json

# shellcheck disable=SC2086 # words
run record mine.json --answer 11.2.1/founded=no $who
ends "an answer is recorded" 0
ok "as one record, every other byte as it was" gains 1
run validate mine.json
ends "and the dossier can be assessed" 0
# shellcheck disable=SC2086 # words
run record mine.json --answer 11.2.1/founded=no $who
fails "what is recorded is asked no more" "nothing asks '11.2.1/founded' now"

start
# shellcheck disable=SC2086 # words
run record mine.json --answer 11.2.1/founded=no --answer 11.2.1/undecided=maybe $who
fails "all answers are recorded, or none" \
  "--answer 11.2.1/undecided=maybe: expected one of: yes, no, found 'maybe'"
ok "so that nothing is written" same mine.json before.json
# shellcheck disable=SC2086 # words
run record mine.json --answer fact:pits/arms.licence_required_by_law=unknown $who
fails "what leaves the question open is no answer" "its answer gives no value"
run record mine.json --answer 11.2.1/founded=no --by A --authority B --why C \
  --on 2013-12-25
fails "no day may be ahead" "--on 2013-12-25: 2013-12-25 is after"
run record mine.json --answer 11.2.1/founded=no --by A --authority B --on 2013-09-25
fails "a reason is needed" "--answer needs --why TEXT too"
# shellcheck disable=SC2086 # words
run record mine.json --answer 11.2.1/founded=no $who --ref ' '
fails "a ref is a text" "--ref  : it is missing"
# shellcheck disable=SC2086 # words
run record mine.json --answer 11.2.1/founded=no $who --ref 'Minutes, page 2' -o new.json
ok "and says where it is written down" holds new.json '"ref": "Minutes, page 2"'
# shellcheck disable=SC2086 # words
run record mine.json --answer "$(printf '11.2.1/founded=\377')" $who
fails "what is no UTF-8 is refused" "is not UTF-8"
# shellcheck disable=SC2086 # words
run record mine.json --answer 11.2.1/founded=no $who -o new.json
ok "-o leaves the dossier as it is" same mine.json before.json
cp new.json mine.json
ok "and writes the new one" gains 1
start
# shellcheck disable=SC2086 # words
"$cop11" record - --answer 11.2.1/founded=no $who <before.json >mine.json 2>err
ok "standard input goes to standard output" gains 1
run record mine.json
fails "nobody is asked without a terminal" "standard input is no terminal"
run record mine.json --list -o list.txt
fails "a list is only printed" "--list only prints"
run record -
fails "the dossier and the answers cannot both come by standard input" "name a file"
run record before.md --list
fails "a file that is not there" "there is no such file"

# ---- on a terminal ----------------------------------------------------------

command -v script >/dev/null || {
  echo "not ok 1 - there is a script(1) to make a terminal"
  echo "1..1"
  exit 1
}

# answer LINE... : the dialogue in which these lines are typed; leaves $status and out
answer() {
  printf '%s\n' "$@" |
    NO_COLOR=1 script -qec "'$cop11' record mine.json" /dev/null |
    tr -d '\r' >out
  status=$("$cop11" record mine.json --list >/dev/null 2>&1; echo $?)
}

start
answer "A. Auditor" "" "2013-09-25" "no" "Two told it." "" "q"
ok "who decides is asked once" test "$(grep -c 'Your name' out)" = 1
ok "an answer is recorded" gains 1
ok "with what was typed" holds mine.json '"by": "A. Auditor"'
ok "the default" holds mine.json '"authority": "lead auditor"'
ok "and the reason" holds mine.json '"why": "Two told it."'
ok "which is said" holds out "Recorded in mine.json."
ok "with the rating after it" holds out "Rating now"
ok "Enter skips a question" holds out "Decision 3 at River pits (pits), 4 after it"
ok "q stops, and says how to go on" holds out "1 recorded, 6 left to decide."
answer "A. Auditor" "" "" "yes" "Seen." "q"
ok "the same command goes on" gains 2

start
answer "A" "B" "2013-12-25" "maybe" "Seen." "no" "" "" "" "2013-09-25" "no" "" "q"
ok "a wrong answer is told" holds out "Not recorded; answer: expected one of: yes, no"
ok "a wrong day too, and asked anew" holds out "Not recorded; on: 2013-12-25 is after"
ok "what was typed before is offered" holds out "[Seen.]"
ok "until the record stands" gains 1

finish
