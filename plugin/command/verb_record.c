/* verb_record.c: record, which writes what only the auditor may decide into a
 * dossier: on a terminal question by question (dialogue.c), or as --answer says. */
#include "verbs.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cop11.h"
#include "decisions.h"
#include "dialogue.h"
#include "message.h"
#include "peek.h"
#include "show.h"
#include "within.h"

enum {
  NAME = 2048
};

/* ---- without a terminal ------------------------------------------------------ */

/* By what each field that may be wrong was given. */
static bool refused(const struct arguments *given, const char *words,
                    const cop11_error *error) {
  const char *const options[][3] = {
      {"by", "--by", given->by},
      {"authority", "--authority", given->authority},
      {"on", "--on", given->on},
      {"why", "--why", given->why},
      {"ref", "--ref", given->ref}};
  const char *option = "--answer";

  for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
    if (strcmp(error->where, options[i][0]) == 0) {
      option = options[i][1];
      words = options[i][2];
    }
  }
  (void)message_put("%s %s: %s", option, words, error->message);
  return false;
}

/* Adds the record that "PROMPT[@PLACE]=ANSWER" asks for. */
static bool add(struct decisions *all, const char *words) {
  const struct arguments *given = all->arguments;
  cop11_call call = arguments_call(given);
  cop11_text *found = NULL;
  struct peek question;
  char prompt[NAME], facility[NAME], answer[NAME];
  struct decision decision = {.by = given->by,
                              .authority = given->authority,
                              .on = given->on,
                              .why = given->why,
                              .ref = given->ref};

  if (within_do(all->engine, "decision",
                (struct text_piece){cop11_text_data(all->report),
                                    cop11_text_size(all->report)},
                words, &call, &found, &all->error) != COP11_OK)
    return refused(given, words, &all->error);
  question = peek_text(cop11_text_data(found), cop11_text_size(found));
  decision.prompt =
      peek_string(peek_member(question, "prompt"), prompt, sizeof prompt);
  decision.answer =
      peek_string(peek_member(question, "answer"), answer, sizeof answer);
  peek_string(peek_member(question, "facility"), facility, sizeof facility);
  decision.facility = facility[0] ? facility : NULL;
  cop11_text_free(found);
  return decisions_add(all, &decision) || refused(given, words, &all->error);
}

/* Whether all that records need is given; says what is not. */
static bool is_given(const struct arguments *given) {
  const char *lacks = !given->by          ? "--by NAME"
                      : !given->authority ? "--authority TEXT"
                      : !given->on        ? "--on DATE"
                      : !given->why       ? "--why TEXT"
                                          : NULL;

  if (lacks)
    (void)message_put("--answer needs %s too; see cop11 record --help", lacks);
  return !lacks;
}

/* All of them, or none. */
static int add_all(struct decisions *all) {
  const struct arguments *given = all->arguments;

  if (!is_given(given))
    return STATUS_CANNOT;
  for (size_t i = 0; i < given->answer_count; i++) {
    if (!add(all, given->answers[i]))
      return STATUS_CANNOT;
  }
  return decisions_write(all) ? STATUS_CLEAN : STATUS_CANNOT;
}

/* ---- listing -------------------------------------------------------------------- */

static int list(struct decisions *all) {
  bool asks = peek_number(peek_member(decisions_document(all), "deciding")) > 0;

  if (!show_bytes(all->engine, cop11_text_data(all->list),
                  cop11_text_size(all->list), all->arguments))
    return STATUS_CANNOT;
  return asks ? STATUS_FINDINGS : STATUS_CLEAN;
}

/* ---- the verb -------------------------------------------------------------------- */

static int run(struct decisions *all) {
  const struct arguments *given = all->arguments;

  if (given->list)
    return list(all);
  if (given->answer_count > 0)
    return add_all(all);
  return dialogue_run(all);
}

/* What the options and the terminal do not allow together; NULL where all is well. */
static const char *not_together(const struct arguments *given) {
  bool asks = !given->list && given->answer_count == 0;

  if (given->list && (given->output || given->answer_count > 0))
    return "--list only prints; leave out -o and --answer";
  if (given->format && !given->list)
    return "--format is for --list";
  if (asks && strcmp(given->operand, "-") == 0)
    return "the dossier comes by standard input, where nobody can answer; name "
           "a file, or give --answer";
  if (asks && given->output && strcmp(given->output, "-") == 0)
    return "the questions go to standard output; name a file with -o";
  if (asks && !isatty(STDIN_FILENO))
    return "standard input is no terminal; give --answer, or --list to see "
           "what is asked";
  return NULL;
}

int verb_record(const struct arguments *arguments) {
  const char *wrong = not_together(arguments);
  struct decisions all;
  int status = STATUS_CANNOT;

  if (wrong)
    return message_put("%s", wrong);
  if (decisions_start(&all, arguments))
    status = run(&all);
  decisions_end(&all);
  return status;
}
