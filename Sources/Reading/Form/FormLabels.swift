import Reports

/// The labels of the form in comparable form, and what each of them stands for.
enum FormLabels {
    /// What a label in a table announces.
    enum Entry: Hashable {
        case disclosure(DisclosureRow)
        case requests(RequestRow)
        /// （六）其他处理, a group in the form in force, a row in the one of 2019.
        case otherGroup
        /// A label to the left of others: 三、本年度办理结果, （三）不予公开.
        case group
    }

    /// What the words of a label stand for; `nil` where they are no label of the form.
    ///
    /// 其他 and 总计 are heads of columns as well: as rows they need their number, or `inGroup` that says the group is at hand.
    static func entry(for label: Label, inGroup: Bool = false) -> Entry? {
        if let entry = entries[label.words] { return entry }
        if label.words == "其他" { return inGroup || label.number == "3" ? .requests(.otherOther) : nil }
        if label.words == "总计" { return label.number == "七" ? .requests(.total) : nil }
        return nil
    }

    /// The words of each label that needs no number to be known.
    private static let entries: [String: Entry] = {
        var entries: [String: Entry] = [:]
        for row in DisclosureRow.allCases { entries[Label(row.label).words] = .disclosure(row) }
        for row in RequestRow.allCases where row != .otherOther && row != .total {
            entries[Label(row.label).words] = .requests(row)
        }
        for group in RequestGroup.allCases { entries[Label(group.label).words] = .group }
        entries[Label(RequestGroup.other.label).words] = .otherGroup
        entries["本年度办理结果"] = .group
        return entries
    }()

    /// The entry whose label is nearest to a misprinted one: at most a third of its letters differ, and no other is as near.
    static func nearest(to label: Label) -> Entry? {
        guard label.words.count >= 4, entries[label.words] == nil else { return nil }
        let ranked = entries.filter { $0.value != .group }
            .map { (entry: $0.value, distance: editDistance($0.key, label.words), length: $0.key.count) }
            .filter { $0.distance * 3 <= max($0.length, label.words.count) }
            .sorted { $0.distance < $1.distance }
        guard let best = ranked.first, ranked.count == 1 || ranked[1].distance > best.distance else { return nil }
        return best.entry
    }
}
