/* finding_numbers.h: findings and results by rows of checks and provisions. */
#ifndef CORE_FINDING_NUMBERS_H
#define CORE_FINDING_NUMBERS_H

#include "report_parts.h"

struct numbers {
  uint32_t *all;
  uint32_t count, room;
};

void numbers_add(struct call *call, struct numbers *numbers, uint32_t number);

/* Lists by rows, from 1; 0: of none. */
struct numbers *numbers_new(struct report *report,
                            enum program_section section);

/* Whether a finding speaks of a facility, or of the Member (no data). */
bool finding_is_at(const struct finding *finding, struct slice facility);

/* Whether it is open past its date. */
bool finding_is_overdue(const struct report *report,
                        const struct finding *finding);

#endif
