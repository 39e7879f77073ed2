/* pdf.c: see pdf.h.  Chromium reads and writes files by name, so it has a folder of its
 * own for the time. */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "output.h"
#include "program.h"

enum {
  OPEN_FOLDERS = 16,
  WORD = PATH_MAX + 64
};

/* ---- the folder ----------------------------------------------------------------- */

static bool make_folder(char *folder) {
  const char *place = getenv("TMPDIR");

  snprintf(folder, PATH_MAX, "%s/cop11-XXXXXX",
           place && place[0] == '/' && strlen(place) < PATH_MAX / 2 ? place
                                                                    : "/tmp");
  if (mkdtemp(folder))
    return true;
  (void)message_put("%s: no folder for a PDF can be made: %s", folder,
                    strerror(errno));
  return false;
}

static int remove_one(const char *path, const struct stat *info, int kind,
                      struct FTW *at) {
  (void)info;
  (void)kind;
  (void)at;
  (void)remove(path);
  return 0;
}

static bool put_page(const char *folder, const char *html, size_t size) {
  char path[WORD];
  int file;
  bool done;

  snprintf(path, sizeof path, "%s/page.html", folder);
  file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  done = file >= 0 && output_bytes(file, html, size);
  if (!done)
    (void)message_put("%s: %s", path, strerror(errno));
  if (file >= 0)
    close(file);
  return done;
}

/* ---- printing -------------------------------------------------------------------- */

/* Chromium has no sandbox of its own for root; the page is ours and runs nothing. */
static int print_by(const char *browser, const char *folder) {
  char profile[WORD], target[WORD], page[WORD];
  char *words[] = {(char *)browser,
                   "--headless",
                   "--disable-gpu",
                   "--disable-extensions",
                   "--disable-background-networking",
                   "--disable-component-update",
                   "--disable-sync",
                   "--no-first-run",
                   "--no-pdf-header-footer",
                   "--generate-pdf-document-outline",
                   profile,
                   target,
                   page,
                   geteuid() == 0 ? "--no-sandbox" : NULL,
                   NULL};
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  int status;

  snprintf(profile, sizeof profile, "--user-data-dir=%s/profile", folder);
  snprintf(target, sizeof target, "--print-to-pdf=%s/page.pdf", folder);
  snprintf(page, sizeof page, "file://%s/page.html", folder);
  status = program_run(words, nothing, nothing, nothing);
  if (nothing >= 0)
    close(nothing);
  return status;
}

static bool print(const char *folder) {
  const char *const browsers[] = {"chromium", "chromium-browser",
                                  "google-chrome"};

  for (size_t i = 0; i < sizeof browsers / sizeof browsers[0]; i++) {
    int status = print_by(browsers[i], folder);
    if (status == 0)
      return true;
    if (status != PROGRAM_NOT_THERE) {
      (void)message_put("%s printed no PDF: it ended with %d", browsers[i],
                        status);
      return false;
    }
  }
  (void)message_put("a PDF needs Chromium, which is not there (on Debian: apt "
                    "install chromium); or print --format html from a browser");
  return false;
}

/* ---- what it printed --------------------------------------------------------------- */

/* Writes zeros over the digits of the day and moment behind `key`: what we write never
 * tells when it was written. */
static void forget_day(char *pdf, size_t size, const char *key) {
  static const char zero[] = "(D:19800101000000";
  const size_t length = strlen(key);

  for (size_t i = 0; i + length + sizeof zero <= size; i++) {
    if (memcmp(pdf + i, key, length) == 0)
      memcpy(pdf + i + length, zero, sizeof zero - 1);
  }
}

static bool give(const char *folder, const char *path) {
  char name[WORD];
  char *pdf = NULL;
  size_t size = 0;
  int file;
  bool done = false;

  snprintf(name, sizeof name, "%s/page.pdf", folder);
  file = open(name, O_RDONLY | O_CLOEXEC);
  if (file >= 0)
    pdf = program_output(file, &size);
  if (!pdf)
    (void)message_put("Chromium printed no PDF");
  else {
    forget_day(pdf, size, "/CreationDate ");
    forget_day(pdf, size, "/ModDate ");
    done = output_data(path, pdf, size);
  }
  free(pdf);
  if (file >= 0)
    close(file);
  return done;
}

bool pdf_write(const char *path, const char *html, size_t size) {
  char folder[PATH_MAX];
  bool done;

  if (!make_folder(folder))
    return false;
  done = put_page(folder, html, size) && print(folder) && give(folder, path);
  (void)nftw(folder, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
  return done;
}
