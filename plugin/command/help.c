/* help.c: what --help prints. */
#include "help.h"

#define RULES_OPTIONS                                                          \
  "  --rules FOLDER    use the rule files below FOLDER in place of the\n"      \
  "                    built-in ones\n"                                        \
  "  --layer FOLDER    lay the rule files below FOLDER over the others;\n"     \
  "                    may be given up to 8 times, first to last\n"            \
  "  --accept-key KEY  use only rules that are built in, or signed by the\n"   \
  "                    public key KEY (see cop11 sign) and not modified\n"     \
  "                    since; may be given up to 16 times\n"

#define OUTPUT_OPTION                                                          \
  "  -o, --output FILE write to FILE, whole or not at all; an existing\n"      \
  "                    file is replaced, a device, a pipe or a file that is\n" \
  "                    read refused; - and /dev/stdout are standard output\n"

#define FOUND_FORMATS                                                          \
  "  --format FORMAT   text (the default) or json; sarif, junit or github "    \
  "for\n"                                                                      \
  "                    other programs\n"
#define TEXT_OR_JSON "  --format FORMAT   text (the default) or json\n"

#define STEPS_OPTION                                                           \
  "  --max-steps N     do at most N steps of work (200000000), whatever the\n" \
  "                    rules and the dossier ask for\n"

#define TIME_OPTION                                                            \
  "  --time-limit MS   end when reading the rules, the work itself or\n"       \
  "                    printing takes longer than MS milliseconds\n"

#define HELP_OPTION "  -h, --help        print this\n"

const char help_all[] =
    "Usage: cop11 VERB [OPTION]... [ARGUMENT]\n"
    "\n"
    "Rates a dossier against the RJC Code of Practices, provision COP 11\n"
    "Security (2013 guidance). Ratings are indicative: not an RJC audit.\n"
    "\n"
    "Dossiers:\n"
    "  assess DOSSIER     rate a dossier and say why\n"
    "  validate DOSSIER   list what is wrong with a dossier\n"
    "  diff OLD NEW       tell what changed between two reports of a Member\n"
    "  render REPORT      print a report that was kept as JSON\n"
    "  replay REPORT DOSSIER\n"
    "                     evaluate a dossier again as a report was made\n"
    "  lapses DOSSIER     tell on which days something ceases to hold\n"
    "  try CONDITION DOSSIER\n"
    "                     tell what one condition comes to, and why\n"
    "  schema [NAME]      print the JSON Schema of dossiers or of reports,\n"
    "                     or the questionnaire\n"
    "\n"
    "Rules:\n"
    "  rules [ID]         list the checks, or show one in full\n"
    "  lint [FOLDER]      list what is wrong with rule files\n"
    "  new check ID [FOLDER]\n"
    "                     write a check to begin with, and its examples\n"
    "  explain [CODE]     say what a code of lint means, and how to mend it\n"
    "  test [FOLDER] [ID] run the examples of rule files, or of one check\n"
    "  impact OLD NEW DOSSIER...\n"
    "                     show what two sets of rules rate differently\n"
    "  sign FOLDER        sign rule files with a key\n"
    "  verify FOLDER      tell who signed rule files, and what was modified\n"
    "                     since\n"
    "\n"
    "  -h, --help         print this; after a verb, its own help\n"
    "  -V, --version      print the version\n"
    "\n"
    "Exit status: 0 conformance, not applicable, or nothing found;\n"
    "1 a finding is certain, or something was found; 2 it could not be done;\n"
    "3 not determined, and no finding is certain.\n"
    "\n"
    "Examples:\n"
    "  cop11 assess mine.json\n"
    "  cop11 assess mine.json --format html -o mine.html\n"
    "  cop11 validate - <mine.json\n";

