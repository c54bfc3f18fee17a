//! Where tags come from: files, the clipboard and the scanner are read by one reader, and what it cannot know is asked.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use imports::{Answer, FileFault, Foreign, Limits, Reading, TagEntry, TagFile, read_pasted, read_tables, read_tags};
use ledger::LineTexts;
use rules::Tag;
use sha2::{Digest, Sha256};
use words::say;

use crate::contract::{DeskError, RefusedTag, TagAnswer, TagQuestion, TagSource};
use crate::desk::{Desk, blocking};
use crate::ground::questions::{answer_of, question_of};

/// Tags from one place, in order.
#[derive(Clone)]
pub(super) struct Source {
    /// The file's name, with the sheet that was read of a workbook; empty where there is none.
    pub(super) name: String,
    /// SHA-256 of the file's bytes or of the pasted text, in hexadecimal; none where nothing is to be kept.
    pub(super) hash: Option<String>,
    /// What was read, or why nothing could be.
    pub(super) read: Result<TagFile, RefusedTag>,
}

impl Source {
    /// The tags of another draft's lines; a line's number is its place.
    pub(super) fn of_lines(lines: &[LineTexts]) -> Vec<Self> {
        let entry = |(line, texts): (u64, &LineTexts)| Some(TagEntry::of(line, Tag::parse(&texts.tag).ok()?));
        vec![Self::of_entries((1..).zip(lines).filter_map(entry).collect())]
    }

    pub(super) fn of_entries(entries: Vec<TagEntry>) -> Self {
        Self { name: String::new(), hash: None, read: Ok(TagFile::of(entries)) }
    }
}

/// What became of sources that were read.
pub(super) enum Sources {
    /// They are read, one after another.
    Read(Vec<Source>),
    /// These are to be answered first.
    Asked(Vec<TagQuestion>),
}

/// One source, read.
enum One {
    Read(Source),
    Asked(TagQuestion),
}

impl Desk {
    /// Reads where tags come from; several files are several sources. `answers` is what the person answered so far.
    pub(super) async fn read_sources(&self, source: &TagSource, answers: &[TagAnswer]) -> Result<Sources, DeskError> {
        let answer = |at: i64| answer_of(answers.iter().find(|answer| answer.source == at));
        let all = match source {
            TagSource::Pasted { text } => vec![pasted(text, &answer(0))],
            TagSource::Scanned { text } => vec![scanned(text)],
            TagSource::Packages { target } => vec![One::Read(self.selected(target).await?)],
            TagSource::Files { handles } => {
                let paths =
                    handles.iter().map(|handle| self.inner.page.files.path(handle)).collect::<Result<Vec<_>, _>>()?;
                let files: Vec<(i64, PathBuf, Answer)> =
                    (0..).zip(paths).map(|(at, path)| (at, path, answer(at))).collect();
                blocking(move || files.iter().map(|(at, path, answer)| read_file(*at, path, answer)).collect()).await?
            }
        };
        let (mut read, mut asked) = (Vec::new(), Vec::new());
        for one in all {
            match one {
                One::Read(source) => read.push(source),
                One::Asked(question) => asked.push(question),
            }
        }
        Ok(if asked.is_empty() { Sources::Read(read) } else { Sources::Asked(asked) })
    }
}

fn pasted(text: &str, answer: &Answer) -> One {
    match read_pasted(text, answer) {
        Ok(Reading::Question(question)) => One::Asked(question_of(0, "", question)),
        Ok(Reading::List(list)) => {
            One::Read(Source { name: String::new(), hash: Some(hex(&Sha256::digest(text.as_bytes()))), read: Ok(list) })
        }
        Err(fault) => One::Read(Source {
            name: String::new(),
            hash: Some(hex(&Sha256::digest(text.as_bytes()))),
            read: Err(whole_file("", &fault.to_string())),
        }),
    }
}

/// A scanner gives one tag; rows of cells do not come from it.
fn scanned(text: &str) -> One {
    let read = match read_pasted(text, &Answer::default()) {
        Ok(Reading::List(list)) => Ok(list),
        Ok(Reading::Question(_)) => Err(whole_file("", &say::check_scanned_columns().to_string())),
        Err(fault) => Err(whole_file("", &fault.to_string())),
    };
    One::Read(Source { name: String::new(), hash: None, read })
}

fn read_file(at: i64, path: &Path, answer: &Answer) -> One {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = match File::open(path).and_then(not_a_folder) {
        Ok(file) => file,
        Err(fault) => {
            let sentence = if path.is_dir() && name.to_ascii_lowercase().ends_with(".numbers") {
                // Numbers may save a document as a folder that a Mac shows as a file.
                FileFault::Foreign { found: Foreign::Numbers }.to_string()
            } else {
                say::check_file_unreadable(fault.to_string()).to_string()
            };
            return One::Read(Source { read: Err(whole_file(&name, &sentence)), name, hash: None });
        }
    };
    let mut hashed = Hashed { file, hash: Sha256::new() };
    let read = read_tables(&name, &mut hashed, Limits::TAG_LIST).and_then(|tables| read_tags(&tables, answer));
    let hash = Some(hex(&hashed.hash.finalize()));
    match read {
        Ok(Reading::Question(question)) => One::Asked(question_of(at, &name, question)),
        Ok(Reading::List(list)) => One::Read(Source { name: with_sheet(name, &list.sheet), hash, read: Ok(list) }),
        Err(fault) => One::Read(Source { read: Err(whole_file(&name, &fault.to_string())), name, hash }),
    }
}

/// A file's name with the sheet that was read of it.
fn with_sheet(name: String, sheet: &str) -> String {
    if sheet.is_empty() { name } else { say::check_file_sheet(name, sheet).to_string() }
}

/// What was read of sources and what was passed over; each file by its name where there are several.
pub(super) fn read_as(sources: &[Source]) -> String {
    let said = sources.iter().filter_map(|source| {
        let said = source.read.as_ref().ok().map(|list| list.read_as.as_str()).filter(|said| !said.is_empty())?;
        Some(if sources.len() > 1 { say::check_file_read_as(&source.name, said).to_string() } else { said.to_owned() })
    });
    said.collect::<Vec<_>>().join(" ")
}

fn not_a_folder(file: File) -> std::io::Result<File> {
    if file.metadata()?.is_dir() {
        return Err(std::io::Error::other(say::check_file_is_folder().to_string()));
    }
    Ok(file)
}

/// Hashes what is read.
struct Hashed {
    file: File,
    hash: Sha256,
}

impl Read for Hashed {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.hash.update(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file of which nothing could be read.
fn whole_file(file: &str, sentence: &str) -> RefusedTag {
    let sentence = sentence.to_owned();
    RefusedTag { file: file.to_owned(), line: 0, text: String::new(), reason: "file".to_owned(), sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a folder with this name.
    fn said_of_folder(name: &str) -> String {
        let kept = tempfile::tempdir().unwrap();
        let folder = kept.path().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        match read_file(0, &folder, &Answer::default()) {
            One::Read(Source { read: Err(refused), .. }) => refused.sentence,
            One::Read(Source { read: Ok(_), .. }) | One::Asked(_) => String::new(),
        }
    }

    #[test]
    fn a_folder_is_a_folder_and_a_document_of_numbers_that() {
        assert!(said_of_folder("Tags").starts_with("This file cannot be read ("), "{}", said_of_folder("Tags"));
        assert!(said_of_folder("Tags.numbers").starts_with("This file is a Numbers file. In Numbers choose File"));
    }
}
