/* pack/folder.h: reading the rule files of a folder into a pack. */
#ifndef PACK_FOLDER_H
#define PACK_FOLDER_H

#include "cop11.h"
#include "sandbox/budget.h"

/* Adds every "*.lua" file below `folder`, all or (on failure) none.  Names that
 * begin with a dot are passed over: editors and version control own them. */
cop11_status pack_add_folder(cop11_pack *pack, const char *folder,
                             struct budget *budget, cop11_error *err);

#endif
