#!/bin/sh
# batch: many dossiers in, a report each and one roll-up out.
. "$(dirname "$0")/tap.sh"
write_pack pack
rm -f pack/rules.examples.lua

# batch ARGUMENT... : the verb with the rules of this test
batch() {
  run batch --rules pack "$@"
}

# make_sites : four dossiers, which fall short, are open, conform and are none
make_sites() {
  rm -rf sites made
  mkdir -p sites/north sites/.hidden
  write_dossier sites/north/a.json '"used": true, "locked": "none"'
  write_dossier sites/b.json '"used": true'
  write_dossier sites/c.json '"used": true, "locked": "all"'
  echo '{' >sites/.hidden/x.json
  echo 'no dossier' >sites/notes.txt
}

# count_lines FILE NUMBER
count_lines() { [ "$(wc -l <"$1")" = "$2" ]; }

# ---- a folder ------------------------------------------------------------------

make_sites
batch sites -o made
ends "the worst of all is the exit status: a finding" 1
ok "without a word on standard error" is_empty err
ok "each has a report, where it was" test -s made/reports/sites/north/a.json
ok "hidden files and others have none" test "$(find made/reports -type f | wc -l)" = 3
"$cop11" assess sites/north/a.json --rules pack --format json >wanted
"$cop11" render made/reports/sites/north/a.json --format json >found
ok "the report is that of assess" same found wanted
ok "the worst stands first" test "$(sed -n '/WORST FIRST/,$p' out | sed -n 3p)" = \
  "  sites/north/a.json"
ok "with what it comes to" holds out "Gold Ltd: major; 1 major"
ok "what is not known stays open" holds out "Gold Ltd: open: conformance to major; 1 open"
ok "patterns are counted" holds out "1.1      1 place in 1 dossier (1 major)"
ok "a Member in several dossiers is named" holds out "Repeated     M-1 in 3 dossiers"
ok "the roll-up names its format" holds made/rollup.json '"format":"cop11.batch/1"'
ok "and counts ratings" holds made/rollup.json '"ratings":{"not-applicable":0,"conformance":1,"minor-nonconformance":0,"major-nonconformance":1,"not-determined":1}'
ok "it is JSON" python3 -c 'import json; json.load(open("made/rollup.json"))'
ok "a page leads to each report" holds made/rollup.html 'href="reports/sites/north/a.json"'
ok "under the notice" holds made/rollup.html "Only a test."
ok "csv has a row for the finding" holds made/rollup.csv "finding,sites/north/a.json,M-1,Gold Ltd,2013-11-30,,pit,pit,1,1.1,"

cp -r made first
rm -rf made
batch sites -o made --jobs 1
ok "one job makes the same bytes of the roll-up" same made/rollup.json first/rollup.json
rm -rf made
batch sites/north sites/c.json sites/b.json -o made --jobs 3
cp made/rollup.json forth.json
rm -rf made
batch sites/b.json sites/c.json sites/north -o made --jobs 2
ok "and so does any order of what is named" same made/rollup.json forth.json

for case in "b.json:3" "c.json:0"; do
  rm -rf made
  batch "sites/${case%:*}" -o made
  ends "a batch of ${case%:*} ends as assess does" "${case#*:}"
done
rm -rf made
batch sites/c.json -o made --require evidenced
ends "what rests on less than is required is open" 3
rm -rf made
batch sites/c.json -o made --format html
ok "reports have the format that is asked for" holds made/reports/c.json.html "<!DOCTYPE html>"
rm -rf made
batch sites -o made --as-of 2012-01-31
ok "and are of the day that is" holds made/reports/sites/c.json '"as_of":"2012-01-31"'

# ---- going on -------------------------------------------------------------------

rm -rf made
batch sites -o made
cp made/done.ndjson before
rm made/rollup.json
batch sites -o made
ok "what is done is not done again" same made/done.ndjson before
ok "and the roll-up is the same" same made/rollup.json first/rollup.json
rm made/reports/sites/c.json
batch sites -o made
ok "a report that is lost is made again" test -s made/reports/sites/c.json
ok "that one alone" count_lines made/done.ndjson 5
ok "and the roll-up is the same" same made/rollup.json first/rollup.json
write_dossier sites/c.json '"used": true, "locked": "some"'
batch sites -o made
ok "so is one whose dossier changed" holds made/rollup.json '"minor-nonconformance":1,'
write_dossier sites/c.json '"used": true, "locked": "all"'
batch sites -o made
ok "and back" same made/rollup.json first/rollup.json
printf '{"file":"sites/b.js' >>made/done.ndjson
batch sites -o made
ends "a last line that was torn is no harm" 1
ok "it is cut off" lacks made/done.ndjson '"sites/b.js{'
ok "and the roll-up is the same" same made/rollup.json first/rollup.json
batch sites/c.json -o made
ok "what is not given any more is not rolled up" holds made/rollup.json '"count":1,'
head -c 40 first/done.ndjson >made/done.ndjson
batch sites -o made
ok "a first line that was torn is written anew" same made/rollup.json first/rollup.json

