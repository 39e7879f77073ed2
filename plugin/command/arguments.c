/* arguments.c: options and operands by GNU's conventions; see arguments.h. */
#include "arguments.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "nearest.h"

/* Options without a letter of their own to type have a value beyond bytes, so
 * that getopt's answers can be told apart. */
enum {
  FORMAT = 256,
  AS_OF,
  UNTIL,
  KIND,
  LANGUAGE,
  EVALUATED_AT,
  REQUIRE,
  RULES,
  LAYER,
  MAX_STEPS,
  TIME_LIMIT,
  ACCEPT_KEY,
  KEY,
  NEW_KEY,
  SHOW_SENSITIVE,
  SUMMARY,
  FULL,
  VERBOSE,
  WRITE_MISSING,
  CHECK,
  DETAILS,
  ANSWER,
  BY,
  AUTHORITY,
  ON,
  WHY,
  REF,
  LIST,
  SKIP_BAD,
  JOBS
};

/* Every option, with the letter that verbs list it by. */
static const struct known {
  char letter;
  struct option option;
} known[] = {
    {'f', {"format", required_argument, NULL, FORMAT}},
    {'d', {"as-of", required_argument, NULL, AS_OF}},
    {'K', {"kind", required_argument, NULL, KIND}},
    {'g', {"language", required_argument, NULL, LANGUAGE}},
    {'u', {"until", required_argument, NULL, UNTIL}},
    {'e', {"evaluated-at", required_argument, NULL, EVALUATED_AT}},
    {'m', {"max-steps", required_argument, NULL, MAX_STEPS}},
    {'t', {"time-limit", required_argument, NULL, TIME_LIMIT}},
    {'q', {"require", required_argument, NULL, REQUIRE}},
    {'r', {"rules", required_argument, NULL, RULES}},
    {'l', {"layer", required_argument, NULL, LAYER}},
    {'a', {"accept-key", required_argument, NULL, ACCEPT_KEY}},
    {'k', {"key", required_argument, NULL, KEY}},
    {'n', {"new-key", required_argument, NULL, NEW_KEY}},
    {'o', {"output", required_argument, NULL, 'o'}},
    {'s', {"show-sensitive", no_argument, NULL, SHOW_SENSITIVE}},
    {'S', {"summary", no_argument, NULL, SUMMARY}},
    {'F', {"full", no_argument, NULL, FULL}},
    {'V', {"verbose", no_argument, NULL, VERBOSE}},
    {'w', {"write-missing", required_argument, NULL, WRITE_MISSING}},
    {'c', {"check", required_argument, NULL, CHECK}},
    {'D', {"details", no_argument, NULL, DETAILS}},
    {'A', {"answer", required_argument, NULL, ANSWER}},
    {'B', {"by", required_argument, NULL, BY}},
    {'T', {"authority", required_argument, NULL, AUTHORITY}},
    {'O', {"on", required_argument, NULL, ON}},
    {'W', {"why", required_argument, NULL, WHY}},
    {'R', {"ref", required_argument, NULL, REF}},
    {'L', {"list", no_argument, NULL, LIST}},
    {'b', {"skip-bad", no_argument, NULL, SKIP_BAD}},
    {'j', {"jobs", required_argument, NULL, JOBS}},
    {'h', {"help", no_argument, NULL, 'h'}},
};
enum {
  KNOWN = sizeof known / sizeof known[0]
};

/* The options of one verb, ended by zeros. */
static size_t options_of(const struct verb *verb, struct option *out) {
  size_t count = 0;

  for (size_t i = 0; i < KNOWN; i++) {
    if (known[i].letter == 'h' || strchr(verb->options, known[i].letter))
      out[count++] = known[i].option;
  }
  out[count] = (struct option){0};
  return count;
}

/* ---- messages ------------------------------------------------------------ */

static bool wrong(const struct verb *verb, const char *what, const char *word) {
  (void)message_put("%s '%s'; see cop11 %s --help", what, word, verb->name);
  return false;
}

/* "--formt=html" was typed, which is no option or the start of several. */
static bool wrong_long(const struct verb *verb, const char *typed,
                       const struct option *options, size_t count) {
  const char *names[KNOWN];
  const char *nearest;
  char word[64];

  snprintf(word, sizeof word, "%.*s", (int)strcspn(typed, "="), typed);
  for (size_t i = 0; i < count; i++)
    names[i] = options[i].name;
  nearest = nearest_find(word + 2, names, count);
  if (!nearest)
    return wrong(verb, "there is no option", word);
  (void)message_put("there is no option '%s'; did you mean '--%s'?", word,
                    nearest);
  return false;
}

