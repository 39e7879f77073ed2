#!/bin/sh
# Dossiers that cannot be read: one clear message each.
. "$(dirname "$0")/tap.sh"
write_pack rules
write_dossier fine.json '"used": true'

for verb in assess validate; do
  run $verb
  fails "$verb needs a dossier" "$verb needs a DOSSIER; see cop11 $verb --help"
  run $verb missing.json
  fails "$verb: no such file" "missing.json: there is no such file"
  mkdir -p folder
  run $verb folder
  fails "$verb: a folder" "folder: it is a folder; name the dossier inside it"
  : >empty.json
  run $verb empty.json
  fails "$verb: an empty file" "empty.json: it is empty; a dossier is a JSON"
  printf '{\n  "a": 1,,\n}' >bad.json
  run $verb bad.json
  ends "$verb: not JSON" 2
  ok "$verb: where it is none" holds err "bad.json:2:10: "
  ok "$verb: the line" holds err '  here:  "a": 1,,'
  ok "$verb: the line mended" holds err '  write: "a": 1,'
  printf "{'a': 1,\n\"b\": True,\n\"c\": 80%%\n\"d\": .5}" >slips.json
  run $verb slips.json
  ok "$verb: each of several slips" grep -q "slips.json:1:2: Found" err
  ok "$verb: with its line" holds err "line 2: Found 'T', expected a value."
  ok "$verb: and mend" holds err '  write: "b": true,'
  ok "$verb: to the last" holds err '  write: "d": 0.5}'
  printf '{"a"' >cut.json
  run $verb cut.json
  ends "$verb: where no mend helps" 2
  ok "$verb: the line alone" holds err '  here:  {"a"'
  printf 'facility,fact,value\n' >table.csv
  run $verb table.csv
  fails "$verb: another kind of file" "table.csv: this seems to be CSV; a dossier"
  for made in 'UTF-16' 'UTF-16LE' 'UTF-16BE'; do
    iconv -t "$made" fine.json >wide.json
    run $verb wide.json
    fails "$verb: a file in $made" \
      "wide.json: this seems to be text in UTF-16: save it as UTF-8; a dossier"
  done
  echo '[]' >list.json
  run $verb list.json
  ends "$verb: not an object" 2
  ok "$verb: where it begins" holds err "list.json:1:1: "
  dd if=/dev/zero of=large.json bs=1 count=0 seek=100M 2>dd.log
  run $verb large.json
  fails "$verb: too large a file" "large.json: it is larger than 16 MiB"
  "$cop11" $verb - >out 2>err </dev/zero
  status=$?
  fails "$verb: input without end" "standard input: it is larger than 16 MiB"
  "$cop11" $verb - >out 2>err <&-
  status=$?
  fails "$verb: closed standard input" "standard input: "
done

# What the name stands for is read once, from beginning to end.
run assess fine.json --rules rules
cp out wanted
mkfifo pipe
cat fine.json >pipe &
run assess pipe --rules rules
ends "a pipe is read as a file is" 3
ok "and all of it" same out wanted
run assess /dev/zero
fails "a device without end" "/dev/zero: it is larger than 16 MiB"
run assess /dev/null
fails "a device without content" "/dev/null: it is empty"

cp fine.json closed.json
chmod 000 closed.json
run_as_anyone assess closed.json
fails "a file that may not be read" "closed.json: Permission denied"
mkdir -p closed/rules
cp rules/rules.lua closed/rules
chmod 000 closed/rules/rules.lua
run_as_anyone assess fine.json --rules closed/rules
fails "rules that may not be read" "rules.lua may not be read by this user"
chmod 000 closed
run_as_anyone assess closed/fine.json
fails "a folder that may not be entered" "closed/fine.json: Permission denied"
chmod 700 closed

