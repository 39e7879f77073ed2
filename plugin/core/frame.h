/* frame.h: what is known: a dossier as cells in frames, the twin of the tables that
 * scripts/dossier.lua makes.  Where a comment gives a name in quotes, scripts call
 * the same thing so.
 *
 * Cells, frames, items and lists are named by pointer, as Lua names tables: two
 * frames may hold one cell, and what marks a cell marks it everywhere. */
#ifndef CORE_FRAME_H
#define CORE_FRAME_H

#include "problems.h"
#include "program.h"
#include "json/read.h"

/* ---- cells --------------------------------------------------------------- */

enum cell_state {
  CELL_ABSENT, /* nothing is said: of cell_of alone, never in a frame */
  CELL_KNOWN,
  CELL_UNKNOWN,
  CELL_WITHHELD,
  CELL_CONFLICTING,
  CELL_NOT_APPLICABLE
};

enum basis {
  BASIS_NONE, /* nothing was weighed: it counts as stated */
  BASIS_STATED,
  BASIS_EVIDENCED,
  BASIS_VERIFIED
};

/* How a cell says its value.  Sets of choices have a bit for each value of the
 * fact, in the order of program_fact.values; of yes/no bit 0 is yes, bit 1 no. */
enum cell_shape {
  SHAPE_NONE,
  SHAPE_VALUE,    /* "value": exactly one, by the fact's type:
                   *   yes/no, choice   one bit of `set`
                   *   choices          `set`, perhaps empty
                   *   numbers, months  lo == hi; or `none_stated`
                   *   date             lo == hi, -INFINITY for never
                   *   text             `text` */
  SHAPE_BOUNDS,   /* "lo", "hi": where has_lo, has_hi */
  SHAPE_POSSIBLE, /* "possible": one of `set` */
  SHAPE_HAS,      /* "has": all of `set` and perhaps more */
  SHAPE_SHARE     /* "share": `share`, and bounds where has_lo, has_hi */
};

enum cell_share {
  SHARE_OF_NOTHING_SAID,
  SHARE_ALL,
  SHARE_SOME,
  SHARE_NONE
};

/* What a report prints for the value ("raw").  It stays where a value is taken
 * away, and where bounds are narrowed. */
enum raw_kind {
  RAW_NONE,
  RAW_SET,     /* yes/no, choice: the value of the one bit of `set`; choices:
                 * the values of `set` in their order */
  RAW_NUMBER,  /* `number` */
  RAW_TEXT,    /* `text`: a text, a day, a month, a year, "never", "none" of
                 * choices, "none-stated" of months */
  RAW_BOUNDS,  /* at_least, at_most */
  RAW_ONE_OF,  /* choices in the order that the dossier has, perhaps twice */
  RAW_SHARE,   /* `share` */
  RAW_PERCENT, /* `number` */
  RAW_INCLUDES /* `set`; `text` "none" where that was written */
};

/* One end of bounds as it was written: a number, or a day in words. */
struct raw_end {
  bool given;
  double number;
  struct slice text; /* none: it is the number */
};

struct raw {
  uint8_t kind;  /* enum raw_kind */
  uint8_t share; /* enum cell_share */
  uint64_t set;
  double number;
  struct slice text;
  struct raw_end at_least, at_most;
  const uint8_t *one_of; /* indexes of values */
  uint32_t one_of_count;
};

struct leg;
struct detail;

struct cell {
  uint8_t state; /* enum cell_state */
  uint8_t shape; /* enum cell_shape */
  uint8_t basis; /* enum basis */
  uint8_t share; /* enum cell_share, of SHAPE_SHARE */
  bool has_lo : 1, has_hi : 1;
  bool none_stated : 1; /* months: "none-stated" */
  bool derived : 1;     /* from a list, from a part or its whole */
  bool claimed_na : 1;  /* the dossier says that it is not applicable */
  bool unanswered : 1;  /* null */
  bool empty_list : 1;  /* [] for a set */
  bool repeated : 1;    /* a value stands twice in the set */
  bool withheld : 1;    /* known by what stands in for what is withheld */
  bool
      unverified : 1; /* the auditor's finding without the auditor's evidence */
  bool judged : 1;    /* "answers.judged": a record settled it */
  double lo, hi;
  uint64_t set;
  struct slice text;
  const struct raw *raw; /* NULL: none */
  struct detail *detail; /* NULL: nothing more; not shared between cells */
};

/* What few cells have.  Texts without data are not there. */
struct detail {
  struct leg **legs; /* NULL: no evidence was named; [] has a place */
  uint32_t leg_count;
  uint32_t claim_count;
  const struct cell **claims; /* what it may be, where it contradicts itself */
  bool is_given; /* the first claim is what the dossier gives: "claims.given" */
  struct slice why; /* why, as a report shows it */
  struct slice note;
  struct slice reason; /* why alone, or who found it */
  struct slice stated_by;
  struct slice set_by;
  struct slice
      record;        /* the pointer of the record that settled or verified it */
  struct slice list; /* the pointer of what it follows from */
  struct slice deciding; /* why the auditor has to decide */
  struct slice auditor_by, auditor_date;
  const struct cell *member;      /* the Member's answer beside the auditor's */
  const struct slice *unshown_by; /* ids of evidence that cannot show it */
  uint32_t unshown_count;
  bool has_percent;
  double percent, rounded_by;
};

