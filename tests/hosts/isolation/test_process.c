/* The library, whole and with its own rules, in a process that is not as usual:
 * whatever the host has set stays so, and the report is the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <fenv.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exported.h"
#include "german.h"
#include "guest.h"
#include "temp_folder.h"
#include "uses.h"

/* ---- what belongs to the process ------------------------------------------- */

struct surroundings {
  void (*handlers[65])(int);
  int flags[65];
  int masked[65];
  stack_t signal_stack;
  mode_t umask_bits;
  char folder[1000];
  char locale_name[100];
  locale_t thread_locale;
  char **environment;
  int descriptors;
  struct rlimit stack;
};

extern char **environ;

static int count_descriptors(void) {
  int count = 0;

  for (int file = 0; file < 1000; file++)
    count += fcntl(file, F_GETFD) >= 0;
  return count;
}

static void look_around(struct surroundings *seen) {
  struct sigaction action = {0};
  sigset_t mask;

  memset(seen, 0, sizeof *seen);
  sigprocmask(SIG_SETMASK, NULL, &mask);
  for (int i = 1; i < 65; i++) {
    (void)sigaction(i, NULL, &action);
    seen->handlers[i] = action.sa_handler;
    seen->flags[i] = action.sa_flags;
    seen->masked[i] = sigismember(&mask, i);
  }
  (void)sigaltstack(NULL, &seen->signal_stack);
  seen->umask_bits = umask(022);
  umask(seen->umask_bits);
  assert_non_null(getcwd(seen->folder, sizeof seen->folder));
  snprintf(seen->locale_name, sizeof seen->locale_name, "%s",
           setlocale(LC_ALL, NULL));
  seen->thread_locale = uselocale((locale_t)0);
  seen->environment = environ;
  seen->descriptors = count_descriptors();
  getrlimit(RLIMIT_STACK, &seen->stack);
}

static void on_signal(int number) {
  (void)number;
}

/* Settings that nobody has by chance. */
static void set_odd_ones(void) {
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_NODEFER};
  sigset_t mask;

  for (int i = 1; i < 65; i++) {
    if (i != SIGKILL && i != SIGSTOP)
      (void)sigaction(i, &action, NULL);
  }
  sigemptyset(&mask);
  sigaddset(&mask, SIGUSR2);
  sigprocmask(SIG_BLOCK, &mask, NULL);
  umask(0137);
  assert_int_equal(chdir("/"), 0);
}

static bool use_in_odd_process(void) {
  struct surroundings before, after;
  bool good;

  set_odd_ones();
  look_around(&before);
  errno = 1234;
  good = guest_use_all() && errno == 1234;
  look_around(&after);
  return good && memcmp(&before, &after, sizeof before) == 0;
}

static void process__stays_as_it_was(void **state) {
  guest_in_child(use_in_odd_process);
}

/* ---- numbers --------------------------------------------------------------- */

/* With every trap that the machine has armed, too: an unguarded division would
 * end in SIGFPE. */
static bool use_in_odd_arithmetic(void) {
  fenv_t odd, after;
  bool good;

  fesetround(FE_UPWARD);
  feclearexcept(FE_ALL_EXCEPT);
  (void)feenableexcept(FE_ALL_EXCEPT);
  fegetenv(&odd);
  good = guest_use_all();
  fegetenv(&after);
  good &= fegetround() == FE_UPWARD && fegetexcept() == FE_ALL_EXCEPT;
  return good & (fetestexcept(FE_ALL_EXCEPT) == 0);
}

static void process__keeps_its_arithmetic(void **state) {
  guest_in_child(use_in_odd_arithmetic);
}

static void assert_same_in_locale(void) {
  char number[10], name[100];

  snprintf(name, sizeof name, "%s", setlocale(LC_ALL, NULL));
  assert_true(guest_use_all());
  assert_string_equal(setlocale(LC_ALL, NULL), name);
  snprintf(number, sizeof number, "%.1f", 1.5);
  assert_string_equal(number, "1,5");
}

/* Also an engine that was opened in another one. */
static void process__may_change_its_locale(void **state) {
  cop11_engine *engine = guest_engine();

  german_enter();
  assert_same_in_locale();
  assert_true(guest_same_report(engine, NULL));
  turkish_enter();
  assert_same_in_locale();
  assert_true(guest_same_report(engine, NULL));
  german_leave();
  cop11_engine_close(engine);
}

/* ---- standard files -------------------------------------------------------- */

/* None is opened behind the host's back. */
static bool use_without_standard_files(void) {
  int lowest;
  bool good;

  for (int i = 0; i < 3; i++)
    close(i);
  good = guest_use_all();
  lowest = open("/", O_RDONLY);
  return good && lowest == 0;
}

static void process__may_close_its_standard_files(void **state) {
  guest_in_child(use_without_standard_files);
}

static struct temp_folder folder;

/* Files of the host that took the numbers 1 and 2. */
static bool use_with_files_in_their_place(void) {
  struct stat info[2];
  bool good = true;

  for (int i = 1; i < 3; i++) {
    close(i);
    good &=
        openat(folder.fd, i == 1 ? "one" : "two", O_RDWR | O_CREAT, 0600) == i;
  }
  good &= guest_use_all();
  for (int i = 0; i < 2; i++)
    good &= fstat(i + 1, &info[i]) == 0 && info[i].st_size == 0;
  return good;
}

static void process__finds_nothing_in_its_files(void **state) {
  temp_folder_new(&folder);
  guest_in_child(use_with_files_in_their_place);
  temp_folder_free(&folder);
}

/* These conditions, and those of the tests beside this one, are put to each
 * function of the library. */
static void process__knows_all_functions(void **state) {
  exported_are_all(uses_know);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(process__knows_all_functions),
      cmocka_unit_test(process__stays_as_it_was),
      cmocka_unit_test(process__keeps_its_arithmetic),
      cmocka_unit_test(process__may_change_its_locale),
      cmocka_unit_test(process__may_close_its_standard_files),
      cmocka_unit_test(process__finds_nothing_in_its_files),
  };

  return cmocka_run_group_tests(tests, guest_prepare, guest_finish);
}
