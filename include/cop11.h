/* cop11.h: evaluate a dossier against the RJC Code of Practices, provision
 * COP 11 Security (2013 guidance).  The whole public interface of libcop11.
 *
 * In one breath: make options, open an engine, evaluate dossiers (JSON in,
 * JSON out) from any thread, free each text, close the engine.
 *
 *     cop11_engine *engine = NULL;
 *     cop11_text *report = NULL;
 *     cop11_error err = { .struct_size = sizeof err };
 *     if (cop11_engine_open(NULL, NULL, &engine, &err) == COP11_OK &&
 *         cop11_evaluate(engine, json, json_size, NULL, &report, &err)
 *             == COP11_OK)
 *       fwrite(cop11_text_data(report), 1, cop11_text_size(report), stdout);
 *     cop11_text_free(report);
 *     cop11_engine_close(engine);
 *
 * Rules that hold for every function:
 *
 * - Strings in are UTF-8.  A parameter pair (text, size) needs no NUL at its
 *   end; a lone `const char *` ends with NUL.  Nothing passed in is kept after
 *   the call, except where a comment says so.
 * - Functions that can fail return a cop11_status.  On failure every `out` is
 *   set to NULL and, where `err` is not NULL, *err is filled.  On success *err
 *   is set to COP11_OK with an empty message.
 * - A NULL for a required argument gives COP11_E_ARGUMENT, never a crash.
 *   `err` may always be NULL.
 * - So does, in nearly every case, a handle that was freed or that is of another
 *   kind: each begins with a tag, which freeing clears.  A text that is none is
 *   empty, and freeing what is none does nothing.  Rely on neither: memory that
 *   was given back may hold anything, or be gone.
 * - No function prints, exits, aborts, starts a thread, or changes a signal
 *   handler, the locale, errno, the floating-point environment, the working
 *   directory or the environment of the host.  Nothing is read from the
 *   environment.
 * - Thread tags, the last line of each comment:
 *     [any-thread]  safe at any time, from any number of threads at once, on
 *                   the same handle too;
 *     [one-thread]  safe from any thread, but one call at a time per handle.
 *   cop11_engine_open, cop11_lint and cop11_test only read the packs of their
 *   options: several such calls may share one, but no cop11_pack_* call on it may
 *   run meanwhile.
 *   A thread needs 256 KiB of stack below the call.
 *
 * Results are indicative ratings against the COP 11 guidance (2013).  They are
 * not an RJC audit and never a certificate.
 */
#ifndef COP11_H
#define COP11_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(COP11_BUILD) && defined(__GNUC__)
#define COP11_API __attribute__((visibility("default")))
#else
#define COP11_API
#endif

/* The one source of the version: CMake and the library both read it here. */
#define COP11_VERSION_MAJOR 0
#define COP11_VERSION_MINOR 1
#define COP11_VERSION_PATCH 0
/* Until 1.0 this counts the drafts: it grows by one with every change of this header,
 * and the soname, libcop11.so.0.2, has it at its end, so that a host linked to one
 * draft runs on no other.  A host that loads the library at run time loads it by that
 * name, or compares cop11_abi_version(), and uses no other.  From 1.0 on it grows by
 * one when functions or fields are added; the soname changes when anything is taken
 * away. */
#define COP11_ABI_VERSION 2

/* ---- status ----------------------------------------------------------- */

typedef int32_t cop11_status;
enum {
  COP11_OK = 0,
  COP11_E_ARGUMENT = 1, /* the call itself is wrong: NULL, size, unknown name */
  COP11_E_MEMORY = 2,   /* the system, or limit max_memory, gave no memory */
  COP11_E_LIMIT = 3,    /* another limit of the options was reached */
  COP11_E_CANCELLED = 4, /* the cancel callback said stop */
  COP11_E_JSON = 5,      /* text is not the strict JSON this library reads */
  COP11_E_DOSSIER = 6,   /* JSON, but no valid cop11.dossier/1, or no report */
  COP11_E_PACK = 7,      /* the rules cannot be used; cop11_lint says why */
  COP11_E_IO = 8,        /* a file or folder cannot be read */
  COP11_E_INTERNAL = 9   /* a defect of this library: please report it */
};

