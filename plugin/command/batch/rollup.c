/* rollup.c: see rollup.h.  Dossiers stand in it as their lines of the journal;
 * beside them are counts, of ratings and of what falls short by check. */
#include "batch/rollup.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "peek.h"

enum {
  RATINGS = 5,
  COLUMNS = 2 /* what the rules say, and what the auditor says */
};
static const char *const ratings[RATINGS] = {
    "not-applicable", "conformance", "minor-nonconformance",
    "major-nonconformance", "not-determined"};

/* How many dossiers have a rating. */
struct tally {
  long of[COLUMNS][RATINGS];
};

struct provision {
  struct peek given;
  struct tally tally;
};

struct check {
  struct peek given, id;
  size_t size; /* of the id as it is written */
  long places, dossiers, open;
  long outcomes[3];
  long last; /* the dossier that was counted last */
};
static const char *const outcomes[3] = {"major-nonconformance",
                                        "minor-nonconformance", "observation"};
static const char *const outcome_names[3] = {"major", "minor", "observation"};

struct rollup {
  FILE *out;
  struct provision *provisions;
  struct check *checks;
  size_t provision_count, check_count;
  struct tally members;
  long dossiers, bad;
  const char *require;
  int status;
};

static void put_raw(FILE *out, struct peek value) {
  (void)fwrite(value.at, 1, peek_size(value), out);
}

static void put_member(FILE *out, struct peek object, const char *key) {
  struct peek value = peek_member(object, key);

  if (!value.at)
    return;
  fprintf(out, "\"%s\":", key);
  put_raw(out, value);
  fputc(',', out);
}

/* ---- the exit status -------------------------------------------------------------- */

static int rank(int status) {
  return status == STATUS_CLEAN      ? 0
         : status == STATUS_OPEN     ? 1
         : status == STATUS_FINDINGS ? 2
                                     : 3;
}

static bool is_met(struct peek rating) {
  return peek_is(rating, "conformance") || peek_is(rating, "not-applicable");
}

static bool is_weaker(struct peek basis, const char *require) {
  if (!require || strcmp(require, "stated") == 0)
    return false;
  return peek_is(basis, "stated") ||
         (peek_is(basis, "evidenced") && strcmp(require, "verified") == 0);
}

/* As of `assess`. */
static int status_of(struct peek dossier, const char *require) {
  struct peek rating = peek_member(dossier, "rating");
  struct peek range = peek_first(peek_member(dossier, "range"));

  if (is_met(rating))
    return is_weaker(peek_member(dossier, "basis"), require) ? STATUS_OPEN
                                                             : STATUS_CLEAN;
  for (; range.at; range = peek_next(range))
    if (is_met(range))
      return STATUS_OPEN;
  return STATUS_FINDINGS;
}

/* ---- counting ---------------------------------------------------------------------- */

static void count_rating(struct tally *tally, int column, struct peek rating) {
  for (int i = 0; i < RATINGS; i++)
    if (peek_is(rating, ratings[i]))
      tally->of[column][i]++;
}

static void count_ratings(struct tally *tally, struct peek thing) {
  struct peek rating = peek_member(thing, "rating");
  struct peek recorded = peek_member(thing, "with_records");

  count_rating(tally, 0, rating);
  count_rating(tally, 1, recorded.at ? recorded : rating);
}

static bool is_same(struct peek a, struct peek b) {
  size_t size = peek_size(a);

  return size > 0 && size == peek_size(b) && memcmp(a.at, b.at, size) == 0;
}

static struct check *find_check(struct rollup *rollup, struct peek id) {
  size_t size = peek_size(id);

  for (size_t i = 0; i < rollup->check_count; i++) {
    struct check *check = &rollup->checks[i];

    if (check->size == size && memcmp(check->id.at, id.at, size) == 0)
      return check;
  }
  return NULL;
}

/* What falls short by the rules, as a place each. */
static void count_finding(struct rollup *rollup, struct peek finding) {
  struct check *check = find_check(rollup, peek_member(finding, "check"));
  struct peek outcome = peek_member(finding, "outcome");

  for (int i = 0; check && i < 3; i++) {
    if (!peek_is(outcome, outcomes[i]))
      continue;
    check->outcomes[i]++;
    check->places++;
    check->dossiers += check->last != rollup->dossiers;
    check->last = rollup->dossiers;
  }
}

static void count(struct rollup *rollup, struct peek dossier) {
  struct peek at = peek_first(peek_member(dossier, "provisions"));

  count_ratings(&rollup->members, dossier);
  for (; at.at; at = peek_next(at))
    for (size_t i = 0; i < rollup->provision_count; i++)
      if (is_same(peek_member(rollup->provisions[i].given, "id"),
                  peek_member(at, "provision")))
        count_ratings(&rollup->provisions[i].tally, at);
  at = peek_first(peek_member(dossier, "findings"));
  for (; at.at; at = peek_next(at))
    count_finding(rollup, at);
  for (at = peek_first(peek_member(dossier, "open")); at.at;
       at = peek_next(at)) {
    struct check *check = find_check(rollup, at);

    if (check)
      check->open++;
  }
}

