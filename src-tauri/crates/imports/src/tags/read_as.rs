//! What was read of a source and what was passed over, where a person could not know it.

use words::{Words, say};

use super::columns::{Layout, Take, Why};
use super::question::{Answer, column_label};
use crate::{Counting, Form, Row, Table, Tables};

/// In sentences; empty where there is nothing to say.
pub(super) fn read_as(tables: &Tables, table: &Table, layout: Layout, answer: &Answer) -> String {
    let mut said: Vec<Words> = Vec::new();
    let heading = layout.heading.and_then(|at| table.rows.get(at));
    let column = match layout.take {
        Take::Column(columns) | Take::List(columns) => column_label(table, heading, columns.tag),
        Take::Every => say::imports_every_column().to_string(),
    };
    if let Some(sheet) = table.form.sheet() {
        let chosen = answer.sheet.as_deref() == Some(sheet);
        said.push(if chosen { say::imports_read_sheet_chosen(sheet) } else { say::imports_read_sheet(sheet) });
    }
    match layout.why {
        Why::Plain => {}
        Why::OnlyOne => said.push(say::imports_read_only_column(column)),
        Why::Chosen => said.push(say::imports_read_column_chosen(column)),
        Why::Grid => said.push(say::imports_read_grid()),
    }
    let above = layout.heading.and_then(|at| table.rows.get(..at)).and_then(<[Row]>::last);
    if let Some(last) = above {
        said.push(match table.form.counting() {
            Counting::Lines => say::imports_read_above_line(last.line()),
            Counting::Rows => say::imports_read_above_row(last.line()),
        });
    }
    said.extend(hidden(tables, table));
    said.iter().map(Words::to_string).collect::<Vec<_>>().join(" ")
}

fn hidden(tables: &Tables, table: &Table) -> Option<Words> {
    let (rows, columns) = match table.form {
        Form::Workbook { hidden_rows, hidden_columns, .. } => (hidden_rows, hidden_columns),
        Form::Text { .. } | Form::Pasted => (0, 0),
    };
    let count = tables.hidden_sheets + rows + columns;
    let all = [
        (tables.hidden_sheets, say::imports_hidden_sheets(tables.hidden_sheets)),
        (rows, say::imports_hidden_rows(rows)),
        (columns, say::imports_hidden_columns(columns)),
    ];
    let all: Vec<String> = all.iter().filter(|(many, _)| *many > 0).map(|(_, words)| words.to_string()).collect();
    (count > 0).then(|| say::imports_hidden(count, all.join(", ")))
}
