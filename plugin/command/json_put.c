/* json_put.c: writing the little JSON that the command makes itself; see
 * json_put.h. */
#include "json_put.h"

#include "utf8.h"

void json_put_string(FILE *out, const char *text) {
  char line[1024];

  snprintf(line, sizeof line, "%s", text);
  utf8_make_shown(line);
  fputc('"', out);
  for (const char *at = line; *at; at++) {
    if (*at == '"' || *at == '\\')
      fputc('\\', out);
    fputc(*at, out);
  }
  fputc('"', out);
}

void json_put_whole(FILE *out, const char *text) {
  fputc('"', out);
  for (const char *at = text; *at; at++) {
    if (*at == '"' || *at == '\\')
      fprintf(out, "\\%c", *at);
    else if ((unsigned char)*at < ' ')
      fprintf(out, "\\u%04x", (unsigned char)*at);
    else
      fputc(*at, out);
  }
  fputc('"', out);
}
