import Fixtures
import Foundation

/// The program as it is installed below a prefix, with a worker that is not the real one, or with none.
struct Installation {
    let program: URL

    init(in scratch: ScratchFolder, worker: String?) throws {
        let built = Nianbao.program
        program = URL(filePath: scratch.path("prefix/bin/nianbao"))
        try scratch.makeFolder("prefix/bin")
        try scratch.makeFolder("prefix/libexec/nianbao")
        try scratch.copy(built.path(percentEncoded: false), to: "prefix/bin/nianbao")
        guard let worker else { return }
        let other = built.deletingLastPathComponent().appending(component: worker)
        try scratch.copy(other.path(percentEncoded: false), to: "prefix/libexec/nianbao/nianbao-reader")
    }
}
