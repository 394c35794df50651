// libgcrypt, for SHA-256. libsystemd already brings it into the process.
#include <gcrypt.h>
