#!/bin/sh
# What holds for every verb that --help names: no input is written over, by whatever
# name, and a reader that closes the pipe ends it quietly.
. "$(dirname "$0")/tap.sh"

# make_inputs : all that the verbs read, anew in the folder in/
make_inputs() {
  rm -rf in
  mkdir in in/sub in/new
  write_pack in/rules
  write_pack in/other
  sed -i 's/doors.locked is all/doors.locked is all or some/' in/other/rules.lua
  write_dossier in/d.json '"used": true, "locked": "all"'
  write_dossier in/later.json '"used": true, "locked": "some"'
  "$cop11" assess in/d.json --rules in/rules --format json >in/kept.json
  [ -f d.xlsx ] || "$cop11" export in/d.json -o d.xlsx --rules in/rules
  cp d.xlsx in
}

# set_call VERB : what the verb is called with, as $call, and the files that it reads
# then, as $inputs.
set_call() {
  inputs=in/rules/rules.lua
  case $1 in
    assess | validate)
      call="$1 in/d.json --rules in/rules"
      inputs="in/d.json $inputs"
      ;;
    batch) call="batch in/d.json -o in/made --rules in/rules" ;;
    diff)
      call="diff in/d.json in/later.json --rules in/rules"
      inputs="in/d.json in/later.json $inputs"
      ;;
    render)
      call="render in/kept.json"
      inputs=in/kept.json
      ;;
    replay)
      call="replay in/kept.json in/d.json --rules in/rules"
      inputs="in/kept.json in/d.json $inputs"
      ;;
    lapses)
      call="lapses in/d.json --until 2013-12-02 --rules in/rules"
      inputs="in/d.json $inputs"
      ;;
    try)
      call="try all{'doors.used\x20is\x20yes'} in/d.json --rules in/rules"
      inputs="in/d.json $inputs"
      ;;
    questions)
      call="questions in/d.json --rules in/rules"
      inputs="in/d.json $inputs"
      ;;
    remedies)
      call="remedies in/d.json --rules in/rules"
      inputs="in/d.json $inputs"
      ;;
    form)
      call="form in/d.json --rules in/rules"
      inputs="in/d.json $inputs"
      ;;
    export)
      call="export oscal in/d.json --rules in/rules"
      inputs="in/d.json $inputs"
      ;;
    import)
      call="import in/d.xlsx --rules in/rules"
      inputs="in/d.xlsx $inputs"
      ;;
    record) call="record in/d.json --list --rules in/rules" ;;
    schema) call="schema dossier --rules in/rules" ;;
    rules) call="rules doors.used --rules in/rules" ;;
    lint) call="lint in/rules" ;;
    test) call="test in/rules" ;;
    explain)
      call="explain L041"
      inputs=
      ;;
    impact)
      call="impact in/rules in/other in/d.json"
      inputs="in/d.json $inputs in/other/rules.lua"
      ;;
    new) call="new dossier --rules in/rules" ;;
    sign) call="sign in/rules --key key" ;;
    verify) call="verify in/rules" ;;
    *) call= ;;
  esac
}

make_inputs
run sign --new-key key
verbs=$("$cop11" --help | sed -n 's/^  \([a-z]\{1,\}\) .*/\1/p' | grep -v '^cop11$')
ok "--help names the verbs" test "$(echo "$verbs" | wc -l)" -ge 11

# ---- what is read is never written over ------------------------------------

# refused NAME : whether the call with -o NAME ended without a trace
refused() {
  # shellcheck disable=SC2086 # words
  "$cop11" $call -o "$1" >out 2>err
  status=$?
  [ "$status" = 2 ] && is_empty out && [ "$(wc -l <err)" = 1 ] &&
    holds err "$1: it is read by this command" && same "$input" before
}

# keeps_by_every_name : no name of $input, a file that $call reads, is taken
keeps_by_every_name() {
  file=$(basename "$input")
  folder=$(dirname "$input")
  ln -s "../../$input" in/new/symbolic
  ln "$input" in/new/hard
  ln -s "../../$folder" in/new/folder
  for name in "$input" "./$input" "in/sub/../../$input" "in//sub/.././../$input" \
    "$PWD/$input" in/new/symbolic in/new/hard "in/new/folder/$file"; do
    ok "$verb keeps $input under the name $name" refused "$name" </dev/null
  done
  ok "$verb keeps $input as an open file" refused /dev/fd/3 </dev/null 3<"$input"
  ok "$verb keeps $input as a file of the process" refused /proc/self/fd/3 \
    </dev/null 3<"$input"
  ok "$verb keeps $input as standard input" refused /dev/stdin <"$input"
  rm -rf in/new/*
}

# keeps_as_output NAME : the same where standard output is the file
keeps_as_output() {
  # shellcheck disable=SC2086 # words
  "$cop11" $call -o "$1" 1<>"$input" 2>err </dev/null
  status=$?
  : >out
  [ "$status" = 2 ] && holds err "$1: it is read by this command" &&
    same "$input" before
}

for verb in $verbs; do
  set_call "$verb"
  ok "$verb is tried here" test -n "$call"
  "$cop11" "$verb" --help >help
  holds help "--output FILE" || continue
  for input in $inputs; do
    cp "$input" before
    keeps_by_every_name
    for name in - /dev/stdout /dev/fd/1; do
      ok "$verb keeps $input as standard output, $name" keeps_as_output "$name"
    done
  done
done

# A dossier that comes by standard input is read by every name of that.
input=in/d.json
cp "$input" before
for verb in assess validate; do
  for source in - /dev/stdin /dev/fd/0; do
    call="$verb $source --rules in/rules"
    ok "$verb keeps what it reads as $source" refused in/d.json <"$input"
    ok "$verb keeps it under its own name" refused /dev/stdin <"$input"
  done
done

# ---- a reader that closes the pipe -------------------------------------------

mkfifo fifo

# ends_quietly ARGUMENT... : with nobody who reads it ends as it does otherwise
ends_quietly() {
  make_inputs
  run "$@"
  wanted=$status
  make_inputs
  exec 3<>fifo 4>fifo 3<&-
  "$cop11" "$@" 2>err >&4 </dev/null
  status=$?
  exec 4>&-
  [ "$status" = "$wanted" ] && is_empty err
}

for verb in $verbs; do
  set_call "$verb"
  # shellcheck disable=SC2086 # words
  ok "$verb ends quietly at a closed pipe" ends_quietly $call
  ok "so does its --help" ends_quietly "$verb" --help
  for format in json html csv sarif junit github; do
    "$cop11" "$verb" --help | grep -q -- "--format" || continue
    # shellcheck disable=SC2086 # words
    "$cop11" $call --format $format >/dev/null 2>&1
    [ $? = 2 ] && continue
    # shellcheck disable=SC2086 # words
    ok "$verb --format $format does" ends_quietly $call --format $format
  done
done
ok "--help ends quietly at a closed pipe" ends_quietly --help
ok "--version does" ends_quietly --version

finish