const char help_assess[] =
    "Usage: cop11 assess DOSSIER [OPTION]...\n"
    "\n"
    "Rates the dossier in the file DOSSIER (- is standard input) and reports\n"
    "the rating, each finding with the facts it rests on, what is still\n"
    "missing, and what only the auditor may decide. Nothing is ever assumed:\n"
    "what the dossier does not show stays open.\n"
    "\n"
    "  --format FORMAT   text (the default), html (one page, prints on A4),\n"
    "                    csv (a row for each rating, result, prompt, finding,\n"
    "                    and so on, named in the column kind; a cell that a\n"
    "                    spreadsheet could take for a formula begins with an\n"
    "                    apostrophe),\n"
    "                    or json (the report, indented)\n"
    "  --as-of DATE      the day to judge by, such as 2013-11-30; by default\n"
    "                    the date of the dossier's assessment, never the\n"
    "                    clock\n"
    "  --evaluated-at MOMENT\n"
    "                    when you assess, such as 2013-12-02T09:30:00Z, for\n"
    "                    the report to say; nothing follows from it\n"
    "  --require BASIS   end with 3 in place of 0 where the rating rests on\n"
    "                    less than BASIS: stated, evidenced or verified (by\n"
    "                    the auditor)\n"
    "  --check ID        tell of the check ID alone, step by step (text or "
    "json)\n"
    "  --show-sensitive  let the report hold values of sensitive "
    "facts\n" OUTPUT_OPTION RULES_OPTIONS STEPS_OPTION TIME_OPTION HELP_OPTION
    "\n"
    "On a terminal, text has colours, unless NO_COLOR is set or TERM is dumb.\n"
    "\n"
    "Exit status: 0 conformance or not applicable, 1 a finding is certain,\n"
    "2 the dossier could not be assessed, 3 not determined and no finding is\n"
    "certain, or less than --require asks.\n"
    "\n"
    "Examples:\n"
    "  cop11 assess mine.json\n"
    "  cop11 assess mine.json --as-of 2013-11-30 --format html -o mine.html\n"
    "  cop11 assess --format json - <mine.json | jq .member.rating\n"
    "  cop11 assess mine.json --layer our-rules\n";

const char help_validate[] =
    "Usage: cop11 validate DOSSIER [OPTION]...\n"
    "\n"
    "Lists everything wrong with the dossier in the file DOSSIER (- is\n"
    "standard input), each with its place and a cure, without rating it.\n"
    "\n" TEXT_OR_JSON "  --as-of DATE      the day to judge by, as for assess\n"
    "  --show-sensitive  let messages hold values of sensitive facts\n"
    "  --evaluated-at MOMENT\n"
    "  --require BASIS   as for assess, so that both take the same "
    "options\n" OUTPUT_OPTION RULES_OPTIONS STEPS_OPTION TIME_OPTION HELP_OPTION
    "\n"
    "Exit status: 0 it can be assessed with the same options, 2 it cannot.\n"
    "\n"
    "Examples:\n"
    "  cop11 validate mine.json\n"
    "  cop11 validate mine.json --format json | jq '.problems[].pointer'\n";

const char help_try[] =
    "Usage: cop11 try CONDITION DOSSIER [OPTION]...\n"
    "\n"
    "Tells what CONDITION, a sentence such as \"arms.used is yes\", comes to "
    "in\n"
    "the dossier: at each facility or, where it speaks of the Member alone,\n"
    "there; for each part of it yes, no, not known or not asked, the facts by\n"
    "which, and the questions that leave it open. CONDITION may be anything\n"
    "that a rule expects, such as any { \"...\", \"...\" }.\n"
    "\n" TEXT_OR_JSON "  --as-of DATE      the day to judge by, as for assess\n"
    "  --show-sensitive  show values of sensitive facts\n" OUTPUT_OPTION
        RULES_OPTIONS STEPS_OPTION TIME_OPTION HELP_OPTION "\n"
    "Exit status: 0 yes or not asked everywhere, 1 no somewhere, 2 it could "
    "not\n"
    "be tried, 3 not known.\n"
    "\n"
    "Examples:\n"
    "  cop11 try 'arms.used is yes' mine.json\n"
    "  cop11 try 'every \"people\" { \"licence.held is yes\" }' mine.json\n";

