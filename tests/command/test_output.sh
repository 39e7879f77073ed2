#!/bin/sh
# Files are written whole or not at all, and every failure to write is told.
. "$(dirname "$0")/tap.sh"
write_pack rules
write_dossier d.json '"used": true, "locked": "all"'
assess() { run assess d.json --rules rules "$@"; }
alone() { [ "$(ls -A "$1")" = "$2" ]; }

assess
cp out wanted
mkdir new
assess -o new/report
ends "-o ends as without" 0
ok "a new file is written" same new/report wanted
ok "nothing is left beside it" alone new report
ok "nothing goes to standard output" is_empty out
umask 027
assess -o masked
ok "its permissions follow the umask" test "$(stat -c %a masked)" = 640
umask 022

echo old >existing
chmod 604 existing
assess --output=existing
ok "an existing file is replaced" same existing wanted
ok "and keeps its permissions" test "$(stat -c %a existing)" = 604
echo old >target
ln -s target link
assess -o link
ok "a link to a file leads to it" same target wanted
ok "and stays a link" test -L link

assess -o -
ok "-o - is standard output" same out wanted
assess -o /dev/stdout
ok "/dev/stdout is standard output" same out wanted
echo before >appended
"$cop11" assess d.json --rules rules -o /dev/stdout >>appended
ok "what stands in it stays" holds appended before

mkdir folder
assess -o folder
fails "a folder is refused" "folder: it is a folder"
# A pipe stands for devices too: were /dev/null named here and the check
# broken, root would lose it.
mkfifo pipe
assess -o pipe
fails "a pipe is refused" "pipe: it is not a regular file"
ln -s nowhere dangling
assess -o dangling
fails "a link to nothing is refused" "dangling: it is a link to nothing"
assess -o missing/report
fails "a missing folder is told" "missing/report: no file can be made beside"
long=$(printf '%5000s' x | tr ' ' a)
assess -o "$long"
fails "a name too long is told" ": "

# What is read is never written over, by whatever name.
cp d.json before
ln -s d.json symlink
ln d.json hardlink
mkdir sub
for other in d.json ./d.json sub/../d.json symlink hardlink "$PWD/d.json"; do
  assess -o "$other"
  fails "the dossier is kept under the name $other" \
    "$other: it is read by this command and would be lost; name another"
done
run assess symlink --rules rules -o d.json
fails "so it is when it is read by another name" "d.json: it is read by this"
"$cop11" assess - --rules rules -o hardlink <d.json >out 2>err
status=$?
fails "so it is when it is standard input" "hardlink: it is read by this"
ok "it is as it was" same d.json before
ln rules/rules.lua rule
for other in rules/rules.lua rule; do
  assess -o "$other"
  fails "a rule file is kept: $other" "$other: it is read by this command"
  run lint rules -o "$other"
  fails "lint keeps it too: $other" "$other: it is read by this command"
  run assess d.json --layer rules -o "$other"
  fails "a layer's file is kept: $other" "$other: it is read by this command"
done
echo old >dossier
run schema dossier -o dossier
ends "an operand that is no file is none" 0

# Not even the owner has leave, though the folder would allow a new file in its
# place.
echo old >kept
chmod 400 kept
run_as_anyone assess d.json --rules rules -o kept
fails "a file without leave to write it is told" "kept: it may not be written"
ok "and stays as it was" holds kept old
ok "with its permissions" test "$(stat -c %a kept)" = 400
chmod 600 kept
mkdir locked
chmod 500 locked
run_as_anyone assess d.json --rules rules -o locked/report
fails "a folder without leave is told" \
  "locked/report: no file can be made beside it: Permission denied"
ok "and stays empty" alone locked ""

# A limit on file sizes stands for a full disk.
echo old >kept
mkdir full
(
  ulimit -f 1
  "$cop11" assess d.json --rules rules --format html -o full/report
) >out 2>err
status=$?
fails "a file that does not fit is told" "full/report: it cannot be written"
ok "and nothing of it stays" alone full ""
mv kept full/report
(
  ulimit -f 1
  "$cop11" assess d.json --rules rules --format html -o full/report
) >out 2>err
status=$?
fails "a file that cannot be replaced is told" "full/report: it cannot be"
ok "and stays as it was" holds full/report old
ok "with nothing beside it" alone full report

"$cop11" assess d.json --rules rules >/dev/full 2>err
status=$?
: >out
fails "a full standard output is told" "standard output cannot be written: No"
"$cop11" assess d.json --rules rules 2>err >&-
status=$?
fails "a closed standard output is told" "standard output cannot be written: B"
mkfifo fifo
exec 3<>fifo 4>fifo 3<&-
"$cop11" assess d.json --rules rules 2>err >&4
status=$?
exec 4>&-
ends "a closed pipe ends as the report says" 0
ok "and quietly" is_empty err
"$cop11" --help >/dev/full 2>err
status=$?
fails "so it is for --help" "standard output cannot be written: No"

# Messages must not end up in the file that takes the number 2.
"$cop11" assess missing -o report 2>&-
status=$?
ends "a closed standard error changes no exit status" 2
"$cop11" assess d.json --rules rules -o closed 2>&- >&- <&-
ok "closed standard files do not reach the report" same closed wanted

finish
