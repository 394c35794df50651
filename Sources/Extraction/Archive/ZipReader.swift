import Documents
import ReaderInterface

/// Archives (zip) that hold one report, in a folder or not: that report.
///
/// What a member is shows in its bytes, as for any file. Which of several documents is the report is not for a program to guess.
struct ZipReader: FormatReader {
    let limits: Limits
    /// How many archives are around this one. One around another is met in offices, more are not.
    let nesting: Int

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        guard nesting < 2 else { throw .notAReport("压缩包里套着多层压缩包，请直接提交年度报告") }
        let archive = try ZipArchive(bytes, limits: limits)
        var documents: [(name: String, bytes: [UInt8], format: Format)] = []
        for name in MemberNames(archive.names).documents {
            let bytes = try archive.bytes(of: name) ?? []
            documents.append((name, bytes, Format(sniffing: bytes)))
        }
        let readable = documents.filter { $0.format != .image && $0.format != .unknown }
        // A note to the reader may lie beside the report.
        let reports = readable.count == 1 ? readable : readable.filter { $0.format != .txt }
        if let report = reports.first, reports.count == 1 {
            return try Extractor.extract(report.bytes, limits: limits, nesting: nesting + 1).document
        }
        if readable.isEmpty {
            throw documents.contains { $0.format == .image } ? .scanned : .notAReport("压缩包里没有可以读取的文件")
        }
        let names = readable.prefix(3).map { "“\($0.name)”" }.joined(separator: "、")
        throw .notAReport("压缩包里有 \(readable.count) 个文件（\(names)\(readable.count > 3 ? "等" : "")），请只放一份年度报告")
    }
}
