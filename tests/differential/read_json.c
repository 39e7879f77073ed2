/* read_json.c: the library's reader of JSON as a program, so that another
 * parser can be asked the same.
 *
 * On standard input, again and again: a size, a line end, a text of that many
 * bytes.  On standard output for each: '+' where the text is accepted, '-' where
 * it is refused, a size, a line end, and the canonical form or the message. */
#include <stdio.h>
#include <stdlib.h>

#include "json/write.h"

static void *heap_alloc(void *data, void *block, size_t size) {
  (void)data;
  return realloc(block, size);
}

static void answer(const char *text, size_t size) {
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_buffer canonical = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  struct json_problem problem;

  if (json_read(&document, text, size, JSON_DEPTH_MAX, 0, &problem) ==
      JSON_FINE) {
    json_canonical(&canonical, &document);
    printf("+%zu\n", canonical.size);
    fwrite(canonical.data, 1, canonical.size, stdout);
  } else {
    printf("-%zu\n%s", strlen(problem.message), problem.message);
  }
  free(tape.data);
  free(canonical.data);
}

int main(void) {
  size_t size;

  while (scanf("%zu", &size) == 1 && getchar() == '\n') {
    char *text = malloc(size ? size : 1);
    if (!text || fread(text, 1, size, stdin) != size)
      return 1;
    answer(text, size);
    free(text);
  }
  return ferror(stdin) || fflush(stdout) != 0;
}
