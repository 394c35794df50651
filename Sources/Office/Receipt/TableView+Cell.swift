import Rules

extension TableView.Head {
    /// The head with what the findings say of its row or column.
    func marked(_ mark: Marks.Mark?) -> TableView.Head {
        guard let mark else { return self }
        var head = self
        head.marks = mark.findings
        head.style = mark.severity.rawValue
        return head
    }
}

extension TableView.Cell {
    /// A cell with its digits, `nil` where no number stands, and what the findings say of it.
    init(_ digits: String?, _ mark: Marks.Mark?, columns: Int = 1) {
        self.init(
            text: digits ?? mark?.found ?? (mark == nil ? "？" : "（空白）"), columns: columns, notes: mark?.notes ?? [],
            marks: mark?.findings ?? [], style: mark?.severity.rawValue ?? (digits == nil ? "absent" : ""))
    }

    /// What stands for a row that the report lacks, or whose numbers could not be told apart.
    static func absent(columns: Int) -> TableView.Cell {
        .init(text: "未读到这一行的数", columns: columns, style: "absent")
    }
}
