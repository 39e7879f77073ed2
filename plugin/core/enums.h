/* enums.h: the values of layout.h that have names, by the names that scripts/ give
 * them; the numbers are from 1. */
#ifndef CORE_ENUMS_H
#define CORE_ENUMS_H

#define PROGRAM_ENUMS(E)                                                       \
  E(SCOPE, "assessment facility member item parameter")                        \
  E(TYPE, "yes/no choice choices number count percent months date text")       \
  E(EVIDENCE, "document interview observation record external_register")       \
  E(STRENGTH, "background could should must shall beyond information")         \
  E(OUTCOME, "conformance observation minor-nonconformance "                   \
             "major-nonconformance insufficient-evidence not-applicable "      \
             "error")                                                          \
  E(KIND, "all any none every some no count latest when auditor reading "      \
          "compute leaf listed")                                               \
  E(OP, "is is_not includes includes_any includes_none at_least at_most "      \
        "more_than less_than exactly covers on_or_after on_or_before after "   \
        "before within")                                                       \
  E(UNIT, "days months")                                                       \
  E(CHANGE, "adds-check stricter-check switches-off narrows sets-parameter "   \
            "changes-parameter")                                               \
  E(PIECE, "words today missing fact")

enum program_scope {
  SCOPE_ASSESSMENT = 1,
  SCOPE_FACILITY,
  SCOPE_MEMBER,
  SCOPE_ITEM,
  SCOPE_PARAMETER
};

enum program_type {
  TYPE_YES_NO = 1,
  TYPE_CHOICE,
  TYPE_CHOICES,
  TYPE_NUMBER,
  TYPE_COUNT,
  TYPE_PERCENT,
  TYPE_MONTHS,
  TYPE_DATE,
  TYPE_TEXT
};

enum program_evidence {
  EVIDENCE_DOCUMENT = 1,
  EVIDENCE_INTERVIEW,
  EVIDENCE_OBSERVATION,
  EVIDENCE_RECORD,
  EVIDENCE_EXTERNAL_REGISTER
};

enum program_strength {
  STRENGTH_BACKGROUND = 1,
  STRENGTH_COULD,
  STRENGTH_SHOULD,
  STRENGTH_MUST,
  STRENGTH_SHALL,
  STRENGTH_BEYOND,
  STRENGTH_INFORMATION
};

enum program_outcome {
  OUTCOME_CONFORMANCE = 1,
  OUTCOME_OBSERVATION,
  OUTCOME_MINOR,
  OUTCOME_MAJOR,
  OUTCOME_OPEN,
  OUTCOME_NOT_APPLICABLE,
  OUTCOME_ERROR
};

enum program_kind {
  KIND_ALL = 1,
  KIND_ANY,
  KIND_NONE,
  KIND_EVERY,
  KIND_SOME,
  KIND_NO,
  KIND_COUNT,
  KIND_LATEST,
  KIND_WHEN,
  KIND_AUDITOR,
  KIND_READING,
  KIND_COMPUTE,
  KIND_LEAF,
  KIND_LISTED
};

enum program_op {
  OP_IS = 1,
  OP_IS_NOT,
  OP_INCLUDES,
  OP_INCLUDES_ANY,
  OP_INCLUDES_NONE,
  OP_AT_LEAST,
  OP_AT_MOST,
  OP_MORE_THAN,
  OP_LESS_THAN,
  OP_EXACTLY,
  OP_COVERS,
  OP_ON_OR_AFTER,
  OP_ON_OR_BEFORE,
  OP_AFTER,
  OP_BEFORE,
  OP_WITHIN
};

enum program_change_kind {
  CHANGE_ADDS_CHECK = 1,
  CHANGE_STRICTER_CHECK,
  CHANGE_SWITCHES_OFF,
  CHANGE_NARROWS,
  CHANGE_SETS_PARAMETER,
  CHANGE_CHANGES_PARAMETER
};

enum program_unit {
  UNIT_DAYS = 1,
  UNIT_MONTHS
};

enum program_piece_kind {
  PIECE_WORDS = 1,
  PIECE_TODAY,
  PIECE_MISSING,
  PIECE_FACT
};

#endif
