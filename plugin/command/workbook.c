/* workbook.c: see workbook.h.  The program (plugin/sheets/workbook.py) is handed over
 * with the files it reads and writes already open, so it is given no names of files. */
#include "workbook.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "carried.h"
#include "message.h"
#include "output.h"
#include "program.h"

enum {
  WITHOUT_LIBRARY = 3
};

/* Runs the program by `python`; its exit status. */
static int run(const char *python, const char *what, const char *name, int in,
               int out) {
  /* Without what the environment or the user's folder would add to it. */
  char *const words[] = {
      (char *)python, "-I",         "-c", (char *)workbook_program,
      (char *)what,   (char *)name, NULL};

  return program_run(words, in, out, -1);
}

/* The first Python that has the library: the one that is found first, or Debian's. */
static bool run_any(const char *what, const char *name, int in, int out) {
  const char *const pythons[] = {"python3", "/usr/bin/python3"};

  for (size_t i = 0; i < sizeof pythons / sizeof pythons[0]; i++) {
    int status = run(pythons[i], what, name, in, out);
    if (status != PROGRAM_NOT_THERE && status != WITHOUT_LIBRARY)
      return status == 0;
  }
  (void)message_put("an .xlsx file needs Python 3 with openpyxl, which is not "
                    "there; on Debian: apt install python3-openpyxl");
  return false;
}

static bool through(const char *what, const char *name, const char *given,
                    size_t size, char **made, size_t *made_size) {
  FILE *in = tmpfile();
  FILE *out = tmpfile();
  bool ready = in && out && output_bytes(fileno(in), given, size) &&
               lseek(fileno(in), 0, SEEK_SET) == 0;
  bool done = ready && run_any(what, name, fileno(in), fileno(out));

  if (!ready)
    (void)message_put("no temporary file can be written: %s", strerror(errno));
  else if (done) {
    *made = program_output(fileno(out), made_size);
    done = *made || message_put("there is not enough memory for %s", name) == 0;
  }
  if (in)
    fclose(in);
  if (out)
    fclose(out);
  return done;
}

bool workbook_write(const char *name, const char *given, size_t size,
                    char **made, size_t *made_size) {
  return through("write", name, given, size, made, made_size);
}

bool workbook_read(const char *name, const char *given, size_t size,
                   char **made, size_t *made_size) {
  return through("read", name, given, size, made, made_size);
}
