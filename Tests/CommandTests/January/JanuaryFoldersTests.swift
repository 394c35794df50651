import Fixtures
import Foundation
import Ledger
import SystemPackage
import Testing

extension JanuaryTests {
    /// What each bureau reads of itself, and whether the ledger proves all of it.
    @Suite struct Folders {
        private let january: January

        init() throws { january = try January.played.get() }

        private func day(_ date: String) -> String {
            let parts = date.split(separator: "-").compactMap { Int($0) }
            return "\(parts[0])年\(parts[1])月\(parts[2])日"
        }

        @Test func `each bureau reads how it stands and what is to be done`() throws {
            for bureau in january.bureaus {
                let (year, state) = (january.year, january.state(of: bureau))
                let last = day(january.lastDay(of: bureau, for: year))
                let task =
                    switch state {
                    case "accepted": "已经完成，不需要再做什么。"
                    case "accepted-with-warnings": "请按回执核实：确有出入的，更正后"
                    case "returned": "请按回执修改后"
                    case "overdue": "尚未收到 \(year) 年度报告，报送期限 \(last)已过，请尽快报送。"
                    default: "尚未收到 \(year) 年度报告，请于 \(last)前报送。"
                    }
                let versions = january.versions(of: bureau)
                for page in ["回执.txt", "回执.html"] {
                    let words = Answers.plain(try january.ownPage(of: bureau, page))
                    #expect(words.contains(bureau.name) && words.contains(task), "\(bureau.name): \(words)")
                    for earlier in versions where earlier.year != String(year) && Int(earlier.year) != nil {
                        #expect(words.contains("\(earlier.year) 年度：第 1 版"), "\(bureau.name)")
                    }
                    if let current = versions.last, current.year == String(year) {
                        #expect(words.contains("第 \(current.version) 版"))
                        for remark in current.remarks where remark.hasPrefix("已核销") { #expect(words.contains(remark)) }
                    }
                    // The words of the office stay with the office.
                    if case .waived = bureau.fate { #expect(words.contains("由校核单位决定")) }
                    #expect(!words.contains(January.waived))
                }
            }
        }

        @Test func `no bureau reads another's name`() throws {
            #expect(try Set(january.scratch.names(in: "returns")) == Set(january.bureaus.map(\.folder)))
            for bureau in january.bureaus {
                for page in ["回执.txt", "回执.html"] {
                    let text = try january.ownPage(of: bureau, page)
                    for other in january.bureaus where other.name != bureau.name {
                        #expect(!text.contains(other.name), "\(other.name) in \(page) of \(bureau.name)")
                    }
                }
            }
        }

        @Test func `the office reads what came of its workbook`() throws {
            let rows = try Answers.rows(ofPage: january.scratch.text(of: "status/核销结果.html"))
            for bureau in january.bureaus {
                guard case .waived(let slip, byCommand: false) = bureau.fate else { continue }
                #expect(
                    rows.count { row in row.contains { $0.contains(bureau.name) } && row.contains { $0.contains("已核销") }
                    } == slip.rules.count)
            }
        }

        @Test func `the ledger is content with itself and with the files`() throws {
            let run = try Nianbao("verify", "--config", january.scratch.path("nianbao.toml"))
            // Without a journal it says that it could not compare with one.
            #expect([0, 3].contains(run.status), "\(run.output)")
            #expect(!run.output.contains("处改动") && !run.output.contains("缺失"), "\(run.output)")
        }

        /// With a journald the ledger's records are there already.
        private static let keepsRecords = !FileManager.default.fileExists(atPath: "/run/systemd/journal/socket")

        @Test(.enabled(if: JournalFiles.canBeMade && keepsRecords, "needs systemd-journal-remote and no journald"))
        func `the records alone make the same ledger and the same numbers`() async throws {
            let scratch = january.scratch
            let ledger = try Ledger(in: FilePath(scratch.path("state")))
            let records = try await ledger.records(without: .sent, limit: .max)
            #expect(records.count > 100)
            let entries = records.map { $0.journalFields + [(name: "_UID", value: "997")] }
            let journal = try JournalFiles.make(entries, in: scratch, as: "journal")
            for folder in ["anew", "anew-status"] { try scratch.makeFolder(folder) }
            let replay = try Nianbao(
                "replay", "--directory", journal, "--match", "_UID=997", "--state", scratch.path("anew"), "--status",
                scratch.path("anew-status"), "--config", scratch.path("nianbao.toml"))
            #expect(replay.status == 0, "\(replay.output)\(replay.standardError)")
            for name in ["register.csv"] + january.years.flatMap({ ["totals-\($0).json", "totals-\($0).csv"] }) {
                #expect(try scratch.text(of: "anew-status/\(name)") == scratch.text(of: "status/\(name)"), "\(name)")
            }
            #expect(try scratch.text(of: "anew-status/years.html") == scratch.text(of: "status/years.html"))
        }
    }
}
