/* json/lua_write.c: Lua values to JSON text, canonical or indented.
 *
 * A report is written by this file, so it is made for speed: one walk over each
 * table with lua_next, values left on the Lua stack, keys sorted by pointer.
 * Tables are read raw: no metamethod runs.
 */
#include <lauxlib.h>

#include "sandbox/cage.h"
#include "json/lua.h"
#include "json/number.h"
#include "json/string.h"

enum {
  DEPTH_MAX = 100,    /* beyond it a table surely holds itself */
  HELD_MAX = 32,      /* members of one object kept on the Lua stack */
  INSERTION_MAX = 32, /* keys sorted as they come */
  STACK_NEEDED = 2 * HELD_MAX + 8
};

/* One member of an object being written. */
struct entry {
  const char *key; /* belongs to the table */
  size_t size;
  int value; /* stack index, 0: fetch it again */
};

struct writer {
  lua_State *L;
  struct json_buffer *out;
  struct json_buffer *entries; /* a stack of them, for all open objects */
  const struct json_lua *json;
  bool indented;
  int depth;
  struct {
    const char *key; /* NULL: an array */
    size_t size;
    lua_Integer index;
  } path[DEPTH_MAX]; /* where the writer is, for messages */
};

static void write_value(struct writer *writer, int index);

/* ---- errors ----------------------------------------------------------- */

/* One step of a JSON Pointer. */
static void put_key(struct json_buffer *out, const char *key, size_t size) {
  json_buffer_put_char(out, '/');
  for (const char *at = key; at < key + size; at++) {
    if (*at == '~' || *at == '/')
      json_buffer_put(out, *at == '~' ? "~0" : "~1", 2);
    else
      json_buffer_put_char(out, *at);
  }
}

static void put_index(struct json_buffer *out, lua_Integer index) {
  char digits[JSON_NUMBER_SIZE];

  json_buffer_put_char(out, '/');
  json_buffer_put(out, digits, json_integer_print(digits, index));
}

/* Raises an error that names the path.  [-0, +1, v] */
static int fail(struct writer *writer, const char *what) {
  struct json_buffer *out = writer->out;
  out->size = 0;
  for (int i = 0; i < writer->depth; i++) {
    if (writer->path[i].key)
      put_key(out, writer->path[i].key, writer->path[i].size);
    else
      put_index(out, writer->path[i].index - 1);
  }
  json_buffer_put_char(out, '\0');
  lua_pushfstring(writer->L, "JSON cannot hold %s, found at \"%s\".", what,
                  out->data);
  return lua_error(writer->L);
}

/* ---- scalars ---------------------------------------------------------- */

static void write_number(struct writer *writer, int index) {
  char *room = json_buffer_room(writer->out, JSON_NUMBER_SIZE);
  if (lua_isinteger(writer->L, index)) {
    writer->out->size +=
        json_integer_print(room, lua_tointeger(writer->L, index));
    return;
  }
  lua_Number number = lua_tonumber(writer->L, index);
  if (!(number - number == 0))
    fail(writer, "a number that is infinite or not a number");
  struct json_decimal decimal = json_number_from_double(number);
  writer->out->size += json_number_print(room, &decimal);
}

static void write_string(struct writer *writer, int index) {
  size_t size = 0;
  const char *text = lua_tolstring(writer->L, index, &size);
  json_quote(writer->out, text, size);
}

/* Whether the value at `index` has the metatable `mark`.  [-0, +0, -] */
static bool is_marked(lua_State *L, int index, const void *mark) {
  if (!lua_getmetatable(L, index))
    return false;
  bool marked = lua_topointer(L, -1) == mark;
  lua_pop(L, 1);
  return marked;
}

/* ---- layout ----------------------------------------------------------- */

static void new_line(struct writer *writer) {
  json_buffer_put_char(writer->out, '\n');
  for (int i = 0; i < writer->depth; i++)
    json_buffer_put(writer->out, "  ", 2);
}

/* Before each child of a container. */
static void start_child(struct writer *writer, bool first) {
  if (!first)
    json_buffer_put_char(writer->out, ',');
  if (writer->indented)
    new_line(writer);
}

