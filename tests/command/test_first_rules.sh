#!/bin/sh
# The steps of rules/README.md, one after the other: a first change, a first
# rule, its signature.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/tap.sh"
project=$here/../..
cp -r "$project/rules" rules
mkdir tests
cp -r "$project/tests/dossiers" tests/dossiers
dossier=tests/dossiers/gold-mine.json

# says COMMAND : the page names this command, word by word
says() { ok "the page says: $1" holds rules/README.md "\`$1\`"; }

# ---- your first change -------------------------------------------------------

says "cp -r rules my-rules"
cp -r rules my-rules
sed -i '/^check "11.2.14"/,/^}/s/remedy *= "Stand/remedy = "QUICKLY stand/' \
  my-rules/provisions/11.2.people_armed.lua
says "cop11 lint my-rules"
run lint my-rules
ends "the changed rules are in order" 0
says "cop11 explain L010"
run explain L010
ends "a code is explained" 0
says "cop11 test my-rules"
run test my-rules
ends "their examples pass" 0
says "cop11 rules 11.2.14 --rules my-rules"
run rules 11.2.14 --rules my-rules
ok "the check shows the word" holds out "QUICKLY stand"
for word in arms.used P11.2-11 icoc.reading; do
  ok "the page names $word" holds rules/README.md "\`$word\`"
  run rules $word --rules my-rules
  ends "which is shown" 0
done
says "cop11 assess $dossier --rules my-rules"
run assess $dossier --rules my-rules
ok "so does the report" holds out "QUICKLY stand"

# ---- your first rule ---------------------------------------------------------

# The page's first two rules, which stand indented below their steps.
mkdir our-rules
awk '/^   ```lua/ { count++; inside = 1; next } /^   ```/ { inside = 0 }
  inside { sub(/^   /, ""); print >("block" count) }' rules/README.md
mv block1 our-rules/pack.lua
mv block2 our-rules/pack.examples.lua
says "cop11 lint --layer our-rules"
run lint --layer our-rules
ends "the rule is in order" 0
says "cop11 test --layer our-rules"
run test --layer our-rules
ends "its examples pass" 0
says "cop11 assess $dossier --layer our-rules"
run assess $dossier --layer our-rules
ok "the report asks its question" holds out \
  "Does somebody answer when an alarm is raised?"
run assess $dossier
cp out plain
run assess $dossier --layer our-rules
ok "the rating is what it was" test "$(grep '^Indicative rating ' out)" = \
  "$(grep '^Indicative rating ' plain)"
says_block() { ok "the page shows: $1" grep -qxF "$1" rules/README.md; }
says_block "cop11 rules editor --rules my-rules -o .luals/cop11.lua"
mkdir .luals
run rules editor --rules my-rules -o .luals/cop11.lua
ok "an editor gets its definitions" grep -q arms.used .luals/cop11.lua

# ---- signing -----------------------------------------------------------------

says "cop11 sign --new-key my.key"
run sign --new-key my.key
key=$(tail -n 1 out)
says "cop11 sign my-rules --key my.key"
run sign my-rules --key my.key
ok "the rules are signed" test -f my-rules/pack.signature
says "cop11 verify my-rules"
run verify my-rules
ok "and it shows by whom" holds out "my-rules: signed by key $key"
run sign our-rules --key my.key
says "cop11 assess DOSSIER --layer our-rules --accept-key KEY"
run assess $dossier --layer our-rules --accept-key "$key"
ok "rules of that key are used" test "$status" != 2
echo "-- changed" >>our-rules/pack.lua
run assess $dossier --layer our-rules --accept-key "$key"
fails "and none that were changed since" "pack.lua"

finish
