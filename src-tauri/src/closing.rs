//! Closing the window while reports wait for the state. Nothing can be lost by closing: each report is on the disk
//! before the person sees it as queued. They are asked because a report that waits is not sent while Trackside is
//! closed, and the state wants it within 24 hours.

use std::time::{Duration, Instant};

use tauri::{AppHandle, CloseRequestApi};

use crate::start::Started;
use crate::window;

/// Who presses close a second time within this means it, or presses it on a page that no longer answers.
const TWICE_WITHIN: Duration = Duration::from_secs(5);

/// The close button over the app's life.
///
/// Three ways out ask nobody. The system's own (logging out, SIGTERM) has no time for a question. `app_quit` is the
/// question's answer. And Cmd+Q on macOS ends the app without asking anybody, the shell included.
#[derive(Default)]
pub struct Closing {
    asked: Option<Instant>,
}

/// What becomes of the window.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Close,
    Ask,
}

impl Closing {
    /// The person pressed close: the window closes, or stays and the page asks.
    pub fn requested(&mut self, app: &AppHandle, started: &Started, api: &CloseRequestApi) {
        let Some(desk) = started.open_desk() else { return };
        if self.weigh(desk.waiting(), Instant::now()) == Verdict::Ask {
            api.prevent_close();
            window::focus(app);
            desk.ask_quit();
        }
    }

    fn weigh(&mut self, waiting: i64, now: Instant) -> Verdict {
        let twice = self.asked.is_some_and(|asked| now.saturating_duration_since(asked) < TWICE_WITHIN);
        if waiting == 0 || twice {
            return Verdict::Close;
        }
        self.asked = Some(now);
        Verdict::Ask
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_nothing_waiting_the_window_closes() {
        assert_eq!(Closing::default().weigh(0, Instant::now()), Verdict::Close);
    }

    #[test]
    fn with_reports_waiting_the_person_is_asked_each_time() {
        let (mut closing, first) = (Closing::default(), Instant::now());
        assert_eq!(closing.weigh(5, first), Verdict::Ask);
        assert_eq!(closing.weigh(5, first + TWICE_WITHIN), Verdict::Ask, "they stayed, and close again later");
        assert_eq!(closing.weigh(0, first + TWICE_WITHIN), Verdict::Close, "all has been sent since");
    }

    #[test]
    fn close_pressed_twice_closes_whatever_the_page_does() {
        let (mut closing, first) = (Closing::default(), Instant::now());
        assert_eq!(closing.weigh(5, first), Verdict::Ask);
        assert_eq!(closing.weigh(5, first + Duration::from_secs(2)), Verdict::Close);
    }
}
