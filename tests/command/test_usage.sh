#!/bin/sh
# Help, the version, and what is told of a command line that is wrong.
. "$(dirname "$0")/tap.sh"

run
fails "no verb" "there is no verb; see cop11 --help"
run asess
fails "a misspelt verb" "there is no verb 'asess'; did you mean 'assess'?"
run frobnicate
fails "another word" "there is no verb 'frobnicate'; see cop11 --help"
run --frob
fails "an unknown option" "there is no option '--frob'; see cop11 --help"
run assess x --formt=html
fails "a misspelt option" "there is no option '--formt'; did you mean '--format'?"
run lint --rulez x
fails "an option of no verb" "there is no option '--rulez'; see cop11 lint"
run validate x --summary
fails "an option of another verb" "there is no option '--summary'"
run assess x -z
fails "an unknown letter" "there is no option '-z'; see cop11 assess --help"
run assess x --format
fails "a missing value" "a value is missing after '--format'"
run assess x -o
fails "a missing value of a letter" "a value is missing after '-o'"
run assess x --rules ""
fails "an empty value" "a value is missing after '--rules'"
run assess x --rules= -o y
fails "an empty value behind =" "a value is missing after '--rules='"
run assess x -o ""
fails "an empty value of a letter" "a value is missing after '-o'"
run assess ""
fails "an empty argument" "an argument of assess is empty; see cop11 assess"
run impact a "" c
fails "an empty argument among others" "an argument of impact is empty"
run assess x --help=3
fails "a value too many" "a value was given to '--help=3'"
run assess x y
fails "an argument too many" "there is one argument too many, 'y'; words with spaces"
run assess x -- --format
fails "-- makes arguments of options" "one argument too many, '--format'"
run assess x --layer 1 --layer 2 --layer 3 --layer 4 --layer 5 --layer 6 \
  --layer 7 --layer 8 --layer 9
fails "too many layers" "there are more than 8 layers"

# names_no_part FILE : none of the versions that --version names of the parts
names_no_part() {
  ! sed 1d version | cut -d ' ' -f 2 | grep -qFf - "$1"
}
run --version
ends "--version ends with 0" 0
ok "--version begins with the library's own" \
  sh -c "head -n 1 out | grep -Eq '^cop11 [0-9]+\.[0-9]+\.[0-9]+ \(ABI [0-9]+\)$'"
ok "--version names Lua 5.4" grep -Eq '^Lua 5\.4\.[0-9][^ ]* \(.+\)$' out
ok "--version names lua-cjson 2" grep -Eq '^lua-cjson 2\.[0-9][^ ]* \(.+\)$' out
ok "--version names libsodium 1" grep -Eq '^libsodium 1\.[0-9][^ ]* \(.+\)$' out
ok "--version says nothing else" test "$(wc -l <out)" = 4
cp out version
run -V
ok "-V is the same" same out version
write_dossier door.json '"used": true'
run assess door.json --format json
ok "no report holds the versions of the parts" names_no_part out

run --help
ends "--help ends with 0" 0
cp out help
run -h
ok "-h is the same" same out help
for verb in assess validate diff questions remedies form export import record schema rules lint new explain test impact sign verify; do
  ok "--help knows $verb" grep -q "^  $verb " help
  run $verb --help
  ends "$verb --help ends with 0" 0
  ok "$verb --help says how to use it" grep -q "^Usage: cop11 $verb " out
  ok "$verb --help has examples and exit statuses" \
    grep -zq 'Exit status: .*Example' out
  ok "$verb --help fits 80 columns" test "$(awk 'length > 80' out | wc -l)" = 0
  ok "$verb --help goes nowhere else" is_empty err
done

# Every option that a help text names is taken, and the other way about.
for verb in assess validate diff questions remedies form export import record schema rules lint new explain test impact sign verify; do
  run $verb --help
  named=$(sed -n 's/^  \(-., \)\{0,1\}--\([a-z-]*\).*/\2/p' out | sort)
  taken=$(for option in format as-of evaluated-at max-steps time-limit require rules layer output show-sensitive \
    summary full verbose language write-missing accept-key key new-key kind check details answer by authority on why ref list help; do
    "$cop11" $verb a b --$option=1 2>&1 | grep -q 'there is no option' ||
      echo $option
  done | sort)
  ok "$verb --help names the options it takes" test "$named" = "$taken"
done

finish
