/* workbook.h: .xlsx files, which Python 3 with openpyxl writes and reads for us. */
#ifndef COP11_COMMAND_WORKBOOK_H
#define COP11_COMMAND_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

/* The workbook of the sheets that are `given` as JSON (cop11.sheets/1), or the sheets of
 * the workbook `given`; `name` is what messages call it.  The caller frees *made.  Says
 * what is wrong and returns false where that fails. */
bool workbook_write(const char *name, const char *given, size_t size,
                    char **made, size_t *made_size);
bool workbook_read(const char *name, const char *given, size_t size,
                   char **made, size_t *made_size);

#endif
