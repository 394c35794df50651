/// The program itself.
package enum Program {
    /// Its version, as `nianbao --version` and the metrics tell it.
    package static let version = "0.1.0"
}
