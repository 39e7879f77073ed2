/* cop11_sqlite.c: libcop11 in SQLite, as a loadable extension.
 *
 *   SELECT cop11_evaluate(dossier, as_of);      the report, as C returns it
 *   SELECT cop11_validate(dossier, as_of);      every problem of a dossier
 *   SELECT * FROM cop11_findings(dossier, as_of);   a row for each result
 *
 * as_of may be missing or NULL: then the dossier says it.  A dossier that is NULL
 * gives NULL, or no row.
 */
#include <cop11.h>
#include <sqlite3ext.h>
#include <stdlib.h>
#include <string.h>
SQLITE_EXTENSION_INIT1

/* One engine for the functions and the table of a connection. */
struct shared {
  cop11_engine *engine;
  int users;
};

static void give(void *data) {
  struct shared *shared = data;

  if (--shared->users > 0)
    return;
  cop11_engine_close(shared->engine);
  free(shared);
}

static char *explain(const cop11_error *err) {
  return sqlite3_mprintf("%s at '%s' line %d column %d: %s",
                         cop11_status_name(err->status), err->where,
                         (int)err->line, (int)err->column, err->message);
}

/* ---- functions ------------------------------------------------------------ */

typedef cop11_status job(cop11_engine *engine, const char *dossier, size_t size,
                         const cop11_call *call, cop11_text **out,
                         cop11_error *err);

static void run(sqlite3_context *context, int count, sqlite3_value **values,
                job *work) {
  struct shared *shared = sqlite3_user_data(context);
  cop11_error err = {.struct_size = sizeof err};
  cop11_call call = {.struct_size = sizeof call};
  cop11_text *out = NULL;
  const char *dossier = (const char *)sqlite3_value_text(values[0]);
  char *message;

  if (!dossier)
    return; /* NULL */
  if (count > 1)
    call.as_of = (const char *)sqlite3_value_text(values[1]);
  if (work(shared->engine, dossier, (size_t)sqlite3_value_bytes(values[0]),
           &call, &out, &err) == COP11_OK) {
    sqlite3_result_text64(context, cop11_text_data(out), cop11_text_size(out),
                          SQLITE_TRANSIENT, SQLITE_UTF8);
    cop11_text_free(out);
    return;
  }
  message = explain(&err);
  sqlite3_result_error(context, message, -1);
  sqlite3_free(message);
}

static void evaluate(sqlite3_context *context, int count,
                     sqlite3_value **values) {
  run(context, count, values, cop11_evaluate);
}

static void validate(sqlite3_context *context, int count,
                     sqlite3_value **values) {
  run(context, count, values, cop11_validate);
}

/* ---- the table ------------------------------------------------------------ */

/* A result for many checks at once, where none is asked, has `checks` and no
 * `check`. */
static const char columns[] =
    "CREATE TABLE findings(id, facility, provision, \"check\", checks, outcome,"
    " basis, reason, remedy, dossier HIDDEN, as_of HIDDEN)";
static const char query[] =
    "SELECT r.value ->> 'id', r.value ->> 'facility',"
    " coalesce(r.value ->> 'provision', c.value ->> 'provision'),"
    " r.value ->> 'check', r.value -> 'checks', r.value ->> 'outcome',"
    " r.value ->> 'basis', r.value ->> 'reason', r.value ->> 'remedy' "
    "FROM (SELECT cop11_evaluate(?1, ?2) AS report) AS e"
    " JOIN json_each(e.report, '$.results') AS r"
    " LEFT JOIN json_each(e.report, '$.checks') AS c"
    " ON c.key = r.value ->> 'check' ORDER BY r.key";
enum {
  SHOWN = 9
}; /* columns before the hidden ones */

struct table {
  sqlite3_vtab base;
  sqlite3 *db;
};

struct cursor {
  sqlite3_vtab_cursor base;
  sqlite3_stmt *rows;
  sqlite3_int64 row;
  int status;
};

static int connect_table(sqlite3 *db, void *data, int count,
                         const char *const *names, sqlite3_vtab **out,
                         char **error) {
  struct table *table = sqlite3_malloc(sizeof *table);

  (void)data, (void)count, (void)names, (void)error;
  if (!table)
    return SQLITE_NOMEM;
  memset(table, 0, sizeof *table);
  table->db = db;
  *out = &table->base;
  return sqlite3_declare_vtab(db, columns);
}