/* Filled by the library, owned by the caller; set struct_size before use.  One
 * with a smaller struct_size than this (1296) is never written to, and the call
 * returns COP11_E_ARGUMENT. */
typedef struct cop11_error {
  uint32_t struct_size; /* sizeof(cop11_error) as the caller knows it */
  int32_t status;       /* a cop11_status */
  int32_t line;         /* 1-based line in the text, 0 when there is none */
  int32_t column;       /* 1-based column in bytes, 0 when there is none */
  char where[256];      /* file name or JSON Pointer, NUL-ended, may be "" */
  char message[1024];   /* one or two sentences: what is wrong, what to do */
} cop11_error;

/* The ABI number this library implements (COP11_ABI_VERSION when built).
 * Cannot fail.  [any-thread] */
COP11_API uint32_t cop11_abi_version(void);

/* The library's version, "major.minor.patch".  Static text, never freed.
 * Cannot fail.  [any-thread] */
COP11_API const char *cop11_version(void);

/* The name of a status, "COP11_E_JSON" for 5; "COP11_UNKNOWN" for a number
 * that is none.  Static text, never freed.  [any-thread] */
COP11_API const char *cop11_status_name(cop11_status status);

/* ---- texts ------------------------------------------------------------ */

/* What a call returns: bytes that live until cop11_text_free.  Immutable. */
typedef struct cop11_text cop11_text;

/* The bytes; a NUL follows the last one and is not counted.  Borrowed from
 * `text`, valid until cop11_text_free.  NULL gives "".  [any-thread] */
COP11_API const char *cop11_text_data(const cop11_text *text);

/* The number of bytes without the closing NUL.  NULL gives 0.  [any-thread] */
COP11_API size_t cop11_text_size(const cop11_text *text);

/* Copies at most `capacity` bytes to `buffer` and returns the number the text
 * has; a NUL is added where there is room.  NULL text gives 0; NULL buffer
 * only returns the size.  [any-thread] */
COP11_API size_t cop11_text_copy(const cop11_text *text, char *buffer,
                                 size_t capacity);

/* Of a text that cop11_evaluate returned, in any format: the ratings the Member
 * may still have, as a sum of COP11_NOT_APPLICABLE, COP11_CONFORMANCE,
 * COP11_MINOR and COP11_MAJOR; one of them alone where the rating is
 * determined.  0 for any other text and for NULL.  [any-thread] */
COP11_API uint32_t cop11_text_range(const cop11_text *text);
#define COP11_NOT_APPLICABLE 1u
#define COP11_CONFORMANCE 2u
#define COP11_MINOR 4u
#define COP11_MAJOR 8u

/* Likewise the weakest support of what decided that rating: 1 stated,
 * 2 evidenced, 3 auditor-verified; 0 where it is not determined.
 * [any-thread] */
COP11_API uint32_t cop11_text_basis(const cop11_text *text);

/* Frees the text.  NULL does nothing.  [one-thread] */
COP11_API void cop11_text_free(cop11_text *text);

/* ---- calls ------------------------------------------------------------ */

/* Asked again and again during a call, every few milliseconds of work at the
 * latest; non-zero ends the call with COP11_E_CANCELLED.  Called on the calling
 * thread; what is said of cop11_log_fn below holds of it too. */
typedef int32_t (*cop11_cancel_fn)(void *data);

/* How one call is made; NULL in its place: all defaults.  Zero in a field means
 * its default.  Every function that may take long knows cancel and a time limit;
 * flags, as_of, format and evaluated_at count in cop11_validate and
 * cop11_evaluate, format in cop11_diff too; others ignore them. */
