/* guest.h: what the tests of the library as a guest share: the built-in rules,
 * a dossier, and its report in an undisturbed process. */
#ifndef GUEST_H
#define GUEST_H

#include <cop11.h>
#include <stdbool.h>

/* Reads the dossier tests/dossiers/gold-mine.json and evaluates it; of a group
 * of cmocka tests. */
int guest_prepare(void **state);
/* A dossier that takes some milliseconds in its place. */
int guest_prepare_large(void **state);
int guest_finish(void **state);

cop11_engine *guest_engine(void);

/* Whether the engine gives the report that it gave in peace. */
bool guest_same_report(cop11_engine *engine, const cop11_call *call);

/* Uses every exported function (uses.h); whether each does what it should. */
bool guest_use_all(void);

/* Runs `body` in a child of this process and checks that it returns true. */
void guest_in_child(bool (*body)(void));

#endif
