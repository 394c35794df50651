import Daemon
import Foundation
import Ledger
import Linux
import Logging
import Office
import Services
import SystemPackage

/// One look at what a sender has sent.
struct Visit {
    let sender: RemoteSender
    /// Whether also that is looked at which seems not to have changed.
    let isThorough: Bool
    /// Whether nothing was left to take over when the newest came.
    let isLive: Bool
    let date: Date

    var name: String { sender.name }
}

extension Collector {
    /// What a look came to.
    struct Look {
        /// Nothing is left that could be taken over.
        var isAtEnd = true
        /// Everything could be looked at.
        var isWhole = true
        /// What is wrong. It is looked at again though nothing has changed.
        var troubles: [FoundTrouble] = []
    }

    /// Takes over what a sender has sent, a part of it where it is much.
    func take(_ visit: Visit) async throws -> Look {
        do {
            return try await takeAll(SentJournals(visit.sender.files, from: .unit(Replay.unit)), visit)
        } catch let error as Errno {
            // Something has come, whatever it was.
            let heard = visit.sender.heard
            for name in try offices().names(of: visit.name) {
                clocks.note(heard, heard: heard, of: name, isLive: false, at: visit.date)
            }
            return Look(
                isWhole: false,
                troubles: [
                    .unreadable(
                        visit.name, "证书 \(visit.name) 发来的日志读不出来：\(error.reason)。请检查 \(journals)；其他办公室照常汇集。")
                ])
        }
    }

    private func takeAll(_ journals: SentJournals, _ visit: Visit) async throws -> Look {
        var look = Look()
        let ledgers = try Array(JournalRecords.ledgers(in: journals.all).prefix(Self.mostLedgers))
        for records in try newestFirst(ledgers, in: journals) {
            let found = try await followAlone(records, visit)
            look.isAtEnd = look.isAtEnd && found.isAtEnd
            look.isWhole = look.isWhole && found.isWhole
            look.troubles += found.troubles
            if records.leftOut.count > 0 { look.troubles.append(.foreign(visit.name, records.leftOut.lines.joined())) }
        }
        look.troubles += [try foreign(in: journals.all, ledgers, visit)].compactMap(\.self)
        try hear(journals, visit)
        look.troubles += [unreadable(journals, visit)].compactMap(\.self)
        return look
    }

    /// What is told of files of which not everything can be read.
    private func unreadable(_ journals: SentJournals, _ visit: Visit) -> FoundTrouble? {
        guard !journals.unopened.isEmpty || journals.isDamaged else { return nil }
        return .unreadable(visit.name, unopened: journals.unopened, damaged: nil, in: self.journals)
    }