static bool wrong_option(const struct verb *verb, char *const *argv,
                         const struct option *options, size_t count) {
  char letter[] = {'-', (char)optopt, '\0'};

  if (optopt == 0)
    return wrong_long(verb, argv[optind - 1], options, count);
  if (optopt >= FORMAT || optopt == 'h' || optopt == 'o')
    return wrong(verb, "a value was given to", argv[optind - 1]);
  return wrong(verb, "there is no option", letter);
}

/* ---- reading ------------------------------------------------------------- */

static bool take_layer(struct arguments *out) {
  if (out->layer_count == MOST_LAYERS) {
    (void)message_put("there are more than %d layers", MOST_LAYERS);
    return false;
  }
  out->layers[out->layer_count++] = optarg;
  return true;
}

static bool take_key(struct arguments *out) {
  if (strlen(optarg) != 64 || strspn(optarg, "0123456789abcdef") != 64) {
    (void)message_put("--accept-key: '%.80s' is no public key; give the 64 "
                      "hexadecimal digits that cop11 sign prints",
                      optarg);
    return false;
  }
  if (out->key_count == MOST_KEYS) {
    (void)message_put("there are more than %d keys", MOST_KEYS);
    return false;
  }
  out->keys[out->key_count++] = optarg;
  return true;
}

static bool take_answer(struct arguments *out) {
  if (out->answer_count == MOST_ANSWERS) {
    (void)message_put("there are more than %d answers", MOST_ANSWERS);
    return false;
  }
  out->answers[out->answer_count++] = optarg;
  return true;
}

static bool take_max_steps(struct arguments *out) {
  if (strlen(optarg) <= 15 && strspn(optarg, "0123456789") == strlen(optarg))
    out->max_steps = strtoull(optarg, NULL, 10);
  if (out->max_steps > 0)
    return true;
  (void)message_put("--max-steps: '%.80s' is no number of steps; the default "
                    "is 200000000",
                    optarg);
  return false;
}

static bool take_time_limit(struct arguments *out) {
  if (strlen(optarg) <= 9 && strspn(optarg, "0123456789") == strlen(optarg))
    out->time_limit_ms = (uint32_t)strtoul(optarg, NULL, 10);
  if (out->time_limit_ms > 0)
    return true;
  (void)message_put("--time-limit: '%.80s' is no number of milliseconds; give "
                    "one from 1 to 999999999",
                    optarg);
  return false;
}

static bool take_jobs(struct arguments *out) {
  enum {
    MOST = 64
  };

  if (strlen(optarg) <= 2 && strspn(optarg, "0123456789") == strlen(optarg))
    out->jobs = (unsigned)strtoul(optarg, NULL, 10);
  if (out->jobs > 0 && out->jobs <= MOST)
    return true;
  (void)message_put("--jobs: '%.80s' is no number of jobs; give one from 1 to "
                    "%d",
                    optarg, MOST);
  return false;
}

static bool take_require(struct arguments *out) {
  static const char *const bases[] = {"stated", "evidenced", "verified"};
  enum {
    COUNT = sizeof bases / sizeof bases[0]
  };
  const char *nearest = nearest_find(optarg, bases, COUNT);

  for (size_t i = 0; i < COUNT; i++) {
    if (strcmp(optarg, bases[i]) == 0) {
      out->require = optarg;
      return true;
    }
    if (strstr(optarg, bases[i])) /* "auditor-verified", as reports say it */
      nearest = bases[i];
  }
  if (nearest)
    (void)message_put("--require: '%.80s' is no basis; did you mean '%s'?",
                      optarg, nearest);
  else
    (void)message_put("--require: '%.80s' is no basis; say stated, evidenced "
                      "or verified",
                      optarg);
  return false;
}

/* What an auditor records; false for any other option. */
static bool take_recorded(int option, struct arguments *out) {
  switch (option) {
  case BY:
    out->by = optarg;
    return true;
  case AUTHORITY:
    out->authority = optarg;
    return true;
  case ON:
    out->on = optarg;
    return true;
  case WHY:
    out->why = optarg;
    return true;
  case REF:
    out->ref = optarg;
    return true;
  case LIST:
    out->list = true;
    return true;
  default:
    return false;
  }
}

