import Foundation
import Office
import Testing

extension InBrowser {
    /// The pictures of docs/office.md, made from the county of the tests: `make pictures`.
    @Suite("The pictures of the clerk's manual")
    struct PictureTests {
        /// Where they are put; nowhere where nobody asked for them.
        private static let folder = ProcessInfo.processInfo.environment["NIANBAO_PICTURES"].map { URL(filePath: $0) }

        /// A picture: a page, a window, and what was done in it before.
        enum Picture: String, CaseIterable, Sendable {
            case overview, filter, phone, receipt, revision, totals, years, plots, ranking, bureau, desk

            var page: Pages {
                switch self {
                case .overview, .filter, .phone: .overview
                case .receipt: .returned
                case .revision: .revised
                case .totals: .totals
                case .bureau: .bureau
                case .desk: .desk
                case .years, .plots: .agencyYears
                case .ranking: .years
                }
            }

            var size: Tab.Size {
                switch self {
                case .overview: Tab.Size(width: 1200, height: 900)
                case .filter: Tab.Size(width: 1200, height: 560)
                case .phone: .phone
                case .ranking: Tab.Size(width: 1100, height: 700)
                case .receipt, .revision, .totals, .years, .plots, .bureau: Tab.Size(width: 900, height: 1050)
                case .desk: Tab.Size(width: 900, height: 800)
                }
            }
        }

        @Test(arguments: Picture.allCases)
        func `are made, and none is too large for a manual`(picture: Picture) async throws {
            try await Tab.with(await picture.page.html(), size: picture.size) { tab in
                if picture == .filter {
                    _ = try await tab.value("document.querySelector('.year .shares input').focus() ?? 0", as: Int.self)
                    try await tab.press(.right, times: 3)
                }
                if picture == .totals {
                    _ = try await tab.value(
                        "(document.querySelector('#own').scrollIntoView({ behavior: 'instant' }), 0)", as: Int.self)
                }
                if picture == .plots || picture == .ranking {
                    _ = try await tab.value(
                        "(document.querySelector('#\(picture)').scrollIntoView({ behavior: 'instant' }), 0)",
                        as: Int.self)
                }
                if picture == .phone {
                    _ = try await tab.value(
                        "(document.querySelector('.year').scrollIntoView({ behavior: 'instant' }), 0)", as: Int.self)
                }
                let png = try await tab.picture()
                #expect(png.count < 200_000 && png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
                if let folder = Self.folder { try png.write(to: folder.appending(component: "\(picture).png")) }
            }
        }
    }
}
