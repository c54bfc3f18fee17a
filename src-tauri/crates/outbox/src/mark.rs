//! The mark that an adjustment carries in its note and a template in its name, by which they are known again.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Forty random bits, written `[TS-4F7K2M9P]` at the end of a note or a name. An adjustment has no id of its own in the
/// state's lists (CONTRACT section 5.2, `packages/v2/adjustments`), and a template whose answer was lost has none that
/// we know, so this is what tells ours from another's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mark(String);

/// No I, L, O or U: people read these aloud.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters of a mark.
const LENGTH: u32 = 8;

impl Mark {
    /// Characters that a mark takes of a note, the space before it included.
    pub const ROOM: u32 = LENGTH + 6;

    /// Makes a mark of the lowest forty bits of a random number.
    pub fn from_random(random: u64) -> Self {
        let letter = |at: u32| {
            let index = usize::try_from((random >> (5 * at)) & 31).unwrap_or_default();
            char::from(LETTERS.get(index).copied().unwrap_or(b'0'))
        };
        Self((0..LENGTH).rev().map(letter).collect())
    }

    /// Takes a stored mark.
    pub fn from_stored(letters: impl Into<String>) -> Self {
        Self(letters.into())
    }

    /// Its letters, without brackets.
    pub fn letters(&self) -> &str {
        &self.0
    }

    /// A name or note as the person wrote it: without a mark of ours at its end, whichever.
    pub fn without(text: &str) -> &str {
        let text = text.trim_end();
        let letters = |mark: &str| mark.len() == 8 && mark.bytes().all(|byte| byte.is_ascii_alphanumeric());
        match text.rsplit_once("[TS-") {
            Some((before, mark)) if mark.strip_suffix(']').is_some_and(letters) => before.trim_end(),
            _ => text,
        }
    }

    /// Whether a name or note ends with a mark of ours, whichever.
    pub(crate) fn ends(text: &str) -> bool {
        Self::without(text).len() < text.trim_end().len()
    }

    /// Whether a note or a name that the state sent carries this mark. Case is ignored, since a state may change it.
    pub fn is_in(&self, note: &str) -> bool {
        note.to_ascii_uppercase().contains(&self.to_string())
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[TS-{}]", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_in_its_own_note_only() {
        let ours = Mark::from_random(1);
        let other = Mark::from_random(2);
        assert_eq!(ours.to_string(), "[TS-00000001]");
        assert_eq!(usize::try_from(Mark::ROOM).unwrap(), ours.to_string().len() + 1);
        assert!(ours.is_in("scale was off [ts-00000001]"));
        assert!(!other.is_in("scale was off [TS-00000001]"));
        assert_eq!(Mark::without(&format!("Tomorrow, south {ours} ")), "Tomorrow, south");
        assert_eq!(Mark::without(&ours.to_string()), "");
        for text in ["Tomorrow", "Tomorrow [TS-1]", "[TS-00000001] Tomorrow", "Tomorrow [TS-0000000é]"] {
            assert_eq!(Mark::without(text), text);
        }
        assert_ne!(Mark::from_random(u64::MAX), Mark::from_random(u64::MAX - 1));
    }
}
