/// What a variable of a message holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number that is counted and may be written by the language's rules.
    Number,
    /// A text that stands as it is: a name, a tag, a moment or an amount already in words.
    Text,
}