batch sites -o made --as-of 2013-01-01
fails "another day is another folder" "with another --as-of; name another folder"
batch sites -o made --format text
fails "so is another format" "with another --format"
run batch sites -o made
fails "so are other rules" "by other rules"
echo 'mine' >>made/done.ndjson
batch sites -o made
fails "a journal that was changed is left alone" "it was changed by something else"
ok "as it is" holds made/done.ndjson "mine"

# ---- what is bad ------------------------------------------------------------------

make_sites
printf '{\n"format": 3 }\n' >sites/b.json
echo '[' >sites/z.json
batch sites -o made --jobs 2
ends "a bad dossier stops it" 2
ok "by its place" holds err "cop11: sites/b.json:2:"
ok "the first alone" lacks err z.json
ok "with the way on" holds err "--skip-bad past this one"
ok "nothing is rolled up" test ! -e made/rollup.json
batch sites -o made --skip-bad
ends "skipped, it still tells in the exit status" 2
ok "and is listed" holds out "sites/b.json:2:"
ok "so is the other" holds out "sites/z.json:"
ok "and the others are done" test -s made/reports/sites/north/a.json
ok "the roll-up counts it" holds made/rollup.json '"count":4,"bad":2,'
ok "the page lists it" holds made/rollup.html "Could not be assessed"
ok "so does csv" holds made/rollup.csv "bad,sites/b.json:2:"
cp made/rollup.json before
batch sites -o made --skip-bad --jobs 1
ok "again the same" same made/rollup.json before
write_dossier sites/b.json '"used": true'
rm sites/z.json
batch sites -o made
ok "mended, all is well" same made/rollup.json first/rollup.json

make_sites
ln -s ../pack sites/linked
ln -s /etc/passwd sites/secret.json
mkfifo sites/pipe.json
: >sites/empty.json
mkdir sites/folder.json
: >sites/folder.json/inner.txt
name=$(printf 'sites/\303\050.json')
cp sites/c.json "$name"
batch sites -o made --skip-bad
ends "what is no plain file is bad" 2
for case in "sites/linked: it is a link" "sites/secret.json: it is a link" \
  "sites/pipe.json: it is no regular file" "sites/empty.json: it is empty" \
  "sites/?(.json: its name is no UTF-8"; do
  ok "$case" holds out "$case"
done
ok "and nothing else" holds out "Not assessed 5 dossiers"

make_sites
cp sites/c.json "$(printf 'sites/\033[31m\nred.json')"
cp sites/c.json "sites/<b>&\"'.json"
batch sites -o made
ends "names may hold anything" 1
ok "and act on no terminal" lacks out "$(printf '\033')"
ok "nor break a line" lacks out "^red.json"
ok "nor a page" lacks made/rollup.html "<b>"
ok "the roll-up is JSON" python3 -c 'import json
d = json.load(open("made/rollup.json"))["dossiers"]
assert "sites/\x1b[31m\nred.json" in [one["file"] for one in d]'
cp made/rollup.json before
batch sites -o made
ok "again the same" same made/rollup.json before

# ---- lines --------------------------------------------------------------------------

make_sites
tr -d '\n' <sites/north/a.json >many.ndjson
printf '\n\n  \n' >>many.ndjson
tr -d '\n' <sites/b.json >>many.ndjson
echo >>many.ndjson
tr -d '\n' <sites/c.json >>many.ndjson
batch many.ndjson -o made
ends "a file may hold a dossier in each line" 1
ok "the first by its number" test -s made/reports/many.ndjson/00000001.json
ok "blank lines count and are none" test -s made/reports/many.ndjson/00000004.json
ok "the last needs no end" test -s made/reports/many.ndjson/00000005.json
ok "and there are no more" holds made/rollup.json '"count":3,'
cp made/rollup.json before
rm -rf made
"$cop11" batch --rules pack - -o made <many.ndjson >out.txt 2>err
ok "so may standard input" test "$(find made/reports/standard-input -type f | wc -l)" = 3
sed 's#standard-input#many.ndjson#g' made/rollup.json >found
ok "with the same roll-up" same found before
mv many.ndjson sites/
rm -rf made
batch sites -o made
ok "one in a folder is found too" holds made/rollup.json '"count":6,'

printf '{"format":"cop11.dossier/1"}\n{"a\000b":1}\n{"format":3}\n' >odd.ndjson
head -c 17000000 /dev/zero | tr '\000' ' ' >>odd.ndjson
printf '{"format":"cop11.dossier/1"}\n{"format":"cop11.dossier/1"}\n' >>odd.ndjson
rm -rf made
batch odd.ndjson -o made --as-of 2013-11-30 --skip-bad
ends "bad lines are bad dossiers" 2
ok "a NUL is told by its line" holds out "odd.ndjson/00000002:2:"
ok "what is no dossier too" holds out "odd.ndjson/00000003:3:"
ok "and a line that is too long" holds out "odd.ndjson/00000004:4:1: the line is larger than 16 MiB"
ok "the others are done" holds made/rollup.json '"count":5,"bad":3,'
rm -rf made
batch odd.ndjson -o made --as-of 2013-11-30
ends "the first stops it" 2
ok "by its line" holds err "cop11: odd.ndjson:2:"

