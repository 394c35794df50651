// RTLD_DEEPBIND
#define _GNU_SOURCE

#include "CPDF.h"

#include <dlfcn.h>

// Tests and fuzzing link the library itself.
#pragma weak nianbao_pdf_library

typedef const pdf_library *(*entry)(void);

static entry loaded;

const pdf_library *pdf_library_at_hand(void) {
    if (loaded) return loaded();
    return nianbao_pdf_library ? nianbao_pdf_library() : NULL;
}

const char *pdf_library_load(const char *path) {
    // All at once: what a child would have to look up, each of them would. Among its own libraries first, which have nearly all of it: to ask
    // the thirty of this program before takes a third longer.
    void *file = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    if (!file) return dlerror();
    void *symbol = dlsym(file, "nianbao_pdf_library");
    if (!symbol) return dlerror();
    loaded = (entry)symbol;
    return NULL;
}
