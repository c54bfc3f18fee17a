//! Reads the catalogues and makes of each English message a function of its variables, so that a sentence which does
//! not exist, or lacks a variable, does not compile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "../src/kind.rs"]
mod kind;
mod shape;

use self::kind::Kind;
use self::shape::{Shape, shapes};

const LANGUAGES: [&str; 2] = ["en-US", "es-US"];

fn main() {
    let folder = Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../../words");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    match generated(&folder) {
        Ok(code) => {
            if let Err(fault) = fs::write(out.join("messages.rs"), code) {
                println!("cargo::error=the messages cannot be written: {fault}");
            }
        }
        Err(words) => println!("cargo::error={words}"),
    }
}

fn generated(folder: &Path) -> Result<String, String> {
    let mut code = String::new();
    let mut english = Vec::new();
    for language in LANGUAGES {
        let files = catalogue(&folder.join(language))?;
        let name = language.replace('-', "_").to_uppercase();
        let _ = writeln!(code, "/// The files of the catalogue of {language}, by name.");
        let _ = writeln!(code, "pub(crate) const {name}: &[(&str, &str)] = &[");
        for (file, text) in &files {
            let _ = writeln!(code, "    ({file:?}, {text:?}),");
            if language == LANGUAGES[0] {
                english.extend(shapes(text).map_err(|fault| format!("{language}/{file}: {fault}"))?);
            }
        }
        code.push_str("];\n\n");
    }
    let _ =
        writeln!(code, "/// The English messages and what each wants to know.\npub const MESSAGES: &[Message] = &[");
    for shape in &english {
        let wants: Vec<_> = shape.wants.iter().map(|(name, kind)| format!("({name:?}, Kind::{kind:?})")).collect();
        let _ = writeln!(code, "    Message {{ id: {:?}, wants: &[{}] }},", shape.id, wants.join(", "));
    }
    code.push_str(
        "];\n\n/// The messages, each a function of what it wants to know.\npub mod say {\n    use super::*;\n",
    );
    english.iter().for_each(|shape| function(&mut code, shape));
    code.push_str("}\n");
    Ok(code)
}

fn function(code: &mut String, Shape { id, text, wants }: &Shape) {
    let name = id.replace('-', "_");
    let wanted: Vec<_> = wants
        .iter()
        .map(|(name, kind)| match kind {
            Kind::Number => format!("{name}: impl Into<Number>"),
            Kind::Text => format!("{name}: impl Into<Text>"),
        })
        .collect();
    let given: Vec<_> = wants.keys().map(|name| format!("({name:?}.into(), {name}.into().into())")).collect();
    code.push('\n');
    for line in text.lines() {
        let _ = writeln!(code, "    /// `{}`", line.trim().replace('`', "'"));
    }
    let _ = writeln!(code, "    #[must_use]\n    pub fn {name}({}) -> Words {{", wanted.join(", "));
    let _ = writeln!(code, "        Words::new({id:?}, vec![{}])\n    }}", given.join(", "));
}

/// The files of a folder by name, each with its text.
fn catalogue(folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let trouble = |fault: std::io::Error| format!("{} cannot be read: {fault}", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.extension().is_some_and(|end| end == "ftl") {
            println!("cargo::rerun-if-changed={}", path.display());
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(name, fs::read_to_string(&path).map_err(trouble)?.replace("\r\n", "\n"));
        }
    }
    Ok(files)
}
