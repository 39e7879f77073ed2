/* german.c: see german.h. */
#include "german.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "temp_folder.h"

static void enter(const char *name) {
  struct temp_folder folder;
  char command[256], locale[32];

  temp_folder_new(&folder);
  snprintf(locale, sizeof locale, "%s.UTF-8", name);
  snprintf(command, sizeof command,
           "localedef --no-archive -i %s -f UTF-8 %s/%s >/dev/null 2>&1", name,
           folder.path, locale);
  int made = system(command) == 0;
  setenv("LOCPATH", folder.path, 1);
  made = made && setlocale(LC_ALL, locale);
  unsetenv("LOCPATH");
  temp_folder_free(&folder); /* what was set stays in memory */
  if (!made)
    fail_msg("localedef cannot make the locale %s. Install the package "
             "'locales', as ./setup.sh test does",
             locale);
}

void german_enter(void) {
  enter("de_DE");
}

void turkish_enter(void) {
  enter("tr_TR");
}

void german_leave(void) {
  setlocale(LC_ALL, "C");
}