/* One piece of evidence beneath a fact or a list. */
struct leg {
  struct evidence *item;
  struct slice id;
  const struct cell *says; /* NULL: it does not say what */
  bool against, late, early, shows;
  bool contrary; /* to another answer than the one that it stands beside */
};

/* ---- frames -------------------------------------------------------------- */

struct list;
struct shown;

/* The cells of the Member, the assessment, a facility, an item, the parameters. */
struct frame {
  uint32_t kind; /* row of FRAME; 0: an item that is no facility */
  uint32_t
      of; /* row of ITEMS: the list that it is an item of ("#list"), or 0 */
  struct list *among;   /* where it was read ("#among"); NULL: it is no item */
  uint32_t index;       /* in its list, from 0 */
  uint32_t said;        /* token of what is written of an item ("#said") */
  struct slice pointer; /* "#pointer" */
  struct cell **cells;  /* by slot; NULL: nothing is said */
  struct list **lists;  /* by slot; NULL: not given */
  struct slice id;      /* "#id" of a facility */
  struct slice key;     /* what its facts' keys begin with in a report: of a
                         * facility its id, of an item the whole ("#key") */
  struct shown **shown; /* by slot: the facts that a report shows, or NULL */
  struct shown **shown_lists;
  bool all;          /* "#all": /all_facilities */
  bool assessed;     /* "#assessed" */
  bool by_statement; /* "#by_statement" */
  bool silent;       /* "#silent" */
  bool ahead;        /* an item with a day of its past after the as-of day */
};

struct list {
  uint32_t of; /* row of ITEMS */
  struct frame **items;
  uint32_t count;
  uint32_t claim_count;
  double extra_lo, extra_hi; /* how many more there are; INFINITY: any number */
  struct slice pointer, items_pointer;
  struct slice stated_by;
  struct leg **legs; /* NULL: no evidence was named */
  uint32_t leg_count;
  uint8_t basis;    /* enum basis */
  bool complete;    /* it says so */
  bool late;        /* all its evidence is from after the as-of day */
  bool conflicting; /* with its own count */
  const struct list **claims;
  const struct slice *names; /* of its items, once they were asked for */
  bool *
      outside; /* of the facilities: by provision's row - 1, whether it is known
                  * not to reach one that nobody listed; NULL: none may be */
};

/* ---- registers ----------------------------------------------------------- */

/* Keys beginning with x-: a host's own.  `token` is that of the value. */
struct own {
  struct slice key;
  uint32_t token;
};

/* What evidence, records and findings have in common. */
struct entry {
  struct slice pointer, id;
  const struct own *own;
  uint32_t own_count;
  bool bad;       /* something in it is wrong, or missing */
  uint32_t wrong; /* "wrong": bits by the key's place among those of its kind */
};

struct evidence {
  struct entry entry;
  uint32_t kind; /* enum of layout.h EVIDENCE, 0: none */
  struct slice title, ref, hash, media_type, note;
  struct slice collected_by; /* as it was written */
  struct slice collector; /* the same; none in a self-assessment for auditor */
  int32_t date, valid_until; /* DAY_NONE */
  int8_t draft;              /* 1: it is; -1: nothing is said */
  bool is_named;             /* by a fact, a list or a finding */
  uint64_t *used_by;         /* bits by the row of a check - 1; NULL: by none */
};

enum record_kind {
  RECORD_NONE,
  RECORD_JUDGEMENT,
  RECORD_OVERRIDE,
  RECORD_WAIVER,
  RECORD_ATTESTATION
};

enum no_force {
  IN_FORCE,
  NOT_THE_AUDITORS,
  NOT_YET,
  LAPSED,
  SUPERSEDED
};

struct record;
struct spoken;

/* At a facility, by its id, a record is superseded by another. */
struct superseded_at {
  struct slice facility;
  struct record *by;
  struct superseded_at *next;
};

struct result;

