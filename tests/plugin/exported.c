/* exported.c: see exported.h. */
#include "exported.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* tests/hosts/symbols/check holds this list to the library. */
static FILE *open_list(void) {
  char path[4096];
  FILE *list;

  (void)snprintf(path, sizeof path, "%s/tests/hosts/symbols/exported.txt",
                 getenv("COP11_SOURCE_DIR"));
  list = fopen(path, "r");
  assert_non_null(list);
  return list;
}

void exported_are_all(bool (*known)(const char *name)) {
  char name[100], unknown[100] = "";
  FILE *list = open_list();
  int count = 0;

  while (!unknown[0] && fgets(name, sizeof name, list)) {
    name[strcspn(name, "\n")] = '\0';
    count++;
    if (!known(name))
      memcpy(unknown, name, sizeof unknown);
  }
  (void)fclose(list);
  if (unknown[0])
    fail_msg("%s is in no row of these tests; add one", unknown);
  assert_true(count > 20);
}
