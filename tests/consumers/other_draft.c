/* A library with the name of another draft: the functions of this one that main.c
 * calls, and nothing in them. */
#define EMPTY(name)                                                            \
  void name(void);                                                             \
  void name(void) {                                                            \
  }

EMPTY(cop11_engine_open)
EMPTY(cop11_engine_close)
EMPTY(cop11_evaluate)
EMPTY(cop11_text_data)
EMPTY(cop11_text_size)
EMPTY(cop11_text_free)
