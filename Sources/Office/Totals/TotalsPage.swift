/// The totals as a page in the style of the receipt; it prints on A4 and needs nothing but itself.
package enum TotalsPage {
    /// The page of a year.
    package static func html(for totals: Totals) -> String { Pages.render(TotalsView(totals), with: "totals") }
}
