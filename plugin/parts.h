/* parts.h: what of others is inside the library, as the build found it;
 * build/parts.cmake writes the table. */
#ifndef PARTS_H
#define PARTS_H

enum {
  PARTS = 3
};

struct part {
  const char *name;
  const char *version; /* the package's own where it comes from one */
  const char *from;    /* what says so */
};

extern const struct part parts[PARTS];

/* The same as a bill of materials: CycloneDX in JSON. */
extern const char parts_sbom[];

#endif
