import Alerts
import Foundation
import Ledger
import Linux
import Office
import Reports
import Rules
import Settings
import SystemPackage

/// Which bodies see their own results and where, and what they see beside what the ledger holds.
struct ReturnsPlan: Sendable {
    /// None where they see nothing.
    let folder: ReturnsFolder?
    let places: [Ledger.ReturnPlace]
    /// The bodies that can't have a folder.
    let refused: [Alert]
    /// The names under which the reports of the bodies are filed.
    let names: FiledNames
    private let bodies: [String: ExpectedAgency]
    private let roster: Roster
    private let letter: Letter
    private let zone: TimeZone

    init(_ configuration: Configuration, at date: Date) throws {
        let (settings, roster) = (configuration.settings, configuration.roster)
        folder = settings.returns.folder.map {
            ReturnsFolder(path: $0, others: settings.foldersBesideReturns.map(\.folder))
        }
        letter = settings.letter
        zone = roster.deadlines.timeZone
        self.roster = roster
        names = FiledNames(roster)
        guard let path = settings.returns.folder else {
            (places, refused, bodies) = ([], [], [:])
            return
        }
        let faults = Self.faults(in: roster)
        refused = faults.map { .returnsRefused(path.appending($0.key.printable), $0.value, Self.advice) }
        let good = zip(roster.expected, roster.agencies.map(\.folderName)).filter { faults[$0.1] == nil }
        let common = try Self.basis(path, settings, roster)
        let year = Period.Day(date, in: zone).year - 1
        bodies = Dictionary(good.map { ($0.0.filedAs, $0.0) }) { first, _ in first }
        places = try good.map { body, name in
            let deadline = body.deadline(for: year)
            let own = [body.name, name, deadline.day, deadline.lastDay].map { "\($0)" }
            let basis = try JSON.line([common] + own)
            return Ledger.ReturnPlace(
                agency: body.filedAs, folder: name, basis: SHA256.digits(of: Array(basis.utf8)))
        }
    }

    /// What is to be done about a folder of the roster that can't be one.
    static let advice = "请在名录的“收件文件夹”一栏另写一个名称"

    /// The folders of a roster that no body can have, each with why, without an end mark.
    static func faults(in roster: Roster) -> [String: String] {
        let names = roster.agencies.map(\.folderName)
        // Shares know no case: two bodies would read each other's.
        let owners = Dictionary(names.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
        return names.reduce(into: [:]) { faults, name in
            if !Filing.isFolderName(name) {
                faults[name] = "名录中的这个名称不能作文件夹的名称"
            } else if owners[name.lowercased()] != 1 {
                faults[name] = "名录中不止一个单位用这个文件夹"
            }
        }
    }

    /// A hash of what the files of all bodies show beside what the ledger holds.
    private static func basis(_ path: FilePath, _ settings: Settings, _ roster: Roster) throws -> String {
        let letter = settings.letter
        let own = [
            Program.version, Rulebook.edition, path.string, letter.office, String(letter.correctionDays),
            roster.deadlines.zone,
        ]
        let names = roster.agencies.map { $0.names + [$0.folderName] }
        return SHA256.digits(of: Array(try JSON.line([own] + names).utf8))
    }

    /// How a body stands at a moment; `nil` where the roster does not have it any more.
    func standing(of pending: Ledger.PendingReturn, in ledger: Ledger, at date: Date) throws -> BureauStanding? {
        guard let body = bodies[pending.agency] else { return nil }
        let reports = try ledger.reports(of: pending.agency, folder: pending.folder, names: names) {
            BureauStanding.isShown($0, at: date, in: zone)
        }
        return BureauStanding(body, reports, among: roster, letter: letter, at: date, in: zone)
    }
}
