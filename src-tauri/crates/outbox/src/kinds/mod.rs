//! The kinds of report, one file each: where it goes, what it says, what it changes, and what proves it.
//!
//! The list below makes [`Kind`], [`Write`] and what goes through all of them, so that a kind that is in it is known
//! everywhere, and one that lacks a part does not compile.

mod adjust;
mod finalize;
mod finish;
mod item;
mod listed;
mod location;
mod note;
mod template_create;
mod template_delete;
mod template_update;
mod unfinalize;
mod unfinish;

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use words::Words;

pub use self::adjust::NOTE_LIMIT;
pub use self::listed::Deed;
use crate::body::BodyError;
use crate::entity::Entity;
use crate::holds::Holding;
use crate::judge::{Evidence, Fact, Verdict};
use crate::mark::Mark;
use crate::promise::{Promise, Seen};
use crate::snapshot::{PackageSnapshot, Question, Reading, Snapshot};
use crate::template::Template;

/// The HTTP method of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `DELETE`
    Delete,
}

/// How many objects one request may carry; more are refused with 413 (CONTRACT section 3).
pub const OBJECTS_PER_REQUEST: usize = 10;

/// What is the same of every report of a kind.
pub(crate) struct About {
    /// The method.
    pub method: Method,
    /// The path, without the license and without an id of its own.
    pub path: &'static str,
    /// How many of it one request carries at most.
    pub together: usize,
    /// The action's name on a button or in a list.
    pub title: fn() -> Words,
    /// The state's own example of a body, by the name of its operation; none where the state gets no body.
    #[cfg(test)]
    pub example: Option<&'static str>,
}

/// One report, whatever its kind. What most kinds answer alike has an answer here; all else is each one's own.
pub trait Report {
    /// What it changes.
    fn entity(&self) -> Entity;

    /// The JSON object that the state gets, to the letter. Of a deletion it is kept here only: the state gets no body.
    ///
    /// # Errors
    /// [`BodyError`] where what the person typed leaves no room for the mark.
    fn body(&self, mark: &Mark) -> Result<String, BodyError>;

    /// In one line. `set_to` is the quantity that the person set, where one was set.
    fn line(&self, set_to: Option<Decimal>) -> Words;

    /// The day on which what it reports happened; none where it is the moment of its entry. The 24 hours begin with it.
    fn day(&self) -> Option<Date>;

