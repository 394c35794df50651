import Linux
import Settings
import SystemPackage

extension StateSettings {
    /// Takes the lock that only one process of a state folder may hold.
    func lock() throws(StartFailure) -> FileLock {
        do throws(FileLock.Refusal) {
            return try FileLock(path.appending("lock"))
        } catch {
            switch error {
            case .held(let holder): throw .inUse(path, by: holder)
            case .failed(let error): throw .cannotCreate(path, error)
            }
        }
    }
}
