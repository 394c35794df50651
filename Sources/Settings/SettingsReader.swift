import TOML

/// Takes a parsed file into the settings, key by key, and notes whatever does not fit.
struct SettingsReader {
    private(set) var settings = Settings()
    private(set) var problems: [SettingsProblem] = []

    mutating func read(_ file: TOMLValue) {
        for member in file.table ?? [] {
            let (name, value) = (member.name, member.value)
            let family = SettingFamily.all.first { $0.name == name }
            guard family != nil || SettingKey.tables.contains(where: { $0.name == name }) else {
                problems.append(unknown(name, value))
                continue
            }
            guard let table = value.table else {
                problems.append(.notTable(line: value.line, name))
                continue
            }
            guard let family else {
                read(table, name, SettingKey.all)
                continue
            }
            for member in table { read(member.name, member.value, of: family) }
        }
    }

    /// Takes in a table whose name the office has chosen, [groups.市直部门].
    private mutating func read(_ member: String, _ value: TOMLValue, of family: SettingFamily) {
        let name = "\(family.name).\(member)"
        guard let table = value.table else {
            problems.append(.notTable(line: value.line, name))
            return
        }
        read(table, name, family.keys(member))
        if let missing = family.missing(member, settings) {
            problems.append(.missingValue(line: value.line, "\(name).\(missing.key)", missing.why))
        }
        if let refused = family.refused(member, settings) {
            problems.append(.refusedValue(line: value.line, "\(name).\(refused.key)", refused.why))
        }
    }

    private mutating func read(_ table: [TOMLValue.Member], _ name: String, _ keys: [SettingKey]) {
        for member in table { read("\(name).\(member.name)", member.value, keys) }
    }

    private mutating func read(_ name: String, _ value: TOMLValue, _ keys: [SettingKey]) {
        guard let key = keys.first(where: { $0.name == name }) else {
            let nearest = Spelling.nearest(to: name, in: keys.map(\.name))
            problems.append(.unknownKey(line: value.line, name, nearest: nearest))
            return
        }
        if !key.read(value, &settings) {
            problems.append(.badValue(line: value.line, key: name, expected: key.expected))
        }
    }

    /// A name at the top of the file: a table misspelt, or a key that stands before its table.
    private func unknown(_ name: String, _ value: TOMLValue) -> SettingsProblem {
        guard value.table != nil else {
            let nearest = Spelling.nearest(to: name, in: SettingKey.all.map(\.name))
            return .unknownKey(line: value.line, name, nearest: nearest)
        }
        let tables = SettingKey.tables.map(\.name) + SettingFamily.all.map(\.name)
        let nearest = Spelling.nearest(to: name, in: tables).map { "[\($0)]" }
        return .unknownTable(line: value.line, name, nearest: nearest)
    }
}
