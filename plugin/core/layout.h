/* layout.h: what a program holds, the one table.
 *
 * A program is a header and sections of rows; a row is a struct of 32-bit words,
 * so that nothing in it depends on where it lies.  Everything is named by its
 * number in its section, from 1; 0 is none.  The structs, the checks and the
 * compiler in scripts/program/ are made from this table: a new part of a rule is
 * a field here and, where its name in the model is another, a line there.
 *
 * A field: F(kind, name, of).  The kinds:
 *   INT     any number
 *   FLAG    0 or 1
 *   ENUM    a value of the enum `of`, MAYBE that or 0, ENUMS a list of them
 *   REF     a row of the section `of` or 0, NEED a row
 *   LIST    a list of rows of `of`: where it begins in the section WORD, counted
 *           from 1; the word there says how many follow
 *   BELOW   a row of the same section before this one, or 0; BELOWS a list of them
 *
 * Whoever changes the table changes PROGRAM_VERSION. */
#ifndef CORE_LAYOUT_H
#define CORE_LAYOUT_H

#include "enums.h"

enum {
  PROGRAM_VERSION = 6
};

/* ---- sections ------------------------------------------------------------ */

/* S(ID, name), in the order in which they lie.  The first three hold bytes,
 * doubles and words; see program.h. */
#define PROGRAM_SECTIONS(S)                                                    \
  S(BYTE, byte)                                                                \
  S(NUMBER, number)                                                            \
  S(WORD, word)                                                                \
  PROGRAM_RECORDS(S)

#define PROGRAM_RECORDS(S)                                                     \
  S(TEXT, text)                                                                \
  S(PACK, pack)                                                                \
  S(LAYER, layer)                                                              \
  S(GROUP, group)                                                              \
  S(FRAME, frame)                                                              \
  S(FACT, fact)                                                                \
  S(ITEMS, items)                                                              \
  S(BRANCH, branch)                                                            \
  S(SETTING, setting)                                                          \
  S(PIECE, piece)                                                              \
  S(SENTENCE, sentence)                                                        \
  S(NODE, node)                                                                \
  S(POINT, point)                                                              \
  S(BROKEN, broken)                                                            \
  S(PROVISION, provision)                                                      \
  S(CHECK, check)                                                              \
  S(PROMPT, prompt)                                                            \
  S(DISAGREEMENT, disagreement)                                                \
  S(HINT, hint)                                                                \
  S(CHANGE, change)                                                            \
  S(RATING, rating)

/* ---- fields -------------------------------------------------------------- */

/* `size` bytes from `offset` in BYTE, and a NUL. */
#define PROGRAM_TEXT(F)                                                        \
  F(INT, offset, 0)                                                            \
  F(INT, size, 0)

/* What the pack says of itself, and its parameters' values; one row. */
#define PROGRAM_PACK(F)                                                        \
  F(REF, title, TEXT)                                                          \
  F(REF, edition, TEXT)                                                        \
  F(REF, version, TEXT)                                                        \
  F(REF, needs, TEXT)                                                          \
  F(REF, source, TEXT)                                                         \
  F(REF, notice, TEXT)                                                         \
  F(LIST, sections, GROUP)                                                     \
  F(REF, ratings_source, TEXT)                                                 \
  F(LIST, plan_required_for, TEXT)                                             \
  F(LIST, critical_provisions, TEXT)                                           \
  F(REF, findings_source, TEXT)                                                \
  F(LIST, settings, SETTING)                                                   \
  F(REF, digest, TEXT)

/* The pack is the first.  Without a state nobody signed it. */
#define PROGRAM_LAYER(F)                                                       \
  F(NEED, name, TEXT)                                                          \
  F(REF, digest, TEXT)                                                         \
  F(REF, signature_state, TEXT)                                                \
  F(REF, signature_key, TEXT)                                                  \
  F(LIST, signature_files, TEXT)

#define PROGRAM_GROUP(F)                                                       \
  F(NEED, name, TEXT)                                                          \
  F(NEED, title, TEXT)

/* The cells of one scope; a fact's place in it is its slot.  `branch` is how a
 * dossier writes it. */
