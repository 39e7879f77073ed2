/* options.c: reading the structs a host passes; see options.h. */
#include "options.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "error.h"
#include "handle.h"
#include "pack/signature.h"
#include "version_text.h"

/* A size above this is a field nobody set, not a struct of the future. */
#define MAX_STRUCT_SIZE 4096u

#define KIB ((uint64_t)1 << 10)
#define MIB ((uint64_t)1 << 20)
#define GIB ((uint64_t)1 << 30)
/* What this machine can address, with room for sums. */
#define MAX_BYTES                                                              \
  ((uint64_t)(SIZE_MAX / 4) < 1024 * GIB ? (uint64_t)(SIZE_MAX / 4)            \
                                         : 1024 * GIB)
#define MAX_LAYERS 8u
#define MAX_KEYS 16u

/* ---- structs by size ---------------------------------------------------- */

static bool is_zero(const unsigned char *bytes, size_t size) {
  for (size_t i = 0; i < size; i++) {
    if (bytes[i] != 0)
      return false;
  }
  return true;
}

/* What this library knows of a struct that begins with struct_size.  A size
 * between the two was never published: it would cut a field off, or one of a
 * pair such as keys and key_count. */
struct known {
  const char *name;
  size_t first; /* its size in the first version published, for ever */
  size_t now;
};

#define SIZE_UP_TO(type, field)                                                \
  (offsetof(type, field) + sizeof(((type *)0)->field))

static const struct known known_options = {"cop11_options",
                                           SIZE_UP_TO(cop11_options, log_data),
                                           sizeof(cop11_options)};
static const struct known known_call = {
    "cop11_call", SIZE_UP_TO(cop11_call, reserved), sizeof(cop11_call)};

static const struct known known_stats = {"cop11_stats", sizeof(cop11_stats),
                                         sizeof(cop11_stats)};

static bool is_known_size(const struct known *known, uint32_t size) {
  return size == known->first ||
         (size >= known->now && size <= MAX_STRUCT_SIZE);
}

static cop11_status check_size(const struct known *known, uint32_t size,
                               cop11_error *err) {
  char older[32] = "";

  if (is_known_size(known, size))
    return COP11_OK;
  if (known->first < known->now)
    (void)snprintf(older, sizeof older, "%zu, or ", known->first);
  return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                   "%s.struct_size is %" PRIu32
                   ", but must be %s%zu to %u: set it to sizeof(%s).",
                   known->name, size, older, known->now, MAX_STRUCT_SIZE,
                   known->name);
}

/* Copies what both sides know to `out`, known->now bytes of zeros. */
static cop11_status copy_struct(const struct known *known, const void *from,
                                void *out, cop11_error *err) {
  uint32_t size;
  cop11_status status;

  memcpy(&size, from, sizeof size);
  status = check_size(known, size, err);
  if (status != COP11_OK)
    return status;
  if (size > known->now &&
      !is_zero((const unsigned char *)from + known->now, size - known->now))
    return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                     "%s has a field that library version %s does not know: "
                     "set what follows byte %zu to zero, or use a newer "
                     "library.",
                     known->name, VERSION_TEXT, known->now);
  memcpy(out, from, size < known->now ? size : known->now);
  return COP11_OK;
}

/* ---- options ------------------------------------------------------------ */

struct range {
  const char *field;
  uint64_t least;
  uint64_t most;
  uint64_t usual; /* in place of zero */
};

static const struct range max_memory = {"max_memory", MIB, MAX_BYTES,
                                        512 * MIB};
static const struct range max_steps = {"max_steps", 1, (uint64_t)1 << 53,
                                       200000000};
static const struct range max_dossier = {"max_dossier", 1, GIB, 16 * MIB};
static const struct range max_report = {"max_report", 1, GIB, 256 * MIB};
static const struct range max_depth = {"max_depth", 1, 64, 32};
static const struct range max_idle = {"max_idle", 1, 256, 8};

static cop11_status check_range(const struct range *range, uint64_t *value,
                                cop11_error *err) {
  if (*value == 0)
    *value = range->usual;
  if (*value >= range->least && *value <= range->most)
    return COP11_OK;
  return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                   "cop11_options.%s is %" PRIu64 ", but must be %" PRIu64
                   " to %" PRIu64 ", or 0 for the default of %" PRIu64 ".",
                   range->field, *value, range->least, range->most,
                   range->usual);
}

static cop11_status check_range32(const struct range *range, uint32_t *value,
                                  cop11_error *err) {
  uint64_t wide = *value;
  cop11_status status = check_range(range, &wide, err);

  *value = (uint32_t)wide;
  return status;
}

static cop11_status check_limits(cop11_options *options, cop11_error *err) {
  cop11_status status = check_range(&max_memory, &options->max_memory, err);

  if (status == COP11_OK)
    status = check_range(&max_steps, &options->max_steps, err);
  if (status == COP11_OK)
    status = check_range(&max_dossier, &options->max_dossier, err);
  if (status == COP11_OK)
    status = check_range(&max_report, &options->max_report, err);
  if (status == COP11_OK)
    status = check_range32(&max_depth, &options->max_depth, err);
  if (status == COP11_OK)
    status = check_range32(&max_idle, &options->max_idle, err);
  return status;
}

