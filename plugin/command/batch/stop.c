/* stop.c: signals as a flag that work asks, and a pipe that waiting watches; see
 * stop.h. */
#define _XOPEN_SOURCE 700
#include "batch/stop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
enum {
  ENDING = sizeof ending / sizeof ending[0]
};

enum {
  FINISH = -1,
  END = 1 << 16 /* beyond every signal */
};

static atomic_int asked; /* 0, one of these, or the signal that asked */
static int wake[2] = {-1, -1};

static void note(int number) {
  int before = errno;

  atomic_store(&asked, number);
  (void)!write(wake[1], "", 1);
  errno = before;
}

/* One that is ignored, as nohup does with SIGHUP, stays so. */
static bool watch(int number) {
  struct sigaction old,
      ours = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND};

  sigemptyset(&ours.sa_mask);
  return sigaction(number, NULL, &old) == 0 &&
         (old.sa_handler == SIG_IGN || sigaction(number, &ours, NULL) == 0);
}

bool stop_begin(void) {
  if (pipe(wake) != 0 || fcntl(wake[0], F_SETFD, FD_CLOEXEC) != 0 ||
      fcntl(wake[1], F_SETFD, FD_CLOEXEC) != 0)
    return false;
  for (int i = 0; i < ENDING; i++)
    if (!watch(ending[i]))
      return false;
  return true;
}

bool stop_is_asked(void) {
  return atomic_load(&asked) > 0;
}

bool stop_is_ending(void) {
  return atomic_load(&asked) != 0;
}

/* A signal that came meanwhile stays. */
static void say(int what) {
  int before = atomic_load(&asked);

  while (before <= 0 && !atomic_compare_exchange_weak(&asked, &before, what))
    ;
  (void)!write(wake[1], "", 1);
}

void stop_ask(void) {
  say(END);
}

void stop_finish(void) {
  if (!stop_is_ending())
    say(FINISH);
}

bool stop_wait_for(int file) {
  struct pollfd files[] = {{.fd = file, .events = POLLIN},
                           {.fd = wake[0], .events = POLLIN}};

  while (!stop_is_ending()) {
    int count = poll(files, 2, -1);

    if (count > 0 && files[0].revents != 0 && files[1].revents == 0)
      return true;
    if (count < 0 && errno != EINTR)
      return true; /* reading tells what is wrong */
  }
  return false;
}

int32_t stop_cancel(void *data) {
  (void)data;
  return stop_is_asked();
}

void stop_end(void) {
  int number = atomic_load(&asked);

  for (int i = 0; i < ENDING; i++) {
    if (number == ending[i]) {
      signal(number, SIG_DFL);
      raise(number);
    }
  }
}
