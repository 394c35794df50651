import Documents
import Extraction

/// The worker: the bytes of one document on descriptor 0, what is in it on descriptor 1.
@main
enum Main {
    static func main() {}
}
