#include "Recorder.h"

#include <algorithm>
#include <cmath>

#include <GfxFont.h>

namespace {

// A line is at most this thick, in points; frames in reports have up to 3.
constexpr double thickest = 4;
// White letters are looked for on so many coloured areas at the most.
constexpr size_t mostBackdrops = 256;
constexpr int white = 247;

bool isFinite(const pdf_box &box) {
    return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) && std::isfinite(box.bottom);
}

int lightness(const GfxRGB &colour) {
    const double light = 0.299 * colToDbl(colour.r) + 0.587 * colToDbl(colour.g) + 0.114 * colToDbl(colour.b);
    return std::isfinite(light) ? static_cast<int>(std::lround(255 * std::clamp(light, 0.0, 1.0))) : 0;
}

void grow(pdf_box &box, double x, double y) {
    box.left = std::min(box.left, x);
    box.right = std::max(box.right, x);
    box.top = std::min(box.top, y);
    box.bottom = std::max(box.bottom, y);
}

pdf_direction direction(double x, double y) {
    const double slant = std::min(std::fabs(x), std::fabs(y));
    if (slant > 0.09 * std::hypot(x, y)) return PDF_SLANTED;
    if (std::fabs(x) > std::fabs(y)) return x >= 0 ? PDF_RIGHT : PDF_LEFT;
    return y >= 0 ? PDF_DOWN : PDF_UP;
}

// How many ems of the font size a font's em box really is: fonts of type 3 choose their own.
double emScale(const GfxFont &font) {
    if (font.getType() != fontType3) return 1;
    const double *matrix = font.getFontMatrix(), *box = font.getFontBBox();
    const double height = std::fabs(matrix[3] * (box[3] - box[1]));
    return std::isfinite(height) && height > 0 ? height : 1;
}

} // namespace

bool Recorder::takes() {
    if (glyphs.size() + rules.size() + images.size() >= mostMarks) full = true;
    return !full;
}

bool Recorder::isMask() const { return std::find(masks.begin(), masks.end(), true) != masks.end(); }

pdf_box Recorder::clipped(GfxState *state, const pdf_box &box) const {
    double left, top, right, bottom;
    state->getClipBBox(&left, &top, &right, &bottom);
    return {std::max({box.left, left, page.left}), std::max({box.top, top, page.top}), std::min({box.right, right, page.right}), std::min({box.bottom, bottom, page.bottom})};
}

bool Recorder::isHidden(GfxState *state, int light, double x, double y) const {
    // 3 paints nothing, 7 clips only.
    if ((state->getRender() & 3) == 3 || state->getFillOpacity() < 0.05) return true;
    if (light < white) return false;
    return std::none_of(backdrops.begin(), backdrops.end(), [&](const pdf_box &box) { return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom; });
}

void Recorder::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code, int bytes, const Unicode *unicode, int count) {
    const auto &font = state->getFont();
    if (!font || isMask() || !takes()) return;
    const bool vertical = font->getWMode() == 1;
    double m11, m12, m21, m22;
    state->getFontTransMat(&m11, &m12, &m21, &m22);
    const double scale = emScale(*font);
    // One em along the line and one em up from it, on the page.
    const Point along{m11 * scale, m12 * scale}, up{m21 * scale, m22 * scale};

    Point origin, advance, spacing{0, 0};
    state->transform(vertical ? x - originX : x, vertical ? y - originY : y, &origin.x, &origin.y);
    state->transformDelta(dx, dy, &advance.x, &advance.y);
    if (!vertical) {
        // What is added between characters and words belongs to no glyph.
        const double space = state->getCharSpace() + (bytes == 1 && code == 0x20 ? state->getWordSpace() : 0);
        double spaceX, spaceY;
        state->textTransformDelta(space * state->getHorizScaling(), 0, &spaceX, &spaceY);
        state->transformDelta(spaceX, spaceY, &spacing.x, &spacing.y);
    }
    Point width{advance.x - spacing.x, advance.y - spacing.y};
    if (vertical) {
        width = along;
    } else if (std::hypot(width.x, width.y) < 0.01 * std::hypot(up.x, up.y)) {
        width = {along.x / 2, along.y / 2};
    }

    const double size = std::hypot(up.x, up.y);
    GfxRGB colour;
    state->getFillRGB(&colour);
    if ((state->getRender() & 3) == 1) state->getStrokeRGB(&colour);
    const int light = lightness(colour);
    // A ligature is several characters side by side.
    const int parts = std::max(1, count);
    for (int part = 0; part < parts && takes(); part++) {
        const double from = double(part) / parts, to = double(part + 1) / parts;
        pdf_box box{HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
        for (const double share : {from, to}) {
            for (const double rise : {0.88, -0.12}) {
                grow(box, origin.x + share * width.x + rise * up.x, origin.y + share * width.y + rise * up.y);
            }
        }
        const double centreX = (box.left + box.right) / 2, centreY = (box.top + box.bottom) / 2;
        if (!isFinite(box) || !std::isfinite(size) || size <= 0) continue;
        const pdf_box seen = clipped(state, {centreX, centreY, centreX, centreY});
        if (seen.left > seen.right || seen.top > seen.bottom) continue;
        const Unicode character = part < count ? unicode[part] : 0;
        glyphs.push_back({box, size, character, direction(along.x, along.y), isHidden(state, light, centreX, centreY), light, vertical});
    }
}

void Recorder::rule(GfxState *state, const pdf_box &box) {
    if (!isFinite(box)) return;
    const pdf_box seen = clipped(state, box);
    if (seen.left <= seen.right && seen.top <= seen.bottom && takes()) rules.push_back(seen);
}

void Recorder::stroke(GfxState *state) {
    if (isMask() || state->getStrokeOpacity() < 0.05) return;
    GfxRGB colour;
    state->getStrokeRGB(&colour);
    const double width = state->getTransformedLineWidth();
    if (lightness(colour) >= white || !std::isfinite(width)) return;
    const GfxPath *path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths() && !full; i++) strokeSubpath(state, *path->getSubpath(i), width);
}

