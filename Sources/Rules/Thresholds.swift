/// Numbers from which on a rule finds something, where the form names none or only a wish.
package struct Thresholds: Sendable, Equatable {
    /// Characters of 总体情况 that are not yet too many. Source: 国办公开办函〔2021〕30号, 一（一）, 原则上.
    package var overviewCharacters = 1_000
    /// The likeness of two texts, in per cent, from which on one is nearly the other.
    package var likeness = 80

    package init() {}
}
