/* dialogue.c: see dialogue.h. */
#include "dialogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "terminal.h"

enum {
  MOST_SKIPPED = 4096,
  LINE = 4096, /* a line of a question is far shorter */
  DAY = sizeof "2013-11-30"
};

/* What a person typed where a line was asked for. */
enum typed {
  TYPED, /* a line that holds something */
  EMPTY, /* none: the default, or to skip */
  STOP   /* q, or the end of input */
};

#define BOLD "\033[1m"

struct dialogue {
  struct decisions *all;
  char *line; /* as getline has it */
  size_t capacity;
  char *by, *authority, *on, *answer, *why; /* as typed */
  char day[DAY];                            /* by which the dossier is judged */
  char *skipped[MOST_SKIPPED];              /* names of questions */
  size_t skipped_count, recorded;
};

/* ---- the terminal ----------------------------------------------------------- */

static void put_styled(const char *style, const char *text) {
  if (terminal_has_colours(STDOUT_FILENO))
    printf("%s%s" TERMINAL_PLAIN "\n", style, text);
  else
    printf("%s\n", text);
}

static void put_lines(struct peek line) {
  char text[LINE];

  for (; line.at; line = peek_next(line))
    printf("%s\n", peek_string(line, text, sizeof text));
}

static bool is_blank(const char *text) {
  return text[strspn(text, " \t")] == '\0';
}

/* Asks for one line: the label, and in brackets what an empty one means. */
static enum typed ask(struct dialogue *dialogue, const char *label,
                      const char *otherwise) {
  ssize_t size;

  printf(otherwise ? "  %-11s [%s] " : "  %-11s ", label, otherwise);
  fflush(stdout);
  size = getline(&dialogue->line, &dialogue->capacity, stdin);
  if (size < 0) {
    printf("\n");
    return STOP;
  }
  while (size > 0 && strchr("\r\n", dialogue->line[size - 1]))
    dialogue->line[--size] = '\0';
  if (strcmp(dialogue->line, "q") == 0)
    return STOP;
  return is_blank(dialogue->line) ? EMPTY : TYPED;
}

/* Puts what was typed, or the default, in place of `*out`. */
static bool keep(char **out, const char *text) {
  char *copy = strdup(text);

  if (!copy)
    return false;
  free(*out);
  *out = copy;
  return true;
}

/* Asks until something is typed, or takes `otherwise` for nothing. */
static bool ask_for(struct dialogue *dialogue, const char *label,
                    const char *otherwise, char **out) {
  enum typed typed;

  do
    typed = ask(dialogue, label, otherwise);
  while (typed == EMPTY && !otherwise);
  if (typed == STOP)
    return false;
  return keep(out, typed == TYPED ? dialogue->line : otherwise);
}

/* ---- who decides ------------------------------------------------------------- */

/* Asks once for what every record needs and the command line does not give. */
static bool ask_who(struct dialogue *dialogue) {
  const struct arguments *given = dialogue->all->arguments;

  if (given->by && given->authority && given->on)
    return true;
  printf("\n");
  put_styled(BOLD, "Who decides? It stands in each record.");
  printf("\n");
  return (given->by ||
          ask_for(dialogue, "Your name", dialogue->by, &dialogue->by)) &&
         (given->authority ||
          ask_for(dialogue, "Authority",
                  dialogue->authority ? dialogue->authority : "lead auditor",
                  &dialogue->authority)) &&
         (given->on ||
          ask_for(dialogue, "Decided on",
                  dialogue->on ? dialogue->on : dialogue->day, &dialogue->on));
}

/* ---- one question ------------------------------------------------------------- */

/* The name under which a question is skipped: its prompt and place. */
static const char *name_of(struct peek one, char *name, size_t capacity) {
  char prompt[LINE / 2], facility[LINE / 4];

  snprintf(
      name, capacity, "%s@%s",
      peek_string(peek_member(one, "prompt"), prompt, sizeof prompt),
      peek_string(peek_member(one, "facility"), facility, sizeof facility));
  return name;
}

static bool is_skipped(const struct dialogue *dialogue, struct peek one) {
  char name[LINE];

  name_of(one, name, sizeof name);
  for (size_t i = 0; i < dialogue->skipped_count; i++) {
    if (strcmp(dialogue->skipped[i], name) == 0)
      return true;
  }
  return false;
}

static bool skip(struct dialogue *dialogue, struct peek one) {
  char name[LINE];

  if (dialogue->skipped_count == MOST_SKIPPED ||
      !keep(&dialogue->skipped[dialogue->skipped_count],
            name_of(one, name, sizeof name)))
    return false;
  dialogue->skipped_count++;
  return true;
}

/* The first question that decides something and was not skipped. */
static struct peek next_question(const struct dialogue *dialogue) {
  struct peek one =
      peek_first(peek_member(decisions_document(dialogue->all), "decisions"));

  while (one.at && (!peek_is_true(peek_member(one, "decides")) ||
                    is_skipped(dialogue, one)))
    one = peek_next(one);
  return one;
}

