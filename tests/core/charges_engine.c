/* charges_engine.c: see charges_engine.h. */
#include "charges_engine.h"

#include <stdio.h>

cop11_engine *charges_engine_open(void) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_pack *pack = NULL;
  cop11_engine *engine = NULL;
  cop11_options options = {.struct_size = sizeof options};
  cop11_status status = cop11_pack_new("charges", &pack, &err);

  if (status == COP11_OK)
    status = cop11_pack_add_folder(pack, "tests/core/charges", NULL, &err);
  options.pack = pack;
  if (status == COP11_OK)
    status = cop11_engine_open(&options, NULL, &engine, &err);
  if (status != COP11_OK)
    printf("# %s\n", err.message);
  cop11_pack_free(pack);
  return engine;
}