const char help_schema[] =
    "Usage: cop11 schema [NAME] [OPTION]...\n"
    "\n"
    "Prints, as JSON, what NAME asks for:\n"
    "  dossier                JSON Schema (draft-07) of dossiers (the "
    "default)\n"
    "  report                 JSON Schema (draft-07) of reports\n"
    "  form/rjsf              a form for react-jsonschema-form\n"
    "  form/jsonforms         a form for JSON Forms\n"
    "  questionnaire          the questions, for programs that draw their own\n"
    "  questionnaire-schema   JSON Schema (draft-07) of the questionnaire\n"
    "\n" OUTPUT_OPTION RULES_OPTIONS STEPS_OPTION TIME_OPTION HELP_OPTION "\n"
    "Exit status: 0 done, 2 it could not be done.\n"
    "\n"
    "Example:\n"
    "  cop11 schema dossier -o cop11.dossier.schema.json\n";

const char help_rules[] =
    "Usage: cop11 rules [ID | points | editor] [OPTION]...\n"
    "\n"
    "Lists the checks or, given the ID of one, shows it in full: what it\n"
    "expects, the points it cites, the facts it reads, and its examples.\n"
    "The name of a point, fact, list or parameter shows that; any other word\n"
    "(gun, camera, salary) leads to the facts that speak of it.\n"
    "'points' lists every point of the guidance with its wording, the checks\n"
    "that cite it, and the outcomes that the examples of each prove.\n"
    "'editor' writes definitions for the Lua language server, by which an\n"
    "editor completes the words of rules and the facts.\n"
    "\n" TEXT_OR_JSON OUTPUT_OPTION RULES_OPTIONS STEPS_OPTION TIME_OPTION
        HELP_OPTION "\n"
    "Exit status: 0 done, 2 it could not be done.\n"
    "\n"
    "Examples:\n"
    "  cop11 rules\n"
    "  cop11 rules 11.2.14\n"
    "  cop11 rules arms.trained_count\n"
    "  cop11 rules points\n"
    "  cop11 rules --rules our-rules --format json\n";

const char help_lint[] =
    "Usage: cop11 lint [FOLDER] [OPTION]...\n"
    "\n"
    "Lists everything wrong with the rule files below FOLDER (by default the\n"
    "built-in ones), each with file, line and a cure.\n"
    "\n" FOUND_FORMATS
    "  --layer FOLDER    lay the rule files below FOLDER over the others, as\n"
    "                    for assess\n" OUTPUT_OPTION STEPS_OPTION TIME_OPTION
        HELP_OPTION "\n"
    "Exit status: 0 nothing found, 1 something found, 2 it could not be done.\n"
    "\n"
    "Examples:\n"
    "  cop11 lint our-rules\n"
    "  cop11 lint --layer our-layer\n";

const char help_new[] =
    "Usage: cop11 new check ID FOLDER\n"
    "       cop11 new check ID [FOLDER] --layer FOLDER\n"
    "\n"
    "Writes a check called ID, and its examples, as two new files: into the\n"
    "rules below FOLDER, or into the last --layer (over the built-in rules\n"
    "where no FOLDER is given); a layer that is not there yet, or is an empty\n"
    "folder, is begun with a file pack.lua. Its examples pass, so that you\n"
    "can change it step by step; lint names the words that are yours to\n"
    "write. A file that is there already is never overwritten.\n"
    "\n"
    "  --layer FOLDER    as for assess\n" HELP_OPTION "\n"
    "Exit status: 0 done, 2 it could not be done.\n"
    "\n"
    "Examples:\n"
    "  cop11 new check 11.2.40 our-rules\n"
    "  cop11 new check 11.2.org.vetting --layer our-layer\n";

const char help_explain[] =
    "Usage: cop11 explain [CODE] [OPTION]...\n"
    "\n"
    "Says what a CODE that lint gives means and what to do, with a rule that\n"
    "has the slip and the same rule mended. Without CODE, lists the codes.\n"
    "\n" TEXT_OR_JSON OUTPUT_OPTION HELP_OPTION "\n"
    "Exit status: 0 done, 2 there is no such code.\n"
    "\n"
    "Example:\n"
    "  cop11 explain L041\n";

