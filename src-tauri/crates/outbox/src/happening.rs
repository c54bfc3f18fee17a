//! What the outbox tells of itself: what happened to a report, how a request ended, why nothing leaves. The ledger keeps
//! each by a text of its own, which never changes; a text that is not here comes from a newer version.

/// An enumeration that is stored by a text: its values, all of them, and their texts, from one list.
macro_rules! stored {
    ($(#[$about:meta])* $name:ident { $($(#[$says:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$says])* $value,)+
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The text under which it is stored.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$value => $code,)+
                }
            }

            /// The one of a stored text; none where a newer version wrote it.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

stored! {
    /// A line of the audit: what happened to a report.
    Happening {
        /// A person queued it.
        Queued = "queued",
        /// Its request leaves.
        Sent = "sent",
        /// The state said yes.
        Accepted = "accepted",
        /// The state said no.
        Refused = "refused",
        /// A reading shows it.
        Confirmed = "confirmed",
        /// The state held it before anything was sent.
        AlreadySo = "already so",
        /// The answer did not come, or did not tell.
        AnswerLost = "answer lost",
        /// Something between this computer and the state answered.
        AnsweredByAnother = "answered by another",
        /// Its request did not get to where it could have had an effect.
        NotRecorded = "not recorded",
        /// A reading proves that there was no effect.
        ProvenNotRecorded = "proven not recorded",
        /// It was proven absent once too often.
        KeepsFailing = "keeps failing",
        /// Another row of its request was refused.
        SentWithRefused = "sent with a refused one",
        /// The state's record may not be read.
        MayNotBeRead = "may not be read",
        /// Readings do not settle it.
        PersonMustDecide = "a person must decide",
        /// The state does not hold what the review showed.
        StateMoved = "the state moved",
        /// The app ended while it was being sent.
        Interrupted = "interrupted",
        /// An older copy took the ledger's place.
        OlderCopy = "an older copy of the ledger",
        /// It waits for another that is stuck.
        Blocked = "blocked",
        /// What it waited for is no longer stuck.
        FreeAgain = "free again",
        /// Another took its place.
        Edited = "edited",
        /// A person took it back.
        Withdrawn = "withdrawn",
        /// A person cleared it after it was refused.
        GivenUp = "given up",
        /// A person said that it was recorded.
        DecidedRecorded = "decided: recorded",
        /// A person had it sent although the state moved.
        DecidedSendAsMeant = "decided: send as meant",
        /// A person had it sent again.
        DecidedSendAgain = "decided: send again",
        /// A person had it looked for again.
        DecidedLookAgain = "decided: look again",
    }
}

stored! {
    /// How a request ended; see [`crate::Outcome`].
    Ending {
        /// The state said yes.
        Accepted = "accepted",
        /// The state said no.
        Refused = "refused",
        /// The state asked for patience.
        Asked = "asked",
        /// The state does not accept the keys.
        KeyRefused = "key_refused",
        /// No connection came about.
        NotSent = "not_sent",
        /// Something between this computer and the state let no connection come about.
        Blocked = "blocked",
        /// Something between this computer and the state answered.
        Foreign = "foreign",
        /// It may have been recorded.
        Lost = "lost",
    }
}

stored! {
    /// Why nothing leaves for a license for a while. What everything waits for comes first.
    HoldCause {
        /// No connection.
        Offline = "offline",
        /// Something stands between this computer and the state.
        Between = "between",
        /// The state does not accept the keys.
        Keys = "keys",
        /// The state asked for patience.
        Asked = "asked",
        /// The state fails.
        StateFails = "state_fails",
    }
}

/// What a line of the audit is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// What goes to the state: its detail is the body, to the letter.
    Body,
    /// What came back: the status and the words of its request belong to this line.
    Answer,
    /// What the outbox or a person made of it.
    Course,
}

impl Happening {
    /// What a line of it is about.
    pub fn tells(self) -> Tells {
        match self {
            Self::Queued | Self::Sent => Tells::Body,
            Self::Accepted | Self::Refused | Self::AnswerLost | Self::NotRecorded => Tells::Answer,
            Self::Confirmed
            | Self::AlreadySo
            | Self::AnsweredByAnother
            | Self::ProvenNotRecorded
            | Self::KeepsFailing
            | Self::SentWithRefused
            | Self::MayNotBeRead
            | Self::PersonMustDecide
            | Self::StateMoved
            | Self::Interrupted
            | Self::OlderCopy
            | Self::Blocked
            | Self::FreeAgain
            | Self::Edited
            | Self::Withdrawn
            | Self::GivenUp
            | Self::DecidedRecorded
            | Self::DecidedSendAsMeant
            | Self::DecidedSendAgain
            | Self::DecidedLookAgain => Tells::Course,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// As ledgers have had them since the first version: a text that changes here makes an old audit unreadable.
    #[test]
    fn stored_texts_stay_as_they_are() {
        let happenings: Vec<_> = Happening::ALL.iter().map(|one| one.code()).collect();
        assert_eq!(
            happenings.join("; "),
            "queued; sent; accepted; refused; confirmed; already so; answer lost; answered by another; not recorded; \
             proven not recorded; keeps failing; sent with a refused one; may not be read; a person must decide; \
             the state moved; interrupted; an older copy of the ledger; blocked; free again; edited; withdrawn; \
             given up; decided: recorded; decided: send as meant; decided: send again; decided: look again"
        );
        let endings: Vec<_> = Ending::ALL.iter().map(|one| one.code()).collect();
        assert_eq!(endings.join("; "), "accepted; refused; asked; key_refused; not_sent; blocked; foreign; lost");
        let causes: Vec<_> = HoldCause::ALL.iter().map(|one| one.code()).collect();
        assert_eq!(causes.join("; "), "offline; between; keys; asked; state_fails");
        assert_eq!(happenings.iter().collect::<BTreeSet<_>>().len(), happenings.len(), "each text once");
    }

    #[test]
    fn each_reads_back_and_a_newer_text_is_none_of_them() {
        for one in Happening::ALL {
            assert_eq!(Happening::from_code(one.code()), Some(*one));
        }
        for one in Ending::ALL {
            assert_eq!(Ending::from_code(one.code()), Some(*one));
        }
        for one in HoldCause::ALL {
            assert_eq!(HoldCause::from_code(one.code()), Some(*one));
        }
        assert_eq!(Happening::from_code("archived by a later version"), None);
        assert_eq!((Ending::from_code(""), HoldCause::from_code("")), (None, None), "not ended, not held");
    }
}
