/* verb_replay.c: replay, which evaluates a dossier again as a report was made from it,
 * and says whether the same report comes out, or where the first difference is and
 * what it may come from. */
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cop11.h"
#include "input.h"
#include "message.h"
#include "output.h"
#include "peek.h"
#include "rules.h"
#include "utf8.h"

enum {
  MOST_SHOWN = 200, /* bytes of a line that differs */
  TEXT = 256
};

struct replay {
  const struct arguments *arguments;
  cop11_engine *engine;
  struct input report, dossier;
  cop11_text *about;   /* the report compared with itself: what it says of it */
  cop11_text *made;    /* from the dossier, now */
  cop11_text *kept;    /* the report, as indented JSON */
  cop11_text *renewed; /* the new one, likewise */
  cop11_error error;
};

static struct peek side_of(const cop11_text *changes, const char *side) {
  return peek_member(
      peek_text(cop11_text_data(changes), cop11_text_size(changes)), side);
}

/* ---- making it again -------------------------------------------------------- */

static cop11_call call_of(const struct replay *replay) {
  cop11_call call = arguments_call(replay->arguments);

  call.flags = replay->arguments->show_sensitive ? COP11_SHOW_SENSITIVE : 0;
  return call;
}

static bool fails(struct replay *replay, const char *name) {
  (void)message_error(name, &replay->error);
  return false;
}

static bool read_report(struct replay *replay) {
  const struct input *report = &replay->report;
  cop11_call call = call_of(replay);

  return cop11_diff(replay->engine, report->data, report->size, report->data,
                    report->size, &call, &replay->about,
                    &replay->error) == COP11_OK ||
         fails(replay, report->name);
}

/* On the day and with the moment that the report names. */
static bool evaluate_again(struct replay *replay) {
  struct peek old = side_of(replay->about, "old");
  char as_of[TEXT], moment[TEXT];
  cop11_call call = call_of(replay);

  call.as_of = peek_string(peek_member(old, "as_of"), as_of, sizeof as_of);
  if (peek_member(old, "evaluated_at").at)
    call.evaluated_at =
        peek_string(peek_member(old, "evaluated_at"), moment, sizeof moment);
  return cop11_evaluate(replay->engine, replay->dossier.data,
                        replay->dossier.size, &call, &replay->made,
                        &replay->error) == COP11_OK ||
         fails(replay, replay->dossier.name);
}

static bool indent(struct replay *replay, const char *text, size_t size,
                   cop11_text **out) {
  cop11_call call = call_of(replay);

  return cop11_render(replay->engine, text, size, "json", &call, out,
                      &replay->error) == COP11_OK ||
         fails(replay, replay->report.name);
}

static bool make(struct replay *replay) {
  return read_report(replay) && evaluate_again(replay) &&
         indent(replay, replay->report.data, replay->report.size,
                &replay->kept) &&
         indent(replay, cop11_text_data(replay->made),
                cop11_text_size(replay->made), &replay->renewed);
}

/* ---- what differs ----------------------------------------------------------- */

/* Copies the line at `at` without the blanks before it, to be shown. */
static void copy_line(const char *at, char *line) {
  size_t size;

  at += strspn(at, " ");
  size = strcspn(at, "\n");
  if (size > MOST_SHOWN)
    size = MOST_SHOWN;
  memcpy(line, at, size);
  line[size] = '\0';
  utf8_make_shown(line);
}

static void put_first_difference(FILE *out, const char *kept, const char *now) {
  char was[MOST_SHOWN + 1], is[MOST_SHOWN + 1];
  size_t number = 1, begin = 0;

  for (size_t i = 0; kept[i] && kept[i] == now[i]; i++) {
    if (kept[i] == '\n') {
      number++;
      begin = i + 1;
    }
  }
  copy_line(kept + begin, was);
  copy_line(now + begin, is);
  fprintf(out,
          "First difference, as indented JSON, in line %zu:\n"
          "  kept: %s\n"
          "  now:  %s\n",
          number, was, is);
}

static const struct cause {
  const char *part, *key, *says;
} causes[] = {
    {"dossier", "digest", "The dossier is not the one that was rated"},
    {"pack", "digest", "The rules are not those that it was rated by"},
    {"engine", "version", "The library has another version"},
};

static const char *value_of(struct peek side, const struct cause *cause,
                            char *buffer) {
  return peek_string(peek_member(peek_member(side, cause->part), cause->key),
                     buffer, TEXT);
}

static void put_causes(FILE *out, const cop11_text *changes) {
  struct peek old = side_of(changes, "old"), new = side_of(changes, "new");
  char was[TEXT], now[TEXT];
  bool found = false;

  for (size_t i = 0; i < sizeof causes / sizeof causes[0]; i++) {
    if (strcmp(value_of(old, &causes[i], was),
               value_of(new, &causes[i], now)) == 0)
      continue;
    fprintf(out, "%s: was %s, now %s\n", causes[i].says, was, now);
    found = true;
  }
  if (!found)
    fputs("Dossier, rules and library are those that the report names: it was "
          "changed after\nit was made, or made with another choice of "
          "--show-sensitive.\n",
          out);
}

/* On two Members, there is nothing more to look for. */
static void put_difference(struct replay *replay, FILE *out) {
  cop11_text *changes = NULL;
  cop11_call call = call_of(replay);

  fputs("The report does not come out again.\n", out);
  put_first_difference(out, cop11_text_data(replay->kept),
                       cop11_text_data(replay->renewed));
  if (cop11_diff(replay->engine, replay->report.data, replay->report.size,
                 cop11_text_data(replay->made), cop11_text_size(replay->made),
                 &call, &changes, &replay->error) == COP11_OK)
    put_causes(out, changes);
  else
    fprintf(out, "The dossier cannot be its own: %s\n", replay->error.message);
  cop11_text_free(changes);
}

static int tell(struct replay *replay) {
  bool same = strcmp(cop11_text_data(replay->kept),
                     cop11_text_data(replay->renewed)) == 0;
  char *text = NULL;
  size_t size = 0;
  int status = STATUS_CANNOT;
  FILE *out = open_memstream(&text, &size);

  if (out && same)
    fputs("The same report comes out again.\n", out);
  else if (out)
    put_difference(replay, out);
  if (!out || fclose(out) != 0)
    (void)message_put("there is not enough memory to say what differs");
  else if (output_write(replay->arguments->output, text, size, false))
    status = same ? STATUS_CLEAN : STATUS_FINDINGS;
  free(text);
  return status;
}

int verb_replay(const struct arguments *arguments) {
  struct replay replay = {.arguments = arguments,
                          .engine = rules_engine(arguments),
                          .error = {.struct_size = sizeof replay.error}};
  int status = STATUS_CANNOT;

  if (replay.engine &&
      input_read(arguments->operands[0], &input_report, &replay.report) &&
      input_read(arguments->operands[1], &input_dossier, &replay.dossier) &&
      make(&replay))
    status = tell(&replay);
  cop11_text_free(replay.about);
  cop11_text_free(replay.made);
  cop11_text_free(replay.kept);
  cop11_text_free(replay.renewed);
  input_free(&replay.report);
  input_free(&replay.dossier);
  cop11_engine_close(replay.engine);
  return status;
}
