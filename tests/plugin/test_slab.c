/* Tests of plugin/sandbox/slab.c; after each nothing is left of what was taken from the
 * system. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "alloc_fail.h"
#include "pages.h"
#include "sandbox/slab.h"

enum {
  BLOCKS = 300
};

struct block {
  unsigned char *bytes;
  size_t size;
};

static unsigned next_random(unsigned *seed) {
  *seed = *seed * 1103515245u + 12345u;
  return *seed >> 8;
}

static void check(const struct block *block, int mark) {
  for (size_t i = 0; i < block->size; i++)
    assert_int_equal(block->bytes[i], (unsigned char)mark);
}

/* Every block keeps its bytes, whatever is made, resized and freed between. */
static void slab_resize__keeps_blocks_apart(void **state) {
  struct block blocks[BLOCKS] = {{NULL, 0}};
  struct slab slab;
  unsigned seed = 1;

  slab_open(&slab, SIZE_MAX / 2);
  for (int round = 0; round < 20000; round++) {
    unsigned at = next_random(&seed) % BLOCKS;
    size_t size = next_random(&seed) % (round % 97 == 0  ? 100000
                                        : round % 7 == 0 ? 6000
                                                         : 200);
    struct block *block = &blocks[at];
    size_t kept = block->size < size ? block->size : size;
    check(block, (int)at);
    block->bytes = slab_resize(&slab, block->bytes, block->size, size);
    block->size = size;
    assert_true(size == 0 ? !block->bytes : block->bytes != NULL);
    check(&(struct block){block->bytes, kept}, (int)at);
    if (size > 0)
      memset(block->bytes, (int)at, size);
  }
  for (unsigned i = 0; i < BLOCKS; i++)
    slab_resize(&slab, blocks[i].bytes, blocks[i].size, 0);
  assert_int_equal(slab.used, 0);
  slab_close(&slab);
  assert_int_equal(slab.held, 0);
}

static void slab_resize__ignores_the_type_tag_of_new_blocks(void **state) {
  struct slab slab;
  void *block;

  slab_open(&slab, SIZE_MAX / 2);
  block = slab_resize(&slab, NULL, 5, 100); /* 5: LUA_TTABLE */
  assert_int_equal(slab.used, 100);
  slab_resize(&slab, block, 100, 0);
  assert_null(slab_resize(&slab, NULL, 5, 0));
  assert_int_equal(slab.used, 0);
  slab_close(&slab);
}

static void slab_resize__aligns_blocks(void **state) {
  struct slab slab;

  slab_open(&slab, SIZE_MAX / 2);
  for (size_t size = 1; size < 700; size++) {
    void *block = slab_resize(&slab, NULL, 0, size);
    assert_int_equal((uintptr_t)block % SLAB_GRAIN, 0);
    slab_resize(&slab, block, size, 0);
  }
  slab_close(&slab);
}

static void slab_resize__holds_no_more_than_the_limit(void **state) {
  struct slab slab;
  size_t count = 0;
  void *blocks[4000];

  slab_open(&slab, 100000);
  while ((blocks[count] = slab_resize(&slab, NULL, 0, 48)))
    count++;
  assert_true(slab.refused);
  assert_true(slab.limit_refused);
  assert_int_equal(slab.failures, 0); /* Lua asks again after collecting */
  assert_true(slab.held <= 100000);
  assert_in_range(slab.used, 60000, 100000);
  assert_null(slab_resize(&slab, NULL, 0, 100000));
  assert_int_equal(slab.failures, 1);
  for (size_t i = 0; i < count; i++)
    slab_resize(&slab, blocks[i], 48, 0);
  assert_int_equal(slab.used, 0);
  /* What was freed is there for others. */
  blocks[0] = slab_resize(&slab, NULL, 0, 48);
  assert_non_null(blocks[0]);
  assert_false(slab.refused);
  slab_resize(&slab, blocks[0], 48, 0);
  slab_close(&slab);
}

static void slab_resize__leaves_a_block_that_cannot_grow(void **state) {
  struct slab slab;
  char *block;

  slab_open(&slab, 100000);
  block = slab_resize(&slab, NULL, 0, 40000);
  memset(block, 7, 40000);
  assert_null(slab_resize(&slab, block, 40000, 200000));
  assert_int_equal(slab.used, 40000);
  check(&(struct block){(unsigned char *)block, 40000}, 7);
  slab_resize(&slab, block, 40000, 0);
  slab_close(&slab);
}

