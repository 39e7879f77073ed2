/* Every type and function of cop11.h as C and C++ see it; never run. */
#include "cop11.h"

static void log_line(void *data, int32_t level, const char *text, size_t size) {
  (void)data;
  (void)level;
  (void)text;
  (void)size;
}

static int32_t cancel(void *data) {
  (void)data;
  return 0;
}

static cop11_status use_engine(cop11_engine *engine, cop11_error *err) {
  cop11_text *text = NULL;
  cop11_call call;
  char buffer[16];
  cop11_status status;

  call.struct_size = (uint32_t)sizeof call;
  call.flags = COP11_SHOW_SENSITIVE;
  call.as_of = "2026-01-01";
  call.cancel = cancel;
  call.cancel_data = NULL;
  call.time_limit_ms = 0;
  call.reserved = 0;
  status = cop11_describe(engine, "rules", NULL, &text, err);
  cop11_text_free(text);
  if (status == COP11_OK)
    status = cop11_validate(engine, "{}", 2, &call, &text, err);
  cop11_text_free(text);
  if (status == COP11_OK)
    status = cop11_evaluate(engine, "{}", 2, &call, &text, err);
  (void)cop11_text_copy(text, buffer, sizeof buffer);
  cop11_text_free(text);
  if (status == COP11_OK)
    status = cop11_render(engine, "{}", 2, "text", NULL, &text, err);
  cop11_text_free(text);
  if (status == COP11_OK)
    status = cop11_diff(engine, "{}", 2, "{}", 2, &call, &text, err);
  if (status == COP11_OK && cop11_text_size(text) > 0)
    status = cop11_text_data(text)[0] ? COP11_OK : COP11_E_INTERNAL;
  cop11_text_free(text);
  return status;
}

int main(void) {
  cop11_options options;
  cop11_pack *pack = NULL;
  cop11_engine *engine = NULL;
  cop11_text *text = NULL;
  cop11_error err;
  cop11_status status;

  err.struct_size = (uint32_t)sizeof err;
  status = cop11_options_init(&options, (uint32_t)sizeof options);
  options.log = log_line;
  options.layers = (const cop11_pack *const *)0;
  if (status == COP11_OK)
    status = cop11_pack_new("house", &pack, &err);
  if (status == COP11_OK)
    status = cop11_pack_add(pack, "a.lua", "", 0, &err);
  if (status == COP11_OK)
    status = cop11_pack_add_folder(pack, "rules", NULL, &err);
  if (status == COP11_OK)
    status = cop11_pack_add_signature(pack, "", 0, &err);
  options.pack = pack;
  options.keys = (const char *const *)0;
  options.key_count = 0;
  if (status == COP11_OK)
    status = cop11_lint(&options, NULL, &text, &err);
  cop11_text_free(text);
  if (status == COP11_OK)
    status = cop11_test(&options, NULL, &text, &err);
  cop11_text_free(text);
  if (status == COP11_OK)
    status = cop11_engine_open(&options, NULL, &engine, &err);
  cop11_pack_free(pack);
  if (status == COP11_OK)
    status = use_engine(engine, &err);
  cop11_engine_close(engine);
  return cop11_abi_version() == COP11_ABI_VERSION && cop11_version()[0] &&
                 cop11_status_name(status)[0]
             ? 0
             : 1;
}
