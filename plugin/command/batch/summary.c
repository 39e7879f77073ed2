/* summary.c: see summary.h.  A report is walked once for its parts and once for
 * its results; what is copied stays as the library wrote it. */
#include "batch/summary.h"

#include <stdlib.h>
#include <string.h>

#include "json_put.h"
#include "message.h"
#include "peek.h"

static void put_raw(FILE *out, struct peek value) {
  (void)fwrite(value.at, 1, peek_size(value), out);
}

static void put_string(FILE *out, const char *key, const char *text) {
  fprintf(out, ",\"%s\":", key);
  json_put_whole(out, text);
}

/* ,"KEY":VALUE for each of the keys that the object has */
static void put_members(FILE *out, struct peek object, const char *const *keys,
                        size_t count) {
  struct peek values[8];

  peek_members(object, keys, values, count);
  for (size_t i = 0; i < count; i++) {
    if (!values[i].at)
      continue;
    fprintf(out, ",\"%s\":", keys[i]);
    put_raw(out, values[i]);
  }
}

/* What the auditor's records make of a rating or an outcome, where they change
 * it; a range where they leave one. */
static void put_recorded(FILE *out, struct peek thing, const char *key) {
  struct peek recorded = peek_member(thing, "with_records");
  struct peek value = peek_member(recorded, key);

  if (!value.at)
    return;
  fputs(",\"with_records\":", out);
  put_raw(out, value);
}

static void put_rating(FILE *out, struct peek thing) {
  static const char *const keys[] = {"basis", "range", "rating"};

  put_members(out, thing, keys, sizeof keys / sizeof keys[0]);
  put_recorded(out, thing, "rating");
}

/* ---- results -------------------------------------------------------------------- */

static bool is_shortfall(struct peek outcome) {
  return peek_is(outcome, "minor-nonconformance") ||
         peek_is(outcome, "major-nonconformance") ||
         peek_is(outcome, "observation");
}

static bool is_open(struct peek outcome) {
  return peek_is(outcome, "insufficient-evidence") || peek_is(outcome, "error");
}

enum {
  CHECK,
  CHECKS,
  FACILITY,
  OUTCOME,
  WITH_RECORDS,
  PARTS
};
static const char *const parts[PARTS] = {"check", "checks", "facility",
                                         "outcome", "with_records"};

static void put_finding(FILE *out, const struct peek *result, size_t told) {
  struct peek recorded = peek_member(result[WITH_RECORDS], "outcome");

  fputs(told > 0 ? ",{\"check\":" : "{\"check\":", out);
  put_raw(out, result[CHECK]);
  if (result[FACILITY].at) {
    fputs(",\"facility\":", out);
    put_raw(out, result[FACILITY]);
  }
  fputs(",\"outcome\":", out);
  put_raw(out, result[OUTCOME]);
  if (recorded.at) {
    fputs(",\"with_records\":", out);
    put_raw(out, recorded);
  }
  fputc('}', out);
}

static void put_id(FILE *out, struct peek id, size_t told) {
  fputs(told > 0 ? "," : "", out);
  put_raw(out, id);
}

/* The checks of a result that is open; returns how many are told then. */
static size_t put_open(FILE *out, const struct peek *result, size_t told) {
  if (result[CHECK].at)
    put_id(out, result[CHECK], told++);
  for (struct peek id = peek_first(result[CHECKS]); id.at; id = peek_next(id))
    put_id(out, id, told++);
  return told;
}

/* What falls short, by the rules or by the auditor's records, and what is open: a
 * check stands there once for each place.  Results are most of a report, so they
 * are walked once, and what is open waits in `later`. */
