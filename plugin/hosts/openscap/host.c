/* host.c: cop11-oscap, which evaluates a Benchmark at all of its places.
 *
 *   cop11-oscap BENCHMARK FOLDER
 *
 * A host of libopenscap that loads the check engine by its name, from the folder of this
 * program, beside those that OpenSCAP loads itself.  FOLDER, which is there, gets a file
 * for each profile, such as facility-mine.xml: the Benchmark with a TestResult whose
 * target is the place, and not the machine that this ran on.
 *
 * Exit status, as oscap's: 0 every rule passed or did not count, 2 one did not, 1 it
 * could not be done.
 */
#define _GNU_SOURCE /* readlink, unsetenv */
#include <oscap.h>
#include <oscap_error.h>
#include <oscap_text.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xccdf_benchmark.h>
#include <xccdf_policy.h>
#include <xccdf_session.h>

static const char profile_prefix[] = "xccdf_cop11_profile_";

enum {
  PASSED = 0,
  CANNOT = 1,
  NOT_PASSED = 2
};

/* The engine lies beside this program; "" where that cannot be told. */
static const char *engine_path(void) {
  static char path[4096];
  ssize_t size = readlink("/proc/self/exe", path, sizeof path / 2);
  char *slash;

  path[size > 0 ? size : 0] = '\0';
  slash = strrchr(path, '/');
  if (slash)
    strcpy(slash + 1, "cop11_openscap.so");
  return path;
}

static bool counts_against(struct xccdf_result *result) {
  struct xccdf_rule_result_iterator *all =
      xccdf_result_get_rule_results(result);
  bool found = false;

  while (xccdf_rule_result_iterator_has_more(all)) {
    xccdf_test_result_type_t one =
        xccdf_rule_result_get_result(xccdf_rule_result_iterator_next(all));

    found = found || one == XCCDF_RESULT_FAIL || one == XCCDF_RESULT_ERROR ||
            one == XCCDF_RESULT_UNKNOWN || one == XCCDF_RESULT_NOT_CHECKED;
  }
  xccdf_rule_result_iterator_free(all);
  return found;
}

/* How the place of a profile is called in ids. */
static const char *place_of(struct xccdf_profile *profile) {
  const char *id = xccdf_profile_get_id(profile);
  size_t prefix = sizeof profile_prefix - 1;

  return strncmp(id, profile_prefix, prefix) == 0 ? id + prefix : id;
}

/* Names the place that was judged, and the score that XCCDF asks for. */
static void fill(struct xccdf_result *result, struct xccdf_policy *policy,
                 struct xccdf_profile *profile) {
  struct oscap_text_iterator *titles = xccdf_profile_get_title(profile);

  if (oscap_text_iterator_has_more(titles))
    xccdf_result_add_title(result,
                           oscap_text_clone(oscap_text_iterator_next(titles)));
  oscap_text_iterator_free(titles);
  xccdf_result_add_target(result, place_of(profile));
  xccdf_result_add_score(
      result,
      xccdf_policy_get_score(policy, result, "urn:xccdf:scoring:absolute"));
}

/* Writes the Benchmark with this result alone, which is what reports show. */
static bool write_result(struct xccdf_policy_model *model,
                         struct xccdf_result *result, const char *path) {
  struct xccdf_benchmark *copy =
      xccdf_benchmark_clone(xccdf_policy_model_get_benchmark(model));
  bool written;

  xccdf_benchmark_add_result(copy, xccdf_result_clone(result));
  written = xccdf_benchmark_export(copy, path) == 0;
  xccdf_benchmark_free(copy);
  return written;
}

static int evaluate(struct xccdf_policy_model *model,
                    struct xccdf_profile *profile, const char *folder) {
  struct xccdf_policy *policy =
      xccdf_policy_model_get_policy_by_id(model, xccdf_profile_get_id(profile));
  struct xccdf_result *result = policy ? xccdf_policy_evaluate(policy) : NULL;
  char path[4096];
  int size =
      snprintf(path, sizeof path, "%s/%s.xml", folder, place_of(profile));

  if (!result || size < 0 || (size_t)size >= sizeof path)
    return CANNOT;
  fill(result, policy, profile);
  if (!write_result(model, result, path))
    return CANNOT;
  return counts_against(result) ? NOT_PASSED : PASSED;
}

static int evaluate_all(struct xccdf_session *session, const char *folder) {
  struct xccdf_policy_model *model = xccdf_session_get_policy_model(session);
  struct xccdf_profile_iterator *profiles =
      xccdf_benchmark_get_profiles(xccdf_policy_model_get_benchmark(model));
  int status = PASSED;

  while (status != CANNOT && xccdf_profile_iterator_has_more(profiles)) {
    int one = evaluate(model, xccdf_profile_iterator_next(profiles), folder);

    status = one == PASSED ? status : one;
  }
  xccdf_profile_iterator_free(profiles);
  return status;
}

int main(int count, char **words) {
  struct xccdf_session *session;
  int status = CANNOT;

  if (count != 3) {
    fprintf(stderr, "usage: cop11-oscap BENCHMARK FOLDER\n");
    return CANNOT;
  }
  unsetenv(
      "OSCAP_CHECK_ENGINE_PLUGIN_DIR"); /* it would stand before the path */
  session = xccdf_session_new(words[1]);
  if (session) {
    xccdf_session_set_validation(session, true, false);
    if (xccdf_session_load(session) == 0 &&
        xccdf_session_load_check_engine_plugin(session, engine_path()) == 0)
      status = evaluate_all(session, words[2]);
    xccdf_session_free(session);
  }
  if (oscap_err())
    fprintf(stderr, "cop11-oscap: %s\n", oscap_err_desc());
  oscap_cleanup();
  return status;
}
