/// A rectangle on a page, in points; y grows downwards.
struct Box: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var midX: Double { (left + right) / 2 }
    var midY: Double { (top + bottom) / 2 }
    var area: Double { max(0, width) * max(0, height) }

    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// The part of both; of no area where they do not meet.
    func intersection(_ other: Box) -> Box {
        Box(
            left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
            bottom: min(bottom, other.bottom))
    }

    func holds(x: Double, y: Double) -> Bool { left <= x && x <= right && top <= y && y <= bottom }

    /// The box on a page that is turned by `direction`, so that what ran in that direction runs to the right.
    func turned(from direction: Direction, on page: Box) -> Box {
        switch direction {
        case .right, .slanted: self
        case .down: Box(left: top, top: page.width - right, right: bottom, bottom: page.width - left)
        case .up: Box(left: page.height - bottom, top: left, right: page.height - top, bottom: right)
        case .left:
            Box(
                left: page.width - right, top: page.height - bottom, right: page.width - left,
                bottom: page.height - top)
        }
    }
}
