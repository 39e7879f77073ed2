/* bench.c: the project's figures, each measured in one run of this program and
 * set against its goal.  usage: bench FOLDER LIBRARY COMMAND [short]
 *
 * FOLDER is the project's own.  Times are medians of the processor's time, so that
 * what else runs on the machine changes them little; two threads and a batch alone
 * are set against a clock.  Ratios are taken in the same run, so that they hold when
 * the machine's speed drifts.  No figure fails a build; `short` does all of it once
 * and small, to see that it works.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "baseline.h"
#include "measure.h"
#include "threads.h"

enum {
  ROUNDS_MOST = 15
};

static bool is_short;
static const char *folder, *library, *command;

static const char *path_of(const char *name) {
  static char path[4096];

  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

/* ---- one evaluation ------------------------------------------------------ */

static void time_evaluation(cop11_engine *engine, const char *what,
                            const char *goal, struct blob dossier) {
  double times[ROUNDS_MOST];

  for (int i = 0; i < rounds; i++)
    times[i] = evaluation_us(engine, dossier, is_short ? 1 : 20);
  row(what, goal, median(times, rounds) / 1e3, "ms");
}

/* The time of an evaluation over that of lua-cjson decoding the dossier and encoding
 * the report. */
static double over_cjson(cop11_engine *engine, struct blob dossier, int times) {
  double ratios[ROUNDS_MOST];
  cop11_text *report = evaluate(engine, dossier, NULL);
  struct blob text = {cop11_text_data(report), cop11_text_size(report)};
  struct baseline *baseline = baseline_open(dossier, text);

  for (int i = 0; i < rounds; i++)
    ratios[i] = evaluation_us(engine, dossier, times) /
                baseline_us(baseline, times, now_us);
  baseline_close(baseline);
  cop11_text_free(report);
  return median(ratios, rounds);
}

static void compare_with_cjson(cop11_engine *engine) {
  double least = 1e9, most = 0;
  struct blob many = people(is_short ? 10 : 10000);
  glob_t samples;

  glob(path_of("tests/dossiers/*.json"), 0, NULL, &samples);
  for (size_t i = 0; i < samples.gl_pathc; i++) {
    struct blob dossier = read_dossier(samples.gl_pathv[i]);
    double ratio = over_cjson(engine, dossier, is_short ? 1 : 5);

    least = ratio < least ? ratio : least;
    most = ratio > most ? ratio : most;
    free((void *)dossier.data);
  }
  globfree(&samples);
  row_of_range(
      "against lua-cjson decoding the dossier and encoding the report, "
      "over all samples",
      "0.5x", least, most, "x");
  row("the same of 10,000 people", "1x", over_cjson(engine, many, 1), "x");
  free((void *)many.data);
}

static void time_evaluations(cop11_engine *engine) {
  struct blob large =
      read_dossier(path_of("tests/dossiers/large-gold-mine.json"));
  struct blob small = read_dossier(path_of("tests/dossiers/gold-mine.json"));
  struct blob ten_kb = people(96);
  char what[80];

  time_evaluation(engine, "large gold mine, text to report", "0.4 ms", large);
  time_evaluation(engine, "gold mine, text to report", "", small);
  snprintf(what, sizeof what, "a dossier of %zu bytes, 96 people", ten_kb.size);
  time_evaluation(engine, what, "", ten_kb);
  compare_with_cjson(engine);
  free((void *)large.data);
  free((void *)small.data);
  free((void *)ten_kb.data);
}

/* ---- opening and processes ------------------------------------------------ */

static void time_opening(const char *what, const char *goal,
                         const char *rules) {
  cop11_options options = {.struct_size = sizeof options};
  cop11_pack *pack = NULL;
  double times[ROUNDS_MOST];

  for (int i = 0; i < rounds; i++) {
    double start = now_us();
    cop11_engine *engine;

    if (rules && (cop11_pack_new("cop11", &pack, NULL) != COP11_OK ||
                  cop11_pack_add_folder(pack, rules, NULL, NULL) != COP11_OK))
      exit(2);
    options.pack = pack;
    engine = open_engine(&options);
    times[i] = (now_us() - start) / 1e3;
    cop11_engine_close(engine);
    cop11_pack_free(pack);
  }
  row(what, goal, median(times, rounds), "ms");
}

