import Confinement
import Foundation
import Linux
import ReaderInterface

/// A worker that does as its document says: `hang`, `open /etc/passwd`. Confined as the real one.
///
/// What it is told to try it reports as what it missed in a report, so that a test can see what the fences let through.
@main
enum Main {
    static func main() {
        ForkService.serve(warmingUp: {}, task: serveOne)
    }

    private static func serveOne(_ request: [UInt8]) -> Never {
        do {
            let limits = try JSONDecoder().decode(Limits.self, from: Data(request))
            try serve(limits)
        } catch {
            try? Descriptor.standardError.write(Array("\(error)".utf8))
            exit(ReaderStatus.misused.rawValue)
        }
        exit(0)
    }

    private static func serve(_ limits: Limits) throws {
        // The fences refuse the question.
        let parent = String(getppid())
        do {
            try Confinement(limits).enforce()
        } catch {
            try Descriptor.standardError.write(Array(error.description.utf8))
            exit(ReaderStatus.unconfined.rawValue)
        }
        let text = String(decoding: try Descriptor.standardInput.read(limit: limits.fileBytes), as: UTF8.self)
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        let deed = Deed(rawValue: words.first ?? "") ?? .tell
        let seen = deed.done(with: deed == .parent ? parent : words.count > 1 ? words[1] : "")
        let answer = ReaderAnswer(format: .txt, content: .unreadable(.notAReport(seen)))
        try Descriptor.standardOutput.write(answer.encoded(within: limits))
    }
}
