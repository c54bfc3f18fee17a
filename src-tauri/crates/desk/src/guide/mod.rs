//! The CSV Formatting Guide, made of the imports' own descriptions: a new kind is in it by being listed there.

use imports::{Column, Import, ImportKind, TAG_LIST};

use crate::contract::{DeskError, Empty, GuideColumn, GuideFile, ImportGuide, ImportTemplate, ViewExported};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn import_guide(&self, _: Empty) -> Result<ImportGuide, DeskError> {
        let kinds = ImportKind::ALL.iter().map(|kind| file(Some(*kind), kind.about()));
        Ok(ImportGuide { files: kinds.chain([file(None, &TAG_LIST)]).collect() })
    }

    pub(crate) async fn import_template(&self, request: ImportTemplate) -> Result<ViewExported, DeskError> {
        let id = request.request_id.clone();
        self.once("import_template", &id, async {
            let name = format!("{}-template.csv", request.kind.code());
            let bytes = request.kind.about().template().into_bytes();
            self.save_document(&id, &name, "", bytes, 0, false).await
        })
        .await
    }
}

fn file(kind: Option<ImportKind>, about: &Import) -> GuideFile {
    GuideFile {
        kind,
        title: (about.title)().to_string(),
        purpose: (about.purpose)().to_string(),
        licenses: about.licenses.to_vec(),
        rows: about.rows_words().to_string(),
        way: about.way.words().to_string(),
        columns: about.columns.iter().enumerate().map(|(at, one)| column(one, at, about)).collect(),
        example: about.example(),
        notes: about.notes.iter().map(|note| note().to_string()).collect(),
    }
}

fn column(column: &Column, at: usize, about: &Import) -> GuideColumn {
    let mut cells = about.examples.iter().filter_map(|row| row.get(at));
    GuideColumn {
        heading: column.heading.to_owned(),
        also: column.spellings.iter().map(ToString::to_string).collect(),
        holds: column.holds.words().to_string(),
        needed: column.needed.words().to_string(),
        always: column.needed == imports::Needed::Always,
        limit: column.limit.map(|limit| limit.words().to_string()).unwrap_or_default(),
        meaning: (column.meaning)().to_string(),
        example: cells.find(|cell| !cell.is_empty()).copied().unwrap_or_default().to_owned(),
    }
}
