import ArgumentParser
import Daemon
import Foundation
import Ledger
import Linux
import Office
import Reports
import Settings

/// What the commands by which the office decides have in common.
struct DecisionOptions: ParsableArguments {
    @OptionGroup var settings: SettingsOptions

    @Option(help: ArgumentHelp("理由，必写；写进台账、日志和办公室的回执，至多 \(Reason.longest) 字。", valueName: "理由"))
    var why: String

    @Option(help: ArgumentHelp("谁作的决定；不写的，只记账户。", valueName: "姓名"))
    var by: String?

    @Option(help: ArgumentHelp("所看的是第几版的回执；不是最新一版的，不作决定。", valueName: "版本"))
    var version: Int?

    func validate() throws {
        try Reason.validate(why)
    }

    /// A current report, and the ledger in which it is decided on.
    struct Opened {
        let ledger: Ledger
        let desk: LedgerReader
        let report: ReportVersion
        let who: Decider

        /// Has it decided, and gives what came of each wish.
        func decide(_ wishes: [DecisionRequest.Wish], why: String) async throws -> [DecisionOutcome] {
            let requests = wishes.map {
                DecisionRequest(
                    year: report.year, agency: report.agency, version: report.version, $0, why: why)
            }
            return try await ledger.decide(requests, by: who, at: Date())
        }

        /// The report as it stands now.
        func now() async throws -> ReportVersion {
            try await desk.version(of: report.agency, year: report.year) ?? report
        }
    }

    /// The current report of a body that somebody means, for deciding on it. Says what stands in the way, and ends.
    func open(_ agency: String, _ year: String?) async throws -> Opened {
        // Root goes on as the service's account, and is not known any more then.
        let person = Account.person
        let setup = try settings.configurationOfOwner()
        let ledger = try Ledger.open(under: setup.settings)
        let desk = try LedgerReader(settings: setup.settings, roster: setup.roster)
        let name = try await desk.agency(meaning: agency, in: setup.roster)
        guard let report = try await report(of: name, year, desk) else {
            return try refuse("\(name.printable)\(year.map { " \($0)" } ?? "")：没有收到报告。")
        }
        if let version {
            // What was read under a former name is not what counts under another one, though the numbers be the same.
            let written = FiledNames(setup.roster).name(meantBy: agency, of: name)
            let seen = try await desk.version(of: written, year: report.year, number: version)
            if let seen, seen.agency != report.agency {
                return try refuse(
                    "\(seen.versionName.printable)不再计入：计入的是\(report.versionName.printable)；请看新的回执再作决定。")
            }
            guard version == report.version else {
                return try refuse(
                    "\(report.agency.printable) \(report.year) 最新的是第 \(report.version) 版，不是第 \(version) 版；请看新的回执再作决定。"
                )
            }
        }
        return Opened(ledger: ledger, desk: desk, report: report, who: Decider(person, by: by))
    }

    /// Where no year is named, that of the overview, else that of the reports that do not say theirs: as `show` does.
    private func report(of agency: String, _ year: String?, _ desk: LedgerReader) async throws -> ReportVersion? {
        if let year { return try await desk.version(of: agency, year: year) }
        let current = try await desk.overview(at: Date()).currentYear()
        if let found = try await desk.version(of: agency, year: current) { return found }
        return try await desk.version(of: agency, year: Filing.unknownYear)
    }

    private func refuse<Value>(_ words: String) throws -> Value {
        Console.complain(words)
        throw ExitStatus.returned.code
    }
}

extension Reason {
    /// Refuses words on a command line that are no reason.
    static func validate(_ why: String) throws {
        do throws(Fault) {
            _ = try Reason(why)
        } catch {
            throw ValidationError(error == .missing ? "请用 --why 写明理由。" : "理由太长，至多 \(longest) 字。")
        }
    }
}

extension Decider {
    /// Who works with this process, under the name that is given.
    init(_ person: (number: UInt32, through: UInt32), by name: String?) {
        self.init(
            uid: person.number, account: Account.name(of: person.number), through: Account.name(of: person.through),
            by: name)
    }
}

extension [String] {
    /// The year before the rest, where the first word is one.
    var yearAndRest: (year: String?, rest: [String]) {
        guard let first, first == Filing.unknownYear || Int(first).map((2_000...2_999).contains) == true else {
            return (nil, self)
        }
        return (first, Array(dropFirst()))
    }
}
