//! Rules about which crate may know which: a check over `cargo tree`.

use crate::cargo;
use crate::command::{Call, Outcome, Problem};
use crate::say;

/// The one package that may know Tauri.
const SHELL: &str = "trackside";

/// Nothing but the shell depends on Tauri or a web view, directly or through another crate.
pub fn only_the_shell_knows_tauri() -> Outcome<()> {
    let mut guilty = Vec::new();
    let mut looked_at = 0;
    for member in cargo::members()?.into_iter().filter(|member| member != SHELL) {
        let tree = Call::cargo()
            .args(["tree", "--quiet", "--locked", "--edges", "all", "--target", "all", "--prefix", "none"])
            .args(["--format", "{p}", "--package", &member])
            .output()?;
        looked_at += 1;
        if let Some(found) = tauri_in(&tree) {
            guilty.push(format!("{member} depends on {found}"));
        }
    }
    if looked_at == 0 {
        return Err(Problem::new("the workspace has no package beside the shell: nothing was checked"));
    }
    if guilty.is_empty() {
        say::line(&format!("{looked_at} packages beside the shell, none of which knows Tauri"));
        Ok(())
    } else {
        Err(Problem::new(format!("only the shell may know Tauri, but {}", guilty.join("; "))))
    }
}

fn tauri_in(tree: &str) -> Option<&str> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .find(|name| *name == "tauri" || *name == "wry" || *name == "tao" || name.starts_with("tauri-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tauri_is_seen_under_any_of_its_names() {
        assert_eq!(tauri_in("desk v0.1.0\nserde v1.0.0\ntauri-plugin-dialog v2.8.0"), Some("tauri-plugin-dialog"));
        assert_eq!(tauri_in("desk v0.1.0\ntauriform v1.0.0\ntaotie v0.1.0"), None, "a name that only begins alike");
    }
}
