// What poppler draws of a PDF page, as plain C: glyphs with their boxes, and the lines between them.
#ifndef NIANBAO_CPOPPLER_H
#define NIANBAO_CPOPPLER_H

#ifdef __cplusplus
extern "C" {
#endif

/// The version of poppler that this was built with.
const char *pdf_library_version(void);

#ifdef __cplusplus
}
#endif
#endif
