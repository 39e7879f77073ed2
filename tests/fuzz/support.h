/* support.h: what the fuzzers of whole calls share. */
#ifndef FUZZ_SUPPORT_H
#define FUZZ_SUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "cop11.h"
#include "json/read.h"

/* Ends the run, so that libFuzzer keeps the input. */
#define EXPECT(condition)                                                      \
  do {                                                                         \
    if (!(condition))                                                          \
      __builtin_trap();                                                        \
  } while (0)

/* What libFuzzer calls. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

void *heap_alloc(void *data, void *block, size_t size);

/* A copy of exactly this size, so that a byte read beyond is seen. */
char *exact_copy(const void *data, size_t size);

/* By which an input is among the few that are tried in a dearer way: the same each
 * time that it is tried. */
uint32_t hash_of(const char *text, size_t size);

/* Whether the text holds `part`. */
bool text_holds(const cop11_text *text, const char *part);

/* How a call may end: as it should, or with a place and a printable sentence
 * that says what is wrong; never with COP11_E_INTERNAL. */
void check_end(cop11_status status, const cop11_error *err);

/* The same for a call that returns canonical JSON. */
void check_json(cop11_status status, const cop11_text *text,
                const cop11_error *err);

/* An input that began then did not take too long. */
void check_time(clock_t began);

/* A small pack, for the caller to free: what it has of everything is little, so
 * that a second is enough for many inputs. */
cop11_pack *fuzz_pack(void);

/* Options of an engine on `pack` (NULL: the built-in one): 64 MiB, and steps
 * few enough that a loop without end takes no minutes under the sanitizers. */
cop11_options fuzz_options(const cop11_pack *pack, uint64_t max_steps);

/* Validates and evaluates.  The two agree on what a dossier is, and a report
 * can be rendered, of which some are.  Returns the report, or NULL when there is none. */
cop11_text *try_dossier(cop11_engine *engine, const char *text, size_t size);

#endif