static void close_container(struct writer *writer, char bracket) {
  writer->depth--;
  if (writer->indented)
    new_line(writer);
  json_buffer_put_char(writer->out, bracket);
}

/* ---- arrays ----------------------------------------------------------- */

static void write_element(struct writer *writer, lua_Integer index) {
  writer->path[writer->depth - 1].index = index;
  start_child(writer, index == 1);
  write_value(writer, lua_gettop(writer->L));
  lua_pop(writer->L, 1);
}

/* Writes the elements from `index` on by number, as lua_next gave them in
 * another order.  On the stack are the key and the value it gave.
 * [-2, +0, e] */
static void write_rest(struct writer *writer, int table, lua_Integer index) {
  lua_State *L = writer->L;
  lua_Integer last = index - 1;
  do {
    last++;
    lua_pop(L, 1);
  } while (lua_next(L, table));
  for (; index <= last; index++) {
    if (lua_rawgeti(L, table, index) == LUA_TNIL) {
      writer->path[writer->depth - 1].index = index;
      fail(writer, "an array with holes or with keys that are no positions");
    }
    write_element(writer, index);
  }
}

/* On the stack are the first key and its value.  [-2, +0, e] */
static void write_array(struct writer *writer, int table) {
  lua_State *L = writer->L;
  lua_Integer index = 1;
  json_buffer_put_char(writer->out, '[');
  writer->path[writer->depth - 1].key = NULL;
  do {
    if (!lua_isinteger(L, -2) || lua_tointeger(L, -2) != index) {
      write_rest(writer, table, index);
      break;
    }
    write_element(writer, index++);
  } while (lua_next(L, table));
  close_container(writer, ']');
}

/* ---- objects ---------------------------------------------------------- */

static struct entry *entries_from(const struct writer *writer, size_t base) {
  return (struct entry *)(void *)(writer->entries->data + base);
}

static bool comes_before(const struct entry *a, const struct entry *b) {
  /* Lua ends strings with NUL, so an empty one has a first byte too. */
  unsigned char x = (unsigned char)a->key[0];
  unsigned char y = (unsigned char)b->key[0];
  if (x != y)
    return x < y;
  int order = memcmp(a->key, b->key, a->size < b->size ? a->size : b->size);
  return order ? order < 0 : a->size < b->size;
}

/* Moves entry `root` down the heap of `count` entries. */
static void sift_down(struct entry *entries, size_t root, size_t count) {
  struct entry moved = entries[root];
  for (size_t child; (child = 2 * root + 1) < count; root = child) {
    if (child + 1 < count && comes_before(&entries[child], &entries[child + 1]))
      child++;
    if (!comes_before(&moved, &entries[child]))
      break;
    entries[root] = entries[child];
  }
  entries[root] = moved;
}

static void sort_many(struct entry *entries, size_t count) {
  for (size_t root = count / 2; root-- > 0;)
    sift_down(entries, root, count);
  while (count-- > 1) {
    struct entry largest = entries[0];
    entries[0] = entries[count];
    entries[count] = largest;
    sift_down(entries, 0, count);
  }
}

/* Adds an entry; the first few are kept in order. */
static void add_entry(struct writer *writer, size_t base, size_t count,
                      const struct entry *added) {
  struct json_buffer *buffer = writer->entries;
  json_buffer_room(buffer, sizeof *added);
  struct entry *entries = entries_from(writer, base);
  size_t place = count;
  for (; place > 0 && count < INSERTION_MAX &&
         comes_before(added, &entries[place - 1]);
       place--)
    entries[place] = entries[place - 1];
  entries[place] = *added;
  buffer->size += sizeof *added;
}

/* Takes all members as entries and returns how many.  On the stack are the
 * first key and its value; keys and values of the first HELD_MAX stay there.
 * [-2, +2*min(count, HELD_MAX), e] */
static size_t collect(struct writer *writer, int table, size_t base) {
  lua_State *L = writer->L;
  size_t count = 0;
  do {
    struct entry entry = {NULL, 0, 0};
    if (lua_type(L, -2) != LUA_TSTRING)
      fail(writer, "an object with keys that are no strings");
    entry.key = lua_tolstring(L, -2, &entry.size);
    if (count < HELD_MAX) {
      entry.value = lua_gettop(L);
      lua_pushvalue(L, -2);
    } else {
      lua_pop(L, 1);
    }
    add_entry(writer, base, count++, &entry);
  } while (lua_next(L, table));
  if (count > INSERTION_MAX)
    sort_many(entries_from(writer, base), count);
  return count;
}