static void slab_resize__says_when_the_system_refuses(void **state) {
  struct slab slab;

  slab_open(&slab, SIZE_MAX);
  assert_null(slab_resize(&slab, NULL, 0, SIZE_MAX / 2 - 100));
  assert_true(slab.refused);
  assert_false(slab.limit_refused);
  assert_int_equal(slab.held, 0);
  alloc_fail_at(1, false);
  assert_null(slab_resize(&slab, NULL, 0, 10));
  assert_true(alloc_fail.failed);
  assert_int_equal(slab.held, 0);
  slab_close(&slab);
}

/* Of malloc's blocks and of pages, both of which go on as they were. */
static void slab_resize__leaves_a_block_the_system_cannot_grow(void **state) {
  static const size_t sizes[] = {10000, 100000};

  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    struct slab slab;
    unsigned char *block;
    size_t held;
    slab_open(&slab, SIZE_MAX);
    block = slab_resize(&slab, NULL, 0, sizes[i]);
    memset(block, 7, sizes[i]);
    held = slab.held;
    assert_null(slab_resize(&slab, block, sizes[i], SIZE_MAX / 2 - 100));
    assert_false(slab.limit_refused);
    assert_int_equal(slab.held, held);
    assert_int_equal(slab.used, sizes[i]);
    check(&(struct block){block, sizes[i]}, 7);
    slab_close(&slab);
    assert_int_equal(slab.held, 0);
  }
}

/* Large and small, moved and freed in between; leaks are looked for elsewhere. */
/* A long block goes piece by piece, its end first. */
static void slab_close_some__gives_long_blocks_back_in_pieces(void **state) {
  struct slab slab;
  size_t size, total = 0, held;

  slab_open(&slab, SIZE_MAX / 2);
  assert_non_null(slab_resize(&slab, NULL, 0, 10 * (size_t)SLAB_PIECE));
  held = slab.held;
  while ((size = slab_close_some(&slab)) > 0) {
    assert_true(size <= 2 * SLAB_PIECE);
    total += size;
  }
  assert_int_equal(total, held);
  assert_int_equal(slab.held, 0);
}

static void slab_close__frees_all_that_is_left(void **state) {
  struct slab slab;
  void *blocks[50];

  slab_open(&slab, SIZE_MAX / 2);
  for (size_t i = 0; i < 50; i++)
    blocks[i] = slab_resize(&slab, NULL, 0, 1000 * i + 1);
  for (size_t i = 0; i < 50; i += 3)
    blocks[i] = slab_resize(&slab, blocks[i], 1000 * i + 1, 1000 * i + 2000);
  for (size_t i = 1; i < 50; i += 3)
    slab_resize(&slab, blocks[i], 1000 * i + 1, 0);
  assert_true(slab.held > 100000);
  slab_close(&slab);
  assert_int_equal(slab.held, 0);
  assert_int_equal(slab.used, 0);
}

/* ---- what is counted ------------------------------------------------------- */

static void slab__knows_the_most_it_held(void **state) {
  struct slab slab;
  void *block;
  size_t held;

  slab_open(&slab, SIZE_MAX / 2);
  block = slab_resize(&slab, NULL, 0, 100000);
  held = slab.held;
  assert_in_range(held, 100000, 100100);
  assert_int_equal(slab.most, held);
  slab_resize(&slab, block, 100000, 0);
  assert_int_equal(slab.held, 0);
  assert_int_equal(slab.most, held);
  slab_note(&slab, held - 1);
  assert_int_equal(slab.most, held);
  slab_note(&slab, held + 1);
  assert_int_equal(slab.most, held + 1);
  slab_close(&slab);
}

/* To the last byte. */
static void slab_resize__may_fill_the_limit(void **state) {
  struct slab slab;
  void *block;
  size_t held;

  slab_open(&slab, SIZE_MAX / 2);
  block = slab_resize(&slab, NULL, 0, 100000);
  held = slab.held;
  slab_resize(&slab, block, 100000, 0);
  slab.limit = held;
  assert_null(slab_resize(&slab, NULL, 0, 100001));
  assert_non_null(slab_resize(&slab, NULL, 0, 100000));
  slab_close(&slab);
}

