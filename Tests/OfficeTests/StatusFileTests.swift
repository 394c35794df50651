import Rules
import Testing

@testable import Office

@Suite struct `The status file` {
    /// What programs read of it.
    struct Status: Decodable, Equatable {
        struct Report: Decodable, Equatable {
            var year, agency: String
            var version: Int
            var received_at, verdict: String
            var errors, warnings: Int
            var path: String
        }
        var schema, generated_at, valid_until: String
        var ledger_record: Int
        var counts: [String: Int]
        var reports: [Report]
    }

    @Test func `gives its schema, its times with their offset and the ledger's record`() throws {
        let status = try JSON.value(Status.self, from: StatusFile.json(for: Samples.overview()))
        #expect(status.schema == "nianbao.status/1")
        #expect(status.generated_at == "2025-01-20T09:30:00+08:00")
        #expect(status.valid_until == "2025-01-20T09:40:00+08:00")
        #expect(status.ledger_record == 17)
    }

    @Test func `counts every verdict, those with none too`() throws {
        let versions = [
            Samples.version("甲局"), Samples.version("乙局"),
            Samples.version("丙局", result: Samples.contradictory),
        ]
        let status = try JSON.value(Status.self, from: StatusFile.json(for: Samples.overview(versions)))
        #expect(
            status.counts == [
                "accepted": 2, "accepted-with-warnings": 0, "returned": 1, "unreadable": 0, "failed": 0,
            ])
    }

    @Test func `lists a report with its verdict, its errors and its folder`() throws {
        let overview = Samples.overview([Samples.version(version: 2, result: Samples.contradictory)])
        let status = try JSON.value(Status.self, from: StatusFile.json(for: overview))
        #expect(
            status.reports == [
                .init(
                    year: "2024", agency: "清河县财政局", version: 2, received_at: "2025-01-20T09:30:00+08:00",
                    verdict: "returned", errors: 4, warnings: 1, path: "reports/2024/清河县财政局/v2")
            ])
    }

    @Test func `says at its beginning from which ledger it is, also where the rest of it is not there`() throws {
        let overview = Samples.overview((1...20).map { Samples.version("第\($0)中学") })
        let text = try StatusFile.json(for: overview)
        let origin = StatusFile.Origin(ledger: overview.ledger, record: 17)
        #expect(
            StatusFile.Origin(beginning: String(decoding: text.utf8.prefix(StatusFile.Origin.size), as: UTF8.self))
                == origin)
        #expect(try JSON.value(StatusFile.Origin.self, from: text) == origin)
    }

    @Test(arguments: ["", "{", "{\n\n\n\n", "{\n  \"agencies\" : [\n\n  ],\n", "[\n1,\n2,\n3", "甲\n乙\n丙,\n丁"])
    func `of an earlier edition, or of somebody else, says nothing there`(text: String) {
        #expect(StatusFile.Origin(beginning: text) == nil)
    }

    @Test func `is the same text for the same overview`() throws {
        let overview = Samples.overview([Samples.version("甲局"), Samples.version("乙局")])
        var turned = overview
        turned.reports.reverse()
        #expect(try StatusFile.json(for: overview) == StatusFile.json(for: turned))
    }
}
