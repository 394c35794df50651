import Foundation
import Ledger
import ServiceLifecycle

/// Takes down that the daemon stops, after the last file and before the last delivery.
struct ShutdownRecord: Service {
    let ledger: Ledger

    func run() async throws {
        try? await gracefulShutdown()
        try await ledger.append([.stopping], at: .now)
    }
}
