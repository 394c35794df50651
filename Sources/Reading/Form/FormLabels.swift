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
        guard label.words.utf8.count <= longestMisprint, entries[label.words] == nil else { return nil }
        let words = Array(label.words.unicodeScalars)
        guard words.count >= 4 else { return nil }
        var best: (entry: Entry, distance: Int)?
        var isAmbiguous = false
        for (letters, entry) in rowLetters {
            let most = max(letters.count, words.count) / 3
            guard abs(letters.count - words.count) <= most else { continue }
            let distance = editDistance(letters, words)
            guard distance <= most, distance <= best?.distance ?? most else { continue }
            isAmbiguous = distance == best?.distance
            best = (entry, distance)
        }
        return isAmbiguous ? nil : best?.entry
    }

    /// The letters of each label of a row.
    private static let rowLetters = entries.filter { $0.value != .group }.map {
        (letters: Array($0.key.unicodeScalars), entry: $0.value)
    }

    /// In bytes: half as much again as the longest label has, above which no text is near to one.
    private static let longestMisprint = (entries.keys.map(\.utf8.count).max() ?? 0) * 3 / 2
}
