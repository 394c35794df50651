import TOMLKit

/// Takes a parsed file into the settings, key by key, and notes whatever does not fit.
struct SettingsReader {
    let lines: TOMLLines
    private(set) var settings = Settings()
    private(set) var problems: [SettingsProblem] = []

    init(lines: TOMLLines) {
        self.lines = lines
    }

    mutating func read(_ file: TOMLTable) {
        for (name, value) in file.byLine(lines) {
            let family = SettingFamily.all.first { $0.name == name }
            guard family != nil || SettingKey.tables.contains(where: { $0.name == name }) else {
                problems.append(unknown(name, value))
                continue
            }
            guard let table = value.table else {
                problems.append(.notTable(line: lines[name], name))
                continue
            }
            guard let family else {
                read(table, name, SettingKey.all)
                continue
            }
            for (member, value) in table.byLine(lines, in: name) { read(member, value, of: family) }
        }
    }

    /// Takes in a table whose name the office has chosen, [groups.市直部门].
    private mutating func read(_ member: String, _ value: TOMLValue, of family: SettingFamily) {
        let name = "\(family.name).\(member)"
        guard let table = value.table else {
            problems.append(.notTable(line: lines[name], name))
            return
        }
        read(table, name, family.keys(member))
        if let missing = family.missing(member, settings) {
            problems.append(.missingValue(line: lines[name], "\(name).\(missing.key)", missing.why))
        }
    }

    private mutating func read(_ table: TOMLTable, _ name: String, _ keys: [SettingKey]) {
        for (key, value) in table.byLine(lines, in: name) { read("\(name).\(key)", value, keys) }
    }

    private mutating func read(_ name: String, _ value: TOMLValue, _ keys: [SettingKey]) {
        guard let key = keys.first(where: { $0.name == name }) else {
            let nearest = Spelling.nearest(to: name, in: keys.map(\.name))
            problems.append(.unknownKey(line: lines[name], name, nearest: nearest))
            return
        }
        if !key.read(value, &settings) {
            problems.append(.badValue(line: lines[name], key: name, expected: key.expected))
        }
    }

    /// A name at the top of the file: a table misspelt, or a key that stands before its table.
    private func unknown(_ name: String, _ value: TOMLValue) -> SettingsProblem {
        guard value.type == .table else {
            let nearest = Spelling.nearest(to: name, in: SettingKey.all.map(\.name))
            return .unknownKey(line: lines[name], name, nearest: nearest)
        }
        let tables = SettingKey.tables.map(\.name) + SettingFamily.all.map(\.name)
        let nearest = Spelling.nearest(to: name, in: tables).map { "[\($0)]" }
        return .unknownTable(line: lines[name], name, nearest: nearest)
    }
}

extension TOMLTable {
    /// The names and values of the table in the order in which they stand in the file.
    fileprivate func byLine(_ lines: TOMLLines, in table: String? = nil) -> [(String, TOMLValue)] {
        let prefix = table.map { "\($0)." } ?? ""
        return zip(keys, values)
            .map { (name: $0, value: $1, line: lines[prefix + $0]) }
            .sorted { ($0.line, $0.name) < ($1.line, $1.name) }
            .map { ($0.name, $0.value) }
    }
}
