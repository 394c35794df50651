/// The name of an element or attribute: its namespace, and its name in that, whatever the prefix.
struct XMLName: Hashable {
    var namespace: XMLNamespace
    var local: String

    init(_ namespace: XMLNamespace, _ local: String) {
        self.namespace = namespace
        self.local = local
    }
}
