import Fixtures
import Testing

@testable import Alerts

@Suite struct `The kinds of alerts` {
    @Test func `are in docs/alerts.md as the table has them`() throws {
        let made = AlertKindsTable.markdown
        #expect(try MadeSection.text(of: "docs/alerts.md", "kinds", made: made) == made)
    }

    @Test func `each say what happened and what to do, and that it is over`() {
        for kind in Alert.Kind.allCases {
            let traits = kind.traits
            #expect(!traits.title.isEmpty && traits.advice.hasSuffix("。") && traits.over.hasSuffix("。"), "\(kind)")
            #expect(traits.over.contains("@") || [.clockJump, .resourcesShort].contains(kind), "\(kind)")
            #expect(!traits.title.contains("@") && !traits.advice.contains("@"))
        }
    }

    @Test func `are held back by nothing that is held back itself`() {
        for kind in Alert.Kind.allCases { #expect(kind.heldBackBy.allSatisfy { $0.heldBackBy.isEmpty }) }
    }
}
