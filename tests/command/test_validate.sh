#!/bin/sh
# What validates can be assessed with the same arguments, and nothing else can.
. "$(dirname "$0")/tap.sh"
tests=${COP11_SOURCE_DIR:?}/tests

# both FILE ARGUMENT... : how the two verbs end, as $validated and $assessed
both() {
  "$cop11" validate "$@" >out 2>err </dev/null
  validated=$?
  "$cop11" assess "$@" >out 2>>err </dev/null
  assessed=$?
  status="$validated and $assessed"
}

agree() {
  both "$@"
  case $validated in
    0) [ "$assessed" != 2 ] ;;
    2) [ "$assessed" = 2 ] ;;
    *) false ;;
  esac
}

# ---- every argument that both take -------------------------------------------

layer=$tests/layers/mining-group
mine=$tests/dossiers/gold-mine.json
write_pack rules
write_dossier bad.json '"used": true, "locked": "al"'
write_dossier good.json '"used": true, "locked": "all"'

# Small rules take a moment, the built-in ones much longer.
for file in good.json bad.json missing.json; do
  for words in "" "--as-of 2013-11-30" "--as-of 2000-01-01" "--as-of 2013-11" \
    "--as-of 2013-02-30" "--as-of today" "--require stated" "--require verified" \
    "--require verifed" "--evaluated-at 2014-01-02T03:04:05Z" "--evaluated-at today" \
    "--show-sensitive" "--format json" "--format text" "--format sarif" \
    "--format jsn" "--max-steps 1000" "--max-steps none" "--time-limit none" \
    "--layer missing" "--as-of 2014-06-30 --require evidenced --format json"; do
    # shellcheck disable=SC2086 # words
    ok "$file ${words:-alone}" agree "$file" --rules rules $words
  done
done
for file in "$mine" good.json; do
  for words in "" "--layer $layer" "--layer rules" "--rules missing" \
    "--layer $layer --as-of 2014-06-30 --require evidenced --format json"; do
    # shellcheck disable=SC2086 # words
    ok "$(basename "$file") $words" agree "$file" $words
  done
done

# ---- any number of steps -------------------------------------------------------

# Where the steps end while the report is written, in each form, nothing validates.
valid_and_assessed() {
  both "$@"
  [ "$validated" != 0 ] || [ "$assessed" != 2 ]
}

# least_steps VERB ARGUMENT... : about the fewest steps that suffice
least_steps() {
  low=0
  high=20000000
  while [ $((high - low)) -gt $((high / 1000)) ]; do
    steps=$(((low + high) / 2))
    if "$cop11" "$@" --max-steps $steps >/dev/null 2>&1; [ $? = 2 ]; then
      low=$steps
    else
      high=$steps
    fi
  done
  echo "$high"
}

for format in text json; do
  set -- good.json --rules rules --format $format
  enough=$(least_steps assess "$@")
  ok "there are enough steps at some time, as $format" test "$enough" -lt 20000000
  needed=$(least_steps validate "$@")
  ok "validate needs no fewer, as $format" \
    test "$((needed + enough / 500))" -ge "$enough"
  ok "and not many more, as $format" test "$needed" -lt $((enough * 11 / 10))
  for part in 50 90 95 98 99 100 101 105 110; do
    ok "$part % of the steps, as $format" valid_and_assessed "$@" \
      --max-steps $((enough * part / 100))
  done
done

finish
