#!/bin/sh
# sign and verify, and what reports and --accept-key make of signatures.
. "$(dirname "$0")/tap.sh"
write_pack rules
write_dossier d.json '"used": true, "locked": "all"'
mode() { [ "$(ls -l "$1" | cut -c 1-10)" = "$2" ]; }
is_key() { grep -Eqx '[0-9a-f]{64}' "$1"; }

# ---- keys --------------------------------------------------------------------

run sign --new-key secret
ends "a new key ends with 0" 0
ok "the public key is printed" is_key out
key=$(cat out)
ok "the file is its owner's alone" mode secret -rw-------
ok "and does not hold the public key" lacks secret "$key"
cp secret before
run sign --new-key secret
fails "a key is never written over" "secret: it is there already"
ok "it stays as it was" same secret before
(umask 0 && "$cop11" sign --new-key other >out)
other=$(cat out)
ok "no umask opens a key to others" mode other -rw-------
ok "another key is another" test "$key" != "$other"
run sign --new-key nowhere/secret
fails "a key that cannot be written" "nowhere/secret: "
ok "leaves nothing" test ! -e nowhere

run sign rules
fails "a key is needed" "sign needs a FOLDER and --key FILE"
run sign --key secret
fails "so is a folder" "sign needs a FOLDER"
run sign rules --key secret --new-key third
fails "not two keys" "or --new-key FILE alone"
ok "of which none is made" test ! -e third
run sign rules --key missing
fails "a missing key is told" "missing: there is no such file; cop11 sign --new"
for open in 640 604 620 602 610; do
  chmod $open secret
  run sign rules --key secret
  fails "a key of mode $open is refused" "secret: others may read or change it"
done
chmod 600 secret
theirs=/bin/sh
[ "$(id -u)" != 0 ] || {
  theirs=theirs
  cp secret theirs && chmod 600 theirs && chown 65534 theirs
}
run sign rules --key "$theirs"
fails "a key of another user's is refused" "it belongs to another user"
run sign rules --key rules
fails "a folder is no key" "it is no file"
mkfifo -m 600 pipe
run sign rules --key pipe
fails "a pipe is no key" "it is no file"
for size in 0 18 19 83; do
  head -c $size before >cut
  chmod 600 cut
  run sign rules --key cut
  fails "a key of $size bytes is refused" "cut: it is no secret key"
done
(cat before && echo) >longer
tr a-f g <before >letters
head -c 2000000 /dev/zero >zeros
chmod 600 longer letters zeros
for file in longer letters zeros; do
  run sign rules --key $file
  fails "a key with $file is refused" "$file: it is no secret key"
done
ok "nothing was signed" test ! -e rules/pack.signature
ok "no message showed a secret" lacks err "$(sed 1d before)"

# ---- signing and verifying ---------------------------------------------------

run verify rules
ends "unsigned rules end with 1" 1
ok "and are called so" holds out "rules: unsigned"
cp secret kept
run sign rules --key secret
ends "sign ends with 0" 0
ok "and names the public key" holds out "rules: signed by key $key"
ok "the key is as it was" same secret kept
ok "the secret is not in what was written" lacks rules/pack.signature \
  "$(sed 1d secret)"
run verify rules
ends "verify ends with 0" 0
ok "and names the key" holds out "rules: signed by key $key"
run verify rules --accept-key "$other" --accept-key "$key"
ends "one of the keys accepted is enough" 0
run verify rules --accept-key "$other"
ends "another key ends with 1" 1
ok "and is told" holds out "signed by key $key, which is not accepted"
for word in x "$(echo "$key" | tr a-f A-F)" "${key}0"; do
  run verify rules --accept-key "$word"
  fails "'$word' is no public key" "is no public key; give the 64"
done
run verify missing
fails "missing rules are told" "cop11: missing does not exist"
run verify
fails "verify needs a folder" "verify needs a FOLDER"
cp rules/pack.signature signature
run sign rules --key secret
ok "the same rules and key give the same signature" \
  same rules/pack.signature signature

# verdict NAME WORD... : a copy of the signed rules was changed; verify ends
# with 1 and prints each of the words
verdict() {
  name=$1
  shift
  run verify changed
  ends "$name ends with 1" 1
  for word in "$@"; do ok "$name: $word is told" holds out "$word"; done
}
modified="changed: modified since signing (key $key):"
change() { rm -rf changed && cp -r rules changed; }
change && echo '-- more' >>changed/rules.lua
verdict "a changed file" "$modified" "  rules.lua"
ok "and no other file" lacks out examples
change && echo '-- more' >changed/more.lua
verdict "an added file" "$modified" "  more.lua"
change && rm changed/rules.examples.lua
verdict "a removed file" "$modified" "  rules.examples.lua"
change && mkdir changed/sub && mv changed/rules.examples.lua changed/sub
verdict "a moved file" "  rules.examples.lua" "  sub/rules.examples.lua"
change && sed -i 's/$/\r/' changed/rules.lua
run verify changed
ends "line ends of another system change nothing" 0
change && echo notes >changed/README.md && touch changed/.hidden.lua
run verify changed
ends "nor do files that are no rules" 0

