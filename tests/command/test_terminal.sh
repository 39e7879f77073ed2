#!/bin/sh
# Colours: on terminals alone, and never against the user's will.
. "$(dirname "$0")/tap.sh"
write_pack rules
write_dossier d.json '"used": true, "locked": "some"'
command -v script >/dev/null || {
  echo "not ok 1 - there is a script(1) to make a terminal"
  echo "# it is in Debian's package bsdutils"
  exit 1
}
esc=$(printf '\033')

# on_terminal ARGUMENT... : the command with a terminal as standard output
on_terminal() {
  script -qec "'$cop11' $*" /dev/null </dev/null | tr -d '\r' >out
}

# The whole report, on a terminal as elsewhere.
on_terminal_in_full() { on_terminal "$@" --full; }

"$cop11" assess d.json --rules rules >plain
ok "a file has no colours" lacks plain "$esc"
TERM=xterm-256color on_terminal_in_full assess d.json --rules rules
ok "a terminal has colours" holds out "$esc[1;33m  MINOR  1.1  "
ok "the rating too" holds out "$esc[1;33mIndicative rating MINOR"
ok "headings too" holds out "$esc[1mFINDINGS$esc[0m"
sed "s/$esc\[[0-9;]*m//g" out >bare
ok "colours change no byte of the text" same bare plain
TERM=xterm NO_COLOR=1 on_terminal_in_full assess d.json --rules rules
ok "NO_COLOR is heeded" same out plain
TERM=xterm NO_COLOR= on_terminal_in_full assess d.json --rules rules
ok "but not when it is empty" holds out "$esc[1m"
TERM=dumb on_terminal_in_full assess d.json --rules rules
ok "TERM=dumb is heeded" same out plain
TERM=xterm on_terminal assess d.json --rules rules --format html
ok "html has no colours" lacks out "$esc"
TERM=xterm on_terminal assess d.json --rules rules --format json
ok "json has no colours" lacks out "$esc"
TERM=xterm on_terminal assess d.json --rules rules -o report
ok "a file named with -o has none" same report plain

# ---- the first screen ---------------------------------------------------------------

"$cop11" assess d.json --rules rules --format summary >first
ok "a summary says the rating" holds first "Indicative rating MINOR"
ok "why" holds first "BECAUSE"
ok "and no more" lacks first "FINDINGS"
TERM=dumb on_terminal assess d.json --rules rules
head -n "$(wc -l <first)" out >shown
ok "a terminal has it by default" same shown first
ok "and the way to the whole" holds out "cop11: this is a summary; --full prints the whole report"
TERM=dumb on_terminal assess d.json --rules rules --format text
ok "but not where a format is asked for" same out plain

finish