/* "Decision 2 at River pits (pits), 4 after it", and what is asked. */
static void put_question(const struct dialogue *dialogue, struct peek one) {
  long after =
      peek_number(peek_member(decisions_document(dialogue->all), "deciding")) -
      (long)dialogue->skipped_count - 1;
  char place[LINE / 2], title[LINE];

  snprintf(title, sizeof title, "Decision %zu at %s, %ld after it",
           dialogue->recorded + dialogue->skipped_count + 1,
           peek_string(peek_member(one, "place"), place, sizeof place), after);
  printf("\n");
  put_styled(BOLD, title);
  printf("\n");
  put_lines(peek_first(peek_member(one, "lines")));
  printf("\n");
}

static const char *given_or(const char *given, const char *typed) {
  return given ? given : typed;
}

static bool record(struct dialogue *dialogue, struct peek one) {
  const struct arguments *given = dialogue->all->arguments;
  char prompt[LINE / 2], facility[LINE / 4];
  struct decision decision = {
      .prompt = peek_string(peek_member(one, "prompt"), prompt, sizeof prompt),
      .facility =
          peek_string(peek_member(one, "facility"), facility, sizeof facility),
      .answer = dialogue->answer,
      .by = given_or(given->by, dialogue->by),
      .authority = given_or(given->authority, dialogue->authority),
      .on = given_or(given->on, dialogue->on),
      .why = given_or(given->why, dialogue->why),
      .ref = given->ref};

  if (!facility[0])
    decision.facility = NULL;
  return decisions_add(dialogue->all, &decision);
}

static void put_rating(const struct dialogue *dialogue) {

  put_lines(peek_first(
      peek_member(decisions_document(dialogue->all), "rating_lines")));
}

/* Whether who decides, or when, is what was wrong with a record. */
static bool is_about_who(const cop11_error *error) {
  return strcmp(error->where, "by") == 0 ||
         strcmp(error->where, "authority") == 0 ||
         strcmp(error->where, "on") == 0;
}

/* Says why a record was not made; asks again for what was wrong with who decides. */
static bool mend(struct dialogue *dialogue) {
  const cop11_error *error = &dialogue->all->error;

  printf("\n  Not recorded; %s: %s\n\n", error->where, error->message);
  return !is_about_who(error) || ask_who(dialogue);
}

/* Asks for an answer and its reason until they stand as a record. */
static enum typed answer(struct dialogue *dialogue, struct peek one) {
  bool again = false;

  for (;;) {
    enum typed typed = ask(dialogue, "Your answer", "Enter skips, q stops");
    if (typed != TYPED)
      return typed;
    if (!keep(&dialogue->answer, dialogue->line) ||
        (!dialogue->all->arguments->why &&
         !ask_for(dialogue, "Why", again ? dialogue->why : NULL,
                  &dialogue->why)))
      return STOP;
    if (record(dialogue, one))
      return TYPED;
    if (!mend(dialogue))
      return STOP;
    again = true;
  }
}

/* Writes what was answered; false where that fails. */
static bool write_record(struct dialogue *dialogue) {
  if (!decisions_write(dialogue->all))
    return false;
  dialogue->recorded++;
  printf("\n  Recorded in %s.\n", dialogue->all->file);
  put_rating(dialogue);
  return true;
}

/* ---- the whole ------------------------------------------------------------------ */

static int put_end(const struct dialogue *dialogue, bool done) {
  long open =
      peek_number(peek_member(decisions_document(dialogue->all), "deciding"));

  printf("\n%zu recorded, %ld left to decide.\n", dialogue->recorded, open);
  if (open > 0 && done)
    printf("Run the same command again to go on.\n");
  return !done ? STATUS_CANNOT : open > 0 ? STATUS_FINDINGS : STATUS_CLEAN;
}

static void free_all(struct dialogue *dialogue) {
  for (size_t i = 0; i < dialogue->skipped_count; i++)
    free(dialogue->skipped[i]);
  free(dialogue->line);
  free(dialogue->by);
  free(dialogue->authority);
  free(dialogue->on);
  free(dialogue->answer);
  free(dialogue->why);
}

/* Asks what is left, until somebody stops; false where an answer cannot be written. */
static bool ask_all(struct dialogue *dialogue) {
  struct peek one;

  for (one = next_question(dialogue); one.at; one = next_question(dialogue)) {
    put_question(dialogue, one);
    switch (answer(dialogue, one)) {
    case TYPED:
      if (!write_record(dialogue))
        return false;
      break;
    case EMPTY:
      if (!skip(dialogue, one))
        return true;
      break;
    default:
      return true;
    }
  }
  return true;
}

int dialogue_run(struct decisions *all) {
  struct dialogue dialogue = {.all = all};
  bool done = true;
  int status;

  peek_string(peek_member(decisions_document(all), "as_of"), dialogue.day, DAY);
  if (next_question(&dialogue).at && ask_who(&dialogue))
    done = ask_all(&dialogue);
  status = put_end(&dialogue, done);
  free_all(&dialogue);
  return status;
}
