package import Reports

/// The alerts that are about an agency's report for a year.
extension Alert {
    package static func returned(_ report: ReportState) -> Alert {
        Alert(.reportReturned, report.subject, "\(report.subject) 第 \(report.number) 版退回修改。请把回执转给报送单位，改好后重新报送。")
    }

    package static func unreadable(_ report: ReportState) -> Alert {
        Alert(.reportUnreadable, report.subject, "\(report.subject) 第 \(report.number) 版无法校核。请按回执所写的原因处理，或由人工核对。")
    }

    package static func secrecy(_ report: ReportState) -> Alert {
        Alert(.secrecyMarking, report.subject, "\(report.subject) 第 \(report.number) 版中有密级标志。请立即停止传阅和公开，由保密工作机构核实处理。")
    }

    package static func reminder(_ agency: String, _ year: Int, _ deadline: Deadline, step: Period.Day) -> Alert {
        Alert(
            .reportReminder, "\(agency) \(year) 提醒\(step.month)-\(step.day)",
            "\(agency)的 \(year) 年度报告尚未报送，期限为 \(deadline.day.said)。请提醒报送。")
    }

    package static func due(_ agency: String, _ year: Int, _ deadline: Deadline) -> Alert {
        Alert(.reportDue, "\(agency) \(year)", "\(agency)的 \(year) 年度报告尚未报送，期限为 \(deadline.day.said)。请今天联系。")
    }

    package static func overdue(_ agency: String, _ year: Int, _ deadline: Deadline) -> Alert {
        Alert(.reportOverdue, "\(agency) \(year)", "\(agency)的 \(year) 年度报告逾期未报送，期限为 \(deadline.day.said)。请催促报送。")
    }
}

extension Period.Day {
    fileprivate var said: String { "\(year)年\(month)月\(day)日" }
}
