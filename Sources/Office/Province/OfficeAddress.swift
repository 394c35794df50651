import Reports

/// Where the pages of offices lie below the folder of the site.
package enum OfficeAddress {
    package static let folder = "offices"

    /// The page of an office.
    package static func page(of office: String) -> String { "\(folder)/\(Filing.file(ofOffice: office)).html" }

    /// The tables of a year, without an ending.
    package static func totals(_ year: Int) -> String { "totals-\(year)" }

    /// The tables of an office and all below it for a year, without an ending.
    package static func totals(_ year: Int, of office: String) -> String {
        "\(totals(year))/\(Filing.file(ofOffice: office))"
    }
}

/// A link to the page of an office.
struct OfficeLink {
    var name: String
    var address: String

    /// The links to those above an office, seen from a folder below that of the site.
    static func path(to office: String, in roster: OfficeRoster, _ address: (String) -> String) -> [OfficeLink] {
        roster.path(to: office).map { OfficeLink(name: $0.name, address: "../" + StatusAddress.of(address($0.name))) }
    }
}
