/* core.h: the one way in: from a dossier's text to its report. */
#ifndef CORE_CORE_H
#define CORE_CORE_H

#include "call.h"
#include "report.h"
#include "json/buffer.h"

enum core_result {
  CORE_REPORT, /* it is in *out */
  CORE_FOR_LUA, /* the text is no dossier that can be rated, which Lua words, or it
                 * holds what C does not know; *out is as it was */
  CORE_STOPPED /* budget->fatal says by what */
};

/* What is written of a dossier. */
enum core_part {
  CORE_WHOLE_REPORT,
  /* {"problems"}: its notes and conflicts, though it may have errors too, which Lua
   * words. */
  CORE_PROBLEMS,
  CORE_STEPS,  /* those of one check: steps.h */
  CORE_CHECKS, /* what those in `checks` of `more` come to alone (alone.h) */
  CORE_CASES   /* of no dossier: what conditions come to, by `more` (cases.h) */
};

struct core_job {
  enum core_part part;
  struct slice check; /* of CORE_STEPS: its id */
  const struct program *program;
  const char *text;
  size_t size;
  uint32_t max_depth;
  struct call_options options;
  /* What Lua adds, as a JSON object; none: nothing.  `parameters`: values in place of
   * those of the pack, by name; `notes`: the notes, each code, pointer and message, on the
   * ids that it looked at, after which nothing is for it; `checks`: those of CORE_CHECKS. */
  struct slice more;
  struct slice version; /* of the library */
  struct budget *budget;
  size_t max_memory;               /* of the call, *out apart */
  const struct computer *computer; /* NULL: the pack has no plain function */
  struct json_buffer *out;         /* what is there already stays before it */
  struct report_rated rated;       /* out */
  size_t used;                     /* out: bytes at the most, *out apart */
  bool over_max;                   /* out: stopped because of max_memory */
};

enum core_result core_report(struct core_job *job);

#endif
