package import Channels
import Foundation
import Linux
package import SystemPackage

/// The keys of channels: given by systemd, else in files that not everybody can read.
package struct Credentials: Sendable {
    /// Why there is no key. Its words name the credential, never what is in it.
    package struct Missing: Error, Sendable, Equatable {
        package var reason: String
    }

    /// Where they lie unless systemd gives them.
    package static let folder: FilePath = "/etc/nianbao/credentials"

    private static let largest = 4096

    /// Where systemd has put them; `nil` where it gives none.
    private let directory: FilePath?
    /// Where they lie otherwise.
    private let fallback: FilePath

    package init(
        directory: FilePath? = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"].map { FilePath($0) },
        fallback: FilePath = Credentials.folder
    ) {
        self.directory = directory
        self.fallback = fallback
    }

    /// The keys of a channel.
    package func secrets(of channel: Channel) throws(Missing) -> Secrets {
        try Secrets(token: channel.token.map(read), key: channel.secret.map(read))
    }

    private func read(_ name: String) throws(Missing) -> String {
        if let directory, let text = try? text(of: directory.appending(name)) { return text }
        let file = fallback.appending(name)
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.string)
        guard let mode = attributes?[.posixPermissions] as? Int else { throw Missing(reason: "没有凭据 \(name)") }
        guard mode & 0o007 == 0 else { throw Missing(reason: "凭据文件 \(file) 谁都能读，请执行 chmod 0640 \(file)") }
        guard let text = try? text(of: file) else { throw Missing(reason: "凭据文件 \(file) 读不出来，或是空的") }
        return text
    }

    private func text(of file: FilePath) throws -> String {
        let text = String(decoding: try BoundedFile.read(file, limit: Self.largest), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        // More than one line would become more than one line of a head.
        guard !text.isEmpty, !text.contains(where: \.isNewline) else { throw Missing(reason: "") }
        return text
    }
}
