#include "CHTTP.h"

#include <dlfcn.h>

// Tests link the library itself.
#pragma weak nianbao_http_library

typedef const http_library *(*entry)(void);

static entry loaded;

const http_library *http_library_at_hand(void) {
    if (loaded) return loaded();
    return nianbao_http_library ? nianbao_http_library() : NULL;
}

const char *http_library_load(const char *path) {
    void *file = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!file) return dlerror();
    void *symbol = dlsym(file, "nianbao_http_library");
    if (!symbol) return dlerror();
    loaded = (entry)symbol;
    return NULL;
}
