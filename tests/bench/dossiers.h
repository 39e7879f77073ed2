/* dossiers.h: the dossiers the benchmark evaluates. */
#ifndef DOSSIERS_H
#define DOSSIERS_H

#include <stddef.h>

struct blob {
  const char *data;
  size_t size;
};

/* Reads a file whole; exits when it cannot. */
struct blob read_dossier(const char *path);
/* A dossier with so many facilities, or one with so many people. */
struct blob facilities(int count);
struct blob people(int count);

#endif
