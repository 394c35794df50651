import Testing

/// What is tested in a browser: one page after the other, since a window that is not in front is drawn when there is time.
@Suite(
    "In a browser", .serialized,
    .enabled(if: Browser.program != nil, "chromium is not installed"))
enum InBrowser {}
