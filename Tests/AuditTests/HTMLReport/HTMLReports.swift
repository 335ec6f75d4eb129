import HeadlessChromium
import Testing

/// The tests that open HTML reports in a browser, one after the other: each starts a browser of its own.
@Suite("HTML reports", .serialized, .enabled(if: Chromium.find() != nil, Comment(rawValue: Chromium.missing)))
enum HTMLReports {}