static cop11_status check_pack(const cop11_options *options, cop11_error *err) {
  if (!options->pack || handle_is(options->pack, HANDLE_PACK))
    return COP11_OK;
  return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                   "cop11_options.pack was freed already, or is no pack: pass "
                   "what cop11_pack_new gave you, or NULL for the built-in "
                   "rules.");
}

static cop11_status check_layers(const cop11_options *options,
                                 cop11_error *err) {
  if (options->layer_count > MAX_LAYERS)
    return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                     "cop11_options.layer_count is %zu, but must be 0 to %u.",
                     options->layer_count, MAX_LAYERS);
  if (options->layer_count > 0 && !options->layers)
    return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                     "cop11_options.layers is NULL, but layer_count is %zu: "
                     "pass the packs, or a count of 0.",
                     options->layer_count);
  if (options->layers && options->layer_count == 0)
    return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                     "cop11_options.layers is set, but layer_count is 0: pass "
                     "the number of layers, or NULL to lay none.");
  for (size_t i = 0; i < options->layer_count; i++) {
    if (!options->layers[i])
      return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                       "cop11_options.layers[%zu] is NULL: pass a pack.", i);
    if (!handle_is(options->layers[i], HANDLE_PACK))
      return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                       "cop11_options.layers[%zu] was freed already, or is no "
                       "pack: pass what cop11_pack_new gave you.",
                       i);
  }
  return COP11_OK;
}

/* Keys that nobody counts would accept every pack, which is not what a host
 * that has keys can mean. */
static cop11_status check_key_count(const cop11_options *options,
                                    cop11_error *err) {
  if (options->key_count > MAX_KEYS)
    return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                     "cop11_options.key_count is %zu, but must be 0 to %u.",
                     options->key_count, MAX_KEYS);
  if (options->key_count > 0 && !options->keys)
    return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                     "cop11_options.keys is NULL, but key_count is %zu: pass "
                     "the keys, or a count of 0.",
                     options->key_count);
  if (options->keys && options->key_count == 0)
    return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                     "cop11_options.keys is set, but key_count is 0: pass the "
                     "number of keys, or NULL to accept any pack.");
  return COP11_OK;
}

static cop11_status check_keys(const cop11_options *options, cop11_error *err) {
  cop11_status status = check_key_count(options, err);

  if (status != COP11_OK)
    return status;
  for (size_t i = 0; i < options->key_count; i++) {
    if (!options->keys[i] || !signature_is_key(options->keys[i]))
      return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                       "cop11_options.keys[%zu] is not a public key: pass the "
                       "64 hexadecimal digits that cop11 sign prints.",
                       i);
  }
  return COP11_OK;
}

cop11_status options_read(const cop11_options *options, cop11_options *out,
                          cop11_error *err) {
  cop11_status status = COP11_OK;

  memset(out, 0, sizeof *out);
  if (options)
    status = copy_struct(&known_options, options, out, err);
  if (status == COP11_OK && out->flags != 0)
    status = error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                       "cop11_options.flags is %" PRIu32
                       ", but no flag is known: set it to 0.",
                       out->flags);
  if (status == COP11_OK)
    status = check_limits(out, err);
  if (status == COP11_OK)
    status = check_pack(out, err);
  if (status == COP11_OK)
    status = check_layers(out, err);
  if (status == COP11_OK)
    status = check_keys(out, err);
  out->struct_size = sizeof *out;
  return status;
}

/* What this library does not know of a newer struct is zero, as options_read
 * wants it. */
cop11_status options_init(cop11_options *options, uint32_t struct_size) {
  cop11_options usual;

  if (!options || !is_known_size(&known_options, struct_size))
    return COP11_E_ARGUMENT;
  (void)options_read(NULL, &usual, NULL); /* defaults are always in range */
  usual.struct_size = struct_size;
  memset(options, 0, struct_size);
  memcpy(options, &usual,
         struct_size < sizeof usual ? struct_size : sizeof usual);
  return COP11_OK;
}

/* ---- one call ----------------------------------------------------------- */

cop11_status call_read(const cop11_call *call, cop11_call *out,
                       cop11_error *err) {
  cop11_status status = COP11_OK;

  memset(out, 0, sizeof *out);
  if (call)
    status = copy_struct(&known_call, call, out, err);
  if (status == COP11_OK && (out->flags & ~COP11_SHOW_SENSITIVE) != 0)
    status = error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                       "cop11_call.flags is %" PRIu32
                       ", but must be COP11_SHOW_SENSITIVE or 0.",
                       out->flags);
  if (status == COP11_OK && out->reserved != 0)
    status = error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                       "cop11_call.reserved is %" PRIu32 ", but must be 0.",
                       out->reserved);
  out->struct_size = sizeof *out;
  return status;
}

/* ---- stats --------------------------------------------------------------- */

cop11_status stats_copy(const cop11_stats *counted, cop11_stats *stats,
                        cop11_error *err) {
  uint32_t size = stats->struct_size;
  cop11_status status = check_size(&known_stats, size, err);

  if (status != COP11_OK)
    return status;
  memset(stats, 0, size);
  memcpy(stats, counted, sizeof *counted);
  stats->struct_size = size;
  return COP11_OK;
}
