/* prompt_owner.h: what a prompt is asked of, and the answers that it has. */
#ifndef CORE_PROMPT_OWNER_H
#define CORE_PROMPT_OWNER_H

#include "frame.h"

enum answers_of {
  NO_PROMPT,
  YES_NO,
  EXTENTS,
  TAKEN_NOTE_OF
};

struct prompt_owner {
  struct slice id; /* of a check, a provision or a finding; no data: of none */
  uint32_t scope;  /* 0 of a finding */
  enum answers_of answers;
};

struct prompt_owner prompt_owner(struct reading *reading, struct slice prompt);

/* Whether a prompt with these answers takes this one; no data is none. */
bool prompt_takes(enum answers_of answers, struct slice answer);

/* The row of CHECK or PROVISION with that id; 0: none. */
uint32_t check_called(const struct program *program, struct slice id);
uint32_t provision_called(const struct program *program, struct slice id);

#endif