/* Only what grows tells that there is memory again. */
static void slab_resize__is_refused_until_something_grows(void **state) {
  struct slab slab;
  void *block;

  slab_open(&slab, 200000);
  block = slab_resize(&slab, NULL, 0, 100);
  assert_null(slab_resize(&slab, NULL, 0, 300000));
  block = slab_resize(&slab, block, 100, 100);
  assert_true(slab.refused);
  block = slab_resize(&slab, block, 100, 50);
  assert_true(slab.refused);
  block = slab_resize(&slab, block, 50, 200);
  assert_false(slab.refused);
  slab_resize(&slab, block, 200, 0);
  slab_close(&slab);
}

#ifndef COP11_PLAIN_MALLOC

static void slab_resize__leaves_a_small_block_where_it_fits(void **state) {
  struct slab slab;
  void *block;

  slab_open(&slab, SIZE_MAX / 2);
  block = slab_resize(&slab, NULL, 0, 100);
  assert_ptr_equal(slab_resize(&slab, block, 100, 104), block);
  assert_ptr_not_equal(slab_resize(&slab, block, 104, 105), block);
  slab_close(&slab);
}

/* As each chunk costs the system a call: 64 KiB of pages go back in less. */
static void slab__has_few_chunks(void **state) {
  struct slab slab;
  size_t pieces = 0, size;

  slab_open(&slab, SIZE_MAX / 2);
  while (slab.held < 256u << 20)
    assert_non_null(slab_resize(&slab, NULL, 0, SLAB_SMALL));
  assert_true(slab.held < (256u << 20) + (256u << 20) / SLAB_SHARE);
  while ((size = slab_close_some(&slab)) > 0) {
    assert_true(size <= 2 * SLAB_PIECE);
    pieces++;
  }
  assert_in_range(pieces, 1, 300);
  assert_int_equal(slab.held, 0);
}

static void slab__fills_its_limit_with_chunks(void **state) {
  struct slab slab;

  slab_open(&slab, 20 << 20);
  while (slab_resize(&slab, NULL, 0, SLAB_SMALL))
    ;
  assert_true(slab.held > slab.limit - SLAB_CHUNK);
  slab_close(&slab);
}

/* The largest small ones, and one as large as the rest. */
static void slab_resize__fills_a_chunk(void **state) {
  enum {
    HEAD = 24,
    ROOM = SLAB_CHUNK - HEAD
  };
  struct slab slab;

  slab_open(&slab, SIZE_MAX / 2);
  for (int i = 0; i < ROOM / SLAB_SMALL; i++)
    assert_non_null(slab_resize(&slab, NULL, 0, SLAB_SMALL));
  assert_non_null(slab_resize(&slab, NULL, 0, ROOM % SLAB_SMALL));
  assert_int_equal(slab.held, SLAB_CHUNK);
  assert_non_null(slab_resize(&slab, NULL, 0, 1));
  assert_int_equal(slab.held, 2 * SLAB_CHUNK);
  slab_close(&slab);
}

#endif

/* ---- nothing left ------------------------------------------------------------ */

static long live_before;

static int begin(void **state) {
  alloc_fail_never();
  live_before = alloc_fail.live;
  return 0;
}

static int end(void **state) {
  return alloc_fail.live == live_before ? 0 : -1;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(slab_resize__keeps_blocks_apart),
      TEST(slab_resize__ignores_the_type_tag_of_new_blocks),
      TEST(slab_resize__aligns_blocks),
      TEST(slab_resize__holds_no_more_than_the_limit),
      TEST(slab_resize__leaves_a_block_that_cannot_grow),
      TEST(slab_resize__says_when_the_system_refuses),
      TEST(slab_resize__leaves_a_block_the_system_cannot_grow),
      TEST(slab_close_some__gives_long_blocks_back_in_pieces),
      TEST(slab_close__frees_all_that_is_left),
      TEST(slab__knows_the_most_it_held),
      TEST(slab_resize__may_fill_the_limit),
      TEST(slab_resize__is_refused_until_something_grows),
#ifndef COP11_PLAIN_MALLOC
      TEST(slab__has_few_chunks),
      TEST(slab__fills_its_limit_with_chunks),
      TEST(slab_resize__leaves_a_small_block_where_it_fits),
      TEST(slab_resize__fills_a_chunk),
#endif
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
