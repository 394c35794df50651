// One HTTP request through libcurl, whose options are variadic and so out of Swift's reach.
#ifndef NIANBAO_CHTTP_H
#define NIANBAO_CHTTP_H

#include <stddef.h>

/// An answer. `body` is of the caller, who gives it back to `http_forget`.
struct http_answer {
    /// 0, or a CURLcode.
    int failure;
    long status;
    /// Seconds after which the server wants to be asked again; 0 where it says nothing.
    long retry_after;
    char *body;
    size_t length;
};

/// Posts `body`, or gets where `body` is NULL. `headers` ends with NULL. Waits for `seconds` at most; follows no redirection;
/// speaks HTTP and HTTPS only; keeps the first 64 KiB of the answer.
struct http_answer http_send(
    const char *url, const char *const *headers, const char *body, size_t length, long seconds);

void http_forget(struct http_answer answer);

#endif
