/* pack.c: rule files in memory; see pack.h.  What a path or a text must be like
 * is in pack/check.c. */
#include "pack.h"

#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "error.h"
#include "unpack.h"

/* ---- one file ----------------------------------------------------------- */

/* Path and room for `size` bytes of text in one block, which starts at `path`;
 * NULL without memory. */
static char *block_new(const char *path, size_t size) {
  size_t path_size = strlen(path) + 1;
  char *block = malloc(path_size + size + 1);

  if (block)
    memcpy(block, path, path_size);
  return block;
}

/* A file of its own; `clean` takes the text as it came, else it is copied. */
static cop11_status file_new(const struct pack_file *from, bool clean,
                             struct pack_file *out, cop11_error *err) {
  char *block = block_new(from->path, from->size);
  char *text;

  if (!block)
    return error_no_memory(err);
  text = block + strlen(block) + 1;
  out->size = from->size;
  if (clean)
    out->size = pack_text_clean(from->text, from->size, text);
  else if (from->size > 0)
    memcpy(text, from->text, from->size);
  text[out->size] = '\0';
  out->path = block;
  out->text = text;
  return COP11_OK;
}

static void file_free(const struct pack_file *file) {
  free((void *)(uintptr_t)file->path);
}

/* ---- the sorted list ---------------------------------------------------- */

