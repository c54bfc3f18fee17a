//! What to read, as pure functions. Time is in whole seconds since 1970, in the state's reckoning; spans include both
//! their ends and neighbours share theirs, so that nothing falls between two of them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use state_api::Window;

/// A day, in seconds.
pub(crate) const DAY: i64 = 86_400;

/// A span of `LastModified`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(i64, i64)", into = "(i64, i64)")]
pub(crate) struct Span {
    pub(crate) start: i64,
    pub(crate) end: i64,
}

impl Span {
    pub(crate) fn new(start: i64, end: i64) -> Self {
        Self { start, end: end.max(start) }
    }

    pub(crate) fn seconds(self) -> i64 {
        self.end - self.start
    }

    /// As the API takes it.
    pub(crate) fn window(self) -> Window {
        let at = |second| Timestamp::from_second(second).unwrap_or_default();
        Window { start: at(self.start), end: at(self.end) }
    }
}

impl From<(i64, i64)> for Span {
    fn from((start, end): (i64, i64)) -> Self {
        Self::new(start, end)
    }
}

impl From<Span> for (i64, i64) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// Spans that were read whole: sorted, apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Spans(Vec<Span>);

impl Spans {
    /// Adds a span, joining what touches.
    pub(crate) fn add(&mut self, span: Span) {
        let (touching, mut apart): (Vec<Span>, Vec<Span>) =
            self.0.iter().partition(|s| s.start <= span.end && s.end >= span.start);
        let start = touching.iter().map(|s| s.start).fold(span.start, i64::min);
        let end = touching.iter().map(|s| s.end).fold(span.end, i64::max);
        apart.push(Span::new(start, end));
        apart.sort_unstable();
        self.0 = apart;
    }

    /// Up to where the latest span reaches.
    pub(crate) fn top(&self) -> Option<i64> {
        self.0.last().map(|s| s.end)
    }

    /// What of `whole` is not covered, oldest first.
    fn missing(&self, whole: Span) -> Vec<Span> {
        let mut missing = Vec::new();
        let mut from = whole.start;
        for read in self.0.iter().filter(|s| s.end > whole.start && s.start < whole.end) {
            if read.start > from {
                missing.push(Span::new(from, read.start));
            }
            from = from.max(read.end);
        }
        if from < whole.end {
            missing.push(Span::new(from, whole.end));
        }
        missing
    }
}

/// What of the time from `floor` to `until` is still to be read, oldest first: everything that no finished span covers,
/// and the latest span's last `overlap` seconds once more. The same rule serves a first load, its resumption after a
/// kill, and every later look for news.
pub(crate) fn needed(read: &Spans, floor: i64, until: i64, overlap: i64) -> Vec<Span> {
    let mut trusted = read.clone();
    if let Some(last) = trusted.0.last_mut() {
        last.end = (last.end - overlap).max(last.start);
    }
    trusted.missing(Span::new(floor, until))
}

/// Up to where everything from `floor` on was read without a gap; none where there is one.
pub(crate) fn read_up_to(read: &Spans, floor: i64) -> Option<i64> {
    read.top().filter(|top| read.missing(Span::new(floor, *top)).is_empty())
}

/// Ages at which spans are cut, so that the newest records come first and the grid is useful in seconds.
const AGES: [i64; 5] = [DAY, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY];

/// Cuts spans by age, newest first.
pub(crate) fn newest_first(spans: &[Span], now: i64) -> Vec<Span> {
    let mut cut: Vec<Span> = spans
        .iter()
        .flat_map(|span| {
            let mut pieces = Vec::new();
            let mut end = span.end;
            // A piece shorter than half a day is not worth a call of its own.
            for at in AGES.iter().map(|age| now - age) {
                if at > span.start + DAY / 2 && at < end - DAY / 2 {
                    pieces.push(Span::new(at, end));
                    end = at;
                }
            }
            pieces.push(Span::new(span.start, end));
            pieces
        })
        .collect();
    cut.sort_unstable_by_key(|span| std::cmp::Reverse(span.end));
    cut
}