typedef struct cop11_call {
  uint32_t struct_size;   /* sizeof(cop11_call) as the caller knows it */
  uint32_t flags;         /* COP11_SHOW_SENSITIVE or 0 */
  const char *as_of;      /* "YYYY-MM-DD", 1900-01-01 to 2199-12-31; NULL: the
                             dossier's assessment.date */
  cop11_cancel_fn cancel; /* NULL: never */
  void *cancel_data;      /* handed to cancel */
  uint32_t time_limit_ms; /* 0: none; reaching it ends in COP11_E_LIMIT */
  uint32_t reserved;      /* must be 0 */
  /* What cop11_evaluate returns: a format of cop11_render, made from the result
   * itself at a fraction of the time that reading a report again takes; NULL:
   * canonical JSON.  cop11_validate ignores it. */
  const char *format;
  /* When the host evaluates, such as "2014-01-31T09:30:00Z"; printed in the
   * report as it is, no rule sees it.  NULL: the report names no time. */
  const char *evaluated_at;
} cop11_call;

/* Let values of facts that the vocabulary marks sensitive stand in reports, in
 * problems and in cop11_error; without it "(kept back)" stands in their place. */
#define COP11_SHOW_SENSITIVE 1u

/* ---- packs: sets of rule files ---------------------------------------- */

/* Rule files gathered before an engine is opened. */
typedef struct cop11_pack cop11_pack;

/* An empty pack.  `name` (required, not empty) is how reports call it: letters,
 * digits, '.', '-', '_', at most 64.  The caller owns *out and frees it with
 * cop11_pack_free.  [any-thread] */
COP11_API cop11_status cop11_pack_new(const char *name, cop11_pack **out,
                                      cop11_error *err);

/* Adds one rule file held in memory.  `path` is its name inside the pack, with
 * '/' between folders and ending in ".lua"; both are copied.  Refused: a path
 * that leaves the pack, one added before, text that is not UTF-8, holds a NUL
 * or is over 256 KiB.  [one-thread] */
COP11_API cop11_status cop11_pack_add(cop11_pack *pack, const char *path,
                                      const char *text, size_t size,
                                      cop11_error *err);

/* Adds every "*.lua" file below `folder`, in byte order of their paths.  Links
 * that leave the folder, FIFOs, devices and files over 256 KiB are refused.
 * The folder is read now and never again.  Of `call`, which may be NULL, cancel
 * and time_limit_ms count.  [one-thread] */
COP11_API cop11_status cop11_pack_add_folder(cop11_pack *pack,
                                             const char *folder,
                                             const cop11_call *call,
                                             cop11_error *err);

/* Gives the pack the text of its signature file, as cop11_pack_add_folder does
 * with the file pack.signature of a folder.  It is judged when an engine opens:
 * a signature that does not fit is no error here, but reports say so.
 * [one-thread] */
COP11_API cop11_status cop11_pack_add_signature(cop11_pack *pack,
                                                const char *text, size_t size,
                                                cop11_error *err);

/* Frees the pack; engines opened on it keep what they need.  NULL does nothing.
 * [one-thread] */
COP11_API void cop11_pack_free(cop11_pack *pack);

/* ---- options ---------------------------------------------------------- */

/* A log line.  `text` holds `size` bytes and a closing NUL, valid during the
 * callback only.  `level`: 1 warning, 2 information, 3 detail.  Logged today:
 * by cop11_engine_open that succeeds, one warning for each check that is broken
 * and will give `error`; nothing else.  Called on the calling thread before the
 * call returns.  It may call this library (on other texts); it must not throw,
 * longjmp or close the engine in use. */
typedef void (*cop11_log_fn)(void *data, int32_t level, const char *text,
                             size_t size);

/* How an engine is opened.  Zero in a field means its default, so that a
 * struct filled with zeros but for struct_size is valid.  struct_size is one of
 * the sizes ever published (on 64-bit systems 88, which ends before keys, and
 * 104), or up to 4096 where all that follows is zero; of cop11_call 40, 56 or up
 * to 4096 likewise.  Any other is COP11_E_ARGUMENT. */
