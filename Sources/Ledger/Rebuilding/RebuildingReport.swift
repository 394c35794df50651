/// What was made anew.
package struct RebuildingReport: Sendable, Equatable {
    package let records: Int
    package let versions: Int
    /// Nothing is missing between the first record and the last.
    package let isWhole: Bool
    /// The status files are written too.
    package let isPublished: Bool
    private let gaps: String
    private let remarks: [String]

    package init(_ summary: LedgerBuilder.Summary, isPublished: Bool) {
        records = summary.records
        versions = summary.versions
        isWhole = summary.isWhole
        gaps = summary.shown
        remarks = summary.remarks
        self.isPublished = isPublished
    }

    /// The outcome in Chinese, a line each.
    package var lines: [String] {
        var lines = ["已重建台账：\(records) 条记录，\(versions) 份报告。"]
        if !isWhole { lines.append("日志不完整：\(gaps)没有找到。收件文件夹里还在的文件会在服务启动后重新核对；其余的请与报送单位核实。") }
        lines += remarks
        if !isPublished { lines.append("回执和总览没有写成：请检查结果文件夹是否存在、空间和写入权限，再运行 nianbao rebuild。") }
        return lines
    }
}
