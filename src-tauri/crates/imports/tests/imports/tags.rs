//! Lists of tags: one column or four, with a header or without, from a file or the clipboard.

use imports::TagEntry;

use crate::made::{list, paste, read_of, tag, tags};

const ONE: &str = "1A4060300002199000000001";
const TWO: &str = "1A4060300002199000000002";
const THREE: &str = "1A4060300002199000000003";

fn lines(entries: &[TagEntry]) -> Vec<(u64, String)> {
    entries.iter().map(|entry| (entry.line, entry.tag.to_string())).collect()
}

#[test]
fn one_column_of_tags_is_a_list() {
    let file = tags(&format!("{ONE}\r\n\r\n  {}  \r\n\"{THREE}\"\r\n", TWO.to_lowercase()));
    assert_eq!(lines(&file.entries), [(1, ONE.into()), (3, TWO.into()), (4, THREE.into())]);
    assert_eq!((file.refused.len(), file.header), (0, None));
}

#[test]
fn a_header_is_known_by_its_spelling() {
    for header in ["Tag", "TAGS", "package tag", "Package Label", " \"UID\" ", "Tag #", "package_tag", "PackageLabel"] {
        let file = tags(&format!("{header}\n{ONE}\n"));
        assert_eq!((lines(&file.entries), file.header), (vec![(2, ONE.into())], Some(1)), "{header}");
    }
    let file = tags(&format!("my list\n{ONE}\n"));
    assert_eq!(file.refused[0].reason.code(), "not_a_tag", "an unknown heading is said, not swallowed");
}

#[test]
fn four_columns_are_tag_weight_unit_and_price() {
    let text = format!("{ONE},1.5,lb,\"$1,250.00\"\n{TWO},,,99.90\n{THREE},500,Grams,\n");
    let file = tags(&text);
    let found: Vec<(Option<String>, Option<String>, Option<String>)> = file
        .entries
        .iter()
        .map(|e| (e.gross_weight.map(|w| w.to_string()), e.gross_unit.clone(), e.price.map(|p| p.to_string())))
        .collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        found,
        [
            (some("1.5"), some("Pounds"), some("1250.00")),
            (None, None, some("99.90")),
            (some("500"), some("Grams"), None),
        ]
    );
    assert_eq!(file.refused, []);
}

#[test]
fn weights_and_prices_are_read_as_people_write_them() {
    let written = ["12.5,lbs,$1200", "680,grams,$300", "24,oz.,\"$ 1,200.00\"", "5669,gms,\"$1,200\"", "3.5 lbs,,900"];
    let rows: Vec<String> = (1..).zip(written).map(|(at, cells)| format!("{},{cells}", tag(at))).collect();
    let file = tags(&rows.join("\n"));
    assert_eq!(file.refused, []);
    let read = |entry: &TagEntry| {
        let weight = entry.gross_weight.unwrap().normalize();
        format!("{weight} {} for {}", entry.gross_unit.as_deref().unwrap(), entry.price.unwrap().normalize())
    };
    assert_eq!(
        file.entries.iter().map(read).collect::<Vec<_>>(),
        [
            "12.5 Pounds for 1200",
            "680 Grams for 300",
            "24 Ounces for 1200",
            "5669 Grams for 1200",
            "3.5 Pounds for 900",
        ]
    );
    let file = tags(&format!("{ONE},\"1,200\",g,1\n{TWO},5 lbs,Grams,1\n"));
    let codes: Vec<&str> = file.refused.iter().map(|refused| refused.reason.code()).collect();
    assert_eq!(
        codes,
        ["bad_weight", "bad_weight"],
        "a comma that can mean two things, and two units: {:?}",
        file.refused
    );
}

#[test]
fn named_columns_stand_in_any_order_among_others() {
    let text = format!("Item;Wholesale Price;Unit of Measure;Gross Weight;Package Tag\nDream;10;g;3.5;{ONE}\n");
    let file = tags(&text);
    let entry = &file.entries[0];
    assert_eq!(entry.tag, tag(1));
    assert_eq!(entry.gross_weight.unwrap().to_string(), "3.5");
    assert_eq!(entry.gross_unit.as_deref(), Some("Grams"));
    assert_eq!(entry.price.unwrap().to_string(), "10");
}