static bool take_option(int option, struct arguments *out) {
  if (take_recorded(option, out))
    return true;
  switch (option) {
  case ANSWER:
    return take_answer(out);
  case SKIP_BAD:
    out->skip_bad = true;
    break;
  case JOBS:
    return take_jobs(out);
  case FORMAT:
    out->pdf = strcmp(optarg, "pdf") == 0;
    out->format = out->pdf ? "html" : optarg;
    break;
  case LANGUAGE:
    out->language = optarg;
    break;
  case KIND:
    out->kinds = optarg;
    break;
  case UNTIL:
    out->until = optarg;
    break;
  case AS_OF:
    out->as_of = optarg;
    break;
  case EVALUATED_AT:
    out->evaluated_at = optarg;
    break;
  case MAX_STEPS:
    return take_max_steps(out);
  case TIME_LIMIT:
    return take_time_limit(out);
  case REQUIRE:
    return take_require(out);
  case RULES:
    out->rules = optarg;
    break;
  case LAYER:
    return take_layer(out);
  case ACCEPT_KEY:
    return take_key(out);
  case KEY:
    out->key_file = optarg;
    break;
  case NEW_KEY:
    out->new_key = optarg;
    break;
  case SHOW_SENSITIVE:
    out->show_sensitive = true;
    break;
  case WRITE_MISSING:
    out->write_missing = optarg;
    break;
  case DETAILS:
    out->details = true;
    break;
  case FULL:
    out->full = true;
    break;
  case VERBOSE:
    out->full = true;
    out->verbose = true;
    break;
  case CHECK:
    out->check = optarg;
    break;
  case SUMMARY:
    out->summary = true;
    break;
  case 'o':
    out->output = optarg;
    break;
  default:
    out->help = true;
    break;
  }
  return true;
}

/* Most often a variable of the shell that was never set. */
static bool has_empty_operand(const struct verb *verb,
                              const struct arguments *out) {
  for (size_t i = 0; i < out->operand_count; i++) {
    if (out->operands[i][0])
      continue;
    (void)message_put("an argument of %s is empty; see cop11 %s --help",
                      verb->name, verb->name);
    return true;
  }
  return false;
}

static bool take_operands(const struct verb *verb, int argc, char **argv,
                          struct arguments *out) {
  size_t count = (size_t)(argc - optind);

  out->operands = argv + optind;
  out->operand_count = count;
  if (count > verb->most) {
    (void)message_put(
        "there is one argument too many, '%s'%s; see cop11 %s "
        "--help",
        argv[optind + (int)verb->most],
        verb->most > 0
            ? "; words with spaces between them stand in quotation marks"
            : "",
        verb->name);
    return false;
  }
  if (count > 0)
    out->operand = argv[optind];
  if (has_empty_operand(verb, out))
    return false;
  if (count >= verb->least || out->help)
    return true;
  (void)message_put("%s needs %s%s; see cop11 %s --help", verb->name,
                    verb->most > 1 ? "" : "a ", verb->operand, verb->name);
  return false;
}

bool arguments_read(const struct verb *verb, int argc, char **argv,
                    struct arguments *out) {
  struct option options[KNOWN + 1];
  size_t count = options_of(verb, options);
  const char *letters = strchr(verb->options, 'o') ? ":o:h" : ":h";
  int option;

  *out = (struct arguments){0};
  opterr = 0;
  while ((option = getopt_long(argc, argv, letters, options, NULL)) != -1) {
    if (option == ':')
      return wrong(verb, "a value is missing after", argv[optind - 1]);
    if (option == '?')
      return wrong_option(verb, argv, options, count);
    if (optarg && !*optarg)
      return wrong(verb, "a value is missing after",
                   argv[optind - (*argv[optind - 1] ? 1 : 2)]);
    if (!take_option(option, out))
      return false;
  }
  return take_operands(verb, argc, argv, out);
}

const char *arguments_format(const struct arguments *arguments) {
  const char *format = arguments->format ? arguments->format : "text";

  return arguments->verbose && strcmp(format, "text") == 0 ? "verbose" : format;
}

cop11_call arguments_call(const struct arguments *arguments) {
  return (cop11_call){.struct_size = sizeof(cop11_call),
                      .time_limit_ms = arguments->time_limit_ms};
}
