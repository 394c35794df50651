// A TOML text as plain C: its values, each with the line on which it stands.
//
// No type and no exception of toml++ crosses this border.
#ifndef NIANBAO_CTOML_H
#define NIANBAO_CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a value is. Fractions, dates and times are of no use in settings, and not told apart.
typedef enum { TOML_TABLE, TOML_ARRAY, TOML_STRING, TOML_INTEGER, TOML_BOOLEAN, TOML_OTHER } toml_kind;

/// UTF-8 without an end mark; it stands as long as the document.
typedef struct {
    const char *bytes;
    size_t count;
} toml_text;

/// A value. What a table or an array holds follows it, each member with all that it holds itself.
typedef struct {
    toml_kind kind;
    /// The name in the table that holds it; empty in an array.
    toml_text name;
    /// The line of the name, or of the value where it has none; from 1.
    uint32_t line;
    /// Of a table or an array: how many members it has.
    size_t members;
    /// Of a string.
    toml_text text;
    /// Of an integer; 1 or 0 of a boolean.
    int64_t number;
} toml_value;

/// Why a text is no TOML. Line and column count from 1.
typedef struct {
    uint32_t line, column;
    toml_text words;
} toml_problem;

typedef struct toml_document toml_document;

/// Reads a text; NULL where there is no memory.
toml_document *toml_read(const char *bytes, size_t count);

/// The values, the table of the whole first; none where the text is no TOML.
const toml_value *toml_values(const toml_document *document, size_t *count);

/// What is wrong with a text that has no values.
toml_problem toml_what_is_wrong(const toml_document *document);

void toml_close(toml_document *document);

#ifdef __cplusplus
}
#endif

#endif
