import Reading
import Reports
import Testing

/// A sentence with what it states, one `matter=number` each; marked where it counts another time or other bodies.
struct StatementCase: Sendable, CustomTestStringConvertible {
    let sentence: String
    let section: Section
    let states: [String]

    init(_ sentence: String, in section: Section = .overview, states: String...) {
        self.sentence = sentence
        self.section = section
        self.states = states
    }

    var testDescription: String { sentence }

    /// What is read from the sentence in a report on 2024.
    var read: [String] {
        var report = Report()
        report.year = 2024
        report.passages[section] = [sentence]
        Prose.read(&report)
        return report.statements.map(\.short)
    }
}

extension Statement {
    fileprivate var short: String {
        let time = time == .another ? " of another time" : ""
        let scope = scope == .unmarked ? "" : " \(scope)"
        return "\(matter.rawValue)=\(number)\(time)\(scope)"
    }
}

@Suite("What sentences state in numbers")
struct StatementTests {
    @Test(arguments: [
        StatementCase("2024年，我局共收到政府信息公开申请12件。", states: "received=12"),
        StatementCase("全年受理依申请公开十二件。", states: "received=12"),
        StatementCase("新收信息公开申请１２件。", states: "received=12"),
        StatementCase("接收政府信息公开申请 12 份，办结 11 份。", states: "received=12", "handled=11"),
        StatementCase("共收到公开申请1,234件。", states: "received=1234"),
        StatementCase("收到3件政府信息公开申请。", states: "received=3"),
        StatementCase("收办政府信息公开申请3607件。", states: "undertaken=3607"),
        StatementCase(
            "共受理政府信息公开申请3119件，答复3050件（含上年度结转申请34件，另有103件顺延到下年度答复）。",
            states: "received=3119", "handled=3050", "carried_in=34", "carried_out=103"),
        StatementCase("收到公民、法人和其他组织提出的公开申请12件。", states: "received=12"),
        StatementCase("收到申请公开的申请12件，结转下年度继续办理3件。", states: "received=12", "carried_out=3"),
        StatementCase("收到公开申请1.2万件。"),
        StatementCase("收到公开申请约30件。"),
        StatementCase("收到公开申请30余件。"),
        StatementCase("收到公开申请99999999999999999999999件。"),
        StatementCase("收到公开申请9223372036854775807万件。"),
    ]) func `requests on their way`(statement: StatementCase) {
        #expect(statement.read == statement.states)
    }

    @Test(arguments: [
        StatementCase("我局未收到政府信息公开申请。", states: "received=0"),
        StatementCase("未收到公民、法人或其它组织的信息公开申请。", states: "received=0"),
        StatementCase("本单位没有依申请公开事项。", states: "received=0"),
        StatementCase("未收到和处理政府信息公开申请。", states: "received=0"),
        StatementCase("未收到依申请公开信件，办理提案12件。", states: "received=0"),
        StatementCase("没有发生政府信息公开行政复议、行政诉讼案件。", states: "reconsiderations=0", "litigations=0"),
        StatementCase("无因政府信息公开工作被申请行政复议、提起行政诉讼案件。", states: "reconsiderations=0", "litigations=0"),
        StatementCase("未收取涉及政府信息公开申请的任何费用。"),
        StatementCase("未发生超期答复的公开申请。"),
        StatementCase("没有因政府信息公开被纠正的行政复议。"),
        StatementCase("未因公开申请引起投诉。"),
    ]) func `none at all`(statement: StatementCase) {
        #expect(statement.read == statement.states)
    }

    @Test(arguments: [
        StatementCase("上年度共收到申请9件。", in: .requests, states: "received=9 of another time"),
        StatementCase("2023年收到公开申请9件。", states: "received=9 of another time"),
        StatementCase("上半年收到公开申请9件。", states: "received=9 of another time"),
        StatementCase("收到公开申请12件，比2023年增加3件，办结12件。", states: "received=12", "handled=12"),
        StatementCase("区政府办代表区政府受理公开申请17件。", states: "received=17 office"),
        StatementCase("全区受理公开申请95件。", states: "received=95 region"),
        StatementCase(
            "备案政府信息公开行政复议案件134件，行政诉讼案件57件。",
            states:
                "reconsiderations=134 onRecord", "litigations=57 onRecord"),
    ]) func `another time, other bodies`(statement: StatementCase) {
        #expect(statement.read == statement.states)
    }

    @Test(arguments: [
        StatementCase("收到公众意见75条，办理公开申请3646件。", states: "handled=3646"),
        StatementCase("办理建议7件、提案12件。"),
        StatementCase("办理行政许可申请35件。"),
        StatementCase("答复群众诉求46件。"),
        StatementCase("受理变更登记的申请35件。"),
        StatementCase("依申请公开渠道畅通，受理留言申请41件。"),
        StatementCase("按照第3条规定，公开申请按时答复。"),
        StatementCase("根据《关于收到公开申请3件的通知》办理。"),
    ]) func `other matters`(statement: StatementCase) {
        #expect(statement.read == statement.states)
    }

    @Test(arguments: [
        StatementCase(
            "予以公开9件，部分公开1件，不予公开2件。", in: .requests,
            states:
                "granted=9", "partly_granted=1", "refused=2"),
        StatementCase(
            "政府信息公开行政复议351件，其中结果维持72件。",
            states: "reconsiderations=351", "reconsiderations_upheld=72"),
        StatementCase("被提起行政诉讼两起。", in: .review, states: "litigations=2"),
        StatementCase("行政复议、行政诉讼共3件。", in: .review),
        StatementCase("审理行政复议案件134件。"),
        StatementCase(
            "因政府信息公开被申请行政复议6件，2件维持，纠正1件，其他结果2件，尚未审结1件。", in: .review,
            states: "reconsiderations=6", "reconsiderations_upheld=2", "reconsiderations_corrected=1",
            "reconsiderations_other=2", "reconsiderations_pending=1"),
        StatementCase(
            "行政复议3件，维持2件；行政诉讼2件，其中维持1件、尚未审结1件。", in: .review,
            states: "reconsiderations=3", "reconsiderations_upheld=2", "litigations=2", "litigations_upheld=1",
            "litigations_pending=1"),
        StatementCase(
            "行政复议3件、行政诉讼2件，其中维持4件。", in: .review, states: "reconsiderations=3", "litigations=2"),
        StatementCase("行政复议维持后提起行政诉讼1件。", in: .review),
        StatementCase("复议维持后被提起行政诉讼1件。", in: .review, states: "litigations=1"),
        StatementCase("纠正网站错误信息12条，办理行政复议相关事项。", in: .review),
        StatementCase(
            "新制作行政规范性文件2件，废止的规范性文件数1个，现行有效件数9个。", in: .disclosure,
            states: "documents_issued=2", "documents_repealed=1", "documents_in_force=9"),
        StatementCase("作出行政许可50件、行政处罚3件。", in: .disclosure, states: "licences=50", "penalties=3"),
        StatementCase("公开行政许可信息50条。", in: .disclosure),
    ]) func `results, cases, documents and decisions`(statement: StatementCase) {
        #expect(statement.read == statement.states)
    }
}
