/* handle.h: the tag that each handle of a host begins with, its first member.
 *
 * A handle that was freed, or a pointer to something else, is told by its tag:
 * nearly always, for what lies in freed memory is nobody's to say.
 */
#ifndef HANDLE_H
#define HANDLE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
  HANDLE_TEXT = 0x631178e7,
  HANDLE_PACK = 0x63117ac4,
  HANDLE_ENGINE = 0x63117e69
};

/* Is it one of that kind?  NULL is none. */
static inline bool handle_is(const void *handle, uint32_t tag) {
  uint32_t found;

  if (!handle)
    return false;
  memcpy(&found, handle, sizeof found);
  return found == tag;
}

/* Before it is freed; volatile, or the compiler would leave it out. */
static inline void handle_end(uint32_t *tag) {
  *(volatile uint32_t *)tag = 0;
}

#endif
