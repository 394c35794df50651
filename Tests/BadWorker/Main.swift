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
        var warmth = 0
        ForkService.serve(warmingUp: { warmth += 1 }, task: { serveOne($0, warmth) })
    }

    private static func serveOne(_ request: [UInt8], _ warmth: Int) -> Never {
        do {
            let limits = try JSONDecoder().decode(ReaderRequest.self, from: Data(request)).limits
            try serve(limits, warmth)
        } catch {
            try? Descriptor.standardError.write(Array("\(error)".utf8))
            exit(ReaderStatus.misused.rawValue)
        }
        exit(0)
    }

    private static func serve(_ limits: Limits, _ warmth: Int) throws {
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
        let detail =
            switch deed {
            case .parent: parent
            case .warmth: String(warmth)
            default: words.count > 1 ? words[1] : ""
            }
        let seen = deed.done(with: detail)
        let answer = ReaderAnswer(format: .txt, content: .unreadable(.notAReport(seen)))
        try Descriptor.standardOutput.write(answer.encoded(within: limits))
    }
}
