import Documents

/// Maps what an object draws onto the page: its matrix, then the corner of its boundary, all in millimetres; then points.
struct OFDMatrix {
    private static let pointsPerMillimetre = 72 / 25.4

    private var a = 1.0
    private var b = 0.0
    private var c = 0.0
    private var d = 1.0
    private var e = 0.0
    private var f = 0.0
    private let x: Double
    private let y: Double

    init(of object: XMLElement) {
        let boundary = OFDNumbers.list(object["Boundary"])
        x = boundary.count == 4 ? boundary[0] : 0
        y = boundary.count == 4 ? boundary[1] : 0
        let matrix = OFDNumbers.list(object["CTM"])
        guard matrix.count == 6 else { return }
        (a, b, c, d, e, f) = (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5])
    }

    /// A point of the object on the page, in points.
    func point(_ px: Double, _ py: Double) -> (x: Double, y: Double) {
        (
            (a * px + c * py + e + x) * OFDMatrix.pointsPerMillimetre,
            (b * px + d * py + f + y) * OFDMatrix.pointsPerMillimetre
        )
    }

    /// A distance of the object on the page, in points.
    func vector(_ dx: Double, _ dy: Double) -> (x: Double, y: Double) {
        ((a * dx + c * dy) * OFDMatrix.pointsPerMillimetre, (b * dx + d * dy) * OFDMatrix.pointsPerMillimetre)
    }

    /// How thick a pen of a width is on the page.
    func width(_ width: Double) -> Double {
        width * abs(a * d - b * c).squareRoot() * OFDMatrix.pointsPerMillimetre
    }

    /// A rectangle in millimetres, `x y width height`, in points.
    static func box(_ text: String?) -> Box? {
        let numbers = OFDNumbers.list(text).map { $0 * pointsPerMillimetre }
        guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e6 }) else { return nil }
        return Box(left: numbers[0], top: numbers[1], right: numbers[0] + numbers[2], bottom: numbers[1] + numbers[3])
    }
}
