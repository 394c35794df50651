import Linux
package import SystemPackage
import TOML

extension Settings {
    /// Where the settings are looked for when nobody says where.
    package static let standardFile: FilePath = "/etc/nianbao/nianbao.toml"

    private static let largestFile = 1_000_000

    /// The settings of a file, over the defaults. Without a path, those of the standard file where there is one.
    package static func load(from path: FilePath?) throws(SettingsError) -> Settings {
        let file = path ?? standardFile
        do {
            return try parse(BoundedFile.read(file, limit: largestFile), file: file.string)
        } catch let failure as BoundedFile.Failure {
            if path == nil, failure == .missing { return Settings() }
            throw SettingsError(file: file.string, problems: [.unreadable(failure)])
        } catch let error as SettingsError {
            throw error
        } catch {
            throw SettingsError(file: file.string, problems: [.unreadable(.failed("\(error)"))])
        }
    }

    /// The settings that the bytes of a file hold, over the defaults.
    package static func parse(_ bytes: [UInt8], file: String) throws(SettingsError) -> Settings {
        guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
            throw SettingsError(file: file, problems: [.notText])
        }
        var reader = SettingsReader()
        do {
            reader.read(try TOMLValue(parsing: text))
        } catch {
            throw SettingsError(file: file, problems: [.syntax(of: error, in: text)])
        }
        let problems = reader.problems + reader.settings.overlaps
        guard problems.isEmpty else { throw SettingsError(file: file, problems: problems) }
        return reader.settings
    }

    /// Sets a key from the command line, where words stand without quotes; false where the value is not a good one.
    package mutating func set(_ key: SettingKey, to words: String) -> Bool {
        key.read(TOMLValue(.string(words), line: 1), &self)
    }

    /// The folders that lie in each other though the daemon must never write into the inbox, nor into the folder of the office, and what
    /// stands in one of these is not to be taken for what stands in the other, nor seen by whom it is not for.
    package var overlaps: [SettingsProblem] {
        let (inbox, state, status) = (
            ("inbox.path", inbox.path), ("state.path", state.path), ("status.path", status.path)
        )
        var pairs = [(state, inbox), (status, inbox)]
        if let folder = desk.folder { pairs += [inbox, state, status].map { (("desk.folder", folder), $0) } }
        if let folder = returns.folder {
            pairs += foldersBesideReturns.map { (("returns.folder", folder), ($0.key, $0.folder)) }
        }
        return pairs.compactMap { one, other in
            one.1.overlaps(other.1) ? .foldersOverlap(one.0, other.0) : nil
        }
    }

    /// The folders in which those of the bureaus must not lie, nor they in these, each with its key.
    package var foldersBesideReturns: [(key: String, folder: FilePath)] {
        [("inbox.path", inbox.path), ("state.path", state.path), ("status.path", status.path)]
            + [desk.folder.map { (key: "desk.folder", folder: $0) }].compactMap(\.self)
    }
}
