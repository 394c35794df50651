// What no reader can do without: reads a .docx, hashes it, unzips its text and parses it. Prints the hash and the number of elements.
#include <gcrypt.h>
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

static int fail(const char *what) {
    fprintf(stderr, "floor: %s\n", what);
    return 1;
}

int main(int count, char **arguments) {
    if (count != 2) return fail("floor FILE");
    FILE *file = fopen(arguments[1], "rb");
    if (!file || fseek(file, 0, SEEK_END)) return fail("cannot open");
    long size = ftell(file);
    rewind(file);
    char *bytes = malloc(size);
    if (!bytes || fread(bytes, 1, size, file) != (size_t)size) return fail("cannot read");
    unsigned char digest[32];
    gcry_check_version(NULL);
    gcry_md_hash_buffer(GCRY_MD_SHA256, digest, bytes, size);

    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(bytes, size, 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    zip_stat_t status;
    if (!archive || zip_stat(archive, "word/document.xml", 0, &status)) return fail("not a .docx");
    zip_file_t *member = zip_fopen(archive, "word/document.xml", 0);
    char *text = malloc(status.size);
    if (!member || !text || zip_fread(member, text, status.size) != (zip_int64_t)status.size) return fail("cannot unzip");

    xmlTextReaderPtr reader = xmlReaderForMemory(text, (int)status.size, NULL, NULL, XML_PARSE_NONET);
    long elements = 0;
    while (reader && xmlTextReaderRead(reader) == 1) elements += xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT;
    for (int at = 0; at < 32; at++) printf("%02x", digest[at]);
    printf(" %ld\n", elements);
    return 0;
}
