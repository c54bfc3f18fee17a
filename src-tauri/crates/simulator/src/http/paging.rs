//! Windows, pages and the envelope (CONTRACT 2).

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::answer::{Answer, Refusal};
use super::call::{Call, Tweak};
use crate::config::LongerWindow;

/// The instants between which rows must have changed; both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub start: Timestamp,
    pub end: Timestamp,
}

impl Window {
    /// Everything: for the lists that take no window.
    pub const ALL: Self = Self { start: Timestamp::MIN, end: Timestamp::MAX };

    /// The window that a request asks for. Without one, the state silently shows the last day only.
    pub fn of(call: &Call) -> Result<Self, Refusal> {
        let hours = |hours: u32| SignedDuration::from_hours(i64::from(hours));
        let default = hours(call.options.default_window_hours);
        let back = |from: Timestamp, by| from.checked_sub(by).unwrap_or(Timestamp::MIN);
        let start = call.query.instant("lastModifiedStart")?;
        let end = call.query.instant("lastModifiedEnd")?;
        let mut window = match (start, end) {
            (None, None) => Self { start: back(call.now, default), end: call.now },
            (Some(start), None) => Self { start, end: call.now },
            (None, Some(end)) => Self { start: back(end, default), end },
            (Some(start), Some(end)) => Self { start, end },
        };
        if window.start > window.end && start.is_some() && end.is_some() {
            return Err(Refusal::bad_request("lastModifiedStart must be before lastModifiedEnd."));
        }
        if let Some(longest) = call.options.max_window_hours
            && window.end.duration_since(window.start) > hours(longest)
        {
            match call.options.longer_window {
                LongerWindow::Refused => {
                    return Err(Refusal::bad_request(format!(
                        "The time between lastModifiedStart and lastModifiedEnd must not exceed {longest} hours."
                    )));
                }
                LongerWindow::Cut => window.end = window.start.checked_add(hours(longest)).unwrap_or(window.end),
            }
        }
        Ok(window)
    }
}

/// The page that a request asks for; the size is absent when paging is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    pub number: usize,
    pub size: Option<usize>,
}

impl Page {
    pub fn of(call: &Call) -> Result<Self, Refusal> {
        let size = match call.query.get("pageSize") {
            None => None,
            Some(text) => match text.trim().parse() {
                Ok(size @ 1..=20) => Some(size),
                _ => return Err(Refusal::bad_request("pageSize must be a positive number between 1 and 20")),
            },
        };
        let number = match call.query.get("pageNumber") {
            None => 1,
            Some(text) => match text.trim().parse() {
                Ok(number) if number >= 1 => number,
                _ => return Err(Refusal::bad_request("pageNumber must be a positive number")),
            },
        };
        Ok(Self { number, size })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Envelope<T> {
    data: T,
    total: usize,
    total_records: usize,
    page_size: usize,
    records_on_page: usize,
    page: usize,
    current_page: usize,
    total_pages: usize,
}

/// The page of `keys` that the request asks for, each key written by `row`.
pub fn page<K: Copy, R: Serialize>(call: &Call, keys: &[K], row: impl Fn(K) -> Option<R>) -> Result<Answer, Refusal> {
    let page = Page::of(call)?;
    let total = keys.len();
    let Some(size) = page.size else {
        let data: Vec<R> = keys.iter().filter_map(|key| row(*key)).collect();
        if call.options.bare_array_when_unpaged {
            return Answer::json(&data);
        }
        let pages = usize::from(total > 0);
        return envelope(data, total, total, 1, pages);
    };
    let shown = match call.tweak {
        Tweak::PageBefore => page.number.saturating_sub(1).max(1),
        Tweak::None | Tweak::EmptyPage => page.number,
    };
    let data: Vec<R> = match call.tweak {
        Tweak::EmptyPage => Vec::new(),
        _ => {
            let skip = shown.saturating_sub(1).saturating_mul(size);
            keys.iter().skip(skip).take(size).filter_map(|key| row(*key)).collect()
        }
    };
    let total = if call.tweak == Tweak::EmptyPage { 0 } else { total };
    envelope(data, total, size, page.number, total.div_ceil(size))
}

fn envelope<R: Serialize>(
    data: Vec<R>,
    total: usize,
    page_size: usize,
    page: usize,
    total_pages: usize,
) -> Result<Answer, Refusal> {
    let records_on_page = data.len();
    Answer::json(&Envelope {
        data,
        total,
        total_records: total,
        page_size,
        records_on_page,
        page,
        current_page: page,
        total_pages,
    })
}
