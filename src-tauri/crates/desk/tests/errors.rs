//! The page switches on an error's code: each that the contract has is made somewhere, so that none is waited for in vain.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;

/// The lines of every source outside of the contract, without tests and comments.
fn lines(folder: &Path, all: &mut Vec<String>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() && path.file_name().unwrap() != "contract" {
            lines(&path, all);
        } else if path.is_file() {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.lines().take_while(|line| *line != "#[cfg(test)]");
            all.extend(code.filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned));
        }
    }
}

/// Whether a line makes a code: what stands before an arrow, and what is compared, is only looked at.
fn makes(line: &str, code: &str) -> bool {
    let made = line.rsplit("=>").next().unwrap();
    let looks = ["==", "!=", "matches!", "| ErrorCode"].iter().any(|looks| line.contains(looks));
    let of_name = |c: char| c.is_ascii_alphanumeric();
    !looks && made.split(&format!("ErrorCode::{code}")).skip(1).any(|rest| !rest.starts_with(of_name))
}

#[test]
fn every_code_of_the_contract_is_made() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let contract = std::fs::read_to_string(src.join("contract/error.rs")).unwrap();
    let (_, codes) = contract.split_once("pub enum ErrorCode {").unwrap();
    let (codes, _) = codes.split_once('}').unwrap();
    let codes: Vec<_> = codes.lines().filter_map(|line| line.trim().strip_suffix(',')).collect();
    assert!(codes.contains(&"Internal"), "{codes:?}");
    let mut all = Vec::new();
    lines(&src, &mut all);
    let never: Vec<_> = codes.iter().filter(|code| !all.iter().any(|line| makes(line, code))).collect();
    assert!(never.is_empty(), "nothing makes {never:?}");
}