#define PROGRAM_FRAME(F)                                                       \
  F(ENUM, scope, SCOPE)                                                        \
  F(LIST, facts, FACT)                                                         \
  F(LIST, lists, ITEMS)                                                        \
  F(REF, branch, BRANCH)

/* A fact of the dossier, or a parameter.  `values` and `titles` go side by side; of
 * yes/no there are titles alone, of yes and of no.  An empty one: it has none.
 * `list`: whose items have it.  `expected`: what a value looks like, in words. */
#define PROGRAM_FACT(F)                                                        \
  F(NEED, path, TEXT)                                                          \
  F(ENUM, scope, SCOPE)                                                        \
  F(ENUM, type, TYPE)                                                          \
  F(INT, slot, 0)                                                              \
  F(FLAG, is_country, 0)                                                       \
  F(REF, suffix, TEXT)                                                         \
  F(REF, ask, TEXT)                                                            \
  F(REF, help, TEXT)                                                           \
  F(REF, label, TEXT)                                                          \
  F(REF, unit, TEXT)                                                           \
  F(REF, source, TEXT)                                                         \
  F(LIST, values, TEXT)                                                        \
  F(LIST, titles, TEXT)                                                        \
  F(LIST, evidence, TEXT)                                                      \
  F(ENUMS, shown_by, EVIDENCE)                                                 \
  F(FLAG, shown_by_some, 0)                                                    \
  F(REF, least, NUMBER)                                                        \
  F(REF, most, NUMBER)                                                         \
  F(REF, of, FACT)                                                             \
  F(REF, left_out, TEXT)                                                       \
  F(REF, list, ITEMS)                                                          \
  F(FLAG, future, 0)                                                           \
  F(FLAG, may_be_none, 0)                                                      \
  F(FLAG, may_be_never, 0)                                                     \
  F(FLAG, auditor_may_decide, 0)                                               \
  F(FLAG, sensitive, 0)                                                        \
  F(FLAG, hides_why, 0)                                                        \
  F(FLAG, beyond, 0)                                                           \
  F(REF, from, NODE)                                                           \
  F(REF, follows, NODE)                                                        \
  F(REF, na_when, NODE)                                                        \
  F(FLAG, always_needs_why, 0)                                                 \
  F(REF, needs_why, NODE)                                                      \
  F(LIST, reads, FACT)                                                         \
  F(LIST, reads_lists, ITEMS)                                                  \
  F(LIST, gates, PROVISION)                                                    \
  F(REF, expected, TEXT)                                                       \
  F(INT, layer, 0)

/* A list of the dossier; `inner` is the scope of its items. */
#define PROGRAM_ITEMS(F)                                                       \
  F(NEED, path, TEXT)                                                          \
  F(ENUM, scope, SCOPE)                                                        \
  F(ENUM, inner, SCOPE)                                                        \
  F(INT, slot, 0)                                                              \
  F(REF, suffix, TEXT)                                                         \
  F(REF, ask, TEXT)                                                            \
  F(REF, help, TEXT)                                                           \
  F(REF, item, TEXT)                                                           \
  F(REF, label, TEXT)                                                          \
  F(LIST, evidence, TEXT)                                                      \
  F(FLAG, sensitive, 0)                                                        \
  F(FLAG, beyond, 0)                                                           \
  F(FLAG, in_full, 0)                                                          \
  F(LIST, facts, FACT)                                                         \
  F(REF, beside, FACT)                                                         \
  F(REF, branch, BRANCH)

/* An object of the dossier, or a fact or list at its key; `below` is in the
 * order of the keys' bytes. */
#define PROGRAM_BRANCH(F)                                                      \
  F(REF, key, TEXT)                                                            \
  F(REF, fact, FACT)                                                           \
  F(REF, list, ITEMS)                                                          \
  F(BELOWS, below, BRANCH)                                                     \
  F(INT, depth, 0)

/* The value of a parameter: a number, or words (one but for a set of choices). */
#define PROGRAM_SETTING(F)                                                     \
  F(NEED, fact, FACT)                                                          \
  F(REF, number, NUMBER)                                                       \
  F(LIST, words, TEXT)                                                         \
  F(REF, source, TEXT)                                                         \
  F(INT, layer, 0)

/* A name means the fact of the list in hand that is among `in_lists`, and `fact`
 * where there is none. */
