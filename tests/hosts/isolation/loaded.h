/* loaded.h: the library found at run time, as plugins are, and a dossier. */
#ifndef LOADED_H
#define LOADED_H

#include <cop11.h>

struct loaded {
  void *library;
  cop11_status (*open)(const cop11_options *, const cop11_call *,
                       cop11_engine **, cop11_error *);
  cop11_status (*pack_new)(const char *, cop11_pack **, cop11_error *);
  void (*pack_free)(cop11_pack *);
  cop11_status (*evaluate)(cop11_engine *, const char *, size_t,
                           const cop11_call *, cop11_text **, cop11_error *);
  const char *(*text_data)(const cop11_text *);
  size_t (*text_size)(const cop11_text *);
  void (*text_free)(cop11_text *);
  void (*close)(cop11_engine *);
};

/* Loads it for all in the process to see.  0, or 1 when it cannot be. */
int load(const char *path, struct loaded *loaded);

struct document {
  char text[1 << 20];
  size_t size;
};

/* 0, or 1 when the file cannot be read. */
int read_document(const char *path, struct document *document);

#endif
