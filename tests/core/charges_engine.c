/* charges_engine.c: see charges_engine.h. */
#include "charges_engine.h"

#include <stdio.h>

/* Only a broken check is logged: one that gives `error` costs nothing of what its
 * condition would, and the tests would measure less than they say. */
static void count_broken(void *broken, int32_t level, const char *text,
                         size_t size) {
  printf("# %s\n", text);
  ++*(int *)broken;
}

cop11_engine *charges_engine_open(void) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_pack *pack = NULL;
  cop11_engine *engine = NULL;
  int broken = 0;
  cop11_options options = {
      .struct_size = sizeof options, .log = count_broken, .log_data = &broken};
  cop11_status status = cop11_pack_new("charges", &pack, &err);

  if (status == COP11_OK)
    status = cop11_pack_add_folder(pack, "tests/core/charges", NULL, &err);
  options.pack = pack;
  if (status == COP11_OK)
    status = cop11_engine_open(&options, NULL, &engine, &err);
  if (status != COP11_OK)
    printf("# %s\n", err.message);
  cop11_pack_free(pack);
  if (broken > 0) {
    cop11_engine_close(engine);
    return NULL;
  }
  return engine;
}