    /// What is read to see whether it was recorded.
    fn question(&self, tried: &Tried<'_>) -> Question;

    /// Weighs what was read.
    fn judge(&self, evidence: &Evidence<'_>) -> Verdict;

    /// Whether the state already holds what is wanted, so that nothing needs to be sent.
    fn already_so(&self, snapshot: &Snapshot) -> bool;

    /// What is known, side by side, for the person who decides.
    fn facts(&self, evidence: &Evidence<'_>) -> Vec<Fact>;

    /// What its entity holds once it is recorded, for whoever looks at it meanwhile.
    fn apply(&self, holding: Holding<'_>);

    /// Where the package does not hold what the person saw, so that this would not do what its review promised.
    fn moved(&self, promise: &Promise, seen: &Seen, now: &Seen) -> Option<Fact>;

    /// What is read before it is sent.
    fn question_before(&self, tried: &Tried<'_>) -> Question {
        self.question(tried)
    }

    /// The state's id that stands in the path, where the state takes it there.
    fn id_in_path(&self) -> Option<i64> {
        None
    }

    /// The draft that it was made of, by the ledger's number. The ledger keeps the two together.
    fn draft(&self) -> Option<i64> {
        None
    }

    /// What it does with a template, where it is about one.
    fn deed(&self) -> Option<Deed> {
        None
    }

    /// The template that it carries.
    fn template(&self) -> Option<&Template> {
        None
    }

    /// The state's id of what it made, where a reading shows it.
    fn made(&self, _reading: &Reading) -> Option<i64> {
        None
    }

    /// Whether the facts show all that a person agrees to who has it sent again.
    fn facts_show_all(&self) -> bool {
        true
    }

    /// What a package that holds this would hold after it as it stands, where it changes a quantity.
    fn as_meant(&self, _held: &PackageSnapshot) -> Option<Decimal> {
        None
    }

    /// The report that makes a package that holds this hold `to`, where this one set a quantity.
    fn set_anew(&self, _held: &PackageSnapshot, _to: Decimal) -> Option<Write> {
        None
    }
}

/// How far an intent is when something is read for it.
#[derive(Debug, Clone, Copy)]
pub struct Tried<'a> {
    /// By which it is known again.
    pub mark: &'a Mark,
    /// When its first attempt began; none where it was not tried yet.
    pub first: Option<Timestamp>,
    /// Now.
    pub now: Timestamp,
}

/// Makes the kinds of a list: `file::Struct = "wire name"`.
macro_rules! kinds {
    ($($(#[$about:meta])* $file:ident::$kind:ident = $code:literal,)+) => {
        $(pub use self::$file::$kind;)+

        /// A kind of write. One request to the state carries writes of one kind and one license (CONTRACT sections 3
        /// and 5).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Kind {
            $($(#[$about])* #[serde(rename = $code)] $kind,)+
        }

        /// One change of one package, receipt or transfer template, as a person means it.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Write {
            $($(#[$about])* #[serde(rename = $code)] $kind($kind),)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The name under which it is stored.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$kind => $code,)+
                }
            }

            fn about(self) -> &'static About {
                match self {
                    $(Self::$kind => &$file::ABOUT,)+
                }
            }
        }

        impl Write {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$kind(_) => Kind::$kind,)+
                }
            }

            /// What its kind says of it.
            pub fn report(&self) -> &dyn Report {
                match self {
                    $(Self::$kind(report) => report,)+
                }
            }
        }

        $(impl From<$kind> for Write {
            fn from(report: $kind) -> Self {
                Self::$kind(report)
            }
        })+

        /// One of each kind.
        #[cfg(test)]
        pub(crate) fn one_of_each() -> Vec<Write> {
            vec![$($file::example().into()),+]
        }

        /// One of each kind with what was there before, and what a reading shows once it is recorded.
        #[cfg(test)]
        fn each_recorded(mark: &Mark) -> Vec<(Write, Snapshot, Reading)> {
            let with = |write: Write, (before, reading): (Snapshot, Reading)| (write, before, reading);
            vec![$(with($file::example().into(), $file::recorded(mark))),+]
        }
    };
}

kinds! {
    /// A package is used up.
    finish::Finish = "finish",
    /// A finished package is taken up again.
    unfinish::Unfinish = "unfinish",
    /// A package's quantity changes by an amount.
    adjust::Adjust = "adjust",
    /// A package moves.
    location::Location = "location",
    /// A package's note is replaced.
    note::Note = "note",
    /// A package's item is replaced.
    item::Item = "item",
    /// A sales receipt becomes final.
    finalize::Finalize = "finalize",
    /// A final sales receipt is opened again.
    unfinalize::Unfinalize = "unfinalize",
    /// A draft becomes an outgoing transfer template.
    template_create::TemplateCreate = "template_create",
    /// An outgoing transfer template is replaced.
    template_update::TemplateUpdate = "template_update",
    /// An outgoing transfer template is deleted.
    template_delete::TemplateDelete = "template_delete",
}

impl Kind {
    /// The kind of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// The method.
    pub fn method(self) -> Method {
        self.about().method
    }

    /// How many objects one request of this kind carries at most.
    pub fn objects_per_request(self) -> usize {
        self.about().together
    }

    /// The path, without the license; see [`Write::path`] for what is deleted.
    pub fn path(self) -> &'static str {
        self.about().path
    }

    /// The action's name on a button or in a list.
    pub fn words(self) -> String {
        (self.about().title)().to_string()
    }
}

impl Write {
    /// What it changes.
    pub fn entity(&self) -> Entity {
        self.report().entity()
    }

    /// The path of its request, without the license. The state takes the id of what is deleted in the path.
    pub fn path(&self) -> String {
        let path = self.kind().path();
        self.report().id_in_path().map_or_else(|| path.to_owned(), |id| format!("{path}/{id}"))
    }

    /// The JSON object that the state gets, to the letter; see [`Report::body`].
    ///
    /// # Errors
    /// [`BodyError`] where what the person typed leaves no room for the mark.
    pub fn body(&self, mark: &Mark) -> Result<String, BodyError> {
        self.report().body(mark)
    }
}

impl Method {
    /// The method as HTTP writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests;
