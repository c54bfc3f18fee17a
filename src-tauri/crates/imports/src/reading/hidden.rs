//! What a sheet hides. The library that reads workbooks tells of hidden sheets, not of hidden rows and columns; a list
//! that was filtered in Excel keeps the rows that the filter took away, as hidden ones.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::fault::FileFault;

/// The rows and columns of a sheet that a person does not see, from 0.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    rows: HashSet<u32>,
    columns: Vec<(u32, u32)>,
}

impl Hidden {
    /// Whether this row is hidden.
    pub(super) fn row(&self, row: u32) -> bool {
        self.rows.contains(&row)
    }

    /// Whether this column is hidden.
    pub(super) fn column(&self, column: u32) -> bool {
        self.columns.iter().any(|(from, to)| (*from..=*to).contains(&column))
    }
}

/// Looks for what the sheet of this name hides.
///
/// # Errors
/// [`FileFault::Workbook`] where the workbook's parts cannot be read.
pub(super) fn hidden_in(bytes: &[u8], sheet: &str) -> Result<Hidden, FileFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileFault::Workbook)?;
    let Some(part) = part_of(&mut archive, sheet)? else { return Ok(Hidden::default()) };
    let name = archive.file_names().flatten().find(|name| name.eq_ignore_ascii_case(&part)).map(Cow::into_owned);
    let Some(name) = name else { return Ok(Hidden::default()) };
    let file = archive.by_name(&name).map_err(|_| FileFault::Workbook)?;
    read_hidden(BufReader::new(file))
}

/// The part of the archive that holds this sheet.
fn part_of(archive: &mut ZipArchive<Cursor<&[u8]>>, sheet: &str) -> Result<Option<String>, FileFault> {
    let mut id = None;
    each_element(&text_of(archive, "xl/workbook.xml")?, |element| {
        if element.local_name().as_ref() == "sheet" && attribute(element, "name").as_deref() == Some(sheet) {
            id = id.take().or(attribute(element, "id"));
        }
    })?;
    let mut target = None;
    each_element(&text_of(archive, "xl/_rels/workbook.xml.rels")?, |element| {
        if element.local_name().as_ref() == "Relationship" && attribute(element, "Id") == id {
            target = target.take().or(attribute(element, "Target"));
        }
    })?;
    // From the root, or from the folder of the workbook.
    Ok(target.filter(|_| id.is_some()).map(|target| match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    }))
}

fn text_of(archive: &mut ZipArchive<Cursor<&[u8]>>, part: &str) -> Result<Vec<u8>, FileFault> {
    let mut bytes = Vec::new();
    // What it unpacks to has been counted before.
    let mut file = archive.by_name(part).map_err(|_| FileFault::Workbook)?;
    file.read_to_end(&mut bytes).map_err(|_| FileFault::Workbook)?;
    Ok(bytes)
}

fn each_element(xml: &[u8], mut see: impl FnMut(&BytesStart<'_>)) -> Result<(), FileFault> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| FileFault::Workbook)? {
            Event::Start(element) | Event::Empty(element) => see(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn read_hidden(xml: impl BufRead) -> Result<Hidden, FileFault> {
    let mut reader = Reader::from_reader(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut hidden = Hidden::default();
    // Rows that say nothing are hidden in a sheet whose rows have no height.
    let mut without_height = false;
    let mut row = 0;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| FileFault::Workbook)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "sheetFormatPr" => without_height = is_set(&element, "zeroHeight").unwrap_or(false),
                "col" if is_set(&element, "hidden").unwrap_or(false) => {
                    let (from, to) = (number(&element, "min"), number(&element, "max"));
                    hidden.columns.extend(from.zip(to).map(|(from, to)| (from - 1, to - 1)));
                }
                "row" => {
                    row = number(&element, "r").map_or(row, |number| number - 1);
                    if is_set(&element, "hidden").unwrap_or(without_height) {
                        hidden.rows.insert(row);
                    }
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" => row = row.saturating_add(1),
                "sheetData" => return Ok(hidden),
                _ => {}
            },
            Event::Eof => return Ok(hidden),
            _ => {}
        }
    }
}

/// An attribute's value, whatever prefix stands before its name.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes().flatten();
    let found = all.find(|one| one.key.local_name().as_ref() == name)?;
    Some(unescape(&found.value).ok()?.into_owned())
}

fn is_set(element: &BytesStart<'_>, name: &str) -> Option<bool> {
    attribute(element, name).map(|value| value == "1" || value == "true")
}

/// A number from 1.
fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok().filter(|number| *number > 0)
}