const char help_test[] =
    "Usage: cop11 test [FOLDER] [ID | FILE] [OPTION]...\n"
    "\n"
    "Runs the examples of the rule files below FOLDER (by default the\n"
    "built-in ones), and lists the outcomes that no example shows yet. Then\n"
    "changes the conditions one at a time, and lists the changes that no\n"
    "example notices. With the ID of a check or a provision, or a rule FILE,\n"
    "only what stands there. Where all is well it says one line.\n"
    "\n" FOUND_FORMATS
    "  --details         say of each check what its examples show\n"
    "  --write-missing ID\n"
    "                    instead, write the examples that check ID lacks, for\n"
    "                    you to judge and to add to its file\n"
    "  --layer FOLDER    lay the rule files below FOLDER over the others, as\n"
    "                    for assess\n" OUTPUT_OPTION STEPS_OPTION TIME_OPTION
        HELP_OPTION "\n"
    "Exit status: 0 every example passes, every outcome is shown and every\n"
    "change noticed, 1 one is not, 2 it could not be done.\n"
    "\n"
    "Examples:\n"
    "  cop11 test our-rules\n"
    "  cop11 test our-rules 11.2.14\n"
    "  cop11 test our-rules --write-missing 11.2.14 >>new.examples.lua\n"
    "  cop11 test our-rules --format json | jq .totals\n";

const char help_render[] =
    "Usage: cop11 render REPORT [OPTION]...\n"
    "\n"
    "Prints a report that was kept as JSON (assess or diff with --format "
    "json),\n"
    "without the dossier and the rules it was made from. Nothing is judged "
    "anew.\n"
    "Nothing proves who made the report: keep it where nobody can change it.\n"
    "\n"
    "  --format FORMAT   text (the default), html, csv or json\n" OUTPUT_OPTION
        STEPS_OPTION TIME_OPTION HELP_OPTION "\n"
    "Exit status: 0 it was printed, 2 it could not be done.\n"
    "\n"
    "Examples:\n"
    "  cop11 render march.report.json\n"
    "  cop11 render march.report.json --format html -o march.html\n";

const char help_replay[] =
    "Usage: cop11 replay REPORT DOSSIER [OPTION]...\n"
    "\n"
    "Evaluates DOSSIER again, on the day and at the moment that REPORT names,\n"
    "and says whether the same report comes out; where not, the first\n"
    "difference, and what it may come from: another dossier, other rules,\n"
    "another version, or a report that was changed.\n"
    "\n"
    "  --show-sensitive  where the report was made with it\n" OUTPUT_OPTION
        RULES_OPTIONS STEPS_OPTION TIME_OPTION HELP_OPTION "\n"
    "Exit status: 0 it is the same, 1 it is not, 2 it could not be done.\n"
    "\n"
    "Example:\n"
    "  cop11 replay march.report.json march.json\n";

const char help_lapses[] =
    "Usage: cop11 lapses DOSSIER --until DATE [OPTION]...\n"
    "\n"
    "Rates a dossier on each day up to DATE, at most ten years on, as if\n"
    "nothing in it changed, and tells what differs from the day before:\n"
    "licences, training, agreements, records, evidence and assessments that\n"
    "cease to hold, corrective actions that fall due.\n"
    "\n"
    "  --until DATE      the last day to look at, such as 2014-12-31\n"
    "  --as-of DATE      the first day, by default that of the dossier\n"
    "  --format FORMAT   text (the default), html, csv or json\n"
    "  --show-sensitive  as for assess\n" OUTPUT_OPTION RULES_OPTIONS
        STEPS_OPTION TIME_OPTION HELP_OPTION "\n"
    "Exit status: 0 nothing changes, 1 something does, 2 it could not be "
    "done.\n"
    "\n"
    "Example:\n"
    "  cop11 lapses mine.json --until 2014-12-31\n";

