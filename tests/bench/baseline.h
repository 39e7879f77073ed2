/* baseline.h: what lua-cjson alone takes, in a Lua state of its own with
 * lua-cjson as it comes (its own buffers, nothing of ours). */
#ifndef BASELINE_H
#define BASELINE_H

#include "dossiers.h"

struct baseline;

/* Prepares decoding `dossier` and encoding `report`. */
struct baseline *baseline_open(struct blob dossier, struct blob report);
/* Microseconds of one decode and one encode, over `times` of them. */
double baseline_us(struct baseline *baseline, int times, double (*now)(void));
void baseline_close(struct baseline *baseline);

#endif