static int disconnect_table(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

/* Without a dossier there is nothing to tell; idxNum says whether a date came. */
static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  int found[2] = {0, 0};

  (void)table;
  for (int i = 0; i < info->nConstraint; i++) {
    int column = info->aConstraint[i].iColumn - SHOWN;

    if (column < 0 || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ)
      continue;
    if (!info->aConstraint[i].usable)
      return SQLITE_CONSTRAINT;
    info->aConstraintUsage[i].argvIndex = column + 1;
    info->aConstraintUsage[i].omit = 1;
    found[column] = 1;
  }
  if (!found[0])
    return SQLITE_CONSTRAINT;
  info->idxNum = found[1];
  info->estimatedCost = 1e6;
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out) {
  struct cursor *cursor = sqlite3_malloc(sizeof *cursor);

  (void)table;
  if (!cursor)
    return SQLITE_NOMEM;
  memset(cursor, 0, sizeof *cursor);
  *out = &cursor->base;
  return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
  struct cursor *cursor = (struct cursor *)base;

  sqlite3_finalize(cursor->rows);
  sqlite3_free(cursor);
  return SQLITE_OK;
}

static int next_row(sqlite3_vtab_cursor *base) {
  struct cursor *cursor = (struct cursor *)base;
  sqlite3 *db = ((struct table *)base->pVtab)->db;

  cursor->row++;
  cursor->status = sqlite3_step(cursor->rows);
  if (cursor->status == SQLITE_ROW || cursor->status == SQLITE_DONE)
    return SQLITE_OK;
  sqlite3_free(base->pVtab->zErrMsg);
  base->pVtab->zErrMsg = sqlite3_mprintf("%s", sqlite3_errmsg(db));
  return cursor->status;
}

static int filter(sqlite3_vtab_cursor *base, int dated, const char *name,
                  int count, sqlite3_value **values) {
  struct cursor *cursor = (struct cursor *)base;
  sqlite3 *db = ((struct table *)base->pVtab)->db;
  int status;

  (void)name, (void)count;
  sqlite3_finalize(cursor->rows);
  cursor->rows = NULL;
  cursor->row = 0;
  status = sqlite3_prepare_v2(db, query, -1, &cursor->rows, NULL);
  if (status == SQLITE_OK)
    status = sqlite3_bind_value(cursor->rows, 1, values[0]);
  if (status == SQLITE_OK && dated)
    status = sqlite3_bind_value(cursor->rows, 2, values[1]);
  return status == SQLITE_OK ? next_row(base) : status;
}

static int at_end(sqlite3_vtab_cursor *base) {
  return ((struct cursor *)base)->status != SQLITE_ROW;
}

static int column_value(sqlite3_vtab_cursor *base, sqlite3_context *context,
                        int column) {
  struct cursor *cursor = (struct cursor *)base;

  if (column < SHOWN)
    sqlite3_result_value(context, sqlite3_column_value(cursor->rows, column));
  return SQLITE_OK;
}

static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *out) {
  *out = ((struct cursor *)base)->row;
  return SQLITE_OK;
}

static sqlite3_module findings = {
    .xConnect = connect_table, /* no xCreate: the table is always there */
    .xBestIndex = best_index,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = next_row,
    .xEof = at_end,
    .xColumn = column_value,
    .xRowid = row_id};

/* ---- the extension -------------------------------------------------------- */

static int add(sqlite3 *db, struct shared *shared, const char *name, int count,
               void (*function)(sqlite3_context *, int, sqlite3_value **)) {
  shared->users++; /* given back by SQLite, also where this fails */
  return sqlite3_create_function_v2(db, name, count,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC, shared,
                                    function, NULL, NULL, give);
}

static int add_all(sqlite3 *db, struct shared *shared) {
  int status = SQLITE_OK;

  for (int count = 1; count <= 2 && status == SQLITE_OK; count++) {
    status = add(db, shared, "cop11_evaluate", count, evaluate);
    if (status == SQLITE_OK)
      status = add(db, shared, "cop11_validate", count, validate);
  }
  if (status == SQLITE_OK)
    status = sqlite3_create_module(db, "cop11_findings", &findings, NULL);
  return status;
}

int sqlite3_copsqlite_init(sqlite3 *db, char **message,
                           const sqlite3_api_routines *api);

/* SQLite makes this name from the file's, cop11_sqlite.so: its letters. */
int sqlite3_copsqlite_init(sqlite3 *db, char **message,
                           const sqlite3_api_routines *api) {
  struct shared *shared;
  cop11_error err = {.struct_size = sizeof err};
  int status;

  SQLITE_EXTENSION_INIT2(api);
  shared = calloc(1, sizeof *shared);
  if (!shared)
    return SQLITE_NOMEM;
  shared->users = 1;
  if (cop11_engine_open(NULL, NULL, &shared->engine, &err) != COP11_OK) {
    *message = explain(&err);
    status = SQLITE_ERROR;
  } else {
    status = add_all(db, shared);
  }
  give(shared);
  return status;
}
