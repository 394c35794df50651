#include "include/CPoppler.h"

#include <poppler-config.h>

const char *pdf_library_version(void) { return POPPLER_VERSION; }