/// Cuts spans into pieces of at most `longest` seconds, newest first: for a state that refuses or cuts longer windows.
pub(crate) fn pieces(spans: &[Span], longest: i64) -> Vec<Span> {
    let longest = longest.max(1);
    let mut cut: Vec<Span> = Vec::new();
    for span in spans {
        let mut end = span.end;
        while end - span.start > longest {
            cut.push(Span::new(end - longest, end));
            end -= longest;
        }
        cut.push(Span::new(span.start, end));
    }
    cut.sort_unstable_by_key(|span| std::cmp::Reverse(span.end));
    cut
}

/// Cuts a span in two, the newer first; none when it is a single second. What is still to come is cut off at `now`,
/// since that is where records arrive.
pub(crate) fn halves(span: Span, now: i64) -> Option<(Span, Span)> {
    if span.seconds() < 2 {
        return None;
    }
    let settled = now - 1;
    let at = if span.end > now && settled > span.start { settled } else { span.start + span.seconds() / 2 };
    Some((Span::new(at, span.end), Span::new(span.start, at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(list: &[(i64, i64)]) -> Spans {
        let mut spans = Spans::default();
        for span in list {
            spans.add(Span::from(*span));
        }
        spans
    }

    fn flat(list: &[Span]) -> Vec<(i64, i64)> {
        list.iter().map(|s| (s.start, s.end)).collect()
    }

    #[test]
    fn finished_spans_join() {
        assert_eq!(spans(&[(0, 10), (20, 30), (10, 20)]), spans(&[(0, 30)]));
        assert_eq!(spans(&[(20, 30), (0, 10)]), spans(&[(0, 10), (20, 30)]));
        assert_eq!(spans(&[(0, 30), (5, 10)]), spans(&[(0, 30)]));
    }

    #[test]
    fn one_rule_for_first_load_resumption_and_news() {
        assert_eq!(flat(&needed(&spans(&[]), 0, 1000, 65)), [(0, 1000)], "a first load reads everything");
        assert_eq!(
            flat(&needed(&spans(&[(500, 1000), (0, 100)]), 0, 1200, 65)),
            [(100, 500), (935, 1200)],
            "a resumed one the gaps, and the overlap before the new end"
        );
        assert_eq!(flat(&needed(&spans(&[(0, 1000)]), 0, 1010, 65)), [(935, 1010)], "later only what is new");
        assert_eq!(flat(&needed(&spans(&[(990, 1000)]), 990, 1010, 65)), [(990, 1010)], "never before the floor");
    }

    #[test]
    fn a_gap_is_not_read() {
        assert_eq!(read_up_to(&spans(&[(0, 1000)]), 0), Some(1000));
        assert_eq!(read_up_to(&spans(&[(500, 1000), (0, 100)]), 0), None);
        assert_eq!(read_up_to(&spans(&[]), 0), None);
    }

    #[test]
    fn the_newest_come_first_and_nothing_is_left_out() {
        let now = 1000 * DAY;
        let cut = newest_first(&[Span::new(0, now)], now);
        assert_eq!(flat(&cut)[0], (now - DAY, now), "the last day first");
        assert_eq!(cut.len(), 6);
        assert!(cut.windows(2).all(|pair| pair[0].start == pair[1].end), "no gap: {cut:?}");
        assert_eq!(newest_first(&[Span::new(now - 3900, now)], now).len(), 1, "a short look for news stays whole");
    }

    #[test]
    fn day_by_day_covers_all() {
        let cut = pieces(&[Span::new(0, 5 * DAY / 2)], DAY);
        assert_eq!(flat(&cut), [(3 * DAY / 2, 5 * DAY / 2), (DAY / 2, 3 * DAY / 2), (0, DAY / 2)]);
    }

    #[test]
    fn halves_meet() {
        assert_eq!(halves(Span::new(0, 1), 100), None, "one second cannot be cut");
        let (newer, older) = halves(Span::new(0, 10), 100).unwrap();
        assert_eq!((newer, older), (Span::new(5, 10), Span::new(0, 5)));
        let (open, closed) = halves(Span::new(0, 1000), 100).unwrap();
        assert_eq!((open, closed), (Span::new(99, 1000), Span::new(0, 99)), "cut where records arrive");
    }
}
