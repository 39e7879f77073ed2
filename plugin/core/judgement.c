/* judgement.c: see judgement.h. */
#include "judgement.h"

#include "records.h"

static void hear(struct context *context, struct slice prompt,
                 const struct claims *claims) {
  struct heard **last = &context->heard;

  while (*last && !slice_is((*last)->prompt, prompt))
    last = &(*last)->next;
  if (*last)
    return;
  *last = CALL_NEW(context->call, struct heard);
  (*last)->prompt = prompt;
  (*last)->claims = claims;
}

struct slice context_judgement(struct context *context, struct slice prompt,
                               const struct claims **claims) {
  const struct frame *facility = context->facility;

  *claims = NULL;
  if (!context->answers || slice_is(prompt, context->muted))
    return (struct slice){NULL, 0};
  *claims = records_at(context->answers, MATTER_PROMPT, prompt,
                       facility ? facility->id : (struct slice){NULL, 0});
  if (!*claims)
    return (struct slice){NULL, 0};
  if (context->listens)
    hear(context, prompt, *claims);
  return claims_answer(*claims);
}

uint8_t context_compute(struct context *context, uint32_t node,
                        const struct cell *const *cells, size_t count) {
  const struct computer *computer = context->computer;
  uint8_t mask = 0;

  if (computer && !context->failed) {
    struct broken *broken = CALL_NEW(context->call, struct broken);
    mask = computer->run(computer->data, node, cells, count, broken);
    if (mask == 0)
      context->failed = broken;
  }
  return mask ? mask : MASK_UNKNOWN | MASK_NA;
}
