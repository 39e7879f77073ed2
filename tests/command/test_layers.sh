#!/bin/sh
# Layers as rules/README.md explains them: its own example and its own commands.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/tap.sh"
readme=$here/../../rules/README.md
dossier=$here/../dossiers/gold-mine.json

# The example of the section, as a folder.
mkdir our-rules
sed -n "/^## Your organisation's own rules/,/^## Examples/p" "$readme" >section
sed -n '/^```lua/,/^```/p' section | grep -v '^```' >our-rules/rules.lua
ok "the README holds an example" grep -q '^switch_off' our-rules/rules.lua
line_of() { grep -n "^$1" our-rules/rules.lua | cut -d : -f 1; }
line=$(line_of check)

run lint --layer our-rules
ends "lint only misses its examples" 1
ok "and nothing else" test "$(grep -c ': error: ' out)" = 0 -a \
  "$(grep -c ': warning: ' out)" = 1
ok "which it tells by the layer's name" \
  grep -q "^our-rules/rules.lua:$line:7: warning: Check '11.2.org.vetting'" out
cat >our-rules/rules.examples.lua <<'EOF'
examples "11.2.org.vetting" {
  { gives = "conformance", because = "all have passed",
    facts = { ["security.inhouse_used"] = true, ["org.vetting.done"] = "all" } },
}
EOF
run test --layer our-rules
ok "test runs its examples, and no others" holds out "1 check, 1 example: 1 passed"

# ---- the difference from the baseline ----------------------------------------

run rules 11.2.2 --layer our-rules
ends "rules ID ends with 0" 0
ok "it shows what the layer changes" holds out "CHANGED BY LAYERS"
ok "marked as weaker, with until when" holds out \
  "  WEAKER  The layer our-rules switches off check 11.2.2, until 2014-06-30"
ok "who" holds out "Head of compliance"
ok "why" holds out "Interviews are held"
ok "and where" holds out "our-rules/rules.lua line $(line_of switch_off)"
run rules 11.1.26 --layer our-rules
ok "a parameter that it sets" holds out "sets consultation.longest_interval to 12"
run rules 11.2.1 --layer our-rules
ok "nothing where nothing is changed" lacks out "CHANGED BY LAYERS"
run rules 11.2.org.vetting --layer our-rules
ok "the layer's own check" holds out "adds check 11.2.org.vetting"
run rules 11.2.2 --layer our-rules --format json
ok "and so in json" holds out '"kind":"switches-off"'

# ---- the report --------------------------------------------------------------

run assess "$dossier" --as-of 2013-11-30
cp out plain
run assess "$dossier" --as-of 2013-11-30 --layer our-rules
head=$(sed '/^PROVISIONS/q' out)
ok "what is weakened stands before any rating of a provision" \
  test -n "$(echo "$head" | grep '  WEAKER  The layer our-rules switches off')"
ok "findings name the baseline's layer" grep -q '^      Layer: cop11-2013$' out
ok "the rating is what it was" test "$(grep '^Indicative rating' out)" = \
  "$(grep '^Indicative rating' plain)"
run assess "$dossier" --as-of 2014-07-01 --layer our-rules
ok "grounds end with their last day" lacks out "  WEAKER  "
tr -s ' \n' ' ' <out >words
ok "and that is said" holds words "until 2014-06-30 (no longer in force), by"

# ---- what nothing opens on ---------------------------------------------------

grounds='because = "agreed", by = "the head", until_date = "2014-06-30"'
mkdir all
bads=0
# bad RULES NAME TEXT : as a layer alone; and for lint, with the others
bad() {
  rm -rf bad && mkdir bad && echo "$1" >bad/own.lua
  run rules --layer bad
  fails "$2 is refused" "$3"
  bads=$((bads + 1))
  cp bad/own.lua all/$bads.lua
  echo "${3%;*}" >all/$bads.says
}
bad "switch_off \"11.2.22222\" { $grounds }" "a check there is not" \
  "the baseline has no check '11.2.22222'"
bad "narrow \"11.2.22222\" { applies = \"arms.used is yes\", $grounds }" \
  "to narrow one" "the baseline has no check '11.2.22222'"
bad 'parameter "consultation.interval" { value = 1, source = "us" }' \
  "a parameter there is not" "no such parameter beneath this layer"
bad 'check "11.2.org.a" { title = "A", stricter_than = "11.2.99", ask = "?",
  expect = "arms.used is no" }' "stricter than none" "no check '11.2.99'"
bad "switch_off \"11.2.2\" { $grounds }
narrow \"11.2.2\" { applies = \"arms.used is yes\", $grounds }" \
  "one check weakened twice" "weakens the same check; keep one of the two"
bad 'switch_off "11.2.2" { because = "agreed", by = "the head" }' \
  "weakening without end" "until_date is missing"
bad "narrow \"11.2.5\" { applies = \"org.used is yes\", $grounds }" \
  "a fact there is not" "'org.used' is not a fact or parameter"
bad 'parameter "icoc.reading" { value = "successor", source = "us" }' \
  "a milder value without grounds" "because, by, until_date are missing"
bad 'fact "arms.more" { type = "yes/no", ask = "?" }' \
  "a fact outside org." "call it 'org.arms.more'"
bad 'point "R11.9" { strength = "shall", says = "x" }' \
  "a point" "a layer cannot declare a point"

# Lint tells all of them at once.
run lint --layer all
tr -s ' \n' ' ' <out | sed 's/ \(all[^ ]*:\)/\n\1/g' >lines
for bad in $(seq $bads); do
  ok "and is an error of lint: $(cat all/$bad.says)" \
    grep -qi "^all/$bad.lua:[0-9]*:[0-9]*: error: .*$(cat all/$bad.says)" lines
done

# ---- several layers ----------------------------------------------------------

mkdir alone
echo "switch_off \"11.2.2\" { $grounds }" >alone/own.lua
run test alone
ends "a layer tested as if it were whole rules ends with 1" 1
ok "and the way is told" holds out "so this looks like a layer"
write_dossier d.json '"used": true'
run impact alone alone d.json
fails "impact tells what to ask of a layer instead" \
  "alone is a layer: impact compares whole sets of rules; cop11 assess DOSSIER"

mkdir first second elsewhere
echo "switch_off \"11.2.2\" { $grounds }" >first/own.lua
cp first/own.lua second/own.lua
run rules --layer first --layer second
fails "two layers that weaken one check" \
  "second/own.lua:1: switch_off \"11.2.2\": first/own.lua line 1 weakens the same"
cp -r first elsewhere/first
run rules --layer first --layer elsewhere/first
fails "two layers of one name" "two packs are called 'first'"
echo 'parameter "consultation.longest_interval" {
  value = 12, source = "group" }' >first/own.lua
echo 'parameter "consultation.longest_interval" {
  value = 24, source = "site" }' >second/own.lua
run rules --layer first --layer second
fails "a milder value than the layer's beneath" "more favourable than the one"
run rules --layer second --layer first
ends "a stricter one is taken" 0
run rules 11.1.26 --layer second --layer first
ok "for the house alone" holds out "changes consultation.longest_interval from 24"

finish