static struct cost assess(const char *dossier, const char *format, int times) {
  char *argv[] = {(char *)command, "assess",        "--format",
                  (char *)format,  (char *)dossier, NULL};

  return run(argv, times);
}

static void time_processes(void) {
  const char *dossier = path_of("tests/dossiers/gold-mine.json");

  row("process, exec to first report: JSON", "4 ms",
      assess(dossier, "json", rounds).ms, "ms");
  row("process, exec to first report: text", "10 ms",
      assess(dossier, "text", rounds).ms, "ms");
}

/* ---- many facilities, by the command --------------------------------------- */

/* Writes a dossier where the command finds it; remove it. */
static void put_dossier(struct blob dossier, char path[]) {
  int fd = mkstemp(path);
  FILE *f = fd < 0 ? NULL : fdopen(fd, "w");

  if (!f || fwrite(dossier.data, 1, dossier.size, f) != dossier.size ||
      fclose(f) != 0)
    exit(2);
  free((void *)dossier.data);
}

static void compare_formats(int count, int times) {
  static const char *const formats[] = {"text", "html", "csv"};
  char path[] = "/tmp/bench-XXXXXX", what[80];
  struct cost json;

  put_dossier(facilities(count), path);
  json = assess(path, "json", times);
  snprintf(what, sizeof what, "%d facilities as JSON", count);
  row(what, "", json.ms / 1e3, "s");
  row("its memory", "", json.mb, "MB");
  for (size_t i = 0; i < 3; i++) {
    struct cost cost = assess(path, formats[i], times);

    snprintf(what, sizeof what, "%d facilities as %s", count, formats[i]);
    if (count <= 100)
      row(what, "2x of JSON", cost.ms / json.ms, "x");
    else
      row(what, "1 s", cost.ms / 1e3, "s");
    row("its memory", count <= 100 ? "" : "150 MB", cost.mb, "MB");
  }
  unlink(path);
}

static void assess_most(int count) {
  char path[] = "/tmp/bench-XXXXXX", what[80];
  struct cost cost;

  put_dossier(facilities(count), path);
  cost = assess(path, "json", 1);
  snprintf(what, sizeof what, "%d facilities in one dossier, default limits",
           count);
  row(what, "done", cost.ms / 1e3, "s");
  row("its memory", "512 MiB", cost.mb, "MB");
  unlink(path);
}

/* Reports and a roll-up of many dossiers, two at once. */
static void time_batch(int count) {
  char out[] = "/tmp/bench-XXXXXX", in[64], what[80];
  struct blob dossier = read_dossier(path_of("tests/dossiers/gold-mine.json"));
  char *argv[] = {(char *)command, "batch", in, "-o", out, "--jobs", "2", NULL};
  char *clean[] = {"rm", "-rf", out, in, NULL};
  struct cost cost;
  FILE *f;

  if (!mkdtemp(out) || rmdir(out) != 0)
    exit(2);
  snprintf(in, sizeof in, "%s.ndjson", out);
  f = fopen(in, "w");
  for (int i = 0; f && i < count; i++) {
    for (size_t k = 0; k < dossier.size; k++)
      putc(dossier.data[k] == '\n' ? ' ' : dossier.data[k], f);
    putc('\n', f);
  }
  if (!f || fclose(f) != 0)
    exit(2);
  cost = run(argv, 1);
  snprintf(what, sizeof what, "batch of %d dossiers, --jobs 2, by the clock",
           count);
  row(what, "3,000 a second", count / cost.clock_ms * 1e3, "a second");
  row("the same by the processor's time on two cores", "3,000 a second",
      2 * count / cost.ms * 1e3, "a second");
  row("its memory", "", cost.mb, "MB");
  free((void *)dossier.data);
  run(clean, 1);
}

