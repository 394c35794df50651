/// A body that reports, as the office's roster has it.
package struct Agency: Sendable, Hashable {
    /// The full name.
    package var name: String
    /// Other names by which it calls itself.
    package var otherNames: [String]
    /// Whether it may make 规章; `nil` where the roster leaves it to the name.
    package var makesRules: Bool?
    /// The group whose dates hold for it, 市直部门.
    package var group: String
    /// The folder in the inbox into which it drops its reports.
    package var folder: String?
    /// Whom to ask.
    package var contact: String

    package init(
        name: String, otherNames: [String] = [], makesRules: Bool? = nil, group: String = "", folder: String? = nil,
        contact: String = ""
    ) {
        self.name = name
        self.otherNames = otherNames
        self.makesRules = makesRules
        self.group = group
        self.folder = folder
        self.contact = contact
    }

    /// All names.
    package var names: [String] { [name] + otherNames }
}