static void put_results(FILE *out, FILE *later, struct peek results) {
  struct peek result[PARTS];
  size_t found = 0, open = 0;

  fputs(",\"findings\":[", out);
  for (struct peek at = peek_first(results); at.at; at = peek_next(at)) {
    peek_members(at, parts, result, PARTS);
    if (result[CHECK].at &&
        (is_shortfall(result[OUTCOME]) ||
         is_shortfall(peek_member(result[WITH_RECORDS], "outcome"))))
      put_finding(out, result, found++);
    if (is_open(result[OUTCOME]))
      open = put_open(later, result, open);
  }
  fputc(']', out);
}

/* False where there is no memory. */
static bool put_all_results(FILE *out, struct peek results) {
  char *text = NULL;
  size_t size = 0;
  FILE *later = open_memstream(&text, &size);
  bool done;

  if (!later)
    return false;
  put_results(out, later, results);
  done = fclose(later) == 0;
  if (done)
    fprintf(out, ",\"open\":[%s]", text);
  free(text);
  return done;
}

/* ---- ratings --------------------------------------------------------------------- */

static void put_list(FILE *out, const char *name, struct peek list,
                     const char *const *keys, size_t count) {
  size_t told = 0;

  fprintf(out, ",\"%s\":[", name);
  for (struct peek at = peek_first(list); at.at; at = peek_next(at)) {
    fputs(told++ > 0 ? ",{\"" : "{\"", out);
    fprintf(out, "%s\":", keys[0]);
    put_raw(out, peek_member(at, keys[0]));
    put_members(out, at, keys + 1, count - 1);
    put_rating(out, at);
    fputc('}', out);
  }
  fputc(']', out);
}

static void put_member(FILE *out, struct peek member) {
  static const char *const keys[] = {"name", "facilities_assessed",
                                     "facilities_complete",
                                     "facilities_listed"};
  struct peek id = peek_member(member, "id");

  fputs(",\"member\":{\"id\":", out);
  if (id.at)
    put_raw(out, id);
  else
    fputs("null", out);
  put_members(out, member, keys, sizeof keys / sizeof keys[0]);
  fputc('}', out);
  put_rating(out, member);
}

enum {
  AS_OF,
  ASSESSMENT,
  FACILITIES,
  MEMBER,
  PROVISIONS,
  RESULTS,
  SECTIONS
};

bool summary_put(FILE *out, const struct unit *unit, const char *digest,
                 const char *report, size_t size, const cop11_text *json) {
  static const char *const sections[SECTIONS] = {
      "as_of", "assessment", "facilities", "member", "provisions", "results"};
  static const char *const of_site[] = {"id", "name", "assessed"};
  static const char *const of_provision[] = {"provision"};
  struct peek found[SECTIONS], kind;

  peek_members(peek_text(cop11_text_data(json), cop11_text_size(json)),
               sections, found, SECTIONS);
  fputs("{\"file\":", out);
  json_put_whole(out, unit->name);
  put_string(out, "report", report);
  fprintf(out, ",\"report_size\":%zu", size);
  put_string(out, "sha256", digest);
  fputs(",\"as_of\":", out);
  put_raw(out, found[AS_OF]);
  kind = peek_member(found[ASSESSMENT], "kind");
  if (kind.at) {
    fputs(",\"kind\":", out);
    put_raw(out, kind);
  }
  put_member(out, found[MEMBER]);
  put_list(out, "provisions", found[PROVISIONS], of_provision, 1);
  put_list(out, "sites", found[FACILITIES], of_site, 3);
  if (!put_all_results(out, found[RESULTS]))
    return false;
  fputs("}\n", out);
  return true;
}

void summary_put_bad(FILE *out, const struct unit *unit) {
  const cop11_error *error = &unit->error;

  fputs("{\"file\":", out);
  json_put_whole(out, unit->name);
  fputs(",\"error\":{", out);
  if (error->line > 0)
    fprintf(out, "\"line\":%d,\"column\":%d,", (int)error->line,
            (int)error->column);
  if (error->where[0]) {
    fputs("\"where\":", out);
    json_put_string(out, error->where);
    fputc(',', out);
  }
  fputs("\"message\":", out);
  json_put_string(out, error->message);
  fputs("}}\n", out);
}
