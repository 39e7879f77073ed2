/* compiled.c: see compiled.h. */
#include "compiled.h"

#include <stdlib.h>

#include "error.h"
#include "pack/builtin.h"
#include "pack/unpack.h"

/* Whether a plain function is among the conditions: it is Lua. */
static bool computes(const struct program *program) {
  uint32_t count = program_count(program, SECTION_NODE);

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_node *node = program_node_at(program, i);
    if (node->kind == KIND_COMPUTE && node->op == 0)
      return true;
  }
  return false;
}

/* Takes `block`, which is malloc's.  Rules that compute are for a state, which has the
 * plain functions. */
static cop11_status take(struct compiled *compiled, char *block, size_t size,
                         cop11_error *err) {
  struct program_problem problem;

  if (!program_open(&compiled->program, block, size, &problem)) {
    free(block);
    return error_set(err, COP11_E_PACK, NULL, 0, 0,
                     "These rules are more than an engine can run (%s). Make "
                     "fewer or shorter rules of them.",
                     problem.message);
  }
  if (!computes(&compiled->program))
    compiled->block = block;
  else
    free(block);
  return COP11_OK;
}

cop11_status compiled_builtin(struct compiled *compiled, cop11_error *err) {
  char *block = malloc(builtin_program.size + 1);

  if (!block)
    return error_no_memory(err);
  /* The program that compiles them carries none. */
  if (builtin_program.size > 0 && unpack_file(&builtin_program, block))
    return take(compiled, block, builtin_program.size, err);
  free(block);
  return COP11_OK;
}

cop11_status compiled_from(struct worker *worker, const struct budget *budget,
                           struct compiled *compiled, cop11_error *err) {
  struct compiling compiling = {NULL, 0};
  cop11_status status = worker_compile(worker, budget, &compiling, err);

  if (status == COP11_OK && compiling.block)
    return take(compiled, compiling.block, compiling.size, err);
  free(compiling.block);
  return status;
}

void compiled_free(struct compiled *compiled) {
  free(compiled->block);
  *compiled = (struct compiled){.block = NULL};
}
