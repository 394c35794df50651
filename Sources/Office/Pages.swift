import Foundation
import Mustache

/// The templates of all pages, by name; a template can take in the others as partials.
enum Pages {
    private static let sources: [String: [UInt8]] = [
        "bureau": PackageResources.bureau_mustache,
        "bureau-style": PackageResources.bureau_style_mustache,
        "desk": PackageResources.desk_mustache,
        "receipt": PackageResources.receipt_mustache,
        "receipt-body": PackageResources.receipt_body_mustache,
        "receipt-style": PackageResources.receipt_style_mustache,
        "office": PackageResources.office_mustache,
        "overview": PackageResources.overview_mustache,
        "overview-script": PackageResources.overview_script_mustache,
        "overview-style": PackageResources.overview_style_mustache,
        "overview-year": PackageResources.overview_year_mustache,
        "province": PackageResources.province_mustache,
        "province-script": PackageResources.province_script_mustache,
        "province-style": PackageResources.province_style_mustache,
        "province-totals": PackageResources.province_totals_mustache,
        "province-troubles": PackageResources.province_troubles_mustache,
        "province-year": PackageResources.province_year_mustache,
        "province-years": PackageResources.province_years_mustache,
        "totals": PackageResources.totals_mustache,
        "totals-style": PackageResources.totals_style_mustache,
        "year-tabs": PackageResources.year_tabs_mustache,
        "years": PackageResources.years_mustache,
        "years-style": PackageResources.years_style_mustache,
        "chart": PackageResources.chart_mustache,
        "chart-style": PackageResources.chart_style_mustache,
        "chart-patterns": PackageResources.chart_patterns_mustache,
        "ranking": PackageResources.ranking_mustache,
        "style": PackageResources.style_mustache,
    ]

    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        for (name, bytes) in sources {
            do {
                try library.register(String(decoding: bytes, as: UTF8.self), named: name)
            } catch {
                preconditionFailure("the template \(name), which is part of the program, is broken: \(error)")
            }
        }
        return library
    }()

    /// A page made of a view, everything in it escaped for HTML, with its policy.
    static func render(_ view: Any, with name: String) -> String {
        guard let page = library.render(Reflection.of(view) ?? view, withTemplate: name) else {
            preconditionFailure("the program has no template \(name)")
        }
        return ContentPolicy.applied(to: page)
    }
}
