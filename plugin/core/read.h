/* read.h: a dossier's tape to frames: the twin of scripts/dossier.lua. */
#ifndef CORE_READ_H
#define CORE_READ_H

#include "frame.h"

/* Reads `document`, whose top is an object; `marked`: a byte order mark stood
 * before it.  Where the reading has errors, or is for Lua, nothing else in it may
 * be used. */
struct reading *read_dossier(struct call *call,
                             const struct json_document *document, bool marked);

#endif
