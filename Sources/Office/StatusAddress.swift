import Foundation

/// Relative addresses of what lies in the status folder.
enum StatusAddress {
    /// A path below the status folder as an address, every character that is not plain in one escaped.
    static func of(_ path: String) -> String { path.addingPercentEncoding(withAllowedCharacters: plain) ?? path }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
}
