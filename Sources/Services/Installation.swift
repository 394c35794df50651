import Foundation
package import SystemPackage

/// How this program is installed.
package enum Installation {
    /// A file that comes with the program: below the prefix that it is installed in, or beside it where it was built.
    package static func part(_ name: String) -> FilePath {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let folder = FilePath(own).removingLastComponent()
        let places = [
            folder.removingLastComponent().appending("libexec").appending("nianbao"), folder,
        ].map { $0.appending(name) }
        return places.first { FileManager.default.fileExists(atPath: $0.string) } ?? places[0]
    }
}