# ---- what is refused -------------------------------------------------------------------

make_sites
batch sites
fails "a folder is asked for" "name a folder for them with -o"
batch sites -o sites/out
fails "it lies outside what is read" "it lies in sites, whose dossiers are read"
ok "and is not made then" test ! -e sites/out
batch sites -o sites
fails "it is another" "whose dossiers are read"
ln -s sites alias
batch sites -o alias/out
fails "by whatever name" "whose dossiers are read"
batch sites/north -o sites
fails "what is read lies outside it" "sites/north lies in it and is read"
mkdir other
echo mine >other/file
batch sites -o other
fails "a folder of something else is left alone" "it holds files that no batch wrote"
ok "as it is" test "$(ls other)" = file
rm other/file
printf 'mine\n' >other/done.ndjson
batch sites -o other
fails "a journal of something else too" "it is no journal of a batch"
ok "as it is" test "$(cat other/done.ndjson)" = mine
printf 'mine' >other/done.ndjson
batch sites -o other
ok "without a line end too" test "$(cat other/done.ndjson)" = mine
batch sites -o sites/c.json
ends "a file is no folder" 2
batch sites -o no/such/folder
ends "nor is it made in one that is not there" 2
mkdir nothing
batch nothing -o made
fails "a folder without dossiers is told" "there is no dossier in this folder"
batch none.json -o made
fails "and one that is not there" "none.json: there is no such file or folder"
mkdir two
cp sites/c.json two/c.json
batch sites/c.json two/c.json -o made
fails "two of one name are told" "would have reports of one name, 'c.json'"
batch sites -o made --jobs 0
fails "jobs are one at least" "--jobs: '0'"
batch sites -o made --jobs 65
fails "and 64 at most" "give one from 1 to 64"
batch sites -o made --format docx
fails "a format is one there is" "--format: 'docx' is not a format"
batch sites -o made --as-of soon
fails "a day is one" "--as-of: "
ok "none of these left a folder" test ! -e made
mkdir -p made elsewhere
ln -s ../elsewhere made/reports
printf '' >made/done.ndjson
batch sites -o made
ends "a link in the folder leads nothing out of it" 2
ok "nothing is written there" test -z "$(ls elsewhere)"
rm -rf made
batch sites -o made
flock made/done.ndjson "$cop11" batch --rules pack sites -o made >out.txt 2>err
ok "two at once are refused" holds err "another cop11 batch is writing to this folder"

# ---- stopping -----------------------------------------------------------------------------

# The command opens a pipe, and so has begun; the pipe stays open: it waits there for a
# line when the signal comes, whatever it has done by then.
make_sites
mkfifo fifo.ndjson
for signal in INT TERM HUP; do
  rm -rf made
  env --default-signal=INT "$cop11" batch --rules pack fifo.ndjson -o made \
    >out.txt 2>err &
  child=$!
  exec 3>fifo.ndjson
  tr -d '\n' <sites/b.json >&3
  echo >&3
  tr -d '\n' <sites/c.json >&3
  kill -$signal $child
  wait $child 2>/dev/null
  status=$?
  exec 3>&-
  ok "SIG$signal ends it by that signal" test "$(kill -l $status)" = $signal
  ok "and it tells how to go on" holds err "the same command goes on from there"
  ok "nothing is left in part" test -z "$(find made -name '*.part')"
done
(
  tr -d '\n' <sites/b.json
  echo
  tr -d '\n' <sites/c.json
) >whole.ndjson
"$cop11" batch --rules pack - -o made <whole.ndjson >out.txt 2>err
cp made/rollup.json before
rm -rf made
head -c 700 whole.ndjson | "$cop11" batch --rules pack - -o made >out.txt 2>err
"$cop11" batch --rules pack - -o made <whole.ndjson >out.txt 2>err
ok "going on comes to the same" same made/rollup.json before

# ---- a terminal --------------------------------------------------------------------------

esc=$(printf '\033')
rm -rf made
TERM=xterm script -qec "'$cop11' batch --rules pack sites -o made >out.txt" /dev/null \
  </dev/null >shown
ok "a terminal shows how far it is" holds shown " of 3  "
ok "with the time that is left" holds shown " left$esc[K"
ok "and the line is cleared" holds shown "$(printf '\r')$esc[K"
rm -rf made
TERM=dumb script -qec "'$cop11' batch --rules pack sites -o made >out.txt" /dev/null \
  </dev/null >shown
ok "TERM=dumb is heeded" is_empty shown

finish
