//! The language that this process speaks.

use std::sync::atomic::{AtomicU8, Ordering};

use serde::{Deserialize, Serialize};

/// A language with a whole catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English as California writes it.
    #[serde(rename = "en-US")]
    English,
    /// Spanish as it is written in the United States: with a decimal point.
    #[serde(rename = "es-US")]
    Spanish,
}

/// One person sits at one computer: the language is the process's, as its time zone is.
static CURRENT: AtomicU8 = AtomicU8::new(0);

impl Language {
    /// All, in the order of a choice.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// What is spoken now; English until somebody chose.
    pub fn current() -> Self {
        if CURRENT.load(Ordering::Relaxed) == 1 { Self::Spanish } else { Self::English }
    }

    /// From here on everything is said in this language.
    pub fn speak(self) {
        CURRENT.store(u8::from(self == Self::Spanish), Ordering::Relaxed);
    }

    /// Its tag, as the catalogues' folders are called.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Spanish => "es-US",
        }
    }

    /// The language of a system's locale, as `es_MX.UTF-8` or `es-419`; English where it is another or none.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("es") { Self::Spanish } else { Self::English }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_systems_locale_names_its_language() {
        for (locale, language) in [
            ("es_MX.UTF-8", Language::Spanish),
            ("es-419", Language::Spanish),
            ("ES", Language::Spanish),
            ("en-US", Language::English),
            ("et_EE", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
