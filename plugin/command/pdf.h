/* pdf.h: a page of HTML as a PDF, which Chromium prints. */
#ifndef COP11_COMMAND_PDF_H
#define COP11_COMMAND_PDF_H

#include <stdbool.h>
#include <stddef.h>

/* Writes the page as a PDF, tagged and with bookmarks, to the file `path` or where that
 * is NULL to standard output; says what is wrong and returns false where that fails. */
bool pdf_write(const char *path, const char *html, size_t size);

#endif
