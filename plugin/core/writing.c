/* writing.c: see writing.h. */
#include "writing.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  FIRST_ROOM = 128
};

static void make_room(struct writing *writing, size_t more) {
  size_t room = writing->room ? writing->room : FIRST_ROOM;
  char *data;

  while (room - writing->size <= more)
    room *= 2;
  if (room == writing->room)
    return;
  data = call_alloc(writing->call, room);
  if (writing->size > 0)
    memcpy(data, writing->data, writing->size);
  writing->data = data;
  writing->room = room;
}

void writing_put(struct writing *writing, struct slice piece) {
  if (piece.size == 0)
    return;
  make_room(writing, piece.size);
  memcpy(writing->data + writing->size, piece.data, piece.size);
  writing->size += piece.size;
}

void writing_put_text(struct writing *writing, const char *piece) {
  writing_put(writing, slice_of(piece));
}

void writing_put_number(struct writing *writing, double number) {
  enum {
    LEAST = 15,
    MOST = 17
  };
  char text[32];

  for (int digits = LEAST; digits <= MOST; digits++) {
    snprintf(text, sizeof text, "%.*g", digits, number);
    if (strtod(text, NULL) == number)
      break;
  }
  writing_put_text(writing, text);
}

struct slice writing_done(struct writing *writing) {
  make_room(writing, 0);
  writing->data[writing->size] = '\0';
  return (struct slice){writing->data, writing->size};
}
