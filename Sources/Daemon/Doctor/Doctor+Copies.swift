import Foundation
import Ledger
import Linux
import Office
import Reports
import Settings
import SystemPackage

/// Whether what has come can be read, and whether what was made of it is whole.
extension Doctor {
    /// So many bytes are read through of journals, and of copies; which of more they are is left to chance, so that each has its turn.
    private static let mostBytes = 4 << 30
    /// So many of one kind are named.
    private static let mostNamed = 10

    /// What is left of the bytes that may be read through.
    private struct Allowance {
        private var bytes = mostBytes
        private(set) var count = 0

        /// Whether so many bytes may be read through.
        mutating func takes(_ size: Int) -> Bool {
            guard size <= bytes else { return false }
            bytes -= size
            count += 1
            return true
        }

        /// What is said of so many things of which not each was read through.
        func words(of all: Int, _ what: String) -> String { count < all ? "\(what)读完的有 \(count) 个，其余下次再看。" : "" }
    }

    // MARK: Journals

    /// Each file of each sender by itself. Nothing where the folder can't be listed, or is empty: that is told elsewhere.
    func journalFiles(at date: Date) -> [Diagnosis] {
        let (topic, folder) = ("日志文件", settings.collect.journals)
        guard let senders = try? RemoteSender.all(in: folder), !senders.isEmpty else { return [] }
        var (bad, allowance, hidden) = ([String: BadFiles](), Allowance(), 0)
        let files = senders.flatMap { sender in zip(sender.files, sender.stamps).map { (sender.name, $0, $1) } }
        for (sender, file, stamp) in files.shuffled() {
            switch JournalFile.state(of: file, isThorough: allowance.takes(stamp.size)) {
            case .whole: break
            case .damaged: bad[sender, default: BadFiles()].damaged.append(file)
            case .unopened(.permissionDenied): hidden += 1
            case .unopened(let reason):
                bad[sender, default: BadFiles()].unopened.append(.init(file: file, reason: reason))
                let age = date.timeIntervalSince1970 - Double(stamp.modified) / 1_000_000_000
                if age >= settings.collect.patience / .seconds(1) { bad[sender]?.isLasting = true }
            }
        }
        if hidden > 0, !isServiceAccount {
            return [Diagnosis(topic, .notice, "账户 \(Account.own) 看不到其中 \(hidden) 个文件。请使用 sudo。")]
        }
        let partly = allowance.words(of: files.count, "逐条")
        if bad.isEmpty { return [Diagnosis(topic, .good, "\(files.count) 个文件都能打开，没有损坏。\(partly)")] }
        return bad.sorted { $0.key < $1.key }.map { sender, files in
            Diagnosis(topic, files.isTrouble ? .trouble : .notice, files.words(of: sender, in: folder))
        }
    }

    /// The files of one sender that are not as they should be.
    private struct BadFiles {
        var unopened: [SentJournals.Unopened] = []
        var damaged: [FilePath] = []
        /// One of those that can't be opened was not begun just now.
        var isLasting = false

        var isTrouble: Bool { isLasting || !damaged.isEmpty }

        func words(of sender: String, in folder: FilePath) -> String {
            let unopened = unopened.sorted { $0.file.string < $1.file.string }
            let damaged = damaged.sorted { $0.string < $1.string }
            return FoundTrouble.unreadable(sender, unopened: unopened, damaged: damaged, in: folder).words
        }
    }

    // MARK: Copies

    /// The copy of each office's ledger, and what was put out of the way. Nothing where there is none yet.
    func copies() async -> [Diagnosis] {
        let topic = "汇集的副本"
        guard isServiceAccount else {
            return [Diagnosis(topic, .notice, "账户 \(Account.own) 看不到各办公室台账的副本，没有检查。请使用 sudo。")]
        }
        do {
            // Before the copies: these go on, and what is shown follows them.
            let offices = try await LedgerReader(settings: settings, roster: roster).followedOffices()
            let copies = try Copies(in: settings.state.path.appending(StateFolder.offices))
            guard !offices.isEmpty || !copies.ledgers.isEmpty || !copies.setAside.isEmpty else { return [] }
            return look(at: copies, of: offices)
        } catch is LedgerReaderFailure {
            // That is told of the ledger.
            return []
        } catch {
            return [Diagnosis(topic, .trouble, "各办公室台账的副本无法查看：\((error as? Errno)?.reason ?? "\(error)")。")]
        }
    }

    private func look(at copies: Copies, of offices: [Ledger.Followed]) -> [Diagnosis] {
        let topic = "汇集的副本"
        let known = Dictionary(offices.map { ($0.ledger, $0) }, uniquingKeysWith: { first, _ in first })
        let ledgers = Set(copies.ledgers).union(offices.filter { $0.record > 0 }.map(\.ledger))
        var (wrong, allowance) = ([String: String](), Allowance())
        for ledger in ledgers.shuffled() {
            let isThorough = allowance.takes((try? copies.size(of: ledger)) ?? 0)
            let state = copies.state(of: ledger, isThorough: isThorough)
            wrong[ledger] = Self.words(of: state, copies.path(of: ledger), known[ledger], ledger)
        }
        let troubles = wrong.sorted { $0.key < $1.key }
        var rows = troubles.prefix(Self.mostNamed).map { Diagnosis(topic, .trouble, $0.value) }
        if troubles.count > rows.count {
            rows.append(Diagnosis(topic, .trouble, "另有 \(troubles.count - rows.count) 个副本也是这样。"))
        }
        if rows.isEmpty {
            let partly = allowance.words(of: ledgers.count, "逐页")
            rows = [Diagnosis(topic, .good, "\(offices.count) 个办公室的副本都在，没有损坏。\(partly)")]
        }
        return rows
            + copies.setAside.prefix(Self.mostNamed).map { ledger in
                let isWhole = copies.ledgers.contains(ledger) && wrong[ledger] == nil
                let path = copies.asidePath(of: ledger)
                let advice = isWhole ? "现在的副本是完整的，它可以删除：rm '\(path)'" : "现在的副本还不完整，请先不要删除它。"
                return Diagnosis(topic, .notice, "\(path) 是移开的损坏的副本（\(Self.name(of: ledger, known[ledger]))）。\(advice)")
            }
    }

    /// What is wrong with a copy, and what to do; `nil` where nothing is.
    private static func words(
        of state: Copies.State, _ path: FilePath, _ office: Ledger.Followed?, _ ledger: String
    ) -> String? {
        let name = name(of: ledger, office)
        let rest = "日志已经清理、重建不全的，请放回备份，或请对方从头再传一次（见 docs/scale.md）。"
        switch state {
        case .whole(let number):
            guard let office, number < office.record else { return nil }
            return FoundTrouble.copyLost(office, number, from: office.source).words
        case .damaged(let reason):
            return "\(name)的副本 \(path) 已损坏（\(reason)）。请停止服务，把它移到别处，再启动，由服务从收到的日志重建；\(rest)"
        case .missing:
            return "没有\(name)的副本（\(path)）：服务从收到的日志重建，至迟在启动以后或一小时之内；\(rest)"
        case .closed(let reason): return "\(name)的副本 \(path) 无法查看：\(reason)。"
        case .busy: return nil
        }
    }

    private static func name(of ledger: String, _ office: Ledger.Followed?) -> String {
        office?.name ?? "从前的台账 \(ledger.prefix(8))…"
    }
}
