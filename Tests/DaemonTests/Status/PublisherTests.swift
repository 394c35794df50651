import Daemon
import Fixtures
import Foundation
import Office
import Testing

@Suite struct PublisherTests {
    @Test func `a judged report has its result and its receipt, and the overview lists it`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.work()
        await bureau.publisher().publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "status") == ["index.html", "reports", "status.json"])
        #expect(
            try bureau.scratch.names(in: "status/reports/2024/财政局/v1") == ["receipt.html", "result.json"])
        let written = try JSON.value(
            Result.self, from: try bureau.scratch.text(of: "status/reports/2024/财政局/v1/result.json"))
        #expect(try await bureau.overview().versions.map(\.result) == [written])
        #expect(try bureau.scratch.text(of: "status/index.html").contains("财政局"))
    }

    @Test func `every version keeps its folder`() async throws {
        let bureau = try await Bureau()
        for verdict in ["returned", "accepted"] {
            try bureau.drop("\(verdict) 财政局 2024", as: "年报.txt")
            await bureau.work()
        }
        await bureau.publisher().publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "status/reports/2024/财政局") == ["v1", "v2"])
    }

    @Test func `a status folder that is missing is an alert, and what is owed comes later`() async throws {
        let bureau = try await Bureau()
        let (status, away) = (bureau.scratch.path("status"), bureau.scratch.path("away"))
        try FileManager.default.moveItem(atPath: status, toPath: away)
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        let publisher = bureau.publisher()
        await publisher.publish(at: bureau.now)
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.messages(of: .alert).count == 1)
        #expect(try await bureau.alerts() == ["status-unwritable"])
        #expect(!FileManager.default.fileExists(atPath: status))

        try FileManager.default.moveItem(atPath: away, toPath: status)
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts().isEmpty)
        #expect(try bureau.scratch.names(in: "status/reports/2024") == ["财政局"])
    }

    @Test func `an overview is written anew before it is no longer valid`() async throws {
        let bureau = try await Bureau()
        let publisher = bureau.publisher()
        await publisher.publish(at: bureau.now)
        let first = try bureau.scratch.text(of: "status/status.json")
        bureau.wait(.seconds(10))
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/status.json") == first)
        bureau.wait(.seconds(300))
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/status.json") != first)
    }

    @Test func `a crash before the done mark means that the file is written again`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        let owed = try await bureau.ledger.owedPages(limit: 10)
        #expect(owed.map(\.page) == [.receipt, .result, .overview, .status])
        try bureau.scratch.makeFolder("status/reports/2024/财政局/v1")
        try bureau.scratch.write("半", to: "status/reports/2024/财政局/v1/.result.json.draft")
        await bureau.publisher().publish(at: bureau.now)
        #expect(try await bureau.ledger.owedPages(limit: 10).isEmpty)
        #expect(
            try bureau.scratch.names(in: "status/reports/2024/财政局/v1") == ["receipt.html", "result.json"])
    }
}