typedef struct cop11_options {
  uint32_t struct_size;   /* sizeof(cop11_options) as the caller knows it */
  uint32_t flags;         /* must be 0 */
  const cop11_pack *pack; /* NULL: the built-in COP 11 pack */
  const cop11_pack *const *layers; /* packs laid over it, first to last; or
                                      NULL */
  size_t layer_count;              /* 1 to 8 with layers, otherwise 0 */
  uint64_t max_memory;  /* bytes a call works with; default 512 MiB */
  uint64_t max_steps;   /* work units of one call; default 200 million */
  uint64_t max_dossier; /* bytes of a dossier read; default 16 MiB */
  uint64_t max_report;  /* bytes of a report written, or read by cop11_render or
                           cop11_diff; default 256 MiB */
  uint32_t max_depth;   /* nesting of JSON read, 1 to 64; default 32 */
  uint32_t max_idle; /* warmed-up states kept, 1 to 256, where each holds up to
                           1 MiB, and fewer of larger ones; default 8 */
  cop11_log_fn log;  /* NULL: none */
  void *log_data;    /* handed to log */
  /* Public keys, 64 hexadecimal digits each.  Where there are any, pack and
   * layers must be signed by one of them and not modified since, else opening
   * fails with COP11_E_PACK, as do cop11_lint and cop11_test; the built-in pack
   * needs no signature.  One without the other is COP11_E_ARGUMENT: keys that
   * do not count would accept any pack. */
  const char *const *keys; /* NULL: any pack is accepted */
  size_t key_count;        /* 1 to 16 with keys, otherwise 0 */
} cop11_options;

/* Sets `options` to the defaults above, struct_size to `struct_size`, which
 * must be a size that is accepted of cop11_options; what a larger one adds
 * becomes zero.  NULL or another size: COP11_E_ARGUMENT.  [any-thread] */
COP11_API cop11_status cop11_options_init(cop11_options *options,
                                          uint32_t struct_size);

/* ---- engine ----------------------------------------------------------- */

/* Rules ready to run.  Immutable; shared by any number of threads. */
typedef struct cop11_engine cop11_engine;

/* Opens an engine on the built-in pack (`options` NULL, or its pack NULL) or on
 * a pack and layers of the caller's, which may be freed after this call.  Fails
 * with COP11_E_PACK when no check at all can be used; a single broken check
 * does not fail the engine but reports `error` for itself.  The packs are only
 * read: calls that read them may run at once, but no cop11_pack_* call on one of
 * them.  The caller owns *out and closes it with cop11_engine_close.
 * [any-thread] */
COP11_API cop11_status cop11_engine_open(const cop11_options *options,
                                         const cop11_call *call,
                                         cop11_engine **out, cop11_error *err);

/* Frees the engine.  No other call on it may be running.  NULL does nothing.
 * [one-thread] */
COP11_API void cop11_engine_close(cop11_engine *engine);

/* What an engine has done since it was opened, for a host's metrics.  Counted are
 * the calls of cop11_describe, cop11_validate, cop11_evaluate, cop11_render and
 * cop11_diff that have ended, but none whose parameters, size or options were
 * refused before it began. */
typedef struct cop11_stats {
  uint32_t struct_size; /* sizeof(cop11_stats) as the caller knows it */
  uint32_t states;      /* of Lua alive now: idle ones, at most max_idle, and
                           one for each call that needs one */
  uint64_t calls;
  uint64_t errors;      /* those of the calls that gave another than COP11_OK */
  uint64_t time_ns;     /* nanoseconds by the monotonic clock in all the calls
                           together, those of several threads added up; no
                           report depends on them */
  uint64_t most_steps;  /* work units of one call at the most, as max_steps
                           counts them, without those of making a state */
  uint64_t most_memory; /* bytes one call worked with at the most, as
                           max_memory counts them, making a state among them */
} cop11_stats;

