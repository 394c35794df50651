/// What a process may do no more once it has confined itself.
package struct Confinement: Sendable {
    package init() {}
}
