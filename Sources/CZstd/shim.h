// Zstandard, for the copies in the archive.
#include <zstd.h>
