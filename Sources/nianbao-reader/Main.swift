import Extraction
import Glibc
import Linux
import ReaderInterface

/// The reader: a `ForkService`. A request is the limits in JSON with the document, a pipe for the `ReaderAnswer`, and one for complaints.
///
/// It is the only program that links document libraries. This process never holds a document, and has no rights but to start; all that has
/// to do with a document is `DocumentService.serveOne`, in a child of its own. Given the file of a `PDFLibrary` it reads PDF as well.
@main
enum Main {
    static func main() {
        guard ForkService.isAsked, CommandLine.argc <= 2 else {
            DocumentService.leave(.misused, "nianbao-reader 由 nianbao 启动，不单独使用。")
        }
        if CommandLine.argc == 2 { load(CommandLine.arguments[1]) }
        ForkService.serve(warmingUp: DocumentService.warmUp, task: DocumentService.serveOne)
    }

    private static func load(_ library: String) {
        do throws(PDFLibrary.Failure) {
            try PDFLibrary.load(library)
        } catch {
            DocumentService.leave(.broken, "读取 PDF 的库加载不了（\(error)）")
        }
    }
}