/* Fills *stats, whose struct_size is set before and stays: 48, the size above, or
 * up to 4096, of which the rest becomes zero.  Another size is COP11_E_ARGUMENT, and
 * nothing is written.  Waits for no call, and none for it: while calls run, each
 * number may be of another moment.  [any-thread] */
COP11_API cop11_status cop11_engine_stats(const cop11_engine *engine,
                                          cop11_stats *stats, cop11_error *err);

/* Describes the engine's rules as JSON, for hosts that draw their own screens.
 * `what` is one of:
 *   "rules"          every check: id, title, points, strength, facts it reads,
 *                    question, remedy, file and line
 *   "rules/ID"       one check in full, with its examples; or the point, fact,
 *                    list or parameter of that name; or what is found by the name
 *                    of a provision or group, or by another word (cop11.found/1)
 *   "missing/ID"     the examples that a check lacks, as text for its file
 *   "new/ID"         a check to begin with, and its examples, as two files
 *   "facts"          the vocabulary
 *   "parameters"     values the guidance leaves open, with their source
 *   "points"         the points of the guidance, the checks that cite them, and
 *                    the outcomes that the examples of each check show
 *   "dossier-schema" JSON Schema (draft-07) of cop11.dossier/1
 *   "report-schema"  JSON Schema (draft-07) of cop11.report/1
 *   "batch-schema"   JSON Schema (draft-07) of cop11.batch/1, the roll-up that the
 *                    verb batch of the command writes
 *   "form/rjsf"      the dossier as a form: the props of react-jsonschema-form
 *   "form/jsonforms" the same for JSON Forms with its Material renderers
 *   "form/page"      what the page of the command's verb form is drawn from
 *   "questionnaire"  the questions, for programs that draw their own forms
 *   "questionnaire-schema" JSON Schema (draft-07) of the questionnaire
 *   "template/KIND"  a dossier to begin with, line by line: for facilities of the
 *                    KINDs (mine,office), with a day before them if one is known
 *   "pack"           name, version, digest, files, layers, who signed them
 *   "build"          version of the library, and of Lua, lua-cjson and
 *                    libsodium inside it, with the distribution's patches
 *   "codes"          what cop11_lint can say: code, meaning, cure, an example
 *   "codes/CODE"     one of them
 *   "editor"         definitions for the Lua language server, line by line
 * An unknown `what` gives COP11_E_ARGUMENT and names the nearest one.
 * The caller owns *out.  [any-thread] */
COP11_API cop11_status cop11_describe(cop11_engine *engine, const char *what,
                                      const cop11_call *call, cop11_text **out,
                                      cop11_error *err);

/* Everything wrong with the pack and layers of `options`, as JSON
 * ("cop11.lint/1"): file, line, column, code, message, cure.  Broken rules are
 * what it is for: it returns COP11_OK and lists them.  NULL options lint the
 * built-in pack.  The packs are only read, as by cop11_engine_open.  The caller
 * owns *out.  [any-thread] */
COP11_API cop11_status cop11_lint(const cop11_options *options,
                                  const cop11_call *call, cop11_text **out,
                                  cop11_error *err);

/* Runs the examples inside the pack of `options` and returns the results as
 * JSON ("cop11.test/1"): per check the examples passed and failed, and the
 * outcomes not yet shown, and the changes to conditions that no example would
 * notice.  A failing example is a result, not an error.  The packs are only read,
 * as by cop11_engine_open.  The caller owns *out.  [any-thread] */
COP11_API cop11_status cop11_test(const cop11_options *options,
                                  const cop11_call *call, cop11_text **out,
                                  cop11_error *err);

/* ---- dossiers --------------------------------------------------------- */