#define PROGRAM_PIECE(F)                                                       \
  F(ENUM, kind, PIECE)                                                         \
  F(NEED, text, TEXT)                                                          \
  F(REF, fact, FACT)                                                           \
  F(LIST, in_lists, FACT)

/* The same words are one row. */
#define PROGRAM_SENTENCE(F) F(LIST, pieces, PIECE)

/* One condition.  `inside`: the list whose items it speaks of.  `list` to
 * `children` are what it joins, `fact` to `values` a sentence, `id` to `no` a
 * question; `about`: the gate that it follows.  `depth` counts the nodes on the longest way down, `weight` those
 * evaluated but for items. */
#define PROGRAM_NODE(F)                                                        \
  F(ENUM, kind, KIND)                                                          \
  F(MAYBE, op, OP)                                                             \
  F(FLAG, softens, 0)                                                          \
  F(REF, inside, ITEMS)                                                        \
  F(REF, list, ITEMS)                                                          \
  F(BELOW, where, NODE)                                                        \
  F(BELOW, gate, NODE)                                                         \
  F(BELOWS, children, NODE)                                                    \
  F(REF, fact, FACT)                                                           \
  F(BELOW, na_when, NODE)                                                      \
  F(REF, operand, FACT)                                                        \
  F(REF, number, NUMBER)                                                       \
  F(FLAG, today, 0)                                                            \
  F(INT, shift, 0)                                                             \
  F(MAYBE, unit, UNIT)                                                         \
  F(LIST, values, TEXT)                                                        \
  F(LIST, facts, FACT)                                                         \
  F(REF, id, TEXT)                                                             \
  F(REF, ask, TEXT)                                                            \
  F(REF, yes, TEXT)                                                            \
  F(REF, no, TEXT)                                                             \
  F(REF, reading, TEXT)                                                        \
  F(BELOW, about, NODE)                                                        \
  F(NEED, text, TEXT)                                                          \
  F(REF, otherwise, SENTENCE)                                                  \
  F(REF, never, SENTENCE)                                                      \
  F(REF, remedy, TEXT)                                                         \
  F(LIST, points, POINT)                                                       \
  F(INT, line, 0)                                                              \
  F(INT, depth, 0)                                                             \
  F(INT, weight, 0)

#define PROGRAM_POINT(F)                                                       \
  F(NEED, id, TEXT)                                                            \
  F(ENUM, strength, STRENGTH)                                                  \
  F(REF, says, TEXT)                                                           \
  F(FLAG, question, 0)                                                         \
  F(LIST, checks, CHECK)

/* Why a rule cannot be run. */
#define PROGRAM_BROKEN(F)                                                      \
  F(NEED, message, TEXT)                                                       \
  F(REF, file, TEXT)                                                           \
  F(INT, line, 0)                                                              \
  F(INT, column, 0)

#define PROGRAM_PROVISION(F)                                                   \
  F(NEED, id, TEXT)                                                            \
  F(REF, title, TEXT)                                                          \
  F(ENUM, scope, SCOPE)                                                        \
  F(REF, not_applicable, SENTENCE)                                             \
  F(REF, with, TEXT)                                                           \
  F(REF, applies, NODE)                                                        \
  F(LIST, reads, FACT)                                                         \
  F(LIST, reads_lists, ITEMS)                                                  \
  F(LIST, plan, FACT)                                                          \
  F(LIST, paths, TEXT)                                                         \
  F(REF, prompt_applies, TEXT)                                                 \
  F(LIST, checks, CHECK)                                                       \
  F(REF, broken, BROKEN)

/* `cites`: the ids of its points; of a broken check there may be no such point.  No
 * `strength`: it cites no point that rates.  No `provision`: its file is
 * broken.  `plan` and `parameters` are the facts of `reads` that no item has;
 * `expect_plan` is that of `expect` alone, and `paths` are its names, `more_paths`
 * those of the rest. */
