//! What a person reads about an intent: what happened, is my work safe, what now.

use jiff::Timestamp;
use rules::{amount_words, change_words, day_words};
use serde::{Deserialize, Serialize};

use crate::event::{Hold, HoldCause};
use crate::intent::{Intent, Progress, Reason, State};
use crate::kind::Kind;
use crate::write::{Entity, Write};

/// Three plain sentences. The state's own words and the facts stand in [`Progress::reason`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What happened.
    pub happened: String,
    /// Whether the work is safe.
    pub safe: String,
    /// What to do now.
    pub now: String,
}

/// Tells where an intent is. `hold` is what keeps its licence back at the moment.
pub fn told(progress: &Progress, hold: Option<&Hold>, now: Timestamp) -> Told {
    let (happened, safe, next) = match progress.state {
        State::Queued => queued(progress, hold.filter(|hold| hold.until > now)),
        State::Blocked => (
            "This waits for another report that is stuck.",
            "It is saved on this computer.",
            "Settle the other report, or withdraw this one.",
        ),
        State::Sending => (
            "This is on its way to the state.",
            "It is saved on this computer.",
            "Nothing to do; please do not enter it again.",
        ),
        State::Accepted => (
            "The state accepted this. We are reading it back to be sure.",
            "It is saved on this computer.",
            "Nothing to do.",
        ),
        State::Confirmed => confirmed(progress.reason.as_ref()),
        State::Rejected => rejected(progress.reason.as_ref()),
        State::Unknown => unknown(progress.reason.as_ref()),
        State::NeedsPerson => needs_person(progress.reason.as_ref()),
        State::Withdrawn => {
            ("This was taken back before it was recorded.", "The state has nothing of it.", "Nothing to do.")
        }
        State::Superseded => {
            ("An edited report took the place of this one.", "The state has nothing of this one.", "Nothing to do.")
        }
    };
    let over = matches!(progress.state, State::Rejected | State::Withdrawn | State::Superseded);
    let safe = if over && progress.sent_again { SENT_AGAIN } else { safe };
    Told { happened: happened.to_owned(), safe: safe.to_owned(), now: next.to_owned() }
}

/// One line for a write, for example `Finish package 1A4060300002199000003445`.
pub fn sentence(write: &Write) -> String {
    let entity = write.entity();
    match write {
        Write::Finish { date, .. } => format!("Finish {entity}, on {}", day_words(*date)),
        Write::Unfinish { .. } => format!("Unfinish {entity}"),
        Write::Adjust { by, unit, reason, .. } => {
            let verb = if by.is_sign_negative() { "Take" } else { "Add" };
            let preposition = if by.is_sign_negative() { "from" } else { "to" };
            format!("{verb} {} {unit} {preposition} {entity} ({reason})", amount_words(by.abs()))
        }
        Write::Location { location, sublocation, .. } => match sublocation {
            Some(sublocation) => format!("Move {entity} to {location}, {sublocation}"),
            None => format!("Move {entity} to {location}"),
        },
        Write::Note { note, .. } if note.trim().is_empty() => format!("Remove the note of {entity}"),
        Write::Note { note, .. } => format!("Set the note of {entity} to \u{201c}{}\u{201d}", note.trim()),
        Write::Item { item, .. } => format!("Change the item of {entity} to {item}"),
        Write::Finalize { .. } => format!("Make {entity} final"),
        Write::Unfinalize { .. } => format!("Open {entity} again"),
        Write::TemplateCreate { template, .. } => {
            let packages = packages(template.packages.len());
            format!("Make template {} for {}, {packages}", quoted(&template.name), template.recipient)
        }
        Write::TemplateUpdate { template, .. } => {
            let packages = packages(template.packages.len());
            format!("Replace {entity} by {} for {}, {packages}", quoted(&template.name), template.recipient)
        }
        Write::TemplateDelete { name, .. } => format!("Delete {entity}, {}", quoted(name)),
    }
}

/// The same for an intent, in the words in which the person meant it: what was set is told as set.
pub fn sentence_of(intent: &Intent) -> String {
    let to = intent.promise.as_ref().and_then(|promise| promise.to);
    match (&intent.write, to) {
        (Write::Adjust { by, unit, reason, .. }, Some(to)) => {
            let entity = intent.write.entity();
            format!("Set {entity} to {} {unit} ({}, {reason})", amount_words(to), change_words(*by))
        }
        (write, _) => sentence(write),
    }
}

fn quoted(name: &str) -> String {
    format!("\u{201c}{}\u{201d}", name.trim())
}

fn packages(count: usize) -> String {
    if count == 1 { "1 package".to_owned() } else { format!("{count} packages") }
}

impl Kind {
    /// The action's name on a button or in a list.
    pub fn words(self) -> &'static str {
        match self {
            Self::Finish => "Finish",
            Self::Unfinish => "Unfinish",
            Self::Adjust => "Adjust quantity",
            Self::Location => "Change location",
            Self::Note => "Change note",
            Self::Item => "Change item",
            Self::Finalize => "Finalize receipt",
            Self::Unfinalize => "Unfinalize receipt",
            Self::TemplateCreate => "Make template",
            Self::TemplateUpdate => "Change template",
            Self::TemplateDelete => "Delete template",
        }
    }
}

impl Entity {
    /// The tag or number that a person reads aloud.
    pub fn name(&self) -> String {
        match self {
            Self::Package(tag) => tag.to_string(),
            Self::Receipt(id) | Self::Draft(id) | Self::Template(id) => id.to_string(),
        }
    }
}

