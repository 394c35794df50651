#include "CHTTPLibrary.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

enum { longest_answer = 64 * 1024 };

// Takes what comes up to the limit, and lets the rest pass by.
static size_t keep(char *bytes, size_t size, size_t count, void *context) {
    http_answer *answer = context;
    size_t length = size * count;
    size_t room = longest_answer - answer->length;
    size_t taken = length < room ? length : room;
    char *grown = taken == 0 ? answer->body : realloc(answer->body, answer->length + taken);
    if (taken != 0 && grown == NULL) return 0;
    answer->body = grown;
    if (taken != 0) memcpy(answer->body + answer->length, bytes, taken);
    answer->length += taken;
    return length;
}

static http_answer ask(
    const char *url, const char *const *headers, const char *body, size_t length, long seconds) {
    http_answer answer = {0};
    CURL *curl = curl_easy_init();
    if (curl == NULL) {
        answer.failure = CURLE_FAILED_INIT;
        return answer;
    }
    struct curl_slist *list = NULL;
    for (; *headers != NULL; headers++) list = curl_slist_append(list, *headers);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "nianbao");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    if (body != NULL) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    }
    answer.failure = (int)curl_easy_perform(curl);
    curl_off_t retry_after = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &retry_after);
    answer.retry_after = (long)retry_after;
    curl_slist_free_all(list);
    curl_easy_cleanup(curl);
    return answer;
}

static void forget(http_answer answer) { free(answer.body); }

const http_library *nianbao_http_library(void) {
    static const http_library library = {ask, forget};
    return &library;
}
