//! A step of the format: what a version of Trackside added to a table.

/// Once released it is never changed, since files that took it have what it made: what comes later is a step of its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    /// The file's format once it was taken. Steps of several tables with one number were released together.
    pub number: i64,
    /// The print of `sql`, by which a test finds that somebody changed it.
    #[cfg_attr(not(test), expect(dead_code, reason = "only that test asks for it"))]
    pub print: i64,
    /// What is carried out.
    pub sql: &'static str,
}