#[test]
fn an_export_of_the_grid_is_a_list_of_its_tags() {
    let file = tags(&format!("Tag,Location,Item,Quantity,Unit\n{ONE},Vault,Dream,12,ea\n"));
    assert_eq!(lines(&file.entries), [(2, ONE.into())]);
    assert_eq!(file.entries[0].gross_unit, None, "a quantity's unit is no weight's");
}

#[test]
fn empty_columns_around_the_tags_do_not_matter() {
    let file = tags(&format!(",{ONE},\n,{TWO},\n"));
    assert_eq!(lines(&file.entries), [(1, ONE.into()), (2, TWO.into())]);
}

#[test]
fn a_paste_is_taken_apart_at_whatever_separates() {
    for separator in ["\n", "\r\n", ", ", "; ", "\t", " ", "\n\n"] {
        let file = list(paste(&[ONE, TWO, THREE].join(separator)));
        let found: Vec<String> = file.entries.iter().map(|entry| entry.tag.to_string()).collect();
        assert_eq!(found, [ONE, TWO, THREE], "{separator:?}");
    }
    let file = list(paste(&format!("Tag\n1A40 6030 0002 1990 0000 0001\n{TWO} nonsense\n")));
    assert_eq!(lines(&file.entries), [(2, ONE.into()), (3, TWO.into())]);
    assert_eq!((file.refused[0].line, file.refused[0].text.as_str()), (3, "nonsense"));
}

#[test]
fn cells_pasted_from_a_spreadsheet_keep_their_columns() {
    for header in ["", "Tag\tGross Weight\tUnit\tWholesale Price\n"] {
        let file = list(paste(&format!("{header}{ONE}\t1.5\tlb\t$20\n{TWO}\t2\tlb\t30\n")));
        let prices: Vec<String> = file.entries.iter().map(|entry| entry.price.unwrap().to_string()).collect();
        assert_eq!(prices, ["20", "30"], "{header:?}");
    }
}

#[test]
fn one_line_of_many_tags_is_read_tag_by_tag_in_a_file_too() {
    for separator in [" ", ",", ", ", ";", "; ", "\t", " / ", "  "] {
        let file = tags(&([ONE, TWO, THREE].join(separator) + "\n"));
        assert_eq!((read_of(&file), file.refused.len()), (vec![ONE, TWO, THREE], 0), "{separator:?}");
        assert_eq!(file.entries[2].line, 1, "all on their line");
    }
    let two_lines = tags(&format!("Tag\n{ONE} {TWO}\n{THREE}\n"));
    assert_eq!(lines(&two_lines.entries), [(2, ONE.into()), (2, TWO.into()), (3, THREE.into())]);
}

#[test]
fn a_tag_in_groups_and_with_what_nobody_sees_in_it_is_a_tag() {
    let groups = "1A4FF03 0000051D E00012296";
    let hidden = "1A40603\u{200b}00002199\u{ad}00000\u{feff}0002";
    let breaks = "1A40603\u{a0}00002199\u{a0}000000003";
    for file in [
        tags(&format!("{groups}\n{hidden}\n{breaks}\n")),
        list(paste(&format!("{groups}\n{hidden}\n{breaks}"))),
        tags(&format!("Item,Tag\nDream,{groups}\nDream,{hidden}\nDream,{breaks}\n")),
    ] {
        assert_eq!((read_of(&file), file.refused.len()), (vec!["1A4FF030000051DE00012296", TWO, THREE], 0));
    }
    let too_long = tags("1A4FF03 0000051D E000012296\n");
    assert_eq!(
        too_long.refused[0].sentence,
        "Not a tag: a tag has 24 characters; this has 25. Compare it with the label and scan or type it again."
    );
}

#[test]
fn a_paste_of_cells_may_have_line_breaks_in_them() {
    let cells = format!("Item\tTag\tGross Weight\tUnit\n\"Blue\nDream\"\t{ONE}\t1.5\tlb\nEmerald\t{TWO}\t2\tlb\n");
    let file = list(paste(&cells));
    assert_eq!((lines(&file.entries), file.refused.len()), (vec![(2, ONE.into()), (4, TWO.into())], 0));
    let stray = list(paste(&format!("\"{ONE}\n{TWO}\n")));
    assert_eq!(read_of(&stray), [ONE, TWO], "a mark that opens nothing is no reason to lose a line");
}
