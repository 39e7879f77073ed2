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

#define CURE                                                                   \
  "localedef cannot make the locale de_DE.UTF-8. Install the package "         \
  "'locales', as ./setup.sh test does"

void german_enter(void) {
  struct temp_folder folder;
  char command[256];

  temp_folder_new(&folder);
  snprintf(command, sizeof command,
           "localedef --no-archive -i de_DE -f UTF-8 %s/de_DE.UTF-8 "
           ">/dev/null 2>&1",
           folder.path);
  int made = system(command) == 0;
  setenv("LOCPATH", folder.path, 1);
  made = made && setlocale(LC_ALL, "de_DE.UTF-8");
  unsetenv("LOCPATH");
  temp_folder_free(&folder); /* what was set stays in memory */
  if (!made)
    fail_msg(CURE);
}

void german_leave(void) {
  setlocale(LC_ALL, "C");
}
