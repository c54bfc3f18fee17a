//! What was read of a source and what was passed over, where a person could not know it.

use super::columns::{Layout, Take, Why};
use super::question::{Answer, column_label};
use crate::{Form, Row, Table, Tables};

/// In sentences; empty where there is nothing to say.
pub(super) fn read_as(tables: &Tables, table: &Table, layout: Layout, answer: &Answer) -> String {
    let mut said: Vec<String> = Vec::new();
    let heading = layout.heading.and_then(|at| table.rows.get(at));
    let column = match layout.take {
        Take::Column(columns) | Take::List(columns) => column_label(table, heading, columns.tag),
        Take::Every => "Every column".to_owned(),
    };
    if let Some(sheet) = table.form.sheet() {
        let chosen = if answer.sheet.as_deref() == Some(sheet) { ", as you chose" } else { "" };
        said.push(format!("The sheet \u{201c}{sheet}\u{201d} was read{chosen}."));
    }
    match layout.why {
        Why::Plain => {}
        Why::OnlyOne => said.push(format!("{column} was read, the only one that holds tags.")),
        Why::Chosen => said.push(format!("{column} was read, as you chose.")),
        Why::Grid => said.push(
            "These are rows of the state\u{2019}s grid: each row\u{2019}s own tag was read, its source packages were not."
                .to_owned(),
        ),
    }
    let above = layout.heading.and_then(|at| table.rows.get(..at)).and_then(<[Row]>::last);
    if let Some(last) = above {
        let word = table.form.counting().word();
        said.push(format!("What stands above the heading, up to {word} {}, was passed over.", last.line()));
    }
    said.extend(hidden(tables, table));
    said.join(" ")
}

fn hidden(tables: &Tables, table: &Table) -> Option<String> {
    let (rows, columns) = match table.form {
        Form::Workbook { hidden_rows, hidden_columns, .. } => (hidden_rows, hidden_columns),
        Form::Text { .. } | Form::Pasted => (0, 0),
    };
    let some = |many: u64, what: &str| match many {
        0 => None,
        1 => Some(format!("1 hidden {what}")),
        many => Some(format!("{many} hidden {what}s")),
    };
    let all = [some(tables.hidden_sheets, "sheet"), some(rows, "row"), some(columns, "column")];
    let all: Vec<String> = all.into_iter().flatten().collect();
    let were = match (tables.hidden_sheets + rows + columns, all.as_slice()) {
        (0, _) | (_, []) => return None,
        (1, _) => "was",
        (_, _) => "were",
    };
    Some(format!("{} {were} not read.", all.join(", ")))
}
