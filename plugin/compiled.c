/* compiled.c: see compiled.h. */
#include "compiled.h"

#include <stdlib.h>

#include "builtin.h"
#include "error.h"
#include "problems.h"
#include "unpack.h"

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

/* Takes `block`, which is malloc's.  One that the core refuses is none: the rules can
 * still be run by Lua. */
static void take(struct compiled *compiled, char *block, size_t size) {
  struct program_problem problem;

  if (program_open(&compiled->program, block, size, &problem) &&
      messages_are_in(&compiled->program) && !computes(&compiled->program))
    compiled->block = block;
  else
    free(block);
}

cop11_status compiled_builtin(struct compiled *compiled, cop11_error *err) {
  char *block = malloc(builtin_program.size + 1);

  if (!block)
    return error_no_memory(err);
  if (unpack_file(&builtin_program, block))
    take(compiled, block, builtin_program.size);
  else
    free(block);
  return COP11_OK;
}

cop11_status compiled_from(struct worker *worker, const struct budget *budget,
                           struct compiled *compiled, cop11_error *err) {
  struct compiling compiling = {NULL, 0};
  cop11_status status = worker_compile(worker, budget, &compiling, err);

  if (status == COP11_OK && compiling.block)
    take(compiled, compiling.block, compiling.size);
  else
    free(compiling.block);
  return status;
}

void compiled_free(struct compiled *compiled) {
  free(compiled->block);
  *compiled = (struct compiled){.block = NULL};
}
