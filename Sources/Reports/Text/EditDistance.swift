/// How many letters must be put in, left out or changed to make one text of another.
///
/// Takes as many steps as the product of their lengths.
package func editDistance(_ left: String, _ right: String) -> Int {
    editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars))
}

/// The same of texts that are at hand as scalars.
package func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let above = row[j + 1]
            row[j + 1] = a == b ? diagonal : min(diagonal, above, row[j]) + 1
            diagonal = above
        }
    }
    return row[right.count]
}
