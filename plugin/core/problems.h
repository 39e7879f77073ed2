/* problems.h: what is wrong, or worth a note, in a dossier: the twin of
 * scripts/base/diagnostic.lua and of r.problem, r.conflict and r.error.
 *
 * The words are those of scripts/messages, which the build copies; C names them by
 * code.  Errors are worded by Lua alone: a reading that has one only says so. */
#ifndef CORE_PROBLEMS_H
#define CORE_PROBLEMS_H

#include <stdbool.h>
#include <stdint.h>

#include "call.h"
#include "slice.h"

struct reading;

/* The codes that C fills: those of notes and conflicts, and what is in them.
 * M(ID, code); the codes are in scripts/messages/dossier.lua and
 * dossier_parts.lua, which a spec compares. */
#define MESSAGES(M)                                                            \
  M(AGAINST, "against")                                                        \
  M(ALL_LATE, "all-late")                                                      \
  M(ALL_LATE_FACT, "all-late-fact")                                            \
  M(ALL_LATE_LIST, "all-late-list")                                            \
  M(ANOTHER_VALUE, "another-value")                                            \
  M(ASSESSED_ALL_THE_SAME, "assessed-all-the-same")                            \
  M(ATTESTED_UNKNOWN, "attested-unknown")                                      \
  M(ATTESTED_UNSHOWN, "attested-unshown")                                      \
  M(AUDITOR_DIFFERS, "auditor-differs")                                        \
  M(AUDITOR_DOES_NOT_KNOW, "auditor-does-not-know")                            \
  M(A_WAIVER, "a-waiver")                                                      \
  M(BYTE_ORDER_MARK, "byte-order-mark")                                        \
  M(COLLECTED_BY_AUDITOR, "collected-by-auditor")                              \
  M(DATED_AHEAD, "dated-ahead")                                                \
  M(DISAGREEMENT, "disagreement")                                              \
  M(EMPTY_SET, "empty-set")                                                    \
  M(ENTRY_AHEAD, "entry-ahead")                                                \
  M(EVIDENCE_AGAINST, "evidence-against")                                      \
  M(EVIDENCE_AHEAD, "evidence-ahead")                                          \
  M(EVIDENCE_EARLY, "evidence-early")                                          \
  M(EVIDENCE_REPEATED, "evidence-repeated")                                    \
  M(FINDING_AHEAD, "finding-ahead")                                            \
  M(FOUND_BY_AUDITOR, "found-by-auditor")                                      \
  M(ID_HOLDS_UNSEEN, "id-holds-unseen")                                        \
  M(JUDGED_KNOWN, "judged-known")                                              \
  M(JUDGED_NOT_APPLICABLE, "judged-not-applicable")                            \
  M(JUDGED_UNKNOWN, "judged-unknown")                                          \
  M(JUDGED_WITHHELD, "judged-withheld")                                        \
  M(JUDGED_WITHOUT_VALUE, "judged-without-value")                              \
  M(LIST_DIFFERS, "list-differs")                                              \
  M(LIST_MISCOUNTED, "list-miscounted")                                        \
  M(LONGER_TEXT, "longer-text")                                                \
  M(NAME_A_VALUE, "name-a-value")                                              \
  M(NA_CLAIM_FALSE, "na-claim-false")                                          \
  M(NA_CLAIM_OPEN, "na-claim-open")                                            \
  M(NO, "no")                                                                  \
  M(NOT_IN_SELF, "not-in-self")                                                \
  M(NO_FACILITY, "no-facility")                                                \
  M(OTHER_VALUE, "other-value")                                                \
  M(OUTCOME_OF, "outcome-of")                                                  \
  M(OWN_ANSWER_TAKEN, "own-answer-taken")                                      \
  M(PART_TOO_GREAT, "part-too-great")                                          \
  M(PERCENT_BELOW_ONE, "percent-below-one")                                    \
  M(RECORDS_CONTRADICT, "records-contradict")                                  \
  M(RECORD_OF_AUDITOR, "record-of-auditor")                                    \
  M(RECORD_STALE, "record-stale")                                              \
  M(RECORD_WITHOUT_FORCE, "record-without-force")                              \
  M(SHARE_OF_NONE, "share-of-none")                                            \
  M(SIDE, "side")                                                              \
  M(SIDE_GIVEN, "side-given")                                                  \
  M(SIDE_OF_RECORD, "side-of-record")                                          \
  M(STAND_INS_DISAGREE, "stand-ins-disagree")                                  \
  M(STAND_INS_MISSING, "stand-ins-missing")                                    \
  M(VALUE_LEFT_OVER, "value-left-over")                                        \
  M(VALUE_REPEATED, "value-repeated")                                          \
  M(WRITE_NONE_OF_THESE, "write-none-of-these")                                \
  M(YES, "yes")

enum message {
  MESSAGE_NONE,
#define MESSAGE_ID(ID, code) MESSAGE_##ID,
  MESSAGES(MESSAGE_ID)
#undef MESSAGE_ID
  MESSAGE_END
};

extern const char *const message_codes[MESSAGE_END];

/* The words of each, with the marks of scripts/base/diagnostic.lua but for {cure}; no
 * cure: NULL.  cop11_compile writes them. */
struct message_words {
  const char *wrong, *cure;
};

extern const struct message_words message_words[MESSAGE_END];

/* ---- what is said -------------------------------------------------------- */

struct saying;

/* What fills a {name}: a text, another saying, or a list of these. */
struct argument {
  const char *name; /* NULL of the members of a list */
  struct slice text;
  const struct saying *saying;
  const struct argument *list;
  uint32_t count;
  const char *separator; /* NULL: ", " */
};

/* A diagnostic.  `cure`: that of another code than the one beside the words. */
struct saying {
  enum message code;
  enum message cure;
  const struct argument
      *arguments; /* an argument without any value is not there */
  uint32_t count;
};

/* What is wrong, what to do about it (no data: nothing), and both in a sentence
 * or two. */
struct slice saying_wrong(struct call *call, const struct saying *saying);
struct slice saying_cure(struct call *call, const struct saying *saying);
struct slice saying_text(struct call *call, const struct saying *saying);

/* ---- problems ------------------------------------------------------------ */

enum problem_kind {
  PROBLEM_ERROR,
  PROBLEM_CONFLICT,
  PROBLEM_NOTE
};

struct problem {
  uint32_t kind;
  struct slice code; /* none of an error */
  struct slice pointer;
  struct slice message;
  struct slice cure;            /* of a conflict, where it stands apart */
  const struct slice *pointers; /* all the places; NULL: `pointer` alone */
  uint32_t pointer_count;
};

/* A note at one place; whoever adds it may give it more. */
struct problem *problem_note(struct reading *reading, struct slice pointer,
                             const struct saying *says);

/* A note that Lua worded. */
void problem_told(struct reading *reading, struct slice pointer,
                  struct slice code, struct slice message);

/* What contradicts itself, at all the `places` (none: at the pointer). */
void problem_conflict(struct reading *reading, struct slice pointer,
                      const struct saying *says, const struct slice *places,
                      uint32_t count);

/* An error has no words in C: the reading has errors from now on. */
void problem_error(struct reading *reading, struct slice pointer);

#endif
