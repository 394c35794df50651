// statfs(2), which the module of the C library leaves out.
#include <sys/vfs.h>
