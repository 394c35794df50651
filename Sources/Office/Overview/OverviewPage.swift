package import Foundation

/// The supervising office's overview: a page that needs nothing but itself and works from a shared folder.
package enum OverviewPage {
    /// The page. Times are those of `zone`.
    package static func html(for overview: Overview, in zone: TimeZone = .china) -> String {
        Pages.render(OverviewView(overview, zone), with: "overview")
    }
}
