#include "CTOML.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

struct toml_document {
    toml::table table;
    std::vector<toml_value> values;
    std::string words;
    toml::source_position place;
};

namespace {

toml_text text(std::string_view words) { return {words.data(), words.size()}; }

void add(std::vector<toml_value> &values, const toml::node &node, std::string_view name, uint32_t line) {
    toml_value value = {TOML_OTHER, text(name), line, 0, {nullptr, 0}, 0};
    if (const auto *table = node.as_table()) {
        value.kind = TOML_TABLE;
        value.members = table->size();
        values.push_back(value);
        for (const auto &[key, member] : *table) add(values, member, key.str(), key.source().begin.line);
        return;
    }
    if (const auto *array = node.as_array()) {
        value.kind = TOML_ARRAY;
        value.members = array->size();
        values.push_back(value);
        for (const auto &member : *array) add(values, member, {}, member.source().begin.line);
        return;
    }
    if (const auto *string = node.as_string()) {
        value.kind = TOML_STRING;
        value.text = text(string->get());
    } else if (const auto *integer = node.as_integer()) {
        value.kind = TOML_INTEGER;
        value.number = integer->get();
    } else if (const auto *boolean = node.as_boolean()) {
        value.kind = TOML_BOOLEAN;
        value.number = boolean->get() ? 1 : 0;
    }
    values.push_back(value);
}

} // namespace

toml_document *toml_read(const char *bytes, size_t count) try {
    auto document = std::make_unique<toml_document>();
    try {
        document->table = toml::parse(std::string_view(bytes, count));
        add(document->values, document->table, {}, 1);
    } catch (const toml::parse_error &error) {
        document->words = error.description();
        document->place = error.source().begin;
    }
    return document.release();
} catch (...) {
    return nullptr;
}

const toml_value *toml_values(const toml_document *document, size_t *count) {
    *count = document->values.size();
    return document->values.data();
}

toml_problem toml_what_is_wrong(const toml_document *document) {
    return {document->place.line, document->place.column, text(document->words)};
}

void toml_close(toml_document *document) { delete document; }
