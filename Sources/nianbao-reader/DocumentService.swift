import Confinement
import Extraction
import FoundationEssentials
import Glibc
import Linux
import ReaderInterface
import Reading
import SystemPackage

/// Reads one document, behind fences: the process in which it runs can do nothing else afterwards.
struct DocumentService {
    private let limits: Limits
    private let subject: ReaderRequest.Subject

    init(_ request: ReaderRequest) {
        (limits, subject) = (request.limits, request.subject)
    }

    /// Reads the document of a request: a `ReaderRequest` in JSON, the document on descriptor 0, an answer on descriptor 1.
    static func serveOne(_ request: [UInt8]) -> Never {
        do {
            DocumentService(try JSONDecoder().decode(ReaderRequest.self, from: Data(request))).serve()
        } catch {
            leave(.misused, "nianbao-reader 与 nianbao 的版本不同：\(error)")
        }
    }

    /// Gives up all rights, reads one document, answers, and ends the process.
    private func serve() -> Never {
        do throws(Confinement.Failure) {
            try Confinement(limits).enforce()
        } catch {
            Self.leave(.unconfined, error.description)
        }
        do {
            let bytes = try Descriptor.standardInput.read(limit: limits.fileBytes)
            switch subject {
            case .report: try Descriptor.standardOutput.write(answer(to: bytes).encoded(within: limits))
            case .grid: try Descriptor.standardOutput.write(cells(of: bytes).encoded())
            }
        } catch {
            Self.leave(.broken, "\(error)")
        }
        // What the libraries would do at an ordinary end is of no use to anybody.
        _exit(EXIT_SUCCESS)
    }

    /// Makes the tables that each document would have to make: a child finds them done.
    static func warmUp() {
        do {
            let request = ReaderRequest(.report, within: Limits())
            let service = DocumentService(
                try JSONDecoder().decode(ReaderRequest.self, from: JSONEncoder().encode(request)))
            var reports = [Array(Rehearsal.page.utf8)]
            if PDFLibrary.isLoaded { reports.append(Rehearsal.drawing.bytes) }
            for report in reports { _ = try service.answer(to: report).encoded(within: request.limits) }
        } catch {
            leave(.broken, "\(error)")
        }
    }

    /// Bytes, `Document`, `Report`.
    private func answer(to bytes: [UInt8]) -> ReaderAnswer {
        // Where nothing could be taken out, the bytes still show what they are.
        var extract: Extract?
        do throws(Unreadable) {
            let taken = try Extractor.extract(bytes, limits: limits)
            extract = taken
            let report = try Reader.report(in: taken.document)
            let isCutOff = taken.format.isCutOff(bytes) || taken.format == .txt && Reader.breaksOff(report)
            return ReaderAnswer(format: taken.format, content: .report(report), isCutOff: isCutOff)
        } catch {
            let format = extract?.format ?? Format(sniffing: bytes)
            return ReaderAnswer(
                format: format, content: .unreadable(error),
                isCutOff: format.isCutOff(bytes) || Format.endsInZeros(bytes, isDamaged: error.isDamage)
                    || format == .pdf && error.isDamage && Format.hasHole(bytes)
                    || format == .txt && extract.map { Reader.isBeginning($0.document) } ?? false)
        }
    }

    /// Bytes, cells.
    private func cells(of bytes: [UInt8]) -> GridAnswer {
        let format = Format(sniffing: bytes)
        do throws(Unreadable) {
            let grid = try Extractor.grid(in: bytes, limits: limits)
            return GridAnswer(format: format, content: .grid(grid), isCutOff: format.isCutOff(bytes))
        } catch {
            return GridAnswer(
                format: format, content: .unreadable(error),
                isCutOff: format.isCutOff(bytes) || Format.endsInZeros(bytes, isDamaged: error.isDamage))
        }
    }

    static func leave(_ status: ReaderStatus, _ words: String) -> Never {
        try? Descriptor.standardError.write(Array("\(words)\n".utf8))
        _exit(status.rawValue)
    }
}

extension Unreadable {
    /// The bytes are not what they claim to be, or end too early.
    fileprivate var isDamage: Bool {
        if case .damaged = self { true } else { false }
    }
}
