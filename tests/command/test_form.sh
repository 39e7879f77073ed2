#!/bin/sh
# form: a page on which a dossier is filled in; tests/forms tries it in a browser.
. "$(dirname "$0")/tap.sh"
write_pack pack
write_dossier mine.json '"used": true, "locked": "all"'

run form --rules pack -o form.html
ends "a form is written" 0
ok "as one page" holds form.html "<!doctype html>"
ok "with the questions of the rules" holds form.html "Are the doors locked?"
ok "that asks no network" lacks form.html "://"
ok "and no dossier" lacks form.html 'id="dossier"'
run form mine.json --rules pack
ends "a form begins with a dossier" 0
ok "which is in the page" holds out 'id="dossier">'
sed 's/"pit"/"<\/script>pit"/' mine.json >odd.json
run form odd.json --rules pack
ok "as text that ends no script" holds out 'u003c/script>pit'
printf '\357\273\277' | cat - mine.json >marked.json
run form marked.json --rules pack
ok "without an editor's mark" holds out 'id="dossier">{'
run form --rules pack --language fr
ok "in another language with its words" holds out 'id="words" lang="fr">'
run form --rules pack --language en
ok "in English without" lacks out 'id="words"'
run form --rules pack --language f
fails "a language that there is not leads to one" "did you mean 'fr'"
run form --rules pack --language deutsch
fails "or to all" "say en, es or fr"
echo '{' >broken.json
run form broken.json --rules pack
fails "a text that is no JSON is refused" "broken.json:"
run form none.json
fails "a file that is not there" "there is no such file"

finish
