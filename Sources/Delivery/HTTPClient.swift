import CHTTP
package import Channels
import Foundation

/// What asks servers, in a file of its own, since no other process is to have it.
package enum HTTPLibrary {
    /// What the dynamic loader says of a file.
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    /// Loads it, for the rest of this process. Call it while nobody sends.
    package static func load(_ path: String) throws(Failure) {
        guard let words = unsafe http_library_load(path) else { return }
        throw Failure(description: unsafe String(cString: words))
    }
}

/// Asks servers, through the library that was loaded. A call blocks for ten seconds at the most.
package enum HTTPClient {
    /// How many seconds a server may take.
    package static let patience = 10

    /// What a server has answered, or why there is no answer.
    package enum Reply: Sendable, Equatable {
        case answer(Answer)
        case none(String, mayHaveArrived: Bool)
    }

    /// Sends a request. No word of what comes back has the address in it: there may be a key in that.
    package static func send(_ request: Request, patience: Int = Self.patience) -> Reply {
        guard let library = unsafe http_library_at_hand()?.pointee else {
            return .none("没有载入发送所需的程序库", mayHaveArrived: false)
        }
        let headers = unsafe request.headers.map { unsafe strdup($0) }
        defer { unsafe headers.forEach { unsafe free($0) } }
        let pointers = unsafe headers.map { unsafe UnsafePointer($0) } + [nil]
        let body = request.body?.map(CChar.init(bitPattern:))
        let answer = unsafe pointers.withUnsafeBufferPointer { list in
            guard let body else { return unsafe library.send(request.url, list.baseAddress, nil, 0, patience) }
            return unsafe body.withUnsafeBufferPointer { bytes in
                unsafe library.send(request.url, list.baseAddress, bytes.baseAddress, bytes.count, patience)
            }
        }
        defer { unsafe library.forget(answer) }
        let failure = unsafe answer.failure
        guard failure == 0 else { return reason(failure) }
        let bytes = unsafe UnsafeBufferPointer(start: answer.body, count: answer.length).map(UInt8.init(bitPattern:))
        let retryAfter = unsafe answer.retry_after
        return .answer(
            Answer(
                status: unsafe answer.status, body: bytes, retryAfter: retryAfter > 0 ? TimeInterval(retryAfter) : nil))
    }

    /// The codes are those of libcurl-errors(3).
    private static func reason(_ code: CInt) -> Reply {
        switch code {
        case 3: .none("网址的写法不对", mayHaveArrived: false)
        case 5: .none("找不到代理服务器", mayHaveArrived: false)
        case 6: .none("找不到这个域名", mayHaveArrived: false)
        case 7: .none("连接不上对方", mayHaveArrived: false)
        case 28: .none("对方没有在时限内答复", mayHaveArrived: true)
        case 35: .none("不能建立加密的连接", mayHaveArrived: false)
        case 51, 58, 60, 77, 83, 91: .none("对方的证书不可信", mayHaveArrived: false)
        case 52, 55, 56: .none("连接中断，没有收到答复", mayHaveArrived: true)
        default: .none("发送失败（libcurl \(code)）", mayHaveArrived: true)
        }
    }
}
