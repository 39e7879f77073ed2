/* cop11_postgresql.c: libcop11 in PostgreSQL; the functions are those of
 * cop11--0.1.sql.  Each backend has one engine, opened when it is first asked. */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"

#include <cop11.h>

PG_MODULE_MAGIC;
PG_FUNCTION_INFO_V1(cop11_report);
PG_FUNCTION_INFO_V1(cop11_validation);

Datum cop11_report(PG_FUNCTION_ARGS);
Datum cop11_validation(PG_FUNCTION_ARGS);

static cop11_engine *engine;

/* What ends a statement ends the call in it: pg_cancel_backend, a timeout, a
 * shutdown.  PostgreSQL says which when the call is over. */
static int32_t interrupted(void *data) {
  (void)data;
  return QueryCancelPending || ProcDiePending;
}

static int sqlstate(int32_t status) {
  switch (status) {
  case COP11_E_ARGUMENT:
    return ERRCODE_INVALID_PARAMETER_VALUE;
  case COP11_E_MEMORY:
    return ERRCODE_OUT_OF_MEMORY;
  case COP11_E_LIMIT:
    return ERRCODE_PROGRAM_LIMIT_EXCEEDED;
  case COP11_E_CANCELLED:
    return ERRCODE_QUERY_CANCELED;
  case COP11_E_JSON:
    return ERRCODE_INVALID_JSON_TEXT;
  case COP11_E_DOSSIER:
    return ERRCODE_DATA_EXCEPTION;
  default:
    return ERRCODE_INTERNAL_ERROR;
  }
}

static void need(cop11_status status, const cop11_error *err) {
  if (status == COP11_OK)
    return;
  CHECK_FOR_INTERRUPTS();
  ereport(ERROR, errcode(sqlstate(status)), errmsg("%s", err->message),
          errdetail("%s at '%s' line %d column %d.", cop11_status_name(status),
                    err->where, (int)err->line, (int)err->column));
}

/* Not by date_out: its form is each session's own. */
static const char *write_date(DateADT date) {
  int year, month, day;

  if (DATE_NOT_FINITE(date))
    ereport(ERROR, errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
            errmsg("an as-of date cannot be infinite"));
  j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
  return psprintf("%04d-%02d-%02d", year, month, day);
}

static void open_engine(cop11_error *err) {
  if (GetDatabaseEncoding() != PG_UTF8)
    ereport(ERROR, errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
            errmsg("cop11 needs a database whose encoding is UTF8"));
  if (!engine)
    need(cop11_engine_open(NULL, NULL, &engine, err), err);
}

typedef cop11_status job(cop11_engine *of, const char *dossier, size_t size,
                         const cop11_call *call, cop11_text **out,
                         cop11_error *err);

static Datum run(FunctionCallInfo fcinfo, job *work) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_call call = {.struct_size = sizeof call, .cancel = interrupted};
  cop11_text *out = NULL;
  text *dossier, *result = NULL;

  if (PG_ARGISNULL(0))
    PG_RETURN_NULL();
  dossier = PG_GETARG_TEXT_PP(0);
  if (!PG_ARGISNULL(1))
    call.as_of = write_date(PG_GETARG_DATEADT(1));
  open_engine(&err);
  need(work(engine, VARDATA_ANY(dossier), VARSIZE_ANY_EXHDR(dossier), &call,
            &out, &err),
       &err);
  PG_TRY();
  {
    if (cop11_text_size(out) > MaxAllocSize - VARHDRSZ)
      ereport(ERROR, errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
              errmsg("the report is larger than a value may be"));
    result = cstring_to_text_with_len(cop11_text_data(out),
                                      (int)cop11_text_size(out));
  }
  PG_FINALLY();
  { cop11_text_free(out); }
  PG_END_TRY();
  PG_RETURN_TEXT_P(result);
}

Datum cop11_report(PG_FUNCTION_ARGS) {
  return run(fcinfo, cop11_evaluate);
}

Datum cop11_validation(PG_FUNCTION_ARGS) {
  return run(fcinfo, cop11_validate);
}
