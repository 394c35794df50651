import Reports
import Rules
import Testing

@testable import Office

/// A place may be told by its row in one version and by its cells in the next.
@Suite struct RevisionGroupsTests {
    private func revision(from before: [Place], to now: [Place]) -> Revision {
        let versions = [before, now].enumerated().map { index, places in
            let findings = places.map { Samples.finding("cell-blank", at: $0) }
            return Samples.version(version: index + 1, result: Samples.result(.returned, findings: findings))
        }
        return Revision(from: versions[0], to: versions[1])
    }

    private let row = Place.requests(.granted)
    private let cell = Place.requestsCell(.granted, .business)

    @Test func `what is left of a blank row is nothing new`() {
        let revision = revision(from: [row], to: [cell])
        #expect(revision.open.map(\.at) == [cell.path])
        #expect(revision.new.isEmpty && revision.mended.isEmpty)
    }

    @Test func `a row that is blank as a whole now was open before`() {
        let revision = revision(from: [cell, .title], to: [.table(.requests)])
        #expect(revision.open.map(\.at) == ["requests"])
        #expect(revision.new.isEmpty)
        #expect(revision.mended.map(\.at) == ["title"])
    }

    @Test func `another row is new`() {
        let revision = revision(from: [row], to: [.requests(.received)])
        #expect(revision.mended.map(\.at) == [row.path])
        #expect(revision.new.map(\.at) == ["requests/received"])
    }

    @Test func `findings of one place are counted`() {
        let revision = revision(from: [.title, .title, .title], to: [.title, .title])
        #expect(revision.open.count == 2 && revision.mended.count == 1 && revision.new.isEmpty)
    }

    @Test func `sixty thousand findings are compared`() {
        let places = (0..<60_000).map { Place.section(Section.allCases[$0 % 6]) }
        let revision = revision(from: places, to: places + [.title])
        #expect(revision.open.count == 60_000 && revision.new.count == 1)
        var result = Samples.result()
        result.findings = revision.open + revision.new
        #expect(RevisionView(revision, numbered: Standing(result).lines).groups.map(\.count) == [60_000, 1])
    }
}

@Suite("The numbers that a new version changes")
struct RevisionCellsTests {
    @Test func `neighbours in a row that have changed alike are one line`() {
        var result = Samples.result()
        let before = Samples.version(result: result)
        result.requests?[RequestRow.granted.rawValue] = [0, 3, 3, 3, 0, 0, 9]
        let view = RevisionView(Revision(from: before, to: Samples.version(version: 2, result: result)), numbered: [])
        #expect(view.cells.map(\.place) == ["表三“（一）予以公开”行第 2 至 4 栏", "表三“（一）予以公开”行“总计”栏"])
        #expect(view.cells.map { [$0.before, $0.now] } == [["0", "3"], ["0", "9"]])
        #expect(view.cellCount == 4 && view.furtherCells.isEmpty)
    }
}
