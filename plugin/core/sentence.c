/* sentence.c: sentences of rules with their names filled in; see
 * explain.h. */
#include "days.h"
#include "explain.h"
#include "writing.h"

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

/* ---- what a name means ---------------------------------------------------------- */

/* The fact of the list whose item was found, and else the other. */
static uint32_t fact_meant(const struct context *context,
                           const struct program_piece *piece,
                           const struct found *found) {
  struct program_list facts =
      program_list_at(program_of(context), piece->in_lists);

  for (uint32_t i = 0; found && found->item && i < facts.count; i++)
    if (program_fact_at(program_of(context), facts.rows[i])->list ==
        found->item->of)
      return facts.rows[i];
  return piece->fact;
}

/* The cell of a fact, seen from where it was found. */
static const struct cell *cell_said(const struct context *context,
                                    uint32_t fact, const struct found *found) {
  return found ? cell_in(context, found->facility, found->item, fact)
               : cell_of(context, fact);
}

/* What rests on less than the outcome does says so: whose word it is. */
static void put_aside(const struct context *context,
                      const struct program_fact *fact, const struct cell *cell,
                      struct writing *out) {
  uint8_t basis = cell->basis ? cell->basis : BASIS_STATED;

  if (cell->state != CELL_KNOWN || basis >= context->voice ||
      fact->scope == SCOPE_PARAMETER || fact->type == TYPE_TEXT)
    return;
  writing_put_text(out,
                   basis == BASIS_STATED ? ", as stated" : ", as documented");
}

/* ---- {missing} ------------------------------------------------------------------- */

static bool is_in(const struct context *context,
                  const struct program_fact *fact, const struct cell *cell,
                  uint32_t value, const char **title) {
  struct program_list values =
      program_list_at(program_of(context), fact->values);

  *title = program_text_bytes(program_of(context), value);
  for (uint32_t i = 0; i < values.count; i++) {
    const char *own = fact_title(program_of(context), fact, i);
    if (values.rows[i] != value)
      continue;
    if (own)
      *title = own;
    return cell->shape == SHAPE_VALUE && (cell->set >> i & 1);
  }
  return false;
}

/* The values that the set of the deciding condition lacks. */
static void put_missing(struct context *context, const struct found *found,
                        struct writing *out) {
  const struct program_node *node =
      program_node_at(program_of(context), found ? found->node : 0);
  struct program_list named;
  const struct cell *cell;
  const char **lacking;
  uint32_t count = 0;

  if (!node || node->op != OP_INCLUDES) {
    writing_put_text(out, "what is missing");
    return;
  }
  named = program_list_at(program_of(context), node->values);
  cell = cell_said(context, node->fact, found);
  lacking = (const char **)CALL_NEW_MANY(context->call, named.count, char *);
  for (uint32_t i = 0; i < named.count; i++)
    if (!is_in(context, program_fact_at(program_of(context), node->fact), cell,
               named.rows[i], &lacking[count]))
      count++;
  for (uint32_t i = 0; i < count; i++) {
    writing_put_joint(out, i, count);
    writing_put_text(out, lacking[i]);
  }
  writing_put_text(out, count > 0 ? "" : "none");
}

/* ---- pieces ---------------------------------------------------------------------- */

static void put_today(struct context *context, struct writing *out) {
  char text[DAY_SIZE];

  day_format((int32_t)context->reading->as_of, text);
  writing_put_text(out, text);
}

/* A sentence begins with a capital, whatever the locale calls one. */
static void put_capital(struct writing *out, struct slice words) {
  char first = words.size > 0 ? words.data[0] : 0;

  if (first < 'a' || first > 'z') {
    writing_put(out, words);
    return;
  }
  first = (char)(first - 'a' + 'A');
  writing_put(out, (struct slice){&first, 1});
  writing_put(out, (struct slice){words.data + 1, words.size - 1});
}

static void put_name(struct writing *out, const char *name) {
  writing_put_text(out, "{");
  writing_put_text(out, name);
  writing_put_text(out, "}");
}

/* What a text begins with stays as it is: it may be a name. */
static void put_fact(struct context *context, const struct program_piece *piece,
                     const struct found *found, bool first,
                     struct writing *out) {
  uint32_t row = fact_meant(context, piece, found);
  const struct program_fact *fact;
  const struct cell *cell;
  struct slice words;

  if (!row) {
    put_name(out, program_text_bytes(program_of(context), piece->text));
    return;
  }
  fact = program_fact_at(program_of(context), row);
  cell = cell_said(context, row, found);
  words = value_words(context->call, row, cell,
                      context->call->options.show_sensitive);
  if (first && fact->type != TYPE_TEXT)
    put_capital(out, words);
  else
    writing_put(out, words);
  put_aside(context, fact, cell, out);
}

static void put_piece(struct context *context,
                      const struct program_piece *piece,
                      const struct found *found, bool first,
                      struct writing *out) {
  switch (piece->kind) {
  case PIECE_WORDS:
    writing_put_text(out, program_text_bytes(program_of(context), piece->text));
    break;
  case PIECE_TODAY:
    put_today(context, out);
    break;
  case PIECE_MISSING:
    put_missing(context, found, out);
    break;
  default:
    put_fact(context, piece, found, first, out);
  }
}

struct slice sentence_fill(struct context *context, uint32_t row,
                           const struct found *found) {
  const struct program_sentence *sentence =
      program_sentence_at(program_of(context), row);
  struct program_list pieces =
      program_list_at(program_of(context), sentence->pieces);
  struct writing out = {.call = context->call};

  for (uint32_t i = 0; i < pieces.count; i++)
    put_piece(context, program_piece_at(program_of(context), pieces.rows[i]),
              found, i == 0, &out);
  return writing_done(&out);
}
