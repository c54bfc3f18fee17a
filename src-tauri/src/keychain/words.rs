//! How a person finds an entry in each system's own program for it.

use desk::KeyEntry;
use words::say;

/// The words for the entry of `account` under `service`, as the stores of `keyring` name entries. `system`: as
/// [`std::env::consts::OS`] names it.
pub(super) fn of(system: &str, service: &str, account: &str) -> KeyEntry {
    let (keeper, entry) = match system {
        "macos" => (say::accounts_keeper_macos(), say::accounts_entry_macos(account, service)),
        "windows" => (say::accounts_keeper_windows(), say::accounts_entry_windows(account, service)),
        _ => (say::accounts_keeper_linux(), say::accounts_entry_linux(account, service)),
    };
    KeyEntry { keeper: keeper.to_string(), entry: entry.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_names_the_entry_as_its_own_program_shows_it() {
        let mac = of("macos", "Trackside", "0192");
        assert_eq!(mac.keeper, "The keychain");
        assert_eq!(
            mac.entry,
            "the entry \u{201c}Trackside\u{201d} with the account \u{201c}0192\u{201d} in Keychain Access"
        );
        let windows = of("windows", "Trackside", "0192");
        assert_eq!(windows.keeper, "Windows Credential Manager");
        assert!(
            windows.entry.contains("\u{201c}0192.Trackside\u{201d} under Windows Credentials"),
            "{}",
            windows.entry
        );
        let linux = of("linux", "Trackside", "0192");
        assert!(linux.entry.contains("\u{201c}keyring:0192@Trackside\u{201d}"), "{}", linux.entry);
    }
}
