extension RulesManual {
    /// The page in English, for packagers: the ids and their weights. What a rule is about, the page in Chinese says.
    /// `docs/man/nianbao-rules.7` is this text.
    package static var english: String { ([head] + Severity.allCases.map(section) + [fixed, tail]).joined() }

    private static let head = """
        .\\" Made by nianbao rules --manual --english from the table of rules; edit that.
        .TH NIANBAO\\-RULES 7 2026-11-30 nianbao Miscellaneous
        .ad l
        .nh
        .SH NAME
        nianbao\\-rules \\- the rules by which nianbao judges a report
        .SH DESCRIPTION
        Edition \(Roff.text(Rulebook.edition)) of the rules, \(Rulebook.rules.count) in all, by the weight that each has unless an office sets another
        in [rules] of the settings. \\fBnianbao rules\\fR shows those in force, \\fBnianbao explain \\fIRULE\\fR what one is about.
        Reports with a finding of a rule are found in the journal by \\fBjournalctl \\-u nianbao NIANBAO_RULE=\\fIRULE\\fR.
        .PP
        What each rule finds, why, an example that breaks it and one that keeps it, what to do, and its source are said in Chinese in this page
        of the locale zh_CN (\\fBman \\-L zh_CN.UTF\\-8 nianbao\\-rules\\fR).

        """

    private static let tail = """
        .SH SEE ALSO
        .BR nianbao (1),
        .BR nianbao\\-config (1),
        .BR nianbao.toml (5),
        .BR nianbao\\-journal (7)

        """

    private static func section(_ severity: Severity) -> String {
        section(
            severity.rawValue.uppercased(), meaning(of: severity),
            Rulebook.weighable.filter { $0.severity == severity })
    }

    /// Why a file is not judged, which no office weighs.
    private static var fixed: String {
        let weighable = Set(Rulebook.weighable.map(\.id))
        return section(
            "FIXED",
            "Why a file was not judged: it could not be read, or its content came before. These are not weighed.",
            Rulebook.rules.filter { !weighable.contains($0.id) })
    }

    private static func section(_ title: String, _ meaning: String, _ rules: [Rule]) -> String {
        ".SH \(title)\n\(meaning)\n.PP\n.nf\n" + rules.map { "\\fB\(Roff.text($0.id))\\fR\n" }.joined() + ".fi\n"
    }

    private static func meaning(of severity: Severity) -> String {
        switch severity {
        case .error: "The report contradicts the form or itself, and is returned."
        case .warning: "A person has to look."
        case .info: "Good to know."
        }
    }
}
