import Alerts
import Foundation
import Linux
import SystemPackage
import Testing

@testable import Ledger

/// What an alert is about, in the journal and in a ledger made anew.
@Suite struct `The subject of an alert` {
    private static let named = Alert(.reportOverdue, about: .report(agency: "Qinglan Water 水利局", year: "2026"), "未报送")
    private static let reminder = Alert(
        .reportReminder, about: .report(agency: "甲 乙 局", year: "2026", reminder: "1-20"), "未报送")
    private static let file = Alert(.fileUnreadable, about: .file(folder: "水利局", name: "年 报.docx"), "读不出来")

    @Test(arguments: [named, reminder, file, Alert(.diskLow, "/var/lib/my disk", "满了")])
    func `is the same one when it is read back from its text`(alert: Alert) {
        #expect(Alert(alert.kind, alert.subject, alert.message) == alert)
    }

    @Test func `gives each field what belongs in it, whatever spaces a name has`() {
        let fields = Self.named.fields
        #expect(fields["AGENCY"] == "Qinglan Water 水利局" && fields["YEAR"] == "2026")
        #expect(fields["SUBJECT"] == "Qinglan Water 水利局 2026")
        #expect(Self.reminder.fields["AGENCY"] == "甲 乙 局" && Self.reminder.fields["YEAR"] == "2026")
        #expect(Self.file.fields["FOLDER"] == "水利局" && Self.file.fields["FILE"] == "水利局/年 报.docx")
    }
}
