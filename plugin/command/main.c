/* main.c: the cop11 command, a thin host on cop11.h: picks the verb. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "cop11.h"
#include "help.h"
#include "message.h"
#include "nearest.h"
#include "output.h"
#include "overwrite.h"
#include "verbs.h"
#include "version.h"

enum {
  MOST_WORDS = 20 /* that facts are searched by */
};

static const struct verb verbs[] = {
    {"assess", "fderlaosqmtcFV", "DOSSIER", true, 1, 1, help_assess,
     verb_assess},
    {"batch", "fderlaosqmtbj", "a FOLDER or DOSSIERs", true, 1, SIZE_MAX,
     help_batch, verb_batch},
    {"validate", "fderlaosqmt", "DOSSIER", true, 1, 1, help_validate,
     verb_validate},
    {"diff", "frlaosmt", "OLD and NEW", true, 2, 2, help_diff, verb_diff},
    {"render", "fomtV", "REPORT", true, 1, 1, help_render, verb_render},
    {"replay", "rlaosmt", "REPORT and DOSSIER", true, 2, 2, help_replay,
     verb_replay},
    {"lapses", "fdurlaosmt", "DOSSIER", true, 1, 1, help_lapses, verb_lapses},
    {"try", "fdrlaosmt", "CONDITION and DOSSIER", true, 2, 2, help_try,
     verb_try},
    {"questions", "fdrlaosmt", "DOSSIER", true, 1, 1, help_questions,
     verb_questions},
    {"remedies", "fdrlaosmt", "DOSSIER", true, 1, 1, help_remedies,
     verb_remedies},
    {"form", "rlaomtg", "DOSSIER", true, 0, 1, help_form, verb_form},
    {"export", "derlaosmt", "FORMAT and DOSSIER", true, 1, 2, help_export,
     verb_export},
    {"import", "rlaomt", "WORKBOOK", true, 1, 1, help_import, verb_import},
    {"record", "fdrlaomtABTOWRL", "DOSSIER", false, 1, 1, help_record,
     verb_record},
    {"schema", "rlaomt", "NAME", false, 0, 1, help_schema, verb_schema},
    {"rules", "frlaomt", "ID", false, 0, MOST_WORDS, help_rules, verb_rules},
    {"lint", "flomt", "FOLDER", true, 0, 1, help_lint, verb_lint},
    {"new", "dKrlao", "check and its ID, or dossier", false, 1, 3, help_new,
     verb_new},
    {"explain", "fo", "CODE", false, 0, 1, help_explain, verb_explain},
    {"test", "flowmtD", "FOLDER", true, 0, 2, help_test, verb_test},
    {"impact", "fdloSt", "OLD, NEW and DOSSIERs", true, 3, SIZE_MAX,
     help_impact, verb_impact},
    {"sign", "kn", "FOLDER", false, 0, 1, help_sign, verb_sign},
    {"verify", "a", "FOLDER", false, 1, 1, help_verify, verb_verify},
};
enum {
  VERBS = sizeof verbs / sizeof verbs[0]
};

/* A file opened while 0, 1 or 2 is closed would take its number, and messages
 * would end up in it.  The stand-in fails for the wrong direction. */
static void keep_standard_files(void) {
  for (int file = 0; file <= STDERR_FILENO; file++) {
    if (fcntl(file, F_GETFD) == -1 && errno == EBADF)
      (void)open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

/* A closed pipe and a limit on file sizes are errors of writing, which the
 * output sees. */
static void keep_running(void) {
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

static int print(const char *text) {
  return output_write(NULL, text, strlen(text), false) ? STATUS_CLEAN
                                                       : STATUS_CANNOT;
}

static const struct verb *find_verb(const char *name) {
  for (size_t i = 0; i < VERBS; i++) {
    if (strcmp(verbs[i].name, name) == 0)
      return &verbs[i];
  }
  return NULL;
}

static int no_such_verb(const char *name) {
  const char *names[VERBS];
  const char *nearest;

  for (size_t i = 0; i < VERBS; i++)
    names[i] = verbs[i].name;
  nearest = nearest_find(name, names, VERBS);
  if (nearest)
    return message_put("there is no verb '%s'; did you mean '%s'?", name,
                       nearest);
  return message_put("there is no %s '%s'; see cop11 --help",
                     name[0] == '-' ? "option" : "verb", name);
}

static bool is_one_of(const char *word, const char *a, const char *b) {
  return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

int main(int argc, char **argv) {
  struct arguments arguments;
  const struct verb *verb;

  keep_standard_files();
  keep_running();
  if (argc < 2)
    return message_put("there is no verb; see cop11 --help");
  if (is_one_of(argv[1], "--help", "-h"))
    return print(help_all);
  if (is_one_of(argv[1], "--version", "-V"))
    return version_print();
  verb = find_verb(argv[1]);
  if (!verb)
    return no_such_verb(argv[1]);
  if (!arguments_read(verb, argc - 1, argv + 1, &arguments))
    return STATUS_CANNOT;
  if (arguments.help)
    return print(verb->help);
  return overwrites_input(verb, &arguments) ? STATUS_CANNOT
                                            : verb->run(&arguments);
}
