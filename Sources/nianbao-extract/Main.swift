import Confinement
import Documents
import Extraction
import FoundationEssentials
import Glibc
import Linux
import SystemPackage

/// The worker: the bytes of one document on descriptor 0, the limits in JSON as argument, a `WorkerAnswer` on descriptor 1.
///
/// It is the only program that links document libraries. Before it reads a byte it gives up all that it does not need.
@main
enum Main {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 2,
            let limits = try? JSONDecoder().decode(Limits.self, from: Data(arguments[1].utf8))
        else { leave(.misused, "nianbao-extract 由 nianbao 启动，不单独使用。") }
        do throws(Confinement.Failure) {
            try Confinement(limits).enforce()
        } catch {
            leave(.unconfined, error.description)
        }
        do {
            let bytes = try Descriptor.standardInput.read(limit: limits.fileBytes)
            try Descriptor.standardOutput.write(reply(to: bytes, limits))
        } catch {
            leave(.broken, "\(error)")
        }
    }

    /// What is said of a file, as it is said.
    private static func reply(to bytes: [UInt8], _ limits: Limits) throws -> [UInt8] {
        let reply = [UInt8](try JSONEncoder().encode(answer(to: bytes, limits)))
        guard reply.count > limits.answerBytes else { return reply }
        let tooLong = WorkerAnswer(format: Format(sniffing: bytes), content: .unreadable(limits.reached(.characters)))
        return [UInt8](try JSONEncoder().encode(tooLong))
    }

    private static func answer(to bytes: [UInt8], _ limits: Limits) -> WorkerAnswer {
        do throws(Unreadable) {
            let extract = try Extractor.extract(bytes, limits: limits)
            return WorkerAnswer(format: extract.format, content: .document(extract.document))
        } catch {
            // Where nothing could be taken out, the bytes still show what they are.
            return WorkerAnswer(format: Format(sniffing: bytes), content: .unreadable(error))
        }
    }

    private static func leave(_ status: WorkerStatus, _ words: String) -> Never {
        try? Descriptor.standardError.write(Array("\(words)\n".utf8))
        exit(status.rawValue)
    }
}
