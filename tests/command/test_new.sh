#!/bin/sh
# new check: a check to begin with, and its examples.
. "$(dirname "$0")/tap.sh"
write_pack rules

run new check 1.2 rules
ends "new check ends with 0" 0
ok "and says what it wrote" holds out "rules/1.2.lua"
ok "the check is in one file" holds rules/1.2.lua 'check "1.2" {'
ok "its examples in another" holds rules/1.2.examples.lua 'examples "1.2" {'
run lint rules
ends "lint finds only words to write in it" 1
ok "and names them" holds out "[L056]"
run test rules
ends "its examples pass, show every outcome and notice every change" 0
ok "and are counted" holds out "2 checks, 10 examples: 10 passed, 0 failed; "

cp rules/1.2.lua before
run new check 1.3 rules
ok "the next one is another" holds rules/1.3.lua 'check "1.3" {'
run new check 1.2 rules
fails "an id that is taken" "the id '1.2' is taken, and an id is never used again; the next number is 1.4"
ok "nothing is overwritten" same rules/1.2.lua before
echo '-- mine' >rules/1.4.examples.lua
run new check 1.4 rules
fails "a file that is there is not overwritten" "rules/1.4.examples.lua is there already"
ok "and its fellow is not written" test ! -e rules/1.4.lua
run new check 2.1 rules
fails "an id of no provision" "the id '2.1' begins with that of no provision"
run new check 1./../x rules
fails "an id that is a path" "holds more than letters, digits, dots and dashes"
ok "is not written" test ! -e x.lua

mkdir layer
echo '-- of our own' >layer/layer.lua
run new check 1.5 --layer layer rules
fails "a layer has ids of its own" "call it '1.org.5'"
run new check 1.org.5 rules --layer layer
ends "a layer's check ends with 0" 0
ok "it goes to the layer" test -f layer/1.org.5.lua
run lint rules --layer layer
ends "lint finds only words to write in that" 1

run new check 1.org.6 rules --layer fresh
ends "a layer that is not there yet is begun" 0
ok "with its header" holds fresh/pack.lua 'title   = "'
ok "and the check" test -f fresh/1.org.6.lua
ok "and it says so" holds out "Began fresh/pack.lua"
run lint rules --layer fresh
ends "lint finds only words to write in it" 1
ok "and names them" holds out "[L056]"
run test rules --layer fresh
ends "nor test" 0
mkdir hollow
run new check 1.org.7 rules --layer hollow
ends "so is one in an empty folder" 0
ok "with its header" test -f hollow/pack.lua
run new check 1.org.8 rules --layer hollow
ends "one that has begun is gone on with" 0
ok "and is not begun again" lacks out "Began"
run new check 1.5 rules --layer never
fails "nothing is begun for an id that cannot be" "call it '1.org.5'"
ok "and nothing stays" test ! -e never
mkdir bare
run new check 1.5 rules --layer bare
fails "nor in an empty folder" "call it '1.org.5'"
ok "which stays, and stays empty" test -d bare -a ! -e bare/pack.lua
run new check 1.org.9 rules --layer no/such
fails "a folder in a folder that is not there" "no/such cannot be made"

run new chek 1.9 rules
fails "another thing than a check" "there is no new 'chek'"
run new check 1.9
fails "no folder" "new check needs the FOLDER"

finish
