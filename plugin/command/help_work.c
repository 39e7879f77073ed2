/* help_work.c: what --help prints of the verbs that help with an auditor's work. */
#include "help.h"
#include "help_options.h"

const char help_questions[] =
    "Usage: cop11 questions DOSSIER [OPTION]...\n"
    "\n"
    "Lists what to ask next: all that keeps the assessment of DOSSIER open, "
    "each\n"
    "question once, by the documents to ask for, the people to interview, the\n"
    "places to see, and what only the auditor may decide. First stands what\n"
    "most checks wait for. A report that was kept as JSON may stand in place "
    "of\n"
    "the dossier, where it was made with the same rules.\n"
    "\n"
    "  --format FORMAT   text (the default), html, csv (a row for each place\n"
    "                    that a question is about) or json\n"
    "  --as-of DATE      the day to judge by, as for assess\n"
    "  --show-sensitive  as for assess\n" OUTPUT_OPTION RULES_OPTIONS
        STEPS_OPTION TIME_OPTION HELP_OPTION "\n"
    "Exit status: 0 nothing is left to ask, 1 something is, 2 it could not be\n"
    "done.\n"
    "\n"
    "Examples:\n"
    "  cop11 questions mine.json\n"
    "  cop11 questions mine.json --format html -o visit.html\n";
