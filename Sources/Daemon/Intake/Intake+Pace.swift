extension Intake {
    /// When the intake does what.
    package struct Pace: Sendable {
        package var settle: Duration
        package var patience: Duration
        package var scanInterval: Duration
        /// How long files are judged at least before the next look: what is small and has come meanwhile goes first then.
        package var stretch: Duration
        /// Ends when nothing is waited for any more.
        package var untilIdle: Bool

        package init(
            settle: Duration, patience: Duration, scanInterval: Duration, stretch: Duration = .seconds(1),
            untilIdle: Bool = false
        ) {
            self.settle = settle
            self.patience = untilIdle ? settle : patience
            self.scanInterval = scanInterval
            self.stretch = stretch
            self.untilIdle = untilIdle
        }
    }
}
