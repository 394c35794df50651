import Office
package import Reports
import SwiftCSV
package import SystemPackage

/// The list of the offices whose records are collected: UTF-8 or GB18030, columns by the words at their heads.
package enum OfficeFile {
    enum Column: String, CaseIterable {
        case name = "名称"
        case parent = "上级"
        case certificate = "证书"
    }

    /// The list of a file.
    package static func load(from path: FilePath) throws(RosterError) -> OfficeRoster {
        try parse(RosterFile.bytes(of: path, setting: "collect.offices"), file: path.string)
    }

    /// The list that the bytes of a file hold. The order of the columns is free, and only the name must be there.
    package static func parse(_ bytes: [UInt8], file: String) throws(RosterError) -> OfficeRoster {
        let table = try RosterFile.table(bytes, file: file)
        var reader = Reader(header: table.header)
        for (index, fields) in table.rows.enumerated() { reader.read(fields, row: index + 2) }
        let problems = reader.allProblems
        guard problems.isEmpty else { throw RosterError(file: file, problems: problems) }
        return OfficeRoster(reader.offices.map(\.office))
    }

    private struct Reader {
        private(set) var offices: [(office: OfficeRoster.Office, row: Int)] = []
        private var problems: [RosterProblem]
        private let head: TableHead<Column>
        private var rows: [String: Int] = [:]

        init(header: [String]) {
            head = TableHead(header, required: .name)
            problems = head.problems
        }

        /// Takes in a row; one without anything in it is passed over.
        mutating func read(_ fields: [String], row: Int) {
            let value = { [head] (column: Column) -> String? in
                let text = head.value(column, of: fields)
                return text.isEmpty ? nil : text
            }
            guard Column.allCases.contains(where: { value($0) != nil }) else { return }
            guard let name = value(.name) else {
                problems.append(.blankName(row: row))
                return
            }
            guard Filing.isFolderName(name) else {
                problems.append(.badValue(row: row, column: Column.name.rawValue, value: name, expected: "能用作文件名的名称"))
                return
            }
            if let certificate = value(.certificate), certificate.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,63}/) == nil {
                problems.append(
                    .badValue(
                        row: row, column: Column.certificate.rawValue, value: certificate,
                        expected: "证书的名称（CN）：小写字母、数字和减号，不超过 64 个，不以减号开头"))
                return
            }
            if let first = rows[name] {
                problems.append(.repeated(row: row, column: Column.name.rawValue, value: name, firstRow: first))
                return
            }
            rows[name] = row
            let office = OfficeRoster.Office(
                name: name, parent: value(.parent), certificate: value(.certificate))
            offices.append((office, row))
        }

        /// What is wrong with the rows, and with what they say of each other.
        var allProblems: [RosterProblem] {
            let orphans: [RosterProblem] = offices.compactMap { office, row in
                guard let parent = office.parent, rows[parent] == nil else { return nil }
                return .badValue(
                    row: row, column: Column.parent.rawValue, value: parent, expected: "名册中的另一个办公室，或留空")
            }
            guard problems.isEmpty, orphans.isEmpty else { return problems + orphans }
            return OfficeRoster(offices.map(\.office)).ring.map { [.ring($0.name)] } ?? []
        }
    }
}

extension Settings {
    /// The list of offices that the settings name; an empty one where they name none.
    package func loadOffices() throws(RosterError) -> OfficeRoster {
        try collect.offices.map { path throws(RosterError) in try OfficeFile.load(from: path) } ?? OfficeRoster()
    }
}
