/* verb_sign.c: sign and verify, for those who hand rules on and those who get
 * them.  They look behind cop11.h, through the library's own objects. */
#include "verbs.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "key_file.h"
#include "message.h"
#include "output.h"
#include "pack/folder.h"
#include "pack/pack.h"
#include "pack/signature.h"
#include "utf8.h"

static int no_memory(void) {
  return message_put("there is not enough memory to read the rules");
}

static bool read_pack(const char *folder, cop11_pack **out) {
  cop11_error error = {.struct_size = sizeof error};

  if (pack_new("rules", out, &error) == COP11_OK &&
      pack_add_folder(*out, folder, NULL, &error) == COP11_OK)
    return true;
  (void)message_folder(folder, &error);
  return false;
}

/* ---- saying who signed --------------------------------------------------- */

static bool accepts(const struct arguments *arguments, cop11_pack *pack) {
  return pack->judged.state == SIGNATURE_GOOD &&
         (arguments->key_count == 0 ||
          signature_check(pack, arguments->keys, arguments->key_count, NULL) ==
              COP11_OK);
}

static void put_files(FILE *out, const char *files) {
  fputs(":\n", out);
  while (*files) {
    int size = (int)strcspn(files, "\n");
    fprintf(out, "  %.*s\n", size, files);
    files += size + 1;
  }
}

static void put_verdict(FILE *out, const struct arguments *arguments,
                        cop11_pack *pack) {
  const struct signature *judged = &pack->judged;
  char folder[PATH_MAX];

  snprintf(folder, sizeof folder, "%s", arguments->operand);
  utf8_make_shown(folder);
  fprintf(out, "%s: ", folder);
  if (judged->state == SIGNATURE_NONE) {
    fputs("unsigned\n", out);
  } else if (judged->state == SIGNATURE_GOOD) {
    fprintf(out, "signed by key %s%s\n", judged->key,
            accepts(arguments, pack) ? "" : ", which is not accepted");
  } else {
    fputs("modified since signing", out);
    if (judged->key[0])
      fprintf(out, " (key %s)", judged->key);
    put_files(out, judged->files);
  }
}

/* Judges the pack and prints what was found. */
static int tell(const struct arguments *arguments, cop11_pack *pack) {
  char *text = NULL;
  size_t size = 0;
  int status = accepts(arguments, pack) ? STATUS_CLEAN : STATUS_FINDINGS;
  FILE *out = open_memstream(&text, &size);

  if (!out)
    return no_memory();
  put_verdict(out, arguments, pack);
  if (fclose(out) != 0)
    status = no_memory();
  else if (!output_write(NULL, text, size, false))
    status = STATUS_CANNOT;
  free(text);
  return status;
}

int verb_verify(const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_pack *pack = NULL;
  int status = STATUS_CANNOT;

  if (read_pack(arguments->operand, &pack))
    status = signature_judge(pack, NULL, &error) == COP11_OK
                 ? tell(arguments, pack)
                 : message_put("%s", error.message);
  pack_free(pack);
  return status;
}

/* ---- signing ------------------------------------------------------------- */

static bool write_signature(const char *folder, const char *text) {
  char path[PATH_MAX];
  int size = snprintf(path, sizeof path, "%s/%s", folder, PACK_SIGNATURE_PATH);

  if (size < 0 || (size_t)size >= sizeof path) {
    (void)message_put("the name of the folder is too long");
    return false;
  }
  return output_write(path, text, strlen(text), false);
}

static bool sign_pack(const char *folder, const cop11_pack *pack,
                      const struct key *key) {
  char *manifest = NULL, *text = NULL;
  bool done = false;

  if (signature_manifest(pack, NULL, &manifest, NULL) == COP11_OK)
    text = signature_make(manifest, key->secret);
  if (!text)
    (void)no_memory();
  else
    done = write_signature(folder, text);
  free(text);
  free(manifest);
  return done;
}

/* What was written is read again, so that what is told is so. */
static int sign_folder(const struct arguments *arguments) {
  cop11_pack *pack = NULL;
  struct key key = {0};
  bool done = key_file_read(arguments->key_file, &key) &&
              read_pack(arguments->operand, &pack) &&
              sign_pack(arguments->operand, pack, &key);

  key_wipe(&key);
  pack_free(pack);
  return done ? verb_verify(arguments) : STATUS_CANNOT;
}

static int make_key(const char *path) {
  struct key key = {0};
  char line[sizeof key.public_hex + 1];
  bool done = key_file_make(path, &key);

  snprintf(line, sizeof line, "%s\n", key.public_hex);
  key_wipe(&key);
  return done && output_write(NULL, line, strlen(line), false) ? STATUS_CLEAN
                                                               : STATUS_CANNOT;
}

int verb_sign(const struct arguments *arguments) {
  if (arguments->new_key && !arguments->operand && !arguments->key_file)
    return make_key(arguments->new_key);
  if (arguments->operand && arguments->key_file && !arguments->new_key)
    return sign_folder(arguments);
  return message_put("sign needs a FOLDER and --key FILE, or --new-key FILE "
                     "alone; see cop11 sign --help");
}
