//! What windows of `LastModified` a state answers in full. Sources conflict (CONTRACT section 2.4): some take any, one
//! old text and one state's integrators know a day at most, refused or cut without a word, for some lists only. So each
//! list is asked by itself.

use state_api::ApiError;

use crate::cursor::Windows;
use crate::error::SyncError;
use crate::lists::MARGIN;
use crate::plan::{DAY, Span, pieces};
use crate::reader::Reader;
use crate::stream::Stream;

/// Days that are looked at one by one when a list seems to hold nothing but the last day's records.
const DAYS_TO_DOUBT: i64 = 30;

/// What may be a day old by one clock and not by another, in seconds.
const BORDER: i64 = 2 * MARGIN;

/// Records that may lie on the border between two windows, and so be counted in both.
const ON_THE_BORDER: u64 = 20;

/// The totals of windows: of all time, of all but the last day, of the last day, and of the two hours before that.
#[derive(Debug, Clone, Copy)]
struct Totals {
    all: u64,
    old: u64,
    new: u64,
    border: u64,
}

impl Totals {
    /// No window may hold less than one inside it, nor less than two inside it together.
    fn contradict(self) -> bool {
        self.old.max(self.new) > self.all || self.old.saturating_add(self.new) > self.all.saturating_add(ON_THE_BORDER)
    }

    /// The window of all time begins and ends more than a day away from any record. So if it was cut to a day at
    /// either end it would hold nothing, and if to the last day before now, nothing but that day's.
    fn prove_any(self) -> bool {
        self.all > self.new.saturating_add(self.border)
    }
}

/// Asks what windows the state answers in full for a list; none where there is nothing to tell by. `thorough` also
/// looks into each day of the last month.
pub(crate) async fn windows(reader: &Reader, stream: Stream, thorough: bool) -> Result<Option<Windows>, SyncError> {
    let floor = reader.config.floor.as_second();
    let end = reader.times.latest + MARGIN;
    let (far, yesterday) = (reader.times.far, end - DAY);
    let count = |start: i64, end: i64| async move {
        match reader.page(stream, Some(Span::new(start, end)), 1).await {
            Ok(page) => Ok(Some(page.total)),
            Err(SyncError::Api(ApiError::BadRequest { .. })) => Ok(None),
            Err(error) => Err(error),
        }
    };
    let Some(all) = count(floor, far).await? else { return Ok(Some(Windows::Day)) };
    let old = count(floor, yesterday).await?.unwrap_or(0);
    let new = count(yesterday, end).await?.unwrap_or(0);
    let border = if all > new { count(yesterday - BORDER, yesterday).await?.unwrap_or(0) } else { 0 };
    let mut totals = Totals { all, old, new, border };
    if totals.contradict() {
        // Records may have left or arrived in between; a second count decides.
        totals.all = count(floor, far).await?.unwrap_or(0);
        return Ok(Some(if totals.contradict() { Windows::Day } else { Windows::Any }));
    }
    if totals.prove_any() {
        return Ok(Some(Windows::Any));
    }
    let mut days = 0_u64;
    for day in pieces(&[Span::new(yesterday - DAYS_TO_DOUBT * DAY, yesterday)], DAY).into_iter().filter(|_| thorough) {
        // Days that share no second, so that nothing is counted twice.
        days += count(day.start + 1, day.end).await?.unwrap_or(0);
        if days > old && days > count(floor, yesterday).await?.unwrap_or(0) {
            return Ok(Some(Windows::Day));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals(all: u64, old: u64, new: u64) -> Totals {
        Totals { all, old, new, border: 0 }
    }

    #[test]
    fn cut_windows_contradict_themselves_and_whole_ones_prove_it() {
        assert!(totals(0, 0, 1).contradict(), "cut at its beginning, which is years before the first record");
        assert!(totals(1, 3, 1).contradict(), "cut to the last day");
        assert!(totals(90, 60, 60).contradict());
        assert!(!totals(10, 9, 1).contradict() && totals(10, 9, 1).prove_any());
        assert!(!totals(1, 0, 1).prove_any(), "may be all there is, or all of the last day");
        assert!(!totals(0, 0, 0).prove_any() && !totals(0, 0, 0).contradict());
    }
}
