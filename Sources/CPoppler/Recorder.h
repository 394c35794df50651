// Notes what poppler draws of a page.
#pragma once

#include <vector>

#include <GfxState.h>
#include <OutputDev.h>

#include "CPDF.h"

class Recorder final : public OutputDev {
public:
    Recorder(double width, double height, size_t mostMarks) : page{0, 0, width, height}, mostMarks(mostMarks) {}

    std::vector<pdf_glyph> glyphs;
    std::vector<pdf_box> rules, images;
    size_t shapes = 0;
    bool isFull() const { return full; }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    // Patterns and shadings are neither text nor lines; taken as drawn, they are not unrolled into thousands of pieces.
    bool useTilingPatternFill() override { return true; }
    bool tilingPatternFill(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double, double) override { return true; }
    bool useShadedFills(int) override { return true; }
    bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return true; }
    bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return true; }
    bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return true; }
    bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override { return true; }
    bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return true; }

    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code, int bytes, const Unicode *unicode, int count) override;
    void stroke(GfxState *state) override;
    void fill(GfxState *state) override;
    void eoFill(GfxState *state) override { fill(state); }

    void drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert, bool interpolate, bool isInline) override;
    void drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height, GfxImageColorMap *map, bool interpolate, const int *maskColors, bool isInline) override;
    void drawMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool) override { image(state); }
    void drawSoftMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *, bool) override { image(state); }

    // What shapes a soft mask is not on the page.
    void beginTransparencyGroup(GfxState *, const double *, GfxColorSpace *, bool, bool, bool forSoftMask) override { masks.push_back(forSoftMask); }
    void endTransparencyGroup(GfxState *) override { if (!masks.empty()) masks.pop_back(); }

private:
    struct Point { double x, y; };

    bool takes();
    bool isMask() const;
    pdf_box clipped(GfxState *state, const pdf_box &box) const;
    void rule(GfxState *state, const pdf_box &box);
    void strokeSubpath(GfxState *state, const GfxSubpath &subpath, double width);
    bool fillSubpath(GfxState *state, const GfxSubpath &subpath, bool coloured);
    void image(GfxState *state);
    bool isHidden(GfxState *state, int lightness, double x, double y) const;

    const pdf_box page;
    const size_t mostMarks;
    bool full = false;
    std::vector<bool> masks;
    /// Coloured areas and images, on which white letters can be seen.
    std::vector<pdf_box> backdrops;
};