/* Reads a dossier without rating it and returns its problems as JSON
 * ("cop11.validation/1"; its fields are in plugin/README.md): each with a JSON
 * Pointer and one sentence, which says what was expected, with line and column
 * where they are known, and with a cure of its own where the sentence holds none.
 * The first 1000 by pointer are listed, all are counted.
 * A malformed dossier is a result (COP11_OK with problems).  A text that is not
 * strict JSON with an object at the top ([], null, 3, a key twice) is
 * COP11_E_JSON with line and column.  A dossier that is valid is
 * one that cop11_evaluate takes with the same call; so without an as-of date none
 * is, and a problem says so.  `call` may be NULL.  The caller owns *out.  [any-thread] */
COP11_API cop11_status cop11_validate(cop11_engine *engine, const char *dossier,
                                      size_t size, const cop11_call *call,
                                      cop11_text **out, cop11_error *err);

/* Evaluates a dossier and returns a report, "cop11.report/1", as canonical
 * JSON, or in the format of the call.  The same engine version, rules, dossier,
 * as-of date and evaluated_at give the same bytes on every machine (tested: x86-64 Linux).  Fails with COP11_E_JSON or
 * COP11_E_DOSSIER (err holds the first problem, cop11_validate lists all), with
 * COP11_E_ARGUMENT when there is no as-of date, and on the limits.  `call` may be
 * NULL.  The caller owns *out.  [any-thread] */
COP11_API cop11_status cop11_evaluate(cop11_engine *engine, const char *dossier,
                                      size_t size, const cop11_call *call,
                                      cop11_text **out, cop11_error *err);

/* Turns a report of this library into another format: "text" (for a terminal,
 * UTF-8, no colours), "verbose" (the same, with the place of each fact in the
 * dossier and the line of each rule), "summary" (the first screen of it), "html" (one
 * self-contained page), "csv" (one row each for ratings, results, questions, findings, problems and records, told apart by the
 * column kind; RFC 4180) or "json" (indented); and for other platforms, as JSON of
 * OSCAL 1.2: "oscal/assessment-results" (or "oscal"), "oscal/assessment-plan",
 * "oscal/poam", "oscal/catalog", "oscal/profile", "oscal/component-definition",
 * and "hdf", results for Heimdall (plugin/hosts/hdf); and as XML "xccdf", a Benchmark
 * for OpenSCAP, and "xccdf/results", with results (plugin/hosts/openscap); and
 * "ciso-assistant" with "ciso-assistant/library" (plugin/hosts/ciso-assistant).
 * plugin/hosts/oscal says what stands where; a report with nothing to put right has
 * no poam, which is COP11_E_ARGUMENT.  An unknown format gives COP11_E_ARGUMENT and
 * names the nearest.  What is not a report, or lacks a part of one, is
 * COP11_E_DOSSIER with a JSON Pointer; but a report is not
 * authenticated: one that was changed and is still whole is shown as it is.
 * Keep reports where nobody can change them, or evaluate again.  The caller owns
 * *out.  [any-thread] */
COP11_API cop11_status cop11_render(cop11_engine *engine, const char *report,
                                    size_t size, const char *format,
                                    const cop11_call *call, cop11_text **out,
                                    cop11_error *err);

/* Compares two reports of this library on one Member and returns what became of
 * each check, rating, entered finding and record between them ("cop11.diff/1"; its
 * fields are in plugin/README.md): two assessments of a Member, or one dossier under
 * two sets of rules.  As JSON, or in the format of the call: "text", "html", "csv"
 * or "json" (indented); as_of, evaluated_at and flags of the call do not count.  A
 * finding of the old report counts as closed only where the new one says that the
 * check conforms: one that is open, not applicable or not asked now is told as such.
 * What is not a whole report is COP11_E_DOSSIER with a JSON Pointer, two reports on
 * different Members are COP11_E_ARGUMENT.  The caller owns *out.  [any-thread] */
COP11_API cop11_status cop11_diff(cop11_engine *engine, const char *old_report,
                                  size_t old_size, const char *new_report,
                                  size_t new_size, const cop11_call *call,
                                  cop11_text **out, cop11_error *err);

#ifdef __cplusplus
}
#endif

#endif
