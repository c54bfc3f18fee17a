//! What Trackside says, in the languages that it speaks.
//!
//! The catalogues stand in `words/` at the project's root, in [Fluent](https://projectfluent.org), one folder a language
//! and one file a room; the page reads the same files. Of each message this room makes a function in [`say`], so a
//! sentence that does not exist or lacks a variable does not compile. A function gives [`Words`]: the message and what
//! it was told, not yet a sentence. They may be stored and read back years later, in whatever language is spoken then.

mod arguments;
mod bundle;
mod kind;
mod language;
mod messages;

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use self::arguments::{Argument, Number, Text};
pub use self::kind::Kind;
pub use self::language::Language;
pub use self::messages::{MESSAGES, Message, say};

/// Something to be said: a message of the catalogues, and what it wants to know.
///
/// `Display` writes it in the language that this process speaks ([`Language::current`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    id: Cow<'static, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    arguments: Vec<(Cow<'static, str>, Argument)>,
}

impl Words {
    fn new(id: &'static str, arguments: Vec<(Cow<'static, str>, Argument)>) -> Self {
        Self { id: Cow::Borrowed(id), arguments }
    }

    /// The message's name in the catalogues, as `outbox-refused`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// As a sentence of `language`. Words kept by a version that knew more messages than this one are given by name,
    /// so that a person can at least tell us.
    pub fn in_language(&self, language: Language) -> String {
        bundle::written(language, &self.id, &self.arguments)
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.in_language(Language::current()))
    }
}

/// The page's types of the messages: what each wants to know, by its name.
pub fn typescript() -> String {
    let mut text = String::from(
        "// Written by `cargo xtask bindings` from the catalogues in `words/`. Not to be edited by hand.\n\n\
         /** What each message wants to know. */\nexport interface Messages {\n",
    );
    for Message { id, wants } in MESSAGES {
        let wanted: Vec<_> = wants
            .iter()
            .map(|(name, kind)| match kind {
                Kind::Number => format!("{name}: number"),
                Kind::Text => format!("{name}: string"),
            })
            .collect();
        let wanted = if wanted.is_empty() { "null".to_owned() } else { format!("{{ {} }}", wanted.join("; ")) };
        text.push_str(&format!("  \"{id}\": {wanted};\n"));
    }
    text.push_str("}\n");
    text
}
