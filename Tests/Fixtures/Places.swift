import Foundation

/// What the build put beside the tests.
package enum Built {
    /// The path of a program.
    package static func program(_ name: String) -> String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(component: name).path(percentEncoded: false)
    }
}

/// The folder of the package.
package enum Project {
    /// The path of something in it.
    package static func file(_ path: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(path)").standardized
            .path(percentEncoded: false)
    }
}