/* ---- sizes and growth -------------------------------------------------------- */

static void measure_size(void) {
  char stripped[] = "/tmp/bench-XXXXXX";
  int fd = mkstemp(stripped);
  char *argv[] = {"strip", "-o", stripped, (char *)library, NULL};
  struct stat info = {0};

  run(argv, 1);
  if (stat(stripped, &info) == 0)
    row("stripped library", "1.5 MB", (double)info.st_size / 1e6, "MB");
  close(fd);
  unlink(stripped);
}

static double report_size(cop11_engine *engine, struct blob dossier) {
  cop11_text *report = evaluate(engine, dossier, NULL);
  double size = (double)cop11_text_size(report);

  cop11_text_free(report);
  return size;
}

/* How large reports are: beside their dossier, and what a facility adds. */
static void measure_reports(cop11_engine *engine) {
  struct blob large =
      read_dossier(path_of("tests/dossiers/large-gold-mine.json"));
  struct blob few = facilities(10), many = facilities(110);

  row("report on the large gold mine, against its dossier", "5x",
      report_size(engine, large) / (double)large.size, "x");
  row("report for each facility more", "40 KB",
      (report_size(engine, many) - report_size(engine, few)) / 100 / 1000,
      "KB");
  free((void *)large.data);
  free((void *)few.data);
  free((void *)many.data);
}

/* What each one more costs, from `few` to `many`: what a call costs at any size is
 * in neither. */
static double slope_us(cop11_engine *engine, struct blob (*make)(int count),
                       int few, int many) {
  struct blob a = make(few), b = make(many);
  double slopes[ROUNDS_MOST];
  int times = rounds < 5 ? rounds : 5;

  for (int i = 0; i < times; i++) {
    double less = evaluation_us(engine, a, 2000 / few + 1);

    slopes[i] = (evaluation_us(engine, b, 1) - less) / (many - few);
  }
  free((void *)a.data);
  free((void *)b.data);
  return median(slopes, times);
}

static void grow(cop11_engine *engine, const char *what,
                 struct blob (*make)(int count), int from) {
  double near = slope_us(engine, make, from, 10 * from);
  double far = slope_us(engine, make, 10 * from, 100 * from);
  char label[80];

  snprintf(label, sizeof label, "one %s more, from %d to %d", what, from,
           10 * from);
  row(label, "", near, "us");
  snprintf(label, sizeof label, "from %d to %d over that", 10 * from,
           100 * from);
  row(label, "1x", far / near, "x");
}

/* ---- all of it ----------------------------------------------------------------- */

static void measure_one_engine(void) {
  struct blob dossier = read_dossier(path_of("tests/dossiers/gold-mine.json"));
  cop11_engine *engine = open_engine(NULL);

  threads_measure(engine, dossier, is_short);
  time_evaluations(engine);
  measure_reports(engine);
  grow(engine, "facility", facilities, is_short ? 1 : 10);
  grow(engine, "person", people, is_short ? 1 : 100);
  cop11_engine_close(engine);
  free((void *)dossier.data);
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: bench FOLDER LIBRARY COMMAND [short]\n");
    return 2;
  }
  folder = argv[1];
  library = argv[2];
  command = argv[3];
  is_short = argc > 4 && strcmp(argv[4], "short") == 0;
  rounds = is_short ? 1 : ROUNDS_MOST;
  puts("| what | goal | measured |\n|---|---|---|");
  /* What a child holds at the most begins with what its parent holds: first of all. */
  time_processes();
  compare_formats(is_short ? 2 : 100, is_short ? 1 : 3);
  compare_formats(is_short ? 101 : 1000, 1);
  assess_most(is_short ? 20 : 10000);
  time_batch(is_short ? 20 : 10000);
  memory_measure(path_of("tests/dossiers/gold-mine.json"));
  time_opening("opening an engine on the built-in rules", "0.3 ms", NULL);
  time_opening("opening a folder of the same rules", "10 ms", path_of("rules"));
  measure_one_engine();
  measure_size();
  return 0;
}
