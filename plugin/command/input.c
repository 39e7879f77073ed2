/* input.c: reading a dossier or a report; see input.h. */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

enum {
  FIRST_SIZE = 64 * 1024
};

const struct input_kind input_dossier = {"dossier", 16, "cop11.dossier/1"};
const struct input_kind input_report = {"report", 256, "cop11.report/1"};
const struct input_kind input_workbook = {"workbook", 64, NULL};

static uintmax_t most(const struct input *input) {
  return (uintmax_t)input->kind->most_mib << 20;
}

static bool refuse(const struct input *input, const char *reason) {
  (void)message_put("%s: %s", input->name, reason);
  return false;
}

static bool refuse_size(const struct input *input) {
  (void)message_put("%s: it is larger than %d MiB, the most a %s may have",
                    input->name, input->kind->most_mib, input->kind->name);
  return false;
}

static bool refuse_folder(const struct input *input) {
  (void)message_put("%s: it is a folder; name the %s inside it", input->name,
                    input->kind->name);
  return false;
}

static bool refuse_empty(const struct input *input) {
  if (!input->kind->format)
    return refuse(input, "it is empty");
  (void)message_put("%s: it is empty; a %s is a JSON object that says "
                    "\"format\": \"%s\"",
                    input->name, input->kind->name, input->kind->format);
  return false;
}

/* What the file's kind already says.  A size told by the system may be 0 for
 * files that have content, so only a large one counts. */
static bool check_kind(const struct input *input, int file) {
  struct stat info;

  if (fstat(file, &info) != 0)
    return refuse(input, strerror(errno));
  if (S_ISDIR(info.st_mode))
    return refuse_folder(input);
  if (S_ISREG(info.st_mode) && (uintmax_t)info.st_size > most(input))
    return refuse_size(input);
  return true;
}

static bool grow(struct input *input, size_t *capacity) {
  size_t wanted = *capacity ? *capacity * 2 : FIRST_SIZE;
  char *grown = realloc(input->data, wanted);

  if (!grown)
    return refuse(input, "there is not enough memory to read it");
  input->data = grown;
  *capacity = wanted;
  return true;
}

/* Reads to the end, and one byte beyond the most there may be. */
static bool read_all(struct input *input, int file) {
  size_t capacity = 0;
  ssize_t count;

  do {
    if (input->size == capacity && !grow(input, &capacity))
      return false;
    count = read(file, input->data + input->size, capacity - input->size);
    if (count < 0 && errno != EINTR)
      return refuse(input, strerror(errno));
    if (count > 0)
      input->size += (size_t)count;
    if (input->size > most(input))
      return refuse_size(input);
  } while (count != 0);
  return input->size > 0 || refuse_empty(input);
}

bool input_read(const char *path, const struct input_kind *kind,
                struct input *input) {
  bool standard = strcmp(path, "-") == 0;
  int file;
  bool done;

  *input =
      (struct input){.kind = kind, .name = standard ? "standard input" : path};
  file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return refuse(input,
                  errno == ENOENT ? "there is no such file" : strerror(errno));
  done = check_kind(input, file) && read_all(input, file);
  if (!standard)
    close(file);
  return done;
}

void input_free(struct input *input) {
  free(input->data);
  *input = (struct input){0};
}
