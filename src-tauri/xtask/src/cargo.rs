//! Building with cargo and learning where the programs landed.

use std::path::PathBuf;

use serde_json::Value;

use crate::command::{Call, Outcome, Problem};

/// What one build made. Cargo is asked where: the target folder may be set elsewhere, and a file's ending differs.
pub struct Built {
    messages: Vec<Value>,
}

impl Built {
    /// Runs `cargo build` with `args`; compiler output is shown as it comes.
    pub fn build(args: &[&str]) -> Outcome<Self> {
        let messages = Call::cargo()
            .args(["build", "--message-format=json-render-diagnostics"])
            .args(args)
            .output()
            .map_err(|problem| Problem::new(format!("{problem}; the compiler's words are above")))?;
        Ok(Self::of(&messages))
    }

    fn of(messages: &str) -> Self {
        Self { messages: messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect() }
    }

    /// The program `name`: the one people start, not its unit tests, which bear the same name.
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        self.messages
            .iter()
            .filter(|message| message.pointer("/target/name").and_then(Value::as_str) == Some(name))
            .filter(|message| message.pointer("/profile/test") != Some(&Value::Bool(true)))
            .find_map(|message| message.get("executable").and_then(Value::as_str).map(PathBuf::from))
    }
}

/// Runs `cargo build` with `args` and gives the path of the program `name` that it made.
pub fn build_program(name: &str, args: &[&str]) -> Outcome<PathBuf> {
    let unnamed = || Problem::new(format!("cargo built but named no program `{name}`"));
    Built::build(args)?.program(name).ok_or_else(unnamed)
}

/// What cargo says of the workspace and its packages, as their manifests state it.
pub fn metadata() -> Outcome<Value> {
    let answer = Call::cargo().args(["metadata", "--no-deps", "--locked", "--format-version", "1"]).output()?;
    let unreadable = |error| Problem::new(format!("cargo's metadata cannot be read: {error}"));
    serde_json::from_str(&answer).map_err(unreadable)
}

/// The packages of the workspace by name.
pub fn packages(metadata: &Value) -> Vec<(&str, &Value)> {
    let packages = metadata.get("packages").and_then(Value::as_array).into_iter().flatten();
    packages.filter_map(|package| Some((package.get("name")?.as_str()?, package))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_found_among_cargos_messages() {
        let built = Built::of(concat!(
            r#"{"target":{"name":"trackside"},"profile":{"test":true},"executable":"deps/trackside-0a1b"}"#,
            "\nnot json\n",
            r#"{"target":{"name":"desk"},"profile":{"test":false},"executable":null}"#,
            "\n",
            r#"{"target":{"name":"trackside"},"profile":{"test":false},"executable":"debug/trackside"}"#,
        ));
        assert_eq!(built.program("trackside"), Some(PathBuf::from("debug/trackside")), "unit tests are passed over");
        assert_eq!(built.program("desk"), None, "a library is not a program");
    }
}
