//! What a list of tags looks like, for people who make one.

use words::say;

use crate::kinds::shared::ALL;
use crate::kinds::{Column, Holds, Import, Needed, Rows, Way};

/// A list of tags that becomes lines of a transfer: what [`super::read_tags`] reads. Without headings the four stand in
/// this order; a column of tags alone is a list too.
pub static TAG_LIST: Import =
    Import {
        title: say::guide_tag_list,
        purpose: say::guide_tag_list_purpose,
        licenses: ALL,
        columns: &[
            Column::new("Tag", Holds::PackageTag, Needed::Always, say::guide_means_list_tag).also(&[
                "packagetag",
                "packagelabel",
                "tagnumber",
                "uid",
                "label",
                "etiqueta",
            ]),
            Column::new("Gross Weight", Holds::Amount, Needed::Never, say::guide_means_list_weight).also(&[
                "packagegrossweight",
                "weight",
                "pesobruto",
            ]),
            Column::new("Unit", Holds::WeightUnit, Needed::WhenFilled("Gross Weight"), say::guide_means_list_unit)
                .also(&["unitofmeasure", "uom", "grossunitofweight", "unidad"]),
            Column::new("Wholesale Price", Holds::Price, Needed::Never, say::guide_means_list_price).also(&[
                "price",
                "packageprice",
                "precio",
            ]),
        ],
        examples: &[
            &["1A4FF0300000261000009905", "12.5", "Pounds", "1200"],
            &["1A4FF0300000261000009906", "", "", "950.50"],
        ],
        rows: Rows::Single,
        way: Way::TransferLines,
        notes: &[say::guide_note_list_column, say::guide_note_list_files, say::guide_note_list_lines],
    };

#[cfg(test)]
mod tests {
    use super::super::headings::Named;
    use super::*;
    use crate::{Answer, Limits, Reading, read_tables, read_tags};

    #[test]
    fn every_heading_that_people_are_told_is_one_that_is_read() {
        for (at, column) in TAG_LIST.columns.iter().enumerate() {
            for heading in column.headings() {
                // A unit is one beside a weight only.
                let beside = if at == 2 { "\tWeight" } else { "" };
                let row = crate::reading::rows_of(&format!("{heading}{beside}"), b'\t');
                let named = Named::of(&row[0]);
                let is_read = match at {
                    0 => named.names_tags(),
                    1 => named.weight == Some(0),
                    2 => named.unit == Some(0),
                    _ => named.price == Some(0),
                };
                assert!(is_read, "{heading}: {named:?}");
            }
        }
    }

    #[test]
    fn the_example_is_read_whole() {
        let bytes = TAG_LIST.example();
        let tables = read_tables("tags.csv", bytes.as_bytes(), Limits::TAG_LIST).unwrap();
        let Reading::List(file) = read_tags(&tables, &Answer::default()).unwrap() else { panic!("asked") };
        assert!(file.refused.is_empty(), "{:?}", file.refused);
        let read = file.entries.iter().map(|entry| {
            let text = |number: Option<rust_decimal::Decimal>| number.map(|number| number.to_string());
            (entry.tag.to_string(), text(entry.gross_weight), entry.gross_unit.clone(), text(entry.price))
        });
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            read.collect::<Vec<_>>(),
            [
                ("1A4FF0300000261000009905".into(), text("12.5"), text("Pounds"), text("1200")),
                ("1A4FF0300000261000009906".into(), None, None, text("950.50")),
            ]
        );
    }
}
