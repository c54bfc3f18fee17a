//! Rows are read as the csv crate reads them, wherever both take the file.

use proptest::prelude::*;

use crate::made::{cells, table};

/// What the csv crate makes of a file; blank lines are none to it either.
fn by_the_oracle(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<String>>());
    rows.filter(|row: &Vec<String>| row.len() > 1 || row.iter().any(|cell| !cell.trim().is_empty())).collect()
}

/// Every quotation that is opened is closed; the csv crate reads the others to the end of the file.
fn is_closed(text: &str) -> bool {
    !matches!(table(text.as_bytes()), Err(imports::FileFault::UnterminatedQuote { .. }))
}

proptest! {
    #[test]
    fn rows_are_what_the_csv_crate_reads(text in "([a-c \",]{0,6}\n){1,6}", start in "x,y\n") {
        // The first line settles that commas separate; line ends inside of quotations are kept as they are.
        let text = start + &text;
        if !is_closed(&text) {
            return Ok(());
        }
        let ours: Vec<Vec<String>> = cells(text.as_bytes()).into_iter().map(|(_, cells)| cells).collect();
        let ours: Vec<Vec<String>> =
            ours.into_iter().filter(|row| row.len() > 1 || row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(ours, by_the_oracle(&text));
    }

    #[test]
    fn what_the_csv_crate_writes_is_read_back(
        rows in prop::collection::vec(prop::collection::vec("[a-zé\",;\n ]{0,8}", 3), 1..20)
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).quote_style(csv::QuoteStyle::Always).from_writer(vec![]);
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        // Which character separates is stated: here the cells are proven, not the guess.
        let written = [b"sep=,\n".to_vec(), writer.into_inner().unwrap()].concat();
        let found: Vec<Vec<String>> = cells(&written).into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!(found, rows);
    }
}
