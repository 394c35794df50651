/// Why there is a rule, with an example that breaks it and one that keeps it: what `nianbao explain` adds to the rule's row.
package struct Explanation: Sendable, Equatable {
    /// What the form or the law wants, and what goes wrong otherwise, in Chinese.
    package let why: String
    package let breaks: Example
    /// What is wrong in `breaks`, in Chinese; empty where the example speaks for itself.
    package let remark: String
    package let keeps: Example

    init(why: String, breaks: Example, remark: String = "", keeps: Example) {
        self.why = why
        self.breaks = breaks
        self.remark = remark
        self.keeps = keeps
    }
}