    /// Of two ledgers of one office of which neither is known, the one is right that is written still.
    private func newestFirst(_ ledgers: [String], in journals: SentJournals) throws -> [RemoteRecords] {
        let all = ledgers.map { RemoteRecords(of: $0, in: journals) }
        guard all.count > 1 else { return all }
        return try all.map { ($0, try $0.newest()?.arrival ?? .never) }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    /// Follows the records of one ledger: what is wrong with its copy keeps no other one back. One that is damaged is put out of the way, and
    /// made anew from the journals.
    private func followAlone(_ records: RemoteRecords, _ visit: Visit) async throws -> Look {
        do {
            return try await follow(records, visit)
        } catch Ledger.Failure.damaged(let reason) {
            try Replica.setAside(records.ledger, in: state)
            context.log.error("\(records.ledger) 的副本已损坏（\(reason)），已移开，从收到的日志重建。")
            return Look(isAtEnd: false)
        } catch let failure as Ledger.Failure {
            let words = failure.description(of: state.appending("\(records.ledger).sqlite"))
            return Look(
                isWhole: false,
                troubles: [
                    .unreadable(visit.name, "证书 \(visit.name) 发来的记录汇集不了：\(words)其他办公室照常汇集。")
                ])
        }
    }

    private func follow(_ records: RemoteRecords, _ visit: Visit) async throws -> Look {
        let known = try offices()
        switch try known.membership(of: records, from: visit.name) {
        case .ignored: return Look()
        case .history: return try await keep(history: records, known, visit)
        case .trouble(let trouble): return Look(troubles: [trouble])
        case .former(let trouble):
            guard let newest = try records.newest()?.record, try !Replica(of: records.ledger, in: state).has(newest)
            else { return Look() }
            return Look(troubles: [trouble])
        case .office(let office): return try await take(records, of: office, known, visit)
        case .claimed(let office):
            // Whoever hands on what is known already claims nothing.
            guard let newest = try records.newest()?.record else { return Look() }
            let isKnown = try Replica(of: office.ledger, in: state).has(newest)
            guard try !isKnown || known.isUnfollowed(newest.office, from: visit.name) else { return Look() }
            return Look(troubles: try known.claims(of: records, newest, of: office, by: visit.name))
        case .moved(let office):
            try await context.ledger.move(office.name, to: visit.name)
            forgetKnown()
            return try await take(records, of: office, known, visit)
        case .new(let name):
            try await context.ledger.follow(records.ledger, of: name, from: visit.name, at: visit.date)
            forgetKnown()
            let office = Ledger.Followed(name: name, source: visit.name, ledger: records.ledger)
            return try await take(records, of: office, known, visit)
        }
    }

    private func take(
        _ records: RemoteRecords, of office: Ledger.Followed, _ known: KnownOffices, _ visit: Visit
    ) async throws -> Look {
        let replica = try Replica(of: office.ledger, in: state)
        if replica.number == 0 { try replica.abandon(context.ledger.abandoned(of: office.ledger)) }
        let decisions = known.decisions[office.ledger] ?? LedgerDecisions()
        let late = try replica.late(records, decisions)
        guard late.isEmpty else {
            // Before the copy has it: whoever is killed between shows all of it anew.
            try await context.ledger.showAnew(office.name)
            forgetKnown()
            _ = try await context.ledger.note(unusable: replica.take(late: late, of: records), of: office.name)
            try await context.ledger.keep(abandoned: replica.abandoned(), of: office.ledger)
            return Look(isAtEnd: false)
        }
        let told = try context.ledger.found(from: visit.name).filter { $0.junction?.ledger == records.ledger }
        let turning = try replica.turning(to: decisions, from: visit.name, in: records)
        guard !turning.leaves else {
            try await context.ledger.showAnew(office.name)
            forgetKnown()
            let unusable = try replica.leave(turning, for: visit.name, in: records)
            _ = try await context.ledger.note(unusable: unusable, of: office.name)
            try await context.ledger.keep(abandoned: replica.abandoned(), of: office.ledger)
            lookAgain()
            return Look(isAtEnd: false)
        }
        let progress = try replica.follow(
            records, from: visit.name, turning, isThorough: visit.isThorough,
            hadObstacle: told.contains { [.gap, .unlinked].contains($0.kind) })
        if progress.leavesOthers || visit.isThorough {
            try await context.ledger.keep(abandoned: replica.abandoned(), of: office.ledger)
        }
        let unusable = try await context.ledger.note(unusable: progress.unusable, of: office.name)
        guard progress.isAtEnd else { return Look(isAtEnd: false) }
        var troubles = progress.obstacles.map {
            $0.trouble(of: office.name, from: visit.name, doubt: known.doubt(of: visit.name))
        }
        if troubles.allSatisfy({ $0.junction == nil }), try replica.office != office.name {
            if let name = try replica.office, known.isFree(name) {
                try await context.ledger.follow(office.ledger, of: name, from: visit.name, at: visit.date)
                forgetKnown()
                upkeep.change()
                context.log.notice("办公室“\(office.name)”改称“\(name)”。")
                return Look(isAtEnd: false)
            }
            troubles.append(.renamed(office, to: try replica.office, from: visit.name))
        }
        if !progress.complaints.isEmpty {
            let words = progress.complaints.joined(separator: "；")
            troubles.append(.foreign(visit.name, "不合规定的记录，未采信：\(words)。"))
        }
        if replica.number < office.record {
            // What is shown is more than what can be made anew.
            troubles.append(.copyLost(office, replica.number, from: visit.name))
        } else if replica.number > office.record || office.due == nil {
            try await context.ledger.show(
                replica.figures(since: office, at: visit.date), of: office.name)
            forgetKnown()
            upkeep.change(office.name)
        }
        if !unusable.isEmpty {
            troubles.append(
                FoundTrouble(
                    .unusable, about: office.name, from: visit.name,
                    "\(office.name)的记录 \(unusable.map(String.init).joined(separator: "、")) 用不上：它们所说的报告不在，或对方的版本较新。"
                ))
        }
        return Look(troubles: troubles)
    }

    /// Follows a ledger that its office had before the one that is followed, and shows nothing of it: what is sent of it once more is known then.
    private func keep(history records: RemoteRecords, _ known: KnownOffices, _ visit: Visit) async throws -> Look {
        guard try context.ledger.histories(of: visit.name) < Self.mostHistories else { return Look() }
        let replica = try Replica(of: records.ledger, in: state)
        let progress = try replica.follow(records, from: visit.name)
        guard progress.isAtEnd else { return Look(isAtEnd: false) }
        try await context.ledger.note(former: records.ledger, from: visit.name, at: visit.date)
        forgetKnown()
        return Look()
    }

    /// Entries of others on an office's machine name its ledger, too. To count them takes as long as reading everything.
    private func foreign(
        in journal: JournalReader, _ ledgers: [String], _ visit: Visit
    ) throws -> FoundTrouble? {
        let isNews =
            try foreign[visit.name] == nil
            && ledgers.prefix(Self.glance).contains { try JournalRecords.isNewestForeign(of: $0, in: journal) }
        guard visit.isThorough || isNews else { return foreign[visit.name] }
        let others = try JournalRecords.others(in: journal)
        foreign[visit.name] =
            others.count == 0
            ? nil
            : FoundTrouble(
                .foreign, about: visit.name, from: visit.name,
                "证书 \(visit.name) 的机器上，有别的账户写了冒充记录的日志。\(others.lines.joined())")
        return foreign[visit.name]
    }

    /// Notes of which offices something has come. Of a sender that passes on the records of several the machines tell whose an entry is.
    private func hear(_ journals: SentJournals, _ visit: Visit) throws {
        let known = try offices()
        let written = try known.followed(from: visit.name).map { ($0, try journals.machine(of: $0.ledger)) }
        for case (let office, let machine?) in written { machines.note(machine, of: office.name) }
        let names = known.names(of: visit.name)
        guard names.count > 1 else {
            let heard = visit.sender.heard
            guard let name = names.first,
                let newest = try journals.newest() ?? (journals.isDamaged || !journals.unopened.isEmpty ? heard : nil)
            else { return }
            return clocks.note(newest, heard: heard, of: name, isLive: visit.isLive, at: visit.date)
        }
        let counts = Dictionary(written.compactMap { $1?.id }.map { ($0, 1) }, uniquingKeysWith: +)
        for (office, machine) in written {
            let newest =
                try machine.map { try journals.newest(from: $0, isShared: counts[$0.id, default: 0] > 1) }
                ?? journals.newest(of: office.ledger)
            guard let newest else { continue }
            clocks.note(newest, of: office.name, isLive: visit.isLive, at: visit.date)
        }
    }
}
