/// A body that reports, as the office's roster has it.
package struct Agency: Sendable, Hashable {
    /// The full name.
    package var name: String
    /// Other names by which it calls itself.
    package var otherNames: [String]
    /// Whether it may make 规章; `nil` where the roster leaves it to the name.
    package var makesRules: Bool?
    /// Whether its report is the sum of all the others: the government's own.
    package var sumsUp: Bool
    /// The group it belongs to, 市直部门.
    package var group: String
    /// The last day in the year after the one reported on; `nil` where that of its group or the law's holds.
    package var deadline: MonthDay?
    /// The folder in the inbox into which it drops its reports.
    package var folder: String?
    /// Whom to ask.
    package var contact: String

    package init(
        name: String, otherNames: [String] = [], makesRules: Bool? = nil, sumsUp: Bool = false,
        group: String = "", deadline: MonthDay? = nil, folder: String? = nil, contact: String = ""
    ) {
        self.name = name
        self.otherNames = otherNames
        self.makesRules = makesRules
        self.sumsUp = sumsUp
        self.group = group
        self.deadline = deadline
        self.folder = folder
        self.contact = contact
    }

    /// All names.
    package var names: [String] { [name] + otherNames }

    /// What its folders are called, in the inbox and among the returns.
    package var folderName: String { folder ?? name }
}
