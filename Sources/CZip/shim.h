// libzip, for archives in memory.
#include <zip.h>