# Every problem of a dossier, each on a line with its place.
cat >wrong.json <<'EOF'
{ "format": "cop11.dossier/1", "assessment": { "date": "2013-11-30" },
  "member": { "id": "M", "nmae": "x" },
  "facilities": [
    { "id": "a", "doors": { "used": "ja" } } ] }
EOF
run assess wrong.json --rules rules
ends "a malformed dossier ends with 2" 2
ok "nothing of it is rated" is_empty out
ok "every problem is told" test "$(wc -l <err)" = 2
ok "with file, line, column and pointer" holds err \
  "cop11: wrong.json:4:29: /facilities/0/doors/used: "
ok "and a cure" holds err "did you mean 'name'?"
sed 's/"ja" } } ] }//' wrong.json >many.json
for i in $(seq 30); do
  echo "\"ja\" } }, { \"id\": \"a$i\", \"doors\": { \"used\": " >>many.json
done
echo '"ja" } } ] }' >>many.json
run assess many.json --rules rules
ok "of many the first are told, and how many more there are" \
  test "$(wc -l <err)" = 21
ok "and where the rest stands" holds err \
  "cop11: many.json: and 12 more; cop11 validate lists them"

# What fails writes nothing, not even in part.
mkdir kept
echo before >kept/report
run assess wrong.json --rules rules -o kept/report
ok "a dossier that fails leaves the old report" holds kept/report before
run assess large.json -o kept/report
ok "so does one that is too large" holds kept/report before
run assess fine.json --rules no-such-rules -o kept/report
ok "so do rules that are not there" holds kept/report before
mkdir unread
printf 'fact "a" {\n  type = "yes/no"\n  ask = "?",\n}\n' >unread/rules.lua
run assess fine.json --rules unread -o kept/report
fails "rules with a syntax error are told, with their place" \
  "rules.lua:2:18: a comma is missing"
ok "and leave the old report" holds kept/report before
ok "with nothing beside it" test "$(ls -A kept)" = report

printf '{"format":"cop11.dossier/1","a\\u001b[2J\\u009b":1}' >escape.json
run assess escape.json
esc=$(printf '\033')
ok "messages hold no terminal escape" lacks err "$esc"
name=$(printf 'x\033[2J\302\233y')
run assess "$name"
fails "nor do names of files" "x?[2J?y: there is no such file"

run validate wrong.json --rules rules
ends "validate ends with 2 for errors, as assess does" 2
ok "and lists them" holds out "/facilities/0/doors/used (line 4, column 29)"
run validate fine.json --rules rules
ends "validate ends with 0 where there are none" 0
ok "and says so" holds out "The dossier can be assessed."
# What validates is assessed with the same options.
agree() {
  run assess "$@" --rules rules
  assessed=$status
  run validate "$@" --rules rules
  [ "$status" = "$assessed" ] || { [ "$status" = 0 ] && [ "$assessed" != 2 ]; }
}
for date in '{}' '{"date": null}' '{"date": "2013-11"}' '{"date": "2013-11-30"}' \
  '{"date": "30.11.2013"}' '{"date": {"state": "unknown"}}'; do
  printf '{"format":"cop11.dossier/1","assessment":%s,"facilities":[{"id":"a"}]}' \
    "$date" >dated.json
  ok "validate and assess agree on $date" agree dated.json
  ok "with --as-of too" agree dated.json --as-of 2013-11-30
done
printf '{"format":"cop11.dossier/1","facilities":[{"id":"a"}]}' >undated.json
run validate undated.json --rules rules
ends "a dossier without a date does not validate" 2
ok "which says what it lacks" holds out "no as-of date"
run validate undated.json --rules rules --as-of 2013-11-30
ends "and does with --as-of" 0

for steps in 10 100 1000 3000 10000 100000 1000000; do
  ok "they agree on what $steps steps allow" agree fine.json --max-steps $steps
done

run validate wrong.json --rules rules --format json
ok "validate gives json too" holds out '"format":"cop11.validation/1"'

finish
