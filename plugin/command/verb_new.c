/* verb_new.c: new, which writes a check to begin with and its examples, or a dossier
 * to begin with (new_dossier.c). */
#include "verbs.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cop11.h"
#include "message.h"
#include "new_dossier.h"
#include "output.h"
#include "peek.h"
#include "rules.h"

/* One of the two files: where it goes, and the keys of the answer. */
struct file {
  const char *name_key;
  const char *lines_key;
  char path[PATH_MAX];
};

static bool is_there(const char *path) {
  struct stat ignored;

  return lstat(path, &ignored) == 0;
}

/* Sets the path of `file`; says so and returns false where it is taken. */
static bool place(struct file *file, const char *folder, struct peek answer) {
  char name[256];

  (void)peek_string(peek_member(answer, file->name_key), name, sizeof name);
  if (snprintf(file->path, sizeof file->path, "%s/%s", folder, name) >=
      (int)sizeof file->path)
    (void)message_put("%s is too long a name", folder);
  else if (is_there(file->path))
    (void)message_put("%s is there already", file->path);
  else
    return true;
  return false;
}

static bool put(const struct file *file, struct peek answer) {
  struct peek line = peek_first(peek_member(answer, file->lines_key));
  char *text = NULL;
  size_t size = 0;
  bool done = false;
  FILE *out = open_memstream(&text, &size);

  for (; out && line.at; line = peek_next(line)) {
    char plain[4096];
    fprintf(out, "%s\n", peek_string(line, plain, sizeof plain));
  }
  if (!out || fclose(out) != 0)
    (void)message_put("there is not enough memory to write %s", file->path);
  else
    done = output_write(file->path, text, size, false);
  free(text);
  return done;
}

/* `began` is the file that begins the layer, where this call wrote it, or "". */
static int put_both(struct peek answer, const char *folder, const char *began) {
  struct file rule = {.name_key = "file", .lines_key = "lines"};
  struct file examples = {.name_key = "examples_file", .lines_key = "examples"};
  char said[3 * PATH_MAX + 64];

  if (!place(&rule, folder, answer) || !place(&examples, folder, answer) ||
      !put(&rule, answer) || !put(&examples, answer))
    return STATUS_CANNOT;
  snprintf(said, sizeof said, "%s%s%sWrote %s\nand   %s\n",
           began[0] ? "Began " : "", began, began[0] ? "\n" : "", rule.path,
           examples.path);
  return output_write(NULL, said, strlen(said), false) ? STATUS_CLEAN
                                                       : STATUS_CANNOT;
}

/* The folder that the files go to: the last layer, or the rules. */
static const char *folder_of(const struct arguments *arguments) {
  if (arguments->layer_count > 0)
    return arguments->layers[arguments->layer_count - 1];
  return arguments->operand_count > 2 ? arguments->operands[2] : NULL;
}

static int write_check(const struct arguments *arguments, const char *folder,
                       const char *began) {
  struct arguments of_pack = *arguments;
  cop11_error error = {.struct_size = sizeof error};
  cop11_text *text = NULL;
  cop11_engine *engine;
  char what[256];
  int status;

  if (arguments->operand_count > 2)
    of_pack.rules = arguments->operands[2];
  engine = rules_engine(&of_pack);
  if (!engine)
    return STATUS_CANNOT;
  snprintf(what, sizeof what, "new/%s", arguments->operands[1]);
  if (cop11_describe(engine, what, NULL, &text, &error) == COP11_OK)
    status = put_both(peek_text(cop11_text_data(text), cop11_text_size(text)),
                      folder, began);
  else
    status = message_put("%s", error.message);
  cop11_text_free(text);
  cop11_engine_close(engine);
  return status;
}

/* ---- the layer it goes to ------------------------------------------------ */

static const char header[] = "-- What our organisation asks beside COP 11. "
                             "Every line is yours to change.\n"
                             "\n"
                             "pack {\n"
                             "  title   = \"Our own rules\",\n"
                             "  version = \"1\",\n"
                             "}\n";

/* A layer that this call began: what to take away where the check fails. */
struct begun {
  char file[PATH_MAX];
  bool made_folder;
};

static bool holds_nothing(const char *folder) {
  DIR *entries = opendir(folder);
  struct dirent *entry;
  int count = 0;

  if (!entries)
    return false;
  while ((entry = readdir(entries)))
    count +=
        strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
  closedir(entries);
  return count == 0;
}

/* Begins the layer `folder` where nothing is there yet; whatever else is wrong
 * with a folder is said when it is read. */
static bool begin_layer(const char *folder, struct begun *begun) {
  begun->made_folder = !is_there(folder);
  begun->file[0] = '\0';
  if (!begun->made_folder && !holds_nothing(folder))
    return true;
  if (snprintf(begun->file, sizeof begun->file, "%s/pack.lua", folder) >=
      (int)sizeof begun->file)
    return message_put("%s is too long a name", folder) == STATUS_CLEAN;
  if (begun->made_folder && mkdir(folder, 0777) != 0)
    return message_put("the folder %s cannot be made; make it first, or check "
                       "its name",
                       folder) == STATUS_CLEAN;
  return output_write(begun->file, header, sizeof header - 1, false);
}

static int write_to_layer(const struct arguments *arguments,
                          const char *folder) {
  struct begun begun;
  int status;

  if (!begin_layer(folder, &begun))
    return STATUS_CANNOT;
  status = write_check(arguments, folder, begun.file);
  if (status != STATUS_CLEAN && begun.file[0])
    (void)unlink(begun.file);
  if (status != STATUS_CLEAN && begun.made_folder)
    (void)rmdir(folder);
  return status;
}

int verb_new(const struct arguments *arguments) {
  const char *folder = folder_of(arguments);

  if (strcmp(arguments->operand, "dossier") == 0)
    return new_dossier(arguments);
  if (strcmp(arguments->operand, "check") != 0)
    return message_put("there is no new '%s'; write cop11 new check ID FOLDER, "
                       "or cop11 new dossier",
                       arguments->operand);
  if (arguments->kinds || arguments->output || arguments->as_of)
    return message_put("--kind, --as-of and -o are for new dossier alone");
  if (arguments->operand_count < 2)
    return message_put("new check needs an ID; see cop11 new --help");
  if (!folder)
    return message_put("new check needs the FOLDER of the rules it goes to, or "
                       "--layer FOLDER; see cop11 new --help");
  return arguments->layer_count > 0 ? write_to_layer(arguments, folder)
                                    : write_check(arguments, folder, "");
}
