/* writing.c: see writing.h. */
#include "writing.h"

#include <math.h>

#include "json/number.h"

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

/* ---- numbers --------------------------------------------------------------- */

/* "e+22", "e-07": as %g has it. */
static void put_exponent(struct writing *writing, int magnitude) {
  char text[JSON_NUMBER_SIZE];
  int value = magnitude < 0 ? -magnitude : magnitude;

  writing_put_text(writing, magnitude < 0 ? "e-" : "e+");
  if (value < 10)
    writing_put_text(writing, "0");
  writing_put(writing, (struct slice){text, json_integer_print(text, value)});
}

static void put_zeros(struct writing *writing, int count) {
  while (count-- > 0)
    writing_put_text(writing, "0");
}

/* The digits with the point behind `before` of them; 0 and less: zeros are between
 * it and the first. */
static void put_fixed(struct writing *writing, struct slice digits,
                      int before) {
  size_t whole = before < 0 ? 0 : (size_t)before;

  if (whole >= digits.size) {
    writing_put(writing, digits);
    put_zeros(writing, before - (int)digits.size);
    return;
  }
  writing_put(writing, (struct slice){digits.data, whole});
  writing_put_text(writing, whole == 0 ? "0." : ".");
  put_zeros(writing, -before);
  writing_put(writing,
              (struct slice){digits.data + whole, digits.size - whole});
}

/* What "%.15g" gives, or with more digits where it does not read back, whatever the
 * locale. */
void writing_put_number(struct writing *writing, double number) {
  struct json_decimal decimal;
  struct slice digits;
  char text[JSON_NUMBER_SIZE];
  int magnitude, precision = JSON_DIGITS_MAX;

  if (!isfinite(number)) {
    writing_put_text(writing, "a number beyond 1.8e308");
    return;
  }
  decimal = json_number_from_double(number);
  digits =
      (struct slice){text, json_integer_print(text, (int64_t)decimal.digits)};
  magnitude = (int)digits.size - 1 + decimal.exponent;
  if ((int)digits.size > precision)
    precision = (int)digits.size;
  if (decimal.negative)
    writing_put_text(writing, "-");
  if (magnitude >= -4 && magnitude < precision) {
    put_fixed(writing, digits, magnitude + 1);
    return;
  }
  put_fixed(writing, digits, 1);
  put_exponent(writing, magnitude);
}

/* ---- several ---------------------------------------------------------------- */

void writing_put_joint(struct writing *writing, uint32_t at, uint32_t count) {
  writing_put_text(writing, at == 0 ? "" : at + 1 < count ? ", " : " and ");
}

void writing_put_first(struct writing *writing, const struct slice *pieces,
                       uint32_t count, uint32_t most) {
  for (uint32_t i = 0; i < count && i < most; i++) {
    writing_put_text(writing, i > 0 ? ", " : "");
    writing_put(writing, pieces[i]);
  }
  if (count <= most)
    return;
  writing_put_text(writing, ", ");
  writing_put_number(writing, count - most);
  writing_put_text(writing, " more");
}

struct slice writing_done(struct writing *writing) {
  make_room(writing, 0);
  writing->data[writing->size] = '\0';
  return (struct slice){writing->data, writing->size};
}
