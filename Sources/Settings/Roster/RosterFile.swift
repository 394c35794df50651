import Linux
import Office
package import Reports
import SwiftCSV
package import SystemPackage

/// The roster as a table that an office edits in WPS or Excel: UTF-8 or GB18030, columns by the words at their heads.
package enum RosterFile {
    private static let largestFile = 5_000_000

    /// The roster of a file.
    package static func load(from path: FilePath) throws(RosterError) -> Roster {
        try parse(bytes(of: path, setting: "roster.path"), file: path.string)
    }

    /// The roster that the bytes of a file hold. The order of the columns is free, and only the name must be there.
    package static func parse(_ bytes: [UInt8], file: String) throws(RosterError) -> Roster {
        let table = try table(bytes, file: file)
        var reader = RosterReader(header: table.header)
        for (index, fields) in table.rows.enumerated() { reader.read(fields, row: index + 2) }
        guard reader.problems.isEmpty else { throw RosterError(file: file, problems: reader.problems) }
        return Roster(reader.agencies)
    }

    /// The bytes of a file that a setting names.
    static func bytes(of path: FilePath, setting: String) throws(RosterError) -> [UInt8] {
        do throws(BoundedFile.Failure) {
            return try BoundedFile.read(path, limit: largestFile)
        } catch {
            throw RosterError(file: path.string, problems: [.unreadable(error, setting: setting)])
        }
    }

    /// The table that the bytes of a file hold, in either character set.
    static func table(_ bytes: [UInt8], file: String) throws(RosterError) -> CSV<Enumerated> {
        guard let text = String(validating: bytes, as: UTF8.self) ?? GB18030.text(of: bytes), !text.contains("\0")
        else {
            throw RosterError(file: file, problems: [.notText])
        }
        do {
            return try CSV<Enumerated>(
                string: text.first == "\u{FEFF}" ? String(text.dropFirst()) : text, delimiter: .comma)
        } catch {
            throw RosterError(file: file, problems: [.notTable("\(error)")])
        }
    }
}
