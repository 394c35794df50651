/// The offices whose records are collected, as a tree: each reports to the one above it.
package struct OfficeRoster: Sendable, Equatable {
    package struct Office: Sendable, Hashable {
        package var name: String
        /// The one above; `nil` at the top.
        package var parent: String?
        /// The certificate with which its machine, or the one that passes its records on, sends them; `nil` for a level that only sums up
        /// what is below it.
        package var certificate: String?

        package init(name: String, parent: String? = nil, certificate: String? = nil) {
            (self.name, self.parent, self.certificate) = (name, parent, certificate)
        }
    }

    /// In the order of the file.
    package let offices: [Office]
    private let places: [String: Int]
    private let below: [String?: [Int]]

    package init(_ offices: [Office] = []) {
        self.offices = offices
        places = Dictionary(zip(offices.map(\.name), offices.indices), uniquingKeysWith: { first, _ in first })
        below = Dictionary(grouping: offices.indices) { offices[$0].parent }
    }

    package subscript(name: String) -> Office? { places[name].map { offices[$0] } }

    /// The offices that stand directly below one; those at the top below none.
    package func children(of name: String?) -> [Office] { (below[name] ?? []).map { offices[$0] } }

    /// An office and all below it, level by level.
    package func tree(under name: String) -> [Office] {
        var found = self[name].map { [$0] } ?? []
        var next = 0
        // A ring would go round for ever; the file that has one is refused.
        while next < found.count, found.count <= offices.count {
            found += children(of: found[next].name)
            next += 1
        }
        return found
    }

    /// The offices above one, the highest first.
    package func path(to name: String) -> [Office] {
        var path: [Office] = []
        var parent = self[name]?.parent
        while let above = parent.flatMap({ self[$0] }), path.count <= offices.count {
            path.insert(above, at: 0)
            parent = above.parent
        }
        return path
    }

    /// How many offices stand above one.
    package func depth(of name: String) -> Int { path(to: name).count }

    /// An office that stands above itself.
    package var ring: Office? {
        offices.first { office in
            var (parent, steps) = (office.parent, 0)
            while let name = parent, steps <= offices.count {
                if name == office.name { return true }
                (parent, steps) = (self[name]?.parent, steps + 1)
            }
            return false
        }
    }
}