const char help_diff[] =
    "Usage: cop11 diff OLD NEW [OPTION]...\n"
    "\n"
    "Tells what became of each check, rating, entered finding and record\n"
    "between two reports on one Member, as assess --format json writes them.\n"
    "A dossier in place of a report is assessed first, with the same rules.\n"
    "A finding counts as closed only where the new report says that the check\n"
    "conforms; one that is open, not applicable or not asked now is told so.\n"
    "\n"
    "  --format FORMAT   text (the default), html, csv or json\n"
    "  --show-sensitive  as for assess, where a dossier is "
    "given\n" OUTPUT_OPTION RULES_OPTIONS STEPS_OPTION TIME_OPTION HELP_OPTION
    "\n"
    "Exit status: 0 nothing differs, 1 something does, 2 it could not be "
    "done.\n"
    "\n"
    "Examples:\n"
    "  cop11 diff march.report.json june.report.json\n"
    "  cop11 diff march.json june.json --format html -o changes.html\n";

const char help_impact[] =
    "Usage: cop11 impact OLD NEW DOSSIER... [OPTION]...\n"
    "\n"
    "Assesses each DOSSIER with the rule files below the folder OLD and with\n"
    "those below NEW, and shows which outcomes and ratings differ: through\n"
    "which check and which line, why, and whether a release in NEW explains\n"
    "it (see \"Releases\" in the README of the rules).\n"
    "\n"
    "  --format FORMAT   text (the default), csv (one row per difference) or\n"
    "                    json\n"
    "  --summary         text without the single outcomes\n"
    "  --as-of DATE      the day to judge by, as for assess\n"
    "  --layer FOLDER    lay the rule files below FOLDER over both, as for\n"
    "                    assess\n" OUTPUT_OPTION TIME_OPTION HELP_OPTION "\n"
    "Exit status: 0 nothing differs but what the releases of NEW explain,\n"
    "1 something else does, 2 it could not be done.\n"
    "\n"
    "Examples:\n"
    "  cop11 impact rules my-rules dossiers/a.json dossiers/b.json\n"
    "  cop11 impact rules my-rules mine.json --format csv -o impact.csv\n";

const char help_sign[] =
    "Usage: cop11 sign FOLDER --key FILE\n"
    "       cop11 sign --new-key FILE\n"
    "\n"
    "Signs the rule files below FOLDER, a pack or a layer: writes the file\n"
    "pack.signature into it, so that reports name the key, and whatever is\n"
    "changed, added or taken away later. Examples are signed too, other files\n"
    "are not. Sign again after each change.\n"
    "\n"
    "  --key FILE        sign with the secret key in FILE, which nobody but "
    "you\n"
    "                    may be able to read\n"
    "  --new-key FILE    make a secret key in the new file FILE and print its\n"
    "                    public key, by which others will know you; keep FILE\n"
    "                    away from the rules, and a copy in a safe "
    "place\n" HELP_OPTION "\n"
    "Exit status: 0 done, 2 it could not be done.\n"
    "\n"
    "Examples:\n"
    "  cop11 sign --new-key ~/cop11.key\n"
    "  cop11 sign our-rules --key ~/cop11.key\n";

const char help_verify[] =
    "Usage: cop11 verify FOLDER [OPTION]...\n"
    "\n"
    "Tells who signed the rule files below FOLDER, by the public key, and "
    "which\n"
    "of them were changed, added or taken away since. A key says nothing of\n"
    "who holds it: compare it with what the signer told you.\n"
    "\n"
    "  --accept-key KEY  accept only this public key; may be given up to 16\n"
    "                    times\n" HELP_OPTION "\n"
    "Exit status: 0 signed, by a key that is accepted, and not modified "
    "since;\n"
    "1 not so, 2 it could not be told.\n"
    "\n"
    "Examples:\n"
    "  cop11 verify our-rules\n"
    "  cop11 verify our-rules --accept-key \"$(cat signer.pub)\"\n";
