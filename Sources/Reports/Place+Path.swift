extension Place {
    /// The place that a result names by its path; `nil` for a path that no place has.
    package init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.dropFirst().first, parts.dropFirst(2).first, parts.count) {
        case ("file", _, _, 1): self = .file
        case ("title", _, _, 1): self = .title
        case ("period", _, _, 1): self = .period
        case ("section", let number?, _, 2):
            guard let section = Int(number).flatMap(Section.init) else { return nil }
            self = .section(section)
        case (let name?, let row, let column, 1...3):
            guard let table = FormTable(rawValue: name), let place = Place(in: table, row, column) else { return nil }
            self = place
        default: return nil
        }
    }

    private init?(in table: FormTable, _ row: String?, _ column: String?) {
        guard let row else {
            self = .table(table)
            return
        }
        let place: Place? =
            switch table {
            case .disclosure: Place.inDisclosure(row, column)
            case .requests: Place.inRequests(row, column)
            case .review: Place.inReview(row, column)
            }
        guard let place else { return nil }
        self = place
    }

    private static func inDisclosure(_ name: String, _ column: String?) -> Place? {
        guard let row = DisclosureRow(rawValue: name) else { return nil }
        guard let column else { return .disclosure(row) }
        guard let number = Int(column), row.columns.indices.contains(number - 1) else { return nil }
        return .disclosureCell(row, column: number - 1)
    }

    private static func inRequests(_ name: String, _ column: String?) -> Place? {
        guard let column else {
            return name == "other" ? .undividedOther : RequestRow(rawValue: name).map(Place.requests)
        }
        guard let applicant = Applicant(rawValue: column) else { return nil }
        if name == "*" { return .requestsColumn(applicant) }
        return RequestRow(rawValue: name).map { .requestsCell($0, applicant) }
    }

    private static func inReview(_ name: String, _ column: String?) -> Place? {
        guard let block = ReviewBlock(rawValue: name) else { return nil }
        guard let column else { return .review(block) }
        return ReviewOutcome(rawValue: column).map { .reviewCell(block, $0) }
    }
}
