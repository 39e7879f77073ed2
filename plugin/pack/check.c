/* pack/check.c: what a pack may hold; see pack/check.h. */
#include "pack/check.h"

#include <stdbool.h>
#include <string.h>

#include "error.h"
#include "utf8.h"

#define BOM "\xEF\xBB\xBF"
#define BOM_SIZE 3u
#define ESCAPE 0x1B /* what compiled Lua begins with */

/* ---- names -------------------------------------------------------------- */

static bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

static bool is_name_char(char c) {
  return is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
}

cop11_status pack_check_name(const char *name, cop11_error *err) {
  size_t size = strlen(name);
  bool good = size > 0 && size <= PACK_NAME_SIZE;

  for (size_t i = 0; good && i < size; i++)
    good = is_name_char(name[i]);
  if (good)
    return COP11_OK;
  return error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                   "The pack name '%.80s' cannot be used: write 1 to %d "
                   "letters, digits, '.', '-' or '_'.",
                   name, PACK_NAME_SIZE);
}

/* ---- paths -------------------------------------------------------------- */

static bool ends_in_lua(const char *path, size_t size) {
  return size > 4 && memcmp(path + size - 4, ".lua", 4) == 0 &&
         path[size - 5] != '/';
}

/* Whether a part between slashes is empty, "." or "..". */
static bool is_bad_part(const char *part, size_t size) {
  return size == 0 || (size == 1 && part[0] == '.') ||
         (size == 2 && part[0] == '.' && part[1] == '.');
}

static bool has_bad_part(const char *path) {
  for (;;) {
    size_t size = strcspn(path, "/");
    if (is_bad_part(path, size))
      return true;
    if (path[size] == '\0')
      return false;
    path += size + 1;
  }
}

static bool has_bad_char(const char *path, size_t size) {
  for (size_t i = 0; i < size; i++) {
    if ((unsigned char)path[i] < 0x20 || path[i] == 0x7F)
      return true;
  }
  return utf8_prefix(path, size) < size;
}

static const char *path_problem(const char *path) {
  size_t size = strlen(path);

  if (size == 0)
    return "is empty; name the file inside the pack, such as rules.lua";
  if (size > PACK_PATH_SIZE)
    return "is longer than 200 bytes; choose a shorter one";
  if (has_bad_char(path, size))
    return "holds control characters or bytes that are not UTF-8; rename it";
  if (strchr(path, '\\'))
    return "holds a backslash; write '/' between folders";
  if (has_bad_part(path))
    return "leaves the pack or has an empty part; write it from the top of "
           "the pack, without '.', '..', '//' or a '/' in front";
  if (!ends_in_lua(path, size))
    return "does not end in .lua; rule files do";
  return NULL;
}

cop11_status pack_check_path(const char *path, cop11_error *err) {
  const char *problem = path_problem(path);

  if (!problem)
    return COP11_OK;
  return error_set(err, COP11_E_ARGUMENT, path, 0, 0, "The path '%.200s' %s.",
                   path, problem);
}

/* ---- texts -------------------------------------------------------------- */

struct position {
  int line;
  int column;
};

static struct position position_of(const char *text, size_t offset) {
  struct position at = {1, 1};

  for (size_t i = 0; i < offset; i++) {
    at.column++;
    if (text[i] == '\n') {
      at.line++;
      at.column = 1;
    }
  }
  return at;
}

static cop11_status refuse_byte(const char *path, const char *text,
                                size_t offset, const char *cure,
                                cop11_error *err) {
  struct position at = position_of(text, offset);

  return error_set(err, COP11_E_PACK, path, at.line, at.column,
                   "%s line %d: the byte 0x%02X %s.", path, at.line,
                   (unsigned)(unsigned char)text[offset], cure);
}

cop11_status pack_check_text(const char *path, const char *text, size_t size,
                             size_t most, cop11_error *err) {
  const char *nul;
  size_t good;

  if (size > most)
    return error_set(err, COP11_E_PACK, path, 0, 0,
                     "%s has %zu bytes, but a rule file has at most %zu. Split "
                     "it into several files.",
                     path, size, most);
  if (size > 0 && text[0] == ESCAPE)
    return error_set(err, COP11_E_PACK, path, 1, 1,
                     "%s is compiled Lua, which is never run. Add its source.",
                     path);
  nul = size > 0 ? memchr(text, '\0', size) : NULL;
  if (nul)
    return refuse_byte(path, text, (size_t)(nul - text),
                       "cannot stand in a rule file; save it as plain text "
                       "in UTF-8",
                       err);
  good = utf8_prefix(text, size);
  if (good < size)
    return refuse_byte(path, text, good, "is not UTF-8; save the file as UTF-8",
                       err);
  return COP11_OK;
}

size_t pack_text_clean(const char *text, size_t size, char *out) {
  size_t from = 0, to = 0;

  if (size >= BOM_SIZE && memcmp(text, BOM, BOM_SIZE) == 0)
    from = BOM_SIZE;
  for (; from < size; from++) {
    if (text[from] == '\r' && from + 1 < size && text[from + 1] == '\n')
      continue;
    out[to++] = text[from];
  }
  return to;
}
