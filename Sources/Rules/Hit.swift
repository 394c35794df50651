import Reports

/// A place where a rule applies, with what it rests on: a finding before it is put into words.
struct Hit {
    var at: Place
    /// The text it rests on, as the file has it.
    var excerpt = ""
    /// The figures a result gives, by name.
    var facts: [String: Fact] = [:]
    /// Further words for the message alone, by name.
    var words: [String: String] = [:]
    /// Where this place weighs otherwise than the rule does elsewhere.
    var severity: Severity?
}
