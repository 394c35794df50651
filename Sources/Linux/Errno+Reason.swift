package import SystemPackage

extension Errno {
    /// What went wrong, in the words of an office.
    package var reason: String {
        switch self {
        case .noSuchFileOrDirectory: "不存在"
        case .permissionDenied, .notPermitted: "没有权限"
        case .notDirectory: "不是文件夹"
        case .isDirectory: "是文件夹"
        case .noSpace: "磁盘已满"
        case .diskQuotaExceeded: "磁盘配额已用完"
        case .readOnlyFileSystem: "文件系统只读"
        case .ioError: "磁盘读写出错"
        case .staleNFSFileHandle, .socketNotConnected, .hostIsDown, .timedOut: "网络共享已断开"
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem: "打开的文件过多"
        default: "系统错误 \(rawValue)：\(description)"
        }
    }
}
