//! How instants stand in the tables: microseconds since the epoch.

use jiff::Timestamp;

/// A stored instant. One that is out of range, which none written here is, reads as the epoch.
pub(crate) fn instant(microseconds: i64) -> Timestamp {
    Timestamp::from_microsecond(microseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A stored instant; none where it is 0.
pub(crate) fn instant_or_none(microseconds: i64) -> Option<Timestamp> {
    (microseconds > 0).then(|| instant(microseconds))
}