#define PROGRAM_CHECK(F)                                                       \
  F(NEED, id, TEXT)                                                            \
  F(REF, title, TEXT)                                                          \
  F(LIST, cites, TEXT)                                                         \
  F(LIST, points, POINT)                                                       \
  F(MAYBE, strength, STRENGTH)                                                 \
  F(REF, ask, TEXT)                                                            \
  F(REF, remedy, TEXT)                                                         \
  F(REF, met, SENTENCE)                                                        \
  F(REF, why, TEXT)                                                            \
  F(REF, not_applicable, SENTENCE)                                             \
  F(REF, provision, PROVISION)                                                 \
  F(BELOW, stricter_than, CHECK)                                               \
  F(ENUM, scope, SCOPE)                                                        \
  F(REF, applies, NODE)                                                        \
  F(REF, expect, NODE)                                                         \
  F(LIST, prompts, PROMPT)                                                     \
  F(REF, retired, TEXT)                                                        \
  F(LIST, aliases, TEXT)                                                       \
  F(LIST, reads, FACT)                                                         \
  F(LIST, reads_lists, ITEMS)                                                  \
  F(LIST, plan, FACT)                                                          \
  F(LIST, parameters, FACT)                                                    \
  F(LIST, expect_plan, FACT)                                                   \
  F(LIST, expect_lists, ITEMS)                                                 \
  F(LIST, paths, TEXT)                                                         \
  F(LIST, more_paths, TEXT)                                                    \
  F(REF, prompt_applies, TEXT)                                                 \
  F(REF, prompt_extent, TEXT)                                                  \
  F(LIST, prompt_reads, FACT)                                                  \
  F(LIST, prompt_reads_lists, ITEMS)                                           \
  F(FLAG, computes, 0)                                                         \
  F(REF, broken, BROKEN)                                                       \
  F(REF, file, TEXT)                                                           \
  F(INT, line, 0)                                                              \
  F(INT, layer, 0)

/* `names`: the facts that tell which item of `names_of` is asked about. */
#define PROGRAM_PROMPT(F)                                                      \
  F(NEED, id, TEXT)                                                            \
  F(NEED, text, TEXT)                                                          \
  F(FLAG, where_not_asked, 0)                                                  \
  F(REF, when, NODE)                                                           \
  F(REF, names_of, NODE)                                                       \
  F(LIST, names, FACT)

#define PROGRAM_DISAGREEMENT(F)                                                \
  F(NEED, id, TEXT)                                                            \
  F(REF, because, TEXT)                                                        \
  F(REF, prompt, TEXT)                                                         \
  F(ENUM, scope, SCOPE)                                                        \
  F(LIST, facts, FACT)                                                         \
  F(REF, when, NODE)                                                           \
  F(LIST, reads, FACT)                                                         \
  F(LIST, reads_lists, ITEMS)                                                  \
  F(INT, layer, 0)

#define PROGRAM_HINT(F)                                                        \
  F(NEED, id, TEXT)                                                            \
  F(REF, text, SENTENCE)                                                       \
  F(LIST, ratings, TEXT)                                                       \
  F(REF, source, TEXT)                                                         \
  F(REF, when, NODE)                                                           \
  F(LIST, reads, FACT)                                                         \
  F(LIST, reads_lists, ITEMS)

/* What a layer changes.  `because`, `by`, `last`: the grounds of one that ends on a
 * day; `says`: the change in a sentence without its full stop and its grounds. */
#define PROGRAM_CHANGE(F)                                                      \
  F(ENUM, kind, CHANGE)                                                        \
  F(NEED, layer, LAYER)                                                        \
  F(REF, check, CHECK)                                                         \
  F(REF, added, CHECK)                                                         \
  F(REF, gate, NODE)                                                           \
  F(REF, fact, FACT)                                                           \
  F(REF, setting, SETTING)                                                     \
  F(REF, instead_of, SETTING)                                                  \
  F(REF, source, TEXT)                                                         \
  F(FLAG, weakens, 0)                                                          \
  F(REF, because, TEXT)                                                        \
  F(REF, by, TEXT)                                                             \
  F(REF, last, NUMBER)                                                         \
  F(NEED, says, TEXT)                                                          \
  F(REF, file, TEXT)                                                           \
  F(INT, line, 0)

/* What one set of extents means for one strength of wording. */
#define PROGRAM_RATING(F)                                                      \
  F(ENUM, strength, STRENGTH)                                                  \
  F(INT, mask, 0)                                                              \
  F(ENUM, outcome, OUTCOME)                                                    \
  F(INT, range, 0)

#endif
