#include "CPDF.h"

#include <cmath>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Stream.h>

#include "Recorder.h"

struct pdf_document {
    std::unique_ptr<PDFDoc> file;
    std::optional<Recorder> recorder;
};

namespace {

// poppler reports on the thread that draws.
thread_local bool lacksFontData = false;

// Nothing goes to stderr. What is worth knowing is that text got lost because poppler-data is not installed.
void note(ErrorCategory, Goffset, const char *message) {
    if (!message) return;
    if (std::strstr(message, "Missing language pack") || std::strstr(message, "Couldn't find") || std::strstr(message, "Unknown character collection")) lacksFontData = true;
}

void prepare() {
    static std::once_flag once;
    std::call_once(once, [] {
        setErrorCallback(note);
        globalParams = std::make_unique<GlobalParams>();
    });
}

// Later versions of poppler take the stream by unique_ptr.
template <typename File> std::unique_ptr<File> open(std::unique_ptr<BaseStream> stream) {
    if constexpr (std::is_constructible_v<File, BaseStream *>) {
        return std::make_unique<File>(stream.release());
    } else {
        return std::make_unique<File>(std::move(stream));
    }
}

bool isFull(void *recorder) { return static_cast<Recorder *>(recorder)->isFull(); }

pdf_status openDocument(const void *bytes, size_t count, pdf_document **document) try {
    *document = nullptr;
    prepare();
    auto stream = std::make_unique<MemStream>(static_cast<const char *>(bytes), 0, static_cast<Goffset>(count), Object(objNull));
    auto file = open<PDFDoc>(std::move(stream));
    if (!file->isOk()) return file->getErrorCode() == errEncrypted ? PDF_ENCRYPTED : PDF_DAMAGED;
    *document = new pdf_document{std::move(file), std::nullopt};
    return PDF_OK;
} catch (...) {
    return PDF_DAMAGED;
}

int pageCount(pdf_document *document) try { return document->file->getNumPages(); } catch (...) {
    return 0;
}

pdf_status draw(pdf_document *document, int number, size_t most_marks, pdf_page *page) try {
    PDFDoc &file = *document->file;
    if (!file.getPage(number)) return PDF_DAMAGED;
    double width = file.getPageCropWidth(number), height = file.getPageCropHeight(number);
    if (file.getPageRotate(number) % 180 != 0) std::swap(width, height);
    if (!std::isfinite(width) || !std::isfinite(height) || width <= 0 || height <= 0) return PDF_DAMAGED;

    Recorder &recorder = document->recorder.emplace(width, height, most_marks);
    lacksFontData = false;
    constexpr double pointsPerInch = 72;
    file.displayPage(&recorder, number, pointsPerInch, pointsPerInch, 0, false, true, false, isFull, &recorder);
    *page = {width, height, recorder.glyphs.data(), recorder.glyphs.size(), recorder.rules.data(), recorder.rules.size(), recorder.images.data(), recorder.images.size(), recorder.shapes, lacksFontData};
    return recorder.isFull() ? PDF_TOO_MANY_MARKS : PDF_OK;
} catch (...) {
    return PDF_DAMAGED;
}

void closeDocument(pdf_document *document) try { delete document; } catch (...) {
}

constexpr pdf_library library = {openDocument, pageCount, draw, closeDocument};

} // namespace

const pdf_library *nianbao_pdf_library(void) { return &library; }
