package import Documents
package import Reports

/// Finds the national form in a document.
package enum Reader {
    /// The report that a document holds.
    ///
    /// Throws `Unreadable.notAReport` where neither a section nor a table of the form is found.
    package static func report(in document: Document) throws(Unreadable) -> Report {
        throw .notAReport("")
    }
}
