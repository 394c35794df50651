package import Logging
package import ServiceLifecycle
import UnixSignals

extension ServiceGroup {
    /// The components of a daemon. They end in the opposite order on SIGTERM and SIGINT, each after the last has finished, and all of them
    /// where one has done its work.
    package init(daemon services: [any Service], log: Logger) {
        var quiet = log
        quiet.logLevel = .error
        self.init(
            configuration: ServiceGroupConfiguration(
                services: services.map { service in
                    .init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
    }
}
