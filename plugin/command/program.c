/* program.c: see program.h. */
#include "program.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

int program_run(char *const words[], int in, int out, int messages) {
  const int given[] = {in, out, messages};
  posix_spawn_file_actions_t files;
  int status = PROGRAM_NOT_THERE << 8;
  pid_t child;

  if (posix_spawn_file_actions_init(&files) != 0)
    return PROGRAM_NOT_THERE;
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
    if (given[file] >= 0)
      posix_spawn_file_actions_adddup2(&files, given[file], file);
  }
  if (posix_spawnp(&child, words[0], &files, NULL, words, environ) == 0) {
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  posix_spawn_file_actions_destroy(&files);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

char *program_output(int file, size_t *size) {
  off_t end = lseek(file, 0, SEEK_END);
  char *bytes = end > 0 ? malloc((size_t)end) : NULL;
  size_t done = 0;

  while (bytes && done < (size_t)end) {
    ssize_t count = pread(file, bytes + done, (size_t)end - done, (off_t)done);
    if (count <= 0) {
      free(bytes);
      return NULL;
    }
    done += (size_t)count;
  }
  *size = done;
  return bytes;
}
