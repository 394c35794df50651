package import Channels
package import Foundation
import Office
package import Reports

/// How notices are made, and which channels they go to.
package struct Notices: Sendable, Equatable {
    package var channels: [String: Channel] = [:]
    package var office = ""
    package var link = ""
    package var zone = "Asia/Shanghai"
    /// Who is to report, and by when.
    package var roster = Roster()

    package init() {}

    /// The channels that a notice goes to. One that fails is not told so by itself.
    package func channels(for notice: Notice) -> [String] {
        let failing = notice.kind == Alert.Kind.channelFailing.rawValue ? notice.firing.map(\.subject) : []
        return channels.filter { name, channel in
            channel.kind?.carriesNotices == true && channel.least <= notice.severity && !failing.contains(name)
        }.keys.sorted()
    }

    /// What people are told of alerts: the kind's own words, and no name of a file, since that may be a person's.
    package func notice(_ telling: AlertPlan.Telling, id: String, thread: String, at date: Date) -> Notice {
        let traits = telling.kind.traits
        return Notice(
            id: id, thread: thread, kind: telling.kind.rawValue, title: traits.title, advice: traits.advice,
            severity: traits.severity, firing: telling.firing.map(item), resolved: telling.resolved.map(item),
            isRepeat: telling.isRepeat, at: date, office: office, link: link, zone: zone)
    }

    /// A notice by which a person sees whether a channel works.
    package func test(id: String, at date: Date) -> Notice {
        Notice(
            id: id, kind: "test", title: "试发消息", advice: "收到这条消息，说明这一路可以送达；无须处理。", severity: .info,
            isTest: true, at: date, office: office, link: link, zone: zone)
    }

    private func item(_ state: AlertState) -> Notice.Item {
        let alert = state.alert
        let subject =
            switch alert.about {
            case .report, .place: alert.about.name
            case .file: "\(AlertScope(folderOf: alert.subject).name)中的文件"
            }
        let isMissing = state.cleared == nil && ReportAlerts.missingKinds.contains(alert.kind)
        let remark = isMissing ? remark(on: alert.about) : nil
        return Notice.Item(
            alert: state.id, subject: subject, remark: remark, since: state.since, ended: state.cleared)
    }

    /// By when a missing report is due, and whom to ask. What an office has written into its roster of a person's numbers is starred.
    private func remark(on subject: AlertSubject) -> String? {
        guard case .report(let name, let year, _) = subject, let year = Int(year),
            let agency = roster.agencies.first(where: { Filing(year: year, agency: $0.name).agency == name })
        else { return nil }
        let day = roster.deadlines.submit(of: agency, for: year).day
        let contact = agency.contact.isEmpty ? "" : "，联系人 \(agency.contact.masked)"
        return "期限 \(day.month)月\(day.day)日\(contact)"
    }
}
