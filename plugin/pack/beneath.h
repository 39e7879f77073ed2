/* beneath.h: opening files below a folder and never outside it, whatever links
 * lie there and whoever changes them meanwhile. */
#ifndef BENEATH_H
#define BENEATH_H

#include <sys/stat.h>

enum {
  BENEATH_PATH_SIZE = 1024
};

/* Opens the regular file or folder `path` (relative, "" for `root` itself) for
 * reading and describes it in *info.  Links are followed while they stay below
 * `root`.  Returns a descriptor or -1 with errno: EXDEV for a link that leaves
 * the folder, BENEATH_NOT_A_FILE for what is neither file nor folder. */
int beneath_open(int root, const char *path, struct stat *info);

/* errno of beneath_open for FIFOs, sockets and devices, which are not opened:
 * opening one may wait for ever or have effects. */
#define BENEATH_NOT_A_FILE ENXIO

#endif
