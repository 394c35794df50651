import Office
package import Reports
package import Settings

/// What an office should know of its settings before each body sees its own results.
package enum ReturnsNotice {
    /// Sentences; none where every body of the roster has a folder, or none is to have one.
    package static func all(_ settings: Settings, _ roster: Roster) -> [String] {
        guard settings.returns.folder != nil else { return [] }
        guard !roster.agencies.isEmpty else { return ["写明了单位回执的文件夹（returns.folder），却没有名录（roster.path），所以不写单位回执。"] }
        return ReturnsPlan.faults(in: roster).sorted { $0.key < $1.key }.map { name, reason in
            "单位回执的文件夹“\(name.printable)”：\(reason)；\(ReturnsPlan.advice)。"
        }
    }
}
