extension Intake {
    /// When the intake does what.
    package struct Pace: Sendable {
        package var settle: Duration
        package var patience: Duration
        package var scanInterval: Duration
        /// Ends when nothing is waited for any more.
        package var untilIdle: Bool

        package init(settle: Duration, patience: Duration, scanInterval: Duration, untilIdle: Bool = false) {
            self.settle = settle
            self.patience = untilIdle ? settle : patience
            self.scanInterval = scanInterval
            self.untilIdle = untilIdle
        }
    }
}
