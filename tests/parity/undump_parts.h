/* undump_parts.h: the parts of reading a dump, for each other. */
#ifndef UNDUMP_PARTS_H
#define UNDUMP_PARTS_H

#include "undump.h"

struct undump {
  struct call *call;
  struct reading *reading;
  struct frame **frames; /* all of them, to be found by their pointers */
  uint32_t count, room;
};

static inline const struct program *program_of(const struct undump *in) {
  return in->call->program;
}

/* The text at a key. */
struct slice undump_text(const struct undump *in, struct at at,
                         const char *key);

/* A number, of which a dump writes "inf" and "-inf" as texts. */
bool undump_is_number(struct at at);
double undump_number(struct at at);

/* Where `name` is among names with a space between them, from 1; 0: nowhere. */
uint32_t undump_name(const char *names, struct at name);

/* The row of the fact with that path among `facts`, a list of rows; 0: none. */
uint32_t undump_fact(const struct undump *in, uint32_t facts, struct at path);

/* The facts of a frame. */
uint32_t undump_facts_of(const struct undump *in, const struct frame *frame);

/* The frame at a pointer. */
struct frame *undump_frame_at(const struct undump *in, struct slice pointer);

struct cell *undump_cell_at(const struct undump *in, uint32_t fact,
                            struct at dump);
struct leg **undump_legs(const struct undump *in, uint32_t fact, struct at list,
                         uint32_t *count);
const struct slice *undump_texts(const struct undump *in, struct at list,
                                 uint32_t *count);

/* Evidence goes before frames, whose legs name it; records name frames. */
void undump_evidence(const struct undump *in, struct at list);
void undump_findings(const struct undump *in, struct at list);
void undump_records(const struct undump *in, struct at list,
                    struct at in_force);

#endif
