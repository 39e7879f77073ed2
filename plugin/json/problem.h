/* json/problem.h: saying in one sentence why a text was refused, and where. */
#ifndef JSON_PROBLEM_H
#define JSON_PROBLEM_H

#include "json/number.h"
#include "json/read.h"

/* A text and where the reader is in it, as far as a message needs it. */
struct json_place {
  const char *text;
  const char *end;
  const char *at; /* the byte that is wrong; `end` where one is missing */
};

/* What is at a place, in words: 'x', the byte 0xFF, the end of the text. */
struct json_found {
  char text[32];
};
struct json_found json_found_at(const struct json_place *place);

/* Fills *problem with the line and column of the place and the message. */
void json_problem_set(struct json_problem *problem,
                      const struct json_place *place, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 3, 4)))
#endif
    ;

/* The same for a fault of a string or a number. */
void json_problem_string(struct json_problem *problem,
                         const struct json_place *place,
                         enum json_string_fault fault);
void json_problem_number(struct json_problem *problem,
                         const struct json_place *place,
                         enum json_number_fault fault);

/* The 1-based line of `at`, and its column in bytes. */
int32_t json_line_at(const char *text, const char *at, int32_t *column);

/* The bytes of `size` that fit a message, cut between characters. */
int json_shown(const char *text, size_t size);

#endif