/* Counts one, and puts it into the document. */
static void take(struct rollup *rollup, const char *line, size_t size) {
  struct peek dossier = peek_text(line, size);
  int status = STATUS_CANNOT;

  fputs(rollup->dossiers++ > 0 ? ",\n" : "", rollup->out);
  (void)fwrite(line, 1, size, rollup->out);
  if (peek_member(dossier, "rating").at) {
    count(rollup, dossier);
    status = status_of(dossier, rollup->require);
  } else {
    rollup->bad++;
  }
  if (rank(status) > rank(rollup->status))
    rollup->status = status;
}

static bool take_all(struct rollup *rollup, const struct journal *journal) {
  for (size_t i = 0; i < journal->count; i++) {
    char *line = journal_line(journal, &journal->entries[i]);

    if (!line) {
      (void)message_put("%s/" JOURNAL_NAME ": it cannot be read again",
                        journal->folder->name);
      return false;
    }
    take(rollup, line, journal->entries[i].size);
    free(line);
  }
  return true;
}

/* ---- the document ------------------------------------------------------------------ */

static void put_column(FILE *out, const char *name, const long *of) {
  fprintf(out, "\"%s\":{", name);
  for (int i = 0; i < RATINGS; i++)
    fprintf(out, "%s\"%s\":%ld", i > 0 ? "," : "", ratings[i], of[i]);
  fputc('}', out);
}

static void put_tally(FILE *out, const struct tally *tally) {
  put_column(out, "ratings", tally->of[0]);
  fputc(',', out);
  put_column(out, "with_records", tally->of[1]);
}

static void put_provisions(const struct rollup *rollup, FILE *out) {
  fputs(",\n\"provisions\":[", out);
  for (size_t i = 0; i < rollup->provision_count; i++) {
    fputs(i > 0 ? ",\n{" : "\n{", out);
    put_member(out, rollup->provisions[i].given, "id");
    put_member(out, rollup->provisions[i].given, "title");
    put_tally(out, &rollup->provisions[i].tally);
    fputc('}', out);
  }
  fputc(']', out);
}

static void put_checks(const struct rollup *rollup, FILE *out) {
  fputs(",\n\"checks\":[", out);
  for (size_t i = 0; i < rollup->check_count; i++) {
    const struct check *check = &rollup->checks[i];

    fputs(i > 0 ? ",\n{" : "\n{", out);
    put_member(out, check->given, "id");
    put_member(out, check->given, "title");
    put_member(out, check->given, "provision");
    put_member(out, check->given, "remedy");
    put_member(out, check->given, "strength");
    for (int j = 0; j < 3; j++)
      fprintf(out, "\"%s\":%ld,", outcome_names[j], check->outcomes[j]);
    fprintf(out, "\"places\":%ld,\"dossiers\":%ld,\"open\":%ld}", check->places,
            check->dossiers, check->open);
  }
  fputc(']', out);
}

static void put_document(const struct rollup *rollup, FILE *out,
                         const cop11_text *report, const char *dossiers,
                         size_t size) {
  struct peek origin =
      peek_text(cop11_text_data(report), cop11_text_size(report));

  fputs("{\"format\":\"cop11.batch/1\",\n", out);
  put_member(out, origin, "notice");
  put_member(out, origin, "engine");
  put_member(out, origin, "pack");
  fprintf(out, "\n\"count\":%ld,\"bad\":%ld,\n", rollup->dossiers, rollup->bad);
  put_tally(out, &rollup->members);
  put_provisions(rollup, out);
  put_checks(rollup, out);
  fputs(",\n\"dossiers\":[\n", out);
  (void)fwrite(dossiers, 1, size, out);
  fputs("]}\n", out);
}

static size_t length(struct peek list) {
  size_t count = 0;

  for (struct peek at = peek_first(list); at.at; at = peek_next(at))
    count++;
  return count;
}

static bool read_rules(struct rollup *rollup, const cop11_text *rules) {
  struct peek whole = peek_text(cop11_text_data(rules), cop11_text_size(rules));
  struct peek checks = peek_member(whole, "checks");
  struct peek provisions = peek_member(whole, "provisions");
  size_t i = 0;

  rollup->check_count = length(checks);
  rollup->provision_count = length(provisions);
  rollup->checks = calloc(rollup->check_count + 1, sizeof *rollup->checks);
  rollup->provisions =
      calloc(rollup->provision_count + 1, sizeof *rollup->provisions);
  if (!rollup->checks || !rollup->provisions)
    return false;
  for (struct peek at = peek_first(checks); at.at; at = peek_next(at), i++) {
    struct peek id = peek_member(at, "id");

    rollup->checks[i] =
        (struct check){.given = at, .id = id, .size = peek_size(id)};
  }
  i = 0;
  for (struct peek at = peek_first(provisions); at.at; at = peek_next(at))
    rollup->provisions[i++].given = at;
  return true;
}

int rollup_put(FILE *out, const cop11_text *report, const cop11_text *rules,
               const struct journal *journal, const char *require) {
  struct rollup rollup = {.require = require, .status = STATUS_CLEAN};
  char *dossiers = NULL;
  size_t size = 0;
  bool done;

  rollup.out = open_memstream(&dossiers, &size);
  done = rollup.out && read_rules(&rollup, rules) && take_all(&rollup, journal);
  if (rollup.out && fclose(rollup.out) != 0)
    done = false;
  if (done)
    put_document(&rollup, out, report, dossiers, size);
  free(dossiers);
  free(rollup.checks);
  free(rollup.provisions);
  return done ? rollup.status : -1;
}
