#!/bin/sh
# What assess prints, and the exit status that follows from the rating.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/tap.sh"
write_pack rules
write_dossier met.json '"used": true, "locked": "all"'
write_dossier minor.json '"used": true, "locked": "some", "code": "s3cret"'
write_dossier major.json '"used": true, "locked": "none"'
write_dossier unknown.json '"used": true'
write_dossier none.json '"used": false'

assess() { run assess "$@" --rules rules; }

assess met.json
ends "conformance ends with 0" 0
ok "text is the usual format" holds out "Indicative rating CONFORMANCE"
ok "the notice is printed" holds out "Only a test."
assess none.json
ends "not applicable ends with 0" 0
assess minor.json
ends "a minor non-conformance ends with 1" 1
assess major.json
ends "a major non-conformance ends with 1" 1
assess unknown.json
ends "not determined without a finding ends with 3" 3
write_dossier worse.json '"used": true, "locked": {"one_of": ["some", "none"]}'
assess worse.json
ends "not determined where a finding is certain ends with 1" 1

# The dossier that is met rests on statements alone.
assess met.json --require stated
ends "--require stated takes a statement" 0
assess met.json --require evidenced
ends "--require evidenced does not" 3
ok "and the report is as ever" holds out "CONFORMANCE"
assess met.json --require verified
ends "nor does --require verified" 3
shown='{"value": true, "evidence": ["E1"]}'
write_dossier shown.json "\"used\": $shown,
  \"locked\": {\"value\": \"all\", \"evidence\": [\"E1\"]}"
sed -i 's/"member"/"evidence": [{"id": "E1", "kind": "observation", "title": "A walk", "date": "2013-11-01"}], &/
  s/"complete": true/&, "evidence": ["E1"]/' shown.json
assess shown.json --require evidenced
ends "--require evidenced takes evidence" 0
assess shown.json --require verified
ends "--require verified does not" 3
assess minor.json --require verified
ends "a finding stays one, whatever it rests on" 1
run assess met.json --rules rules --max-steps 10
fails "too much work names the command's own option" \
  "needs more work than --max-steps (10) allows."
ok "and not the library's" lacks err cop11_options
run validate met.json --rules rules --max-steps 20000000
ends "enough steps are enough" 0
for many in 0 -1 1e3 1x 9999999999999999; do
  run assess met.json --max-steps $many
  fails "no number of steps: $many" "--max-steps: '$many' is no number of steps"
done
run test rules --time-limit 1
fails "a time limit names the command's own option" \
  "The call took longer than --time-limit (1)."
ok "and not the library's either" lacks err cop11_call
run assess met.json --rules rules --time-limit 60000
ends "enough time is enough" 0
for long in 0 -1 1.5 1s 9999999999; do
  run assess met.json --time-limit $long
  fails "no time: $long" "--time-limit: '$long' is no number of milliseconds"
done
run assess met.json --require proven
fails "another basis" "--require: 'proven' is no basis; say stated, evidenced"
run assess met.json --require auditor-verified
fails "a basis as reports call it" \
  "'auditor-verified' is no basis; did you mean 'verified'?"
assess minor.json
ok "nothing goes to standard error" is_empty err

# The rating is the Member's, whatever texts in the report look like one.
sed 's/Gold Ltd/\\"rating\\":\\"conformance\\",\\"member\\":{/' minor.json >odd.json
assess odd.json
ends "a name that looks like a rating changes nothing" 1

assess minor.json --format json
cp out first.json
ends "json has the same exit status" 1
ok "json is the report, indented" grep -q '^  "as_of": "2013-11-30",$' out
ok "and ends its line" test -z "$(tail -c 1 out)"
assess minor.json --format=json -o second.json
ok "json in a file is the same bytes" same first.json second.json
run assess --rules=rules --format json - <minor.json
"$cop11" assess --rules rules --format json - <minor.json >out 2>err
ok "standard input is the same bytes" same first.json out
"$cop11" assess --rules rules --format json -- minor.json >out 2>err
ok "-- ends the options" same first.json out
"$cop11" assess minor.json --ru rules --form json >out 2>err
ok "options may be shortened" same first.json out
mkfifo pipe
cat minor.json >pipe &
assess pipe --format json
ok "a pipe is read to its end" same first.json out

assess minor.json --format html
ok "html is a page" holds out '<!DOCTYPE html>'
assess minor.json --format csv
ok "csv has a header" holds out "kind,id,as_of,member"
ok "csv has the rating of the Member" holds out "rating,"
ok "csv has the results" holds out "result,"
assess minor.json --format docx
fails "an unknown format is refused" "--format: 'docx' is not a format"

assess minor.json --as-of 2010-01-02
ok "--as-of gives the day" holds out "As of             2010-01-02"
assess minor.json --as-of 2010
fails "--as-of must be a day" "--as-of: as_of is '2010'"
assess minor.json --as-of 2014-02-30
fails "--as-of must be a day there is" "'2014-02-30'; there is no day 30 in that month"
assess minor.json --evaluated-at 2014-01-31T09:30:00Z --format json
ok "--evaluated-at says when" holds out '"evaluated_at": "2014-01-31T09:30:00Z"'
for format in text html csv; do
  assess minor.json --evaluated-at 2014-01-31T09:30:00Z --format $format
  ok "--evaluated-at is in $format too" holds out "2014-01-31T09:30:00Z"
done
assess minor.json --evaluated-at 2014-01-31
fails "--evaluated-at must be a moment" \
  "--evaluated-at: evaluated_at is '2014-01-31'"
sed 's/"date"/"x-date"/' minor.json >noday.json
assess noday.json
fails "without a day nothing is rated" "(--as-of DATE gives one)"

assess minor.json
ok "sensitive values are kept back" lacks out "s3cret"
assess minor.json --show-sensitive
ok "--show-sensitive shows them" holds out "s3cret"

mkdir layer
cat >layer/house.lua <<'EOF'
check "1.org.9" {
  title  = "The house wants locks",
  expect = { "doors.locked is all", otherwise = "The house wants locks." },
  ask    = "Try the doors.",
}
EOF
assess minor.json --layer layer
ok "a layer is laid over the rules" holds out "  OBSERVATION  1.org.9  "
ok "and rated apart" holds out "House rating      minor"

mkdir off
cat >off/house.lua <<'EOF'
switch_off "1.1" {
  because = "locks are not ours", by = "the owner", until_date = "2014-01-31",
}
EOF
assess minor.json --layer off
ends "a check that is switched off still decides the exit status" 1
ok "the head says what is weakened" holds out "  WEAKER  The layer off switches"
ok "the house is rated without it" holds out "House rating      not applicable"
sed 's/"1.1"/"1.2"/' off/house.lua >off/other.lua
assess minor.json --layer off
fails "a check that is not there is told" "the baseline has no check '1.2'"

# Lua inside the library is built otherwise than the one that runs the specs.
for dossier in "$here"/../dossiers/*.json; do
  for format in text html csv json; do
    run assess "$dossier" --format "$format"
    ok "$(basename "$dossier") is printed as $format" test "$status" != 2
  done
done

finish
