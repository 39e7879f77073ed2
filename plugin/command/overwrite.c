/* overwrite.c: comparing files by device and number; see overwrite.h. */
#define _XOPEN_SOURCE 700 /* nftw */
#include "overwrite.h"

#include <ftw.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

enum {
  OPEN_FOLDERS = 16 /* that nftw may hold open at once */
};

/* nftw hands nothing on to its callback. */
static struct stat target;

static bool is_target(const struct stat *info) {
  return info->st_dev == target.st_dev && info->st_ino == target.st_ino;
}

/* Ends the walk at the target. */
static int compare(const char *path, const struct stat *info, int kind,
                   struct FTW *place) {
  (void)path;
  (void)kind;
  (void)place;
  return is_target(info);
}

/* Whether `path`, a file or a folder with all below it, holds the target. */
static bool holds_target(const char *path) {
  struct stat info;

  if (strcmp(path, "-") == 0)
    return fstat(STDIN_FILENO, &info) == 0 && is_target(&info);
  return stat(path, &info) == 0 &&
         (is_target(&info) ||
          (S_ISDIR(info.st_mode) && nftw(path, compare, OPEN_FOLDERS, 0) == 1));
}

static bool is_read(const struct verb *verb,
                    const struct arguments *arguments) {
  for (size_t i = 0; verb->reads_operands && i < arguments->operand_count; i++)
    if (holds_target(arguments->operands[i]))
      return true;
  for (size_t i = 0; i < arguments->layer_count; i++)
    if (holds_target(arguments->layers[i]))
      return true;
  return arguments->rules && holds_target(arguments->rules);
}

/* Fills `target` with the file that `output` names. */
static bool find_target(const char *output) {
  return (strcmp(output, "-") == 0 ? fstat(STDOUT_FILENO, &target)
                                   : stat(output, &target)) == 0 &&
         S_ISREG(target.st_mode);
}

bool overwrites_input(const struct verb *verb,
                      const struct arguments *arguments) {
  if (!arguments->output || !find_target(arguments->output) ||
      !is_read(verb, arguments))
    return false;
  (void)message_put("%s: it is read by this command and would be lost; name "
                    "another file with -o",
                    arguments->output);
  return true;
}
