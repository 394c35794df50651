import Confinement
import Extraction
import Glibc
import Linux
import ReaderInterface
import Reading
import SystemPackage

/// Reads one document, behind fences: the process in which it runs can do nothing else afterwards.
struct DocumentService {
    private let limits: Limits

    init(_ limits: Limits) {
        self.limits = limits
    }

    /// Gives up all rights, reads one document from descriptor 0, answers on descriptor 1, and ends the process where one of
    /// these can't be done.
    func serveOne() {
        do throws(Confinement.Failure) {
            try Confinement(limits).enforce()
        } catch {
            Self.leave(.unconfined, error.description)
        }
        do {
            let bytes = try Descriptor.standardInput.read(limit: limits.fileBytes)
            try Descriptor.standardOutput.write(answer(to: bytes).encoded(within: limits))
        } catch {
            Self.leave(.broken, "\(error)")
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
                    || format == .txt && extract.map { Reader.isBeginning($0.document) } ?? false)
        }
    }

    static func leave(_ status: ReaderStatus, _ words: String) -> Never {
        try? Descriptor.standardError.write(Array("\(words)\n".utf8))
        exit(status.rawValue)
    }
}

extension Unreadable {
    /// The bytes are not what they claim to be, or end too early.
    fileprivate var isDamage: Bool {
        if case .damaged = self { true } else { false }
    }
}
