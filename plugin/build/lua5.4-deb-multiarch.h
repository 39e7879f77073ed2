/* Debian's luaconf.h includes a header that its build makes.  It names the
 * folder of Lua's C modules, which this Lua cannot load. */
#define DEB_HOST_MULTIARCH ""
