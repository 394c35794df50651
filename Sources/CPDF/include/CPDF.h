// What poppler draws of a PDF page, as plain C: glyphs with their boxes, and the thin lines between them.
//
// No type and no exception of poppler crosses this border. Lengths are points; the origin is the top left corner of the page as a
// person sees it (turned as the page asks), y grows downwards.
#ifndef NIANBAO_CPDF_H
#define NIANBAO_CPDF_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How an opening or a page ended.
typedef enum {
    PDF_OK,
    /// A password is needed. Copy restrictions alone are no reason not to read.
    PDF_ENCRYPTED,
    PDF_DAMAGED,
    /// More marks than asked for: the page is not complete.
    PDF_TOO_MANY_MARKS,
} pdf_status;

/// A rectangle.
typedef struct {
    double left, top, right, bottom;
} pdf_box;

/// Where a glyph's line runs: to the right, and then by quarter turns clockwise; or at any other angle.
typedef enum { PDF_RIGHT, PDF_DOWN, PDF_LEFT, PDF_UP, PDF_SLANTED } pdf_direction;

/// One glyph: its em box, so that all glyphs of a line are equally high.
typedef struct {
    pdf_box box;
    double size;
    /// 0 where the font does not say which character it is.
    uint32_t unicode;
    pdf_direction direction;
    /// Drawn so that nobody sees it: render mode 3, transparent, or white on nothing.
    int hidden;
    /// 0 black to 255 white.
    int lightness;
    /// Of a font that writes from top to bottom.
    int vertical;
} pdf_glyph;

/// What is on a page. The arrays belong to the document and stand until its next page is drawn.
typedef struct {
    double width, height;
    const pdf_glyph *glyphs;
    size_t glyph_count;
    /// Thin boxes: strokes and fills that are lines to the eye.
    const pdf_box *rules;
    size_t rule_count;
    const pdf_box *images;
    size_t image_count;
    /// Filled shapes that are no lines: letters turned into outlines, drawings.
    size_t shape_count;
    /// A table of characters for a font that is not embedded is missing on this machine: text is lost.
    int lacks_font_data;
} pdf_page;

typedef struct pdf_document pdf_document;

/// What draws a PDF. It is loaded only where there is one: no other document has to pay for its fifty libraries.
typedef struct {
    /// Opens a document in memory; the bytes must stay until it is closed. `*document` is NULL unless the answer is `PDF_OK`.
    pdf_status (*open)(const void *bytes, size_t count, pdf_document **document);
    /// How many pages a document claims to have.
    int (*page_count)(pdf_document *document);
    /// Draws a page, numbered from 1, with at most so many marks.
    pdf_status (*draw)(pdf_document *document, int number, size_t most_marks, pdf_page *page);
    void (*close)(pdf_document *document);
} pdf_library;

/// The library that is linked to this program, or that was loaded; NULL where there is none.
const pdf_library *pdf_library_at_hand(void);
/// Loads the library of a file, which is CPoppler built as such. NULL, or why it could not be: words of the dynamic loader's.
const char *pdf_library_load(const char *path);

/// What a file of the library has as its only symbol.
const pdf_library *nianbao_pdf_library(void);

#ifdef __cplusplus
}
#endif
#endif
