import ArgumentParser
import Daemon
import Rules

/// How a nianbao command ends, for scripts and systemd.
enum ExitStatus: Int32 {
    case success = 0
    /// A report has to be corrected.
    case returned = 1
    /// A file could not be checked.
    case unchecked = 3
    /// Our own fault.
    case fault = 5
    /// Wrong use: sysexits' EX_USAGE.
    case usage = 64
    /// There is no daemon, or it does not answer: sysexits' EX_UNAVAILABLE.
    case unavailable = 69
    /// A file cannot be created.
    case cannotCreate = 73
    /// Input or output failed.
    case inputOutput = 74
    /// Another instance holds the lock.
    case locked = 75
    /// A library that comes with the program is not there: what the shell and the dynamic loader answer.
    case libraryMissing = 127
    /// Files are another account's: sysexits' EX_NOPERM.
    case notPermitted = 77
    /// The settings are wrong.
    case configuration = 78

    /// What a verdict amounts to.
    init(_ verdict: Verdict) {
        switch verdict {
        case .accepted, .acceptedWithWarnings: self = .success
        case .returned: self = .returned
        case .unreadable: self = .unchecked
        case .failed: self = .fault
        }
    }

    /// Why the daemon's parts did not start.
    init(_ failure: StartFailure) {
        switch failure {
        case .inUse: self = .locked
        case .cannotCreate: self = .cannotCreate
        case .barred: self = .notPermitted
        case .ledger, .unpublished, .unreturned: self = .inputOutput
        case .unchecked: self = .fault
        }
    }

    /// The same of the service: which of them systemd is not to try again.
    init(ofService failure: StartFailure) {
        self = failure.isOfRights ? .notPermitted : failure.isFinal ? .configuration : ExitStatus(failure)
    }

    /// The worst of several: our own fault, then what could not be checked, then what is returned.
    static func worst(of all: [ExitStatus]) -> ExitStatus {
        [.fault, .unchecked, .returned].first(where: all.contains) ?? .success
    }

    var code: ExitCode { ExitCode(rawValue) }
}
