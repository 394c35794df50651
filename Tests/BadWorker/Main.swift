import Confinement
import Documents
import Foundation
import Linux

/// A worker that does as its document says: `hang`, `open /etc/passwd`. Confined as the real one.
///
/// What it is told to try it reports in a paragraph, so that a test can see what the fences let through.
@main
enum Main {
    static func main() throws {
        let limits = try JSONDecoder().decode(Limits.self, from: Data(CommandLine.arguments[1].utf8))
        do {
            try Confinement(limits).enforce()
        } catch {
            try Descriptor.standardError.write(Array(error.description.utf8))
            exit(WorkerStatus.unconfined.rawValue)
        }
        let text = String(decoding: try Descriptor.standardInput.read(limit: limits.fileBytes), as: UTF8.self)
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        let deed = Deed(rawValue: words.first ?? "") ?? .tell
        let seen = deed.done(with: words.count > 1 ? words[1] : "")
        let answer = WorkerAnswer(format: .txt, content: .document(Document(blocks: [.paragraph(seen)])))
        try Descriptor.standardOutput.write([UInt8](JSONEncoder().encode(answer)))
    }
}
