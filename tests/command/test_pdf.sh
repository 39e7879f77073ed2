#!/bin/sh
# --format pdf: a page of HTML, printed.
. "$(dirname "$0")/tap.sh"
write_pack pack
write_dossier mine.json '"used": true, "locked": "none"'
sed -i 's|Gold Ltd|\\"}</style>\\\\(Gold) Ltd|' mine.json

run assess mine.json --rules pack --format pdf -o mine.pdf
ends "a finding ends with 1, as in any format" 1
pdfinfo mine.pdf >info 2>&1
ok "it is tagged" grep -q '^Tagged: *yes' info
ok "it has bookmarks" grep -aq /Outlines mine.pdf
ok "it says no day of its making" grep -q '^CreationDate:.* 1980' info
ok "nor of a change" grep -q '^ModDate:.* 1980' info
pdftotext -layout mine.pdf text
ok "the finding is in it" holds text "Not all doors are locked: none"
ok "each page has a running head, whatever the name" holds text '"}</style>\(Gold) Ltd, as of 2013-11-30'
ok "and its number" grep -q "1 */ *2" text

run assess mine.json --rules pack --format pdf
ok "standard output has the same bytes" same out mine.pdf
run assess mine.json --rules pack --format pdf -o mine.json
fails "what it reads is kept" "it is read by this command"
run questions mine.json --rules pack --format pdf -o questions.pdf
ends "a list is printed, too" 0
ok "and is a PDF" grep -aq '^%PDF' questions.pdf
run batch mine.json --rules pack --format pdf -o made
fails "a batch writes none" "--format pdf"

mkdir bin tmp
printf '#!/bin/sh\nexit 9\n' >bin/chromium
chmod +x bin/chromium
with_path() {
  PATH=$1 TMPDIR=$work/tmp "$cop11" assess mine.json --rules pack --format pdf -o none.pdf \
    >out 2>err </dev/null
  status=$?
}
with_path "$work/bin"
fails "a browser that fails is told" "chromium printed no PDF: it ended with 9"
rm bin/chromium
with_path "$work/bin"
fails "that there is no browser is told, and what to do" "apt install chromium"
ok "no file is left then" test ! -e none.pdf
ok "nor a folder" rmdir tmp

finish
