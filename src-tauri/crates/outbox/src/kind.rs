//! The kinds of write that the outbox knows, and where each goes.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A kind of write. One request to the state carries writes of one kind and one license (CONTRACT sections 3 and 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A package is used up.
    Finish,
    /// A finished package is taken up again.
    Unfinish,
    /// A package's quantity changes by an amount.
    Adjust,
    /// A package moves.
    Location,
    /// A package's note is replaced.
    Note,
    /// A package's item is replaced.
    Item,
    /// A sales receipt becomes final.
    Finalize,
    /// A final sales receipt is opened again.
    Unfinalize,
    /// A draft becomes an outgoing transfer template.
    TemplateCreate,
    /// An outgoing transfer template is replaced.
    TemplateUpdate,
    /// An outgoing transfer template is deleted.
    TemplateDelete,
}

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

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Finish,
        Self::Unfinish,
        Self::Adjust,
        Self::Location,
        Self::Note,
        Self::Item,
        Self::Finalize,
        Self::Unfinalize,
        Self::TemplateCreate,
        Self::TemplateUpdate,
        Self::TemplateDelete,
    ];

    /// The name under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Finish => "finish",
            Self::Unfinish => "unfinish",
            Self::Adjust => "adjust",
            Self::Location => "location",
            Self::Note => "note",
            Self::Item => "item",
            Self::Finalize => "finalize",
            Self::Unfinalize => "unfinalize",
            Self::TemplateCreate => "template_create",
            Self::TemplateUpdate => "template_update",
            Self::TemplateDelete => "template_delete",
        }
    }

    /// The kind of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The method. An adjustment is a POST, which every source reads as a signed difference; what the PUT of the same
    /// path does is disputed (CONTRACT section 10, point 4).
    pub fn method(self) -> Method {
        match self {
            Self::Adjust | Self::TemplateCreate => Method::Post,
            Self::TemplateDelete => Method::Delete,
            Self::Finish
            | Self::Unfinish
            | Self::Location
            | Self::Note
            | Self::Item
            | Self::Finalize
            | Self::Unfinalize
            | Self::TemplateUpdate => Method::Put,
        }
    }

    /// How many objects one request of this kind carries at most. A template may name two hundred packages, so each goes
    /// alone, and the state's answer is about it alone.
    pub fn objects_per_request(self) -> usize {
        match self {
            Self::TemplateCreate | Self::TemplateUpdate | Self::TemplateDelete => 1,
            Self::Finish
            | Self::Unfinish
            | Self::Adjust
            | Self::Location
            | Self::Note
            | Self::Item
            | Self::Finalize
            | Self::Unfinalize => OBJECTS_PER_REQUEST,
        }
    }

    /// The path, without the license; see [`crate::Write::path`] for what is deleted.
    pub fn path(self) -> &'static str {
        match self {
            Self::Finish => "/packages/v2/finish",
            Self::Unfinish => "/packages/v2/unfinish",
            Self::Adjust => "/packages/v2/adjust",
            Self::Location => "/packages/v2/location",
            Self::Note => "/packages/v2/note",
            Self::Item => "/packages/v2/item",
            Self::Finalize => "/sales/v2/receipts/finalize",
            Self::Unfinalize => "/sales/v2/receipts/unfinalize",
            Self::TemplateCreate | Self::TemplateUpdate | Self::TemplateDelete => "/transfers/v2/templates/outgoing",
        }
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