/* Where `path` is, or would be. */
static size_t find_place(const cop11_pack *pack, const char *path) {
  size_t low = 0, high = pack->count;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (strcmp(pack->files[middle].path, path) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static cop11_status check_new_path(const cop11_pack *pack, const char *path,
                                   cop11_error *err) {
  size_t place = find_place(pack, path);

  if (place == pack->count || strcmp(pack->files[place].path, path) != 0)
    return COP11_OK;
  return error_set(err, COP11_E_ARGUMENT, path, 0, 0,
                   "%s is in pack %s already. Add each file once, or put the "
                   "other one in a layer.",
                   path, pack->name);
}

/* Makes room for `extra` more files. */
static cop11_status reserve(cop11_pack *pack, size_t extra, cop11_error *err) {
  size_t needed = pack->count + extra;
  size_t capacity = pack->capacity > 0 ? pack->capacity : 16;
  struct pack_file *files;

  if (needed > PACK_FILE_COUNT)
    return error_set(err, COP11_E_PACK, NULL, 0, 0,
                     "Pack %s would hold %zu files, but %d are the most. "
                     "Join small files.",
                     pack->name, needed, PACK_FILE_COUNT);
  if (needed <= pack->capacity)
    return COP11_OK;
  while (capacity < needed)
    capacity *= 2;
  files = realloc(pack->files, capacity * sizeof *files);
  if (!files)
    return error_no_memory(err);
  pack->files = files;
  pack->capacity = capacity;
  return COP11_OK;
}

/* Puts a file in its place; there must be room. */
static void insert(cop11_pack *pack, const struct pack_file *file) {
  size_t place = find_place(pack, file->path);

  memmove(pack->files + place + 1, pack->files + place,
          (pack->count - place) * sizeof *file);
  pack->files[place] = *file;
  pack->count++;
}

/* ---- packs -------------------------------------------------------------- */

cop11_status pack_new(const char *name, cop11_pack **out, cop11_error *err) {
  cop11_status status = pack_check_name(name, err);
  cop11_pack *pack;

  if (status != COP11_OK)
    return status;
  pack = calloc(1, sizeof *pack);
  if (!pack)
    return error_no_memory(err);
  pack->tag = HANDLE_PACK;
  memcpy(pack->name, name, strlen(name) + 1);
  *out = pack;
  return COP11_OK;
}

void pack_free(cop11_pack *pack) {
  if (!handle_is(pack, HANDLE_PACK))
    return;
  for (size_t i = 0; i < pack->count; i++)
    file_free(&pack->files[i]);
  free(pack->files);
  free(pack->signature);
  free(pack->judged.files);
  handle_end(&pack->tag);
  free(pack);
}

cop11_status pack_add(cop11_pack *pack, const char *path, const char *text,
                      size_t size, cop11_error *err) {
  struct pack_file given = {path, text, size}, file;
  cop11_status status = pack_check_path(path, err);

  if (status == COP11_OK)
    status = check_new_path(pack, path, err);
  if (status == COP11_OK)
    status = pack_check_text(path, text, size, PACK_FILE_SIZE, err);
  if (status == COP11_OK)
    status = reserve(pack, 1, err);
  if (status == COP11_OK)
    status = file_new(&given, true, &file, err);
  if (status == COP11_OK)
    insert(pack, &file);
  return status;
}

/* It is judged when an engine opens, with the files as they are then. */
cop11_status pack_set_signature(cop11_pack *pack, const char *text, size_t size,
                                cop11_error *err) {
  char *copy;

  if (pack_check_text(PACK_SIGNATURE_PATH, text, size, PACK_SIGNATURE_SIZE,
                      NULL) != COP11_OK)
    size = 0; /* such a signature does not hold either */
  copy = malloc(size + 1);
  if (!copy)
    return error_no_memory(err);
  copy[pack_text_clean(text, size, copy)] = '\0';
  free(pack->signature);
  pack->signature = copy;
  return COP11_OK;
}

cop11_status pack_merge(cop11_pack *pack, cop11_pack *from, cop11_error *err) {
  cop11_status status = COP11_OK;

  for (size_t i = 0; i < from->count && status == COP11_OK; i++)
    status = check_new_path(pack, from->files[i].path, err);
  if (status == COP11_OK)
    status = reserve(pack, from->count, err);
  if (status != COP11_OK)
    return status;
  for (size_t i = 0; i < from->count; i++)
    insert(pack, &from->files[i]);
  from->count = 0;
  if (from->signature) {
    free(pack->signature);
    pack->signature = from->signature;
    from->signature = NULL;
  }
  if (from->passed_over.count > 0)
    pack->passed_over = from->passed_over;
  return COP11_OK;
}

/* A rule of the library as a file of its own. */
static cop11_status file_unpacked(const struct builtin_file *rule,
                                  struct pack_file *out, cop11_error *err) {
  char *block = block_new(rule->path, rule->size);
  char *text;

  if (!block)
    return error_no_memory(err);
  text = block + strlen(block) + 1;
  *out = (struct pack_file){block, text, rule->size};
  if (unpack_file(rule, text))
    return COP11_OK;
  file_free(out);
  return error_set(err, COP11_E_INTERNAL, rule->path, 0, 0,
                   "The rules inside this library are damaged. Install it "
                   "anew.");
}

cop11_status pack_builtin(struct budget *budget, cop11_pack **out,
                          cop11_error *err) {
  cop11_pack *pack = NULL;
  cop11_status status = pack_new(PACK_BUILTIN_NAME, &pack, err);

  if (status == COP11_OK)
    status = reserve(pack, builtin_rule_count, err);
  for (size_t i = 0; i < builtin_rule_count && status == COP11_OK; i++) {
    status = file_unpacked(&builtin_rules[i], &pack->files[i], err);
    if (status != COP11_OK)
      break;
    pack->count++;
    status = budget_pass_bytes(budget, pack->files[i].size, err);
  }
  if (status != COP11_OK) {
    pack_free(pack);
    return status;
  }
  pack->builtin = true;
  *out = pack;
  return COP11_OK;
}

cop11_status pack_copy(const cop11_pack *pack, struct budget *budget,
                       cop11_pack **out, cop11_error *err) {
  cop11_pack *copy = NULL;
  cop11_status status = pack_new(pack->name, &copy, err);

  if (status == COP11_OK)
    status = reserve(copy, pack->count, err);
  for (size_t i = 0; i < pack->count && status == COP11_OK; i++) {
    status = file_new(&pack->files[i], false, &copy->files[i], err);
    if (status != COP11_OK)
      break;
    copy->count++;
    status = budget_pass_bytes(budget, copy->files[i].size, err);
  }
  if (status == COP11_OK && pack->signature)
    status =
        pack_set_signature(copy, pack->signature, strlen(pack->signature), err);
  if (status == COP11_OK) {
    copy->passed_over = pack->passed_over;
    *out = copy;
  } else
    pack_free(copy);
  return status;
}