static void write_member(struct writer *writer, int table,
                         const struct entry *entry, bool first) {
  lua_State *L = writer->L;
  writer->path[writer->depth - 1].key = entry->key;
  writer->path[writer->depth - 1].size = entry->size;
  start_child(writer, first);
  json_quote(writer->out, entry->key, entry->size);
  json_buffer_put(writer->out, ": ", writer->indented ? 2 : 1);
  if (entry->value) {
    write_value(writer, entry->value);
    return;
  }
  lua_pushlstring(L, entry->key, entry->size);
  lua_rawget(L, table);
  write_value(writer, lua_gettop(L));
  lua_pop(L, 1);
}

/* On the stack are the first key and its value.  [-2, +0, e] */
static void write_object(struct writer *writer, int table) {
  int top = lua_gettop(writer->L) - 2;
  size_t base = writer->entries->size;
  json_buffer_put_char(writer->out, '{');
  writer->depth--; /* a wrong key is the fault of the object */
  size_t count = collect(writer, table, base);
  writer->depth++;
  for (size_t i = 0; i < count; i++) {
    struct entry entry = entries_from(writer, base)[i]; /* the stack may move */
    write_member(writer, table, &entry, i == 0);
  }
  writer->entries->size = base;
  lua_settop(writer->L, top);
  close_container(writer, '}');
}

/* ---- values ----------------------------------------------------------- */

static void write_table(struct writer *writer, int table) {
  lua_State *L = writer->L;
  int top = lua_gettop(L);
  if (writer->depth == DEPTH_MAX)
    fail(writer, "a table nested over 100 deep, or in itself");
  luaL_checkstack(L, STACK_NEEDED, "too many nested tables");
  bool array = is_marked(L, table, writer->json->array_mark);
  /* Which key lua_next gives first may depend on where strings lie. */
  array = array || lua_rawgeti(L, table, 1) != LUA_TNIL;
  lua_settop(L, top);
  lua_pushnil(L);
  if (!lua_next(L, table)) {
    json_buffer_put(writer->out, array ? "[]" : "{}", 2);
    return;
  }
  writer->depth++;
  if (array)
    write_array(writer, table);
  else
    write_object(writer, table);
}

static void write_value(struct writer *writer, int index) {
  cage_pass(writer->L, 1);
  switch (lua_type(writer->L, index)) {
  case LUA_TSTRING:
    write_string(writer, index);
    break;
  case LUA_TTABLE:
    write_table(writer, index);
    break;
  case LUA_TNUMBER:
    write_number(writer, index);
    break;
  case LUA_TBOOLEAN:
    if (lua_toboolean(writer->L, index))
      json_buffer_put(writer->out, "true", 4);
    else
      json_buffer_put(writer->out, "false", 5);
    break;
  case LUA_TLIGHTUSERDATA:
    if (lua_touserdata(writer->L, index))
      fail(writer, "a pointer");
    json_buffer_put(writer->out, "null", 4);
    break;
  default:
    lua_pushfstring(writer->L, "a %s", luaL_typename(writer->L, index));
    fail(writer, lua_tostring(writer->L, -1));
  }
}

static int write_text(lua_State *L, bool indented) {
  struct json_lua *json = json_lua_start(L);
  struct writer writer;
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  writer.L = L;
  writer.json = json;
  writer.out = json_lua_buffer(json, JSON_LUA_TEXT);
  writer.entries = json_lua_buffer(json, JSON_LUA_ENTRIES);
  writer.indented = indented;
  writer.depth = 0;
  write_value(&writer, 1);
  lua_pushlstring(L, writer.out->data, writer.out->size);
  json_lua_finish(json);
  return 1;
}

int json_lua_write(lua_State *L) {
  return write_text(L, false);
}

int json_lua_pretty(lua_State *L) {
  return write_text(L, true);
}