struct record {
  struct entry entry;
  uint32_t index; /* in the dossier, from 0 */
  uint32_t kind;  /* enum record_kind */
  struct slice by, party, authority, why, ref, note, supersedes;
  struct slice prompt, check, provision, facility, fact;
  struct slice outcome; /* a name of OUTCOME */
  int32_t date, from, until;
  bool has_answer;
  uint32_t answer;          /* token */
  struct slice answer_text; /* of a string */
  struct slice subject;     /* what it speaks of */
  struct slice asked;       /* "fact:" and a pointer, of a judgement */
  struct frame *frame;      /* of the fact that it speaks of */
  uint32_t about;           /* "entry": row of FACT, or 0 */
  struct slice fact_pointer;
  struct cell *cell; /* what it answers of a fact */
  uint32_t no_force; /* enum no_force */
  struct record *superseded, *superseded_by;
  struct record *towards_end; /* as `superseded`, or further on the way */
  struct superseded_at *superseded_at;
  /* What becomes of it ("answers.used", "why_stale", "results", "provisions"). */
  bool used;
  struct slice why_stale, without_effect, stale;
  struct spoken *results, *provisions;
};

struct finding {
  struct entry entry;
  struct slice provision, facility, check, rating, nature, by, party;
  struct slice cause, containment, action, owner, verified_by, repeat_of, ref,
      note;
  int32_t raised, due, closed_on;
  int8_t auditor_approved; /* -1: not said */
  const struct slice *evidence;
  uint32_t evidence_count;
  bool has_evidence;
};

/* ---- the reading --------------------------------------------------------- */

/* A fact that only the auditor may settle: "undecided". */
struct undecided {
  uint32_t fact;
  struct frame *frame;
  struct slice pointer, why;
  bool settled;
};

/* A fact whose evidence cannot show it, or is not the auditor's: "unshown". */
struct unshown {
  uint32_t fact;
  struct frame *frame;
  struct slice pointer;
  struct slice by; /* who vouches for it in a record */
  struct cell *cell;
};

/* A fact whose answer takes questions away by a reason that the dossier gives. */
struct reasoned {
  uint32_t fact;
  struct frame *frame;
};

/* What claims several things: a cell of `fact`, or a list of `list`. */
struct disputed {
  struct frame *frame;
  uint32_t fact, list; /* one of them */
  struct cell *cell;
  struct list *content;
};

#define READING_LIST(type)                                                     \
  struct {                                                                     \
    type *all;                                                                 \
    uint32_t count, room;                                                      \
  }

struct reading {
  struct call *call;
  const struct json_document *document;
  struct frame *assessment, *member;
  struct list *facilities; /* that of the Member's frame */
  READING_LIST(struct evidence *) evidence;
  struct evidence **evidence_by_id; /* the same; of read_evidence alone */
  READING_LIST(struct record *) all_records;
  READING_LIST(struct record *) records; /* in force */
  READING_LIST(struct finding *) findings;
  READING_LIST(struct problem *) problems;
  READING_LIST(struct undecided) undecided; /* by pointer */
  READING_LIST(struct unshown) unshown;     /* by pointer */
  READING_LIST(struct reasoned) reasoned;   /* by facility, then fact */
  READING_LIST(struct disputed) disputed;   /* in no order that counts */
  struct answers *answers;                  /* of the records in force */
  double as_of;                             /* INFINITY: none */
  bool no_as_of;
  bool self_assessment;
  bool secret;     /* while something sensitive is read */
  bool has_errors; /* the call goes to Lua, which words them */
  bool for_lua;    /* so it does for what C does not tell of: odd ids,
                    * numbers that were rounded */
};

/* A reading with empty frames of assessment and Member, and no facility. */
struct reading *reading_new(struct call *call,
                            const struct json_document *document);

/* ---- asking -------------------------------------------------------------- */

static inline bool cell_is_known(const struct cell *cell) {
  return cell && cell->state == CELL_KNOWN;
}

/* "cell.value ~= nil" */
static inline bool cell_has_value(const struct cell *cell) {
  return cell && cell->shape == SHAPE_VALUE;
}

/* "cell.legs", "cell.why" and so on; of what has no detail, zeros. */
const struct detail *cell_detail(const struct cell *cell);

/* A cell of its own that can be changed, its detail too ("shallow.copy"). */
struct cell *cell_copy(struct call *call, const struct cell *cell);

/* The detail of `cell`, made where there was none. */
struct detail *cell_more(struct call *call, struct cell *cell);

/* An empty frame: `kind` is a row of FRAME, or 0 and `of` one of ITEMS. */
struct frame *frame_new(struct call *call, uint32_t kind, uint32_t of,
                        struct slice pointer);

/* An empty list, of which any number of items may be missing. */
struct list *list_new(struct call *call, uint32_t of, struct slice pointer);

/* The row of FRAME of a scope; 0 for items. */
uint32_t frame_kind(const struct program *program, uint32_t scope);

/* Adds a member to one of the reading's lists, and gives its place. */
#define READING_ADD(reading, list)                                             \
  ((reading)->list.all = reading_grow(                                         \
       (reading)->call, (reading)->list.all, sizeof *(reading)->list.all,      \
       (reading)->list.count, &(reading)->list.room),                          \
   &(reading)->list.all[(reading)->list.count++])
void *reading_grow(struct call *call, void *all, size_t size, uint32_t count,
                   uint32_t *room);

#endif
