/* prompt_owner.c: see prompt_owner.h. */
#include "prompt_owner.h"

#include "mask.h"

#define ROW_CALLED(SECTION, name)                                              \
  uint32_t name##_called(const struct program *program, struct slice id) {     \
    uint32_t count = program_count(program, SECTION);                          \
                                                                               \
    for (uint32_t i = 1; i <= count; i++)                                      \
      if (slice_is(slice_of(program_text_bytes(                                \
                       program, program_##name##_at(program, i)->id)),         \
                   id))                                                        \
        return i;                                                              \
    return 0;                                                                  \
  }
ROW_CALLED(SECTION_CHECK, check)
ROW_CALLED(SECTION_PROVISION, provision)

/* ---- prompts and their answers ------------------------------------------------------ */

struct asked {
  const struct program *program;
  struct slice prompt; /* what it is asked by */
  enum answers_of answers;
};

static void add(struct asked *asked, struct slice head, const char *tail,
                enum answers_of answers) {
  size_t size = strlen(tail);

  if (asked->prompt.size == head.size + size &&
      memcmp(asked->prompt.data, head.data, head.size) == 0 &&
      memcmp(asked->prompt.data + head.size, tail, size) == 0)
    asked->answers = answers;
}

static struct slice text_of(const struct asked *asked, uint32_t text) {
  return slice_of(program_text_bytes(asked->program, text));
}

/* The questions in a condition; it ends as all conditions do. */
static void add_asked(struct asked *asked, uint32_t row) {
  const struct program_node *node = program_node_at(asked->program, row);
  struct program_list children;

  if (!node)
    return;
  if (node->kind == KIND_AUDITOR)
    add(asked, text_of(asked, node->id), "", YES_NO);
  children = program_list_at(asked->program, node->children);
  add_asked(asked, node->gate);
  add_asked(asked, node->where);
  for (uint32_t i = 0; i < children.count; i++)
    add_asked(asked, children.rows[i]);
}

/* Whether it makes a difference that a shortfall is systemic. */
static bool has_extent(const struct program *program,
                       const struct program_check *check) {
  enum {
    BEYOND = 6
  };
  uint32_t strength =
      check->strength && check->strength <= BEYOND ? check->strength : BEYOND;
  uint32_t first = (strength - 1) * MASK_SETS + 1;

  return program_rating_at(program, first + MASK_LAPSE)->outcome !=
         program_rating_at(program, first + MASK_ABSENT)->outcome;
}

static void add_of_check(struct asked *asked, uint32_t row) {
  const struct program_check *check = program_check_at(asked->program, row);
  struct program_list prompts = program_list_at(asked->program, check->prompts);
  struct slice id = text_of(asked, check->id);

  add(asked, id, "/applies", YES_NO);
  if (has_extent(asked->program, check))
    add(asked, id, "/extent", EXTENTS);
  add_asked(asked, check->applies);
  add_asked(asked, check->expect);
  for (uint32_t i = 0; i < prompts.count; i++)
    add(asked,
        text_of(asked, program_prompt_at(asked->program, prompts.rows[i])->id),
        "", TAKEN_NOTE_OF);
  if (check->scope == SCOPE_FACILITY)
    add(asked, id, "/repetitive", TAKEN_NOTE_OF);
}

static void add_of_provision(struct asked *asked, uint32_t row) {
  const struct program_provision *provision =
      program_provision_at(asked->program, row);
  struct slice id = text_of(asked, provision->id);

  add(asked, id, "/applies", YES_NO);
  add_asked(asked, provision->applies);
  add(asked, id, "/related", TAKEN_NOTE_OF);
}

static void add_of_finding(struct asked *asked, struct slice head) {
  static const char *const names[] = {
      "/critical",   "/overdue", "/persistent", "/plan",
      "/repetitive", "/turned",  "/unverified", "/write_up"};

  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    add(asked, head, names[i], TAKEN_NOTE_OF);
}

bool prompt_takes(enum answers_of answers, struct slice answer) {
  static const char *const words[][3] = {
      [NO_PROMPT] = {"", "", ""},
      [YES_NO] = {"yes", "no", "no"},
      [EXTENTS] = {"isolated", "systemic", "systemic"},
      [TAKEN_NOTE_OF] = {"yes", "no", "noted"}};

  for (size_t i = 0; answer.data && i < 3; i++)
    if (slice_is(answer, slice_of(words[answers][i])))
      return true;
  return false;
}

/* What comes before the last slash; all of it where there is none. */
static struct slice head_of(struct slice prompt) {
  size_t size = prompt.size;

  while (size > 0 && prompt.data[size - 1] != '/')
    size--;
  return size > 0 ? (struct slice){prompt.data, size - 1} : prompt;
}

static const struct finding *finding_of(struct reading *reading,
                                        struct slice head) {
  static const char mark[] = "finding:";
  size_t size = sizeof mark - 1;
  struct slice id = {head.data + size, head.size - size};

  if (head.size < size || memcmp(head.data, mark, size) != 0)
    return NULL;
  call_charge(reading->call, reading->findings.count);
  for (uint32_t i = 0; i < reading->findings.count; i++)
    if (reading->findings.all[i]->entry.id.data &&
        slice_is(reading->findings.all[i]->entry.id, id))
      return reading->findings.all[i];
  return NULL;
}

static bool names_finding(struct slice head) {
  return head.size >= 8 && memcmp(head.data, "finding:", 8) == 0;
}

struct prompt_owner prompt_owner(struct reading *reading, struct slice prompt) {
  struct asked asked = {reading->call->program, prompt, NO_PROMPT};
  struct prompt_owner owner = {.id = head_of(prompt)};
  const struct finding *finding = finding_of(reading, owner.id);
  uint32_t check = check_called(asked.program, owner.id);
  uint32_t provision = provision_called(asked.program, owner.id);

  if (finding) {
    add_of_finding(&asked, owner.id);
    owner.id = finding->entry.id;
  } else if (names_finding(owner.id) || (!check && !provision)) {
    owner.id = (struct slice){NULL, 0};
  } else if (check) {
    add_of_check(&asked, check);
    owner.scope = program_check_at(asked.program, check)->scope;
  } else {
    add_of_provision(&asked, provision);
    owner.scope = program_provision_at(asked.program, provision)->scope;
  }
  owner.answers = asked.answers;
  return owner;
}