void Recorder::strokeSubpath(GfxState *state, const GfxSubpath &subpath, double width) {
    const int count = subpath.getNumPoints();
    for (int i = 1; i < count && !full; i++) {
        if (subpath.getCurve(i) || subpath.getCurve(i - 1)) continue;
        Point from, to;
        state->transform(subpath.getX(i - 1), subpath.getY(i - 1), &from.x, &from.y);
        state->transform(subpath.getX(i), subpath.getY(i), &to.x, &to.y);
        pdf_box box{from.x, from.y, from.x, from.y};
        grow(box, to.x, to.y);
        const double across = box.right - box.left, down = box.bottom - box.top;
        const double half = width / 2;
        if (width <= thickest && (across < 1 || down < 1)) {
            // As long as drawn, as thick as the pen; a dot stays a dot.
            if (across >= down) {
                box.top -= half;
                box.bottom += half;
            }
            if (down >= across) {
                box.left -= half;
                box.right += half;
            }
            rule(state, box);
        } else if (std::fabs(across - down) > 0 && std::min(across, down) < 0.01 && width > std::max(across, down)) {
            // A short segment of a broad pen: a line drawn crosswise.
            if (down > across) {
                box.left -= half;
                box.right += half;
            } else {
                box.top -= half;
                box.bottom += half;
            }
            if (std::min(box.right - box.left, box.bottom - box.top) <= thickest) rule(state, box);
        }
    }
}

void Recorder::fill(GfxState *state) {
    if (isMask() || state->getFillOpacity() < 0.05) return;
    GfxRGB colour;
    state->getFillRGB(&colour);
    const bool coloured = lightness(colour) < white;
    const GfxPath *path = state->getPath();
    bool isShape = false;
    for (int i = 0; i < path->getNumSubpaths() && !full; i++) {
        if (fillSubpath(state, *path->getSubpath(i), coloured)) isShape = true;
    }
    if (isShape && coloured) shapes++;
}

// Whether the subpath is a shape: neither a line nor a plain area.
bool Recorder::fillSubpath(GfxState *state, const GfxSubpath &subpath, bool coloured) {
    const int count = subpath.getNumPoints();
    pdf_box box{HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    bool curved = false;
    for (int i = 0; i < count; i++) {
        Point point;
        state->transform(subpath.getX(i), subpath.getY(i), &point.x, &point.y);
        grow(box, point.x, point.y);
        curved = curved || subpath.getCurve(i);
    }
    if (!isFinite(box)) return false;
    if (curved || count > 9) return true;
    if (!coloured) return false;
    if (std::min(box.right - box.left, box.bottom - box.top) <= thickest) {
        rule(state, box);
    } else if (backdrops.size() < mostBackdrops) {
        backdrops.push_back(clipped(state, box));
    }
    return false;
}

void Recorder::drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool isInline) {
    image(state);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, isInline);
}

void Recorder::drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate, const int *maskColors, bool isInline) {
    image(state);
    OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, maskColors, isInline);
}

// An image fills the unit square; one stretched into a line is a line.
void Recorder::image(GfxState *state) {
    if (isMask()) return;
    pdf_box box{HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (const Point &corner : {Point{0, 0}, Point{1, 0}, Point{0, 1}, Point{1, 1}}) {
        Point point;
        state->transform(corner.x, corner.y, &point.x, &point.y);
        grow(box, point.x, point.y);
    }
    if (!isFinite(box)) return;
    if (std::min(box.right - box.left, box.bottom - box.top) <= thickest) return rule(state, box);
    const pdf_box seen = clipped(state, box);
    if (seen.left >= seen.right || seen.top >= seen.bottom || !takes()) return;
    images.push_back(seen);
    if (backdrops.size() < mostBackdrops) backdrops.push_back(seen);
}