doubt="changed: modified since signing:"
size=$(wc -c <signature)
for left in 0 1 17 18 50 100 226 300 $((size - 1)); do
  change && head -c $left signature >changed/pack.signature
  verdict "a signature of $left bytes" "$doubt" "  pack.signature"
done
change && sed "s/$key/$other/" signature >changed/pack.signature
verdict "a signature under another's name" "$doubt" "  pack.signature"
change && tr -d '\n' <signature >changed/pack.signature
verdict "a signature without lines" "$doubt" "  pack.signature"
change && head -c 300000 /dev/zero >changed/pack.signature
verdict "300000 zeros" "$doubt" "  pack.signature"
change && printf '\377\033[2J' >changed/pack.signature
verdict "bytes that are no text" "$doubt" "  pack.signature"
run sign changed --key secret
ends "what is no signature is replaced" 0
change && rm changed/pack.signature && mkfifo changed/pack.signature
run verify changed
fails "a pipe for a signature" "pack.signature is a pipe"
change && mv changed/pack.signature away && ln -s ../away changed/pack.signature
run verify changed
fails "a link out of the rules" "pack.signature is a link that leaves"
run sign changed --key secret
fails "which is not written to either" "pack.signature is a link that leaves"

# ---- reports -----------------------------------------------------------------

# Reports of built-in, signed, unsigned and modified rules, in every form.
change && echo '-- more' >>changed/rules.lua
run assess d.json --rules rules --format json
fold() { tr -d ' \n' <out >folded; }
fold
ok "a report names who signed" holds folded \
  "\"signature\":{\"files\":[],\"key\":\"$key\",\"state\":\"signed\"}"
run assess d.json --rules changed --format json
fold
ok "or what was modified" holds folded \
  "\"signature\":{\"files\":[\"rules.lua\"],\"key\":\"$key\",\"state\":\"modified\"}"
for format in text html csv; do
  run assess d.json --rules rules --format $format
  ok "$format names who signed" grep -Eq "signed by key( |\$)" out
  ok "$format names the key" holds out "$key"
  run assess d.json --rules changed --format $format
  ok "$format says what was modified" grep -Eq "rules\.lua" out
  ok "$format says so in words" grep -q "modified since signing (key" out
done
rm changed/pack.signature
cat >built-in.json <<'EOT'
{ "format": "cop11.dossier/1", "assessment": { "date": "2013-11-30" },
  "facilities": { "items": [ { "id": "pit" } ] } }
EOT
for format in text html csv json; do
  run assess d.json --rules changed --format $format
  ok "$format says unsigned" grep -Eq '\bunsigned\b' out
  run assess built-in.json --format $format
  ok "$format says built in" grep -Eq 'built into the library|"built-in"' out
done
mkdir layer
cat >layer/ours.lua <<'EOT'
check "1.org.1" {
  title = "Doors are locked twice", stricter_than = "1.1",
  expect = "doors.locked is all", ask = "Try.", remedy = "Lock.",
}
EOT
run sign layer --key other
run assess d.json --rules rules --layer layer --format csv
ok "a layer's signer is named beside the pack's" holds out \
  "rules: signed by key $key; layer: signed by key $other"

# ---- accepted keys -----------------------------------------------------------

accept() { run assess d.json "$@"; }
accept --rules rules --accept-key "$key"
ends "rules by an accepted key are used" 0
for verb in "assess d.json" "validate d.json" schema rules; do
  # shellcheck disable=SC2086 # a verb and its argument
  run $verb --rules rules --accept-key "$other"
  fails "those by another are not, by $verb" "signed by key $key, which is none"
done
accept --rules changed --accept-key "$key"
fails "unsigned ones are not" "pack.signature: Pack changed is not signed"
accept --rules rules --layer layer --accept-key "$key"
fails "nor is a layer by another" "Pack layer is signed by key $other"
accept --rules rules --layer layer --accept-key "$key" --accept-key "$other"
ends "both keys do" 0
change && echo '-- more' >>changed/rules.lua
accept --rules changed --accept-key "$key"
fails "nor modified ones" "was modified since it was signed, first in rules.lua"
run rules --accept-key "$key"
ends "the built-in rules need no signature" 0
set --
for n in 0 1 2 3 4 5 6 7 8 9 a b c d e f 0; do
  set -- "$@" --accept-key "$n$(echo "$key" | cut -c 2-)"
done
run rules "$@"
fails "there are at most 16 keys" "more than 16 keys"

finish