/// Where a person had it sent again without knowing.
const SENT_AGAIN: &str = "Whether an earlier sending of it was recorded is not known. Look on the state\u{2019}s site.";

type Words = (&'static str, &'static str, &'static str);

fn queued(progress: &Progress, hold: Option<&Hold>) -> Words {
    const SAVED: &str = "It is saved on this computer.";
    match hold.map(|hold| hold.cause) {
        Some(HoldCause::Offline) => {
            ("This waits for a connection.", SAVED, "Nothing to do: it is sent by itself when the connection is back.")
        }
        Some(HoldCause::Between) => (
            "Something between this computer and the state is in the way: a web filter, a proxy, a wrong clock.",
            SAVED,
            "Look at what the sync line below says about it. This is sent by itself once it is mended.",
        ),
        Some(HoldCause::StateFails) => (
            "The state\u{2019}s system is not working at the moment.",
            SAVED,
            "Nothing to do: we try again by ourselves.",
        ),
        Some(HoldCause::Asked) => {
            ("The state asked us to wait a little.", SAVED, "Nothing to do: it goes on by itself.")
        }
        Some(HoldCause::Keys) => (
            "The state does not accept the keys of this account.",
            SAVED,
            "Check the keys in the account\u{2019}s settings.",
        ),
        None if progress.failures > 0 => (
            "The state failed while it was recording this. We made sure that nothing was recorded.",
            SAVED,
            "Nothing to do: we send it again by ourselves.",
        ),
        None => ("This waits for its turn.", SAVED, "Nothing to do. Until it is sent you can withdraw it."),
    }
}

fn confirmed(reason: Option<&Reason>) -> Words {
    match reason {
        Some(Reason::AlreadySo) => (
            "The state already had it so; nothing needed to be sent.",
            "The state\u{2019}s record shows it.",
            "Nothing to do.",
        ),
        Some(Reason::PersonSaysRecorded) => {
            ("You told us that the state recorded this.", "We rely on what you saw.", "Nothing to do.")
        }
        _ => ("The state recorded this, and we read it back.", "The state\u{2019}s record shows it.", "Nothing to do."),
    }
}

fn rejected(reason: Option<&Reason>) -> Words {
    match reason {
        Some(Reason::MayNotRead { .. }) => (
            "Your key may not read this record, so we could not make sure of anything and sent nothing.",
            "The state recorded nothing. Your entry is kept here.",
            "Ask for the permission, then edit and resend.",
        ),
        _ => (
            "The state refused this.",
            "The state recorded nothing. Your entry is kept here.",
            "Read the state\u{2019}s answer, then edit and resend, or withdraw it.",
        ),
    }
}

fn unknown(reason: Option<&Reason>) -> Words {
    match reason {
        Some(Reason::OtherRowRefused) => (
            "Another report that was sent with this one was refused. We are checking that this one was left out.",
            "It is saved on this computer.",
            "Nothing to do: if it was left out, it is sent again by itself.",
        ),
        Some(Reason::OlderCopy) => (
            "Trackside\u{2019}s file was damaged and an older copy took its place. This may have been sent since then.",
            "It is saved on this computer.",
            "We are checking; please do not enter it again.",
        ),
        Some(Reason::Foreign { .. }) => (
            "Something between this computer and the state answered in its place, so we do not know whether this got \
             through.",
            "It is saved on this computer.",
            "We are checking; please do not enter it again. If nothing was recorded, it is sent again by itself.",
        ),
        Some(Reason::AppEnded) => (
            "Trackside closed while this was being sent. We do not know yet whether the state recorded this.",
            "It is saved on this computer.",
            "We are checking; please do not enter it again.",
        ),
        _ => (
            "We do not know yet whether the state recorded this.",
            "It is saved on this computer.",
            "We are checking; please do not enter it again.",
        ),
    }
}

fn needs_person(reason: Option<&Reason>) -> Words {
    const KEPT: &str = "Your entry is kept here. Nothing is sent until you decide.";
    match reason {
        Some(Reason::NotShown { .. }) => (
            "The state accepted this, but its record does not show it. Somebody may have changed it since.",
            KEPT,
            "Compare the facts, then choose \u{201c}It was recorded\u{201d} or \u{201c}Send again\u{201d}.",
        ),
        Some(Reason::MayNotRead { .. }) => (
            "We do not know whether the state recorded this, and your key may not read the record.",
            KEPT,
            "Look on the state\u{2019}s site, then choose \u{201c}It was recorded\u{201d} or \u{201c}Send again\u{201d}.",
        ),
        Some(Reason::Moved { .. }) => (
            "The state does not hold what you saw when you reviewed this, so it was not sent.",
            KEPT,
            "Compare the figures, then choose what to send, or withdraw it.",
        ),
        Some(Reason::KeepsFailing { .. }) => (
            "The state failed at this time and again. We made sure that nothing was recorded.",
            KEPT,
            "Choose \u{201c}Send again\u{201d}, or withdraw it and report it on the state\u{2019}s site.",
        ),
        _ => (
            "We could not find out whether the state recorded this. Somebody may have changed the record meanwhile.",
            KEPT,
            "Compare the facts, then choose \u{201c}It was recorded\u{201d} or \u{201c}Send again\u{201d}.",
        ),
    }
}

#[cfg(test)]
mod tests;
