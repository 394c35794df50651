import FoundationEssentials
import Glibc
import ReaderInterface

/// The reader: the bytes of one document on descriptor 0, the limits in JSON as argument, a `ReaderAnswer` on descriptor 1.
///
/// It is the only program that links document libraries. What is here runs before there is any document; all that has to do with
/// one is `DocumentService.serveOne`, which can run in a child of a process that has loaded everything already.
@main
enum Main {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 2,
            let limits = try? JSONDecoder().decode(Limits.self, from: Data(arguments[1].utf8))
        else { DocumentService.leave(.misused, "nianbao-reader 由 nianbao 启动，不单独使用。") }
        DocumentService(limits).serveOne()
    }
}
