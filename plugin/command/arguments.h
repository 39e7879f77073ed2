/* arguments.h: what the user typed after a verb. */
#ifndef COP11_COMMAND_ARGUMENTS_H
#define COP11_COMMAND_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cop11.h"

enum {
  MOST_LAYERS = 8,
  MOST_KEYS = 16,
  MOST_ANSWERS = 256
};

struct arguments {
  const char *operand;   /* DOSSIER, FOLDER, NAME or ID; NULL: none given */
  char *const *operands; /* all of them, the first too */
  size_t operand_count;
  const char *format; /* of a PDF "html", of which it is made */
  const char *as_of;
  const char *until;
  const char *language; /* "fr"; NULL: English */
  const char *kinds;    /* of facilities, as mine,office */
  const char *evaluated_at;
  const char *require; /* the weakest basis that will do */
  const char *rules;
  const char *layers[MOST_LAYERS];
  size_t layer_count;
  const char *keys[MOST_KEYS]; /* public ones that are accepted */
  size_t key_count;
  const char *key_file; /* of a secret key */
  const char *new_key;  /* the file to make for one */
  const char *output;
  const char *answers[MOST_ANSWERS]; /* as PROMPT@PLACE=ANSWER */
  size_t answer_count;
  const char *by, *authority, *on, *why, *ref; /* of what an auditor records */
  const char *write_missing;                   /* the ID of a check */
  const char *check;                           /* likewise */
  const char *only;       /* what `test` tests; NULL: all */
  uint64_t max_steps;     /* 0: the library's default */
  uint32_t time_limit_ms; /* of each call of the library; 0: none */
  bool pdf;
  bool show_sensitive;
  bool summary;
  bool details;
  bool full;
  bool verbose;
  bool list;
  bool skip_bad;
  unsigned jobs; /* threads; 0: one a core */
  bool help;
};

/* A verb: what it is called, which options it takes and what it does. */
struct verb {
  const char *name;
  const char *options; /* letters, see arguments.c */
  const char *operand; /* its name in messages, NULL: it takes none */
  bool reads_operands; /* they name files or folders that it reads */
  size_t least;        /* operands it needs */
  size_t most;         /* operands it takes */
  const char *help;
  int (*run)(const struct arguments *arguments); /* returns the exit status */
};

/* Reads argv[1] on, where argv[0] is the verb.  Says what is wrong and returns
 * false when the verb cannot take it. */
bool arguments_read(const struct verb *verb, int argc, char **argv,
                    struct arguments *out);

/* The format to show something in: "text" where none is named. */
const char *arguments_format(const struct arguments *arguments);

/* What the user says of every call of the library. */
cop11_call arguments_call(const struct arguments *arguments);

#endif
