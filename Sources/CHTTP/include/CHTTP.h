// One HTTP request, by a library that only the sender of alerts loads: no other process has libcurl and what comes with it.
#ifndef NIANBAO_CHTTP_H
#define NIANBAO_CHTTP_H

#include <stddef.h>

/// An answer. `body` is of the caller, who gives it back to `forget`.
typedef struct {
    /// 0, or a CURLcode.
    int failure;
    long status;
    /// Seconds after which the server wants to be asked again; 0 where it says nothing.
    long retry_after;
    char *body;
    size_t length;
} http_answer;

/// What asks servers.
typedef struct {
    /// Posts `body`, or gets where `body` is NULL. `headers` ends with NULL. Waits for `seconds` at most; follows no redirection;
    /// speaks HTTP and HTTPS only; keeps the first 64 KiB of the answer.
    http_answer (*send)(const char *url, const char *const *headers, const char *body, size_t length, long seconds);
    void (*forget)(http_answer answer);
} http_library;

/// The library that is linked to this program, or that was loaded; NULL where there is none.
const http_library *http_library_at_hand(void);
/// Loads the library of a file, which is CHTTPLibrary built as such. NULL, or why it could not be: words of the dynamic loader's. To be
/// called before a second thread asks for it.
const char *http_library_load(const char *path);

/// What a file of the library has as its only symbol.
const http_library *nianbao_http_library(void);

#endif
