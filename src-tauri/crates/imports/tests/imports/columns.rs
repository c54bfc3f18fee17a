//! A column is known by what it holds: headings help, titles are passed over, and what could be two is asked.

use imports::{Answer, ColumnAnswer, FileFault, read_pasted, read_tags};

use crate::made::{list, paste, question, read, read_of, table, tags};

const ONE: &str = "1A4FF0300004FC1000000301";
const TWO: &str = "1A4FF0300004FC1000000302";
const SOURCE: &str = "1A4FF0300004FC1000000101";
const OTHER: &str = "1A4FF0300004FC1000000102";
const THIRD: &str = "1A4FF0300004FC1000000103";

/// Two rows as the state's grid gives them to the clipboard.
fn grid_rows() -> String {
    let rest = "Vault A\t\tPoppy Pre-Roll 1g\tPre-Roll Flower\tTestPassed\t24\tea\t11/20/2026";
    format!("{ONE}\t\t{SOURCE}, {OTHER}\t{rest}\n{TWO}\t\t{THIRD}\t{rest}\n")
}

#[test]
fn rows_of_the_state_s_grid_bring_their_own_tag_alone() {
    for rows in [grid_rows(), grid_rows().replace("24\tea", "24 ea\t"), grid_rows().lines().next().unwrap().to_owned()]
    {
        let file = list(paste(&rows));
        assert_eq!(read_of(&file), [ONE, TWO][..file.entries.len()], "{rows:?}");
        assert_eq!((file.entries.len(), file.refused.len()), (rows.lines().count(), 0), "{rows:?}");
        assert!(file.read_as.contains("its source packages were not"), "{}", file.read_as);
    }
    let ticked = grid_rows().lines().map(|row| format!("\t{row}\n")).collect::<String>();
    assert_eq!(read_of(&list(paste(&ticked))), [ONE, TWO], "behind the column of ticks too");
    let headed = format!("Tag\tSource Harvest(s)\tSource Package(s)\tLocation\n{}", grid_rows());
    assert_eq!(read_of(&list(paste(&headed))), [ONE, TWO], "with its heading too");
    let of_commas = grid_rows().replace(", ", " ").replace('\t', ",");
    assert_eq!(read_of(&list(paste(&of_commas))), [ONE, TWO], "and as lines of a text file");
    assert_eq!(read_of(&tags(&of_commas)), [ONE, TWO], "which is a file too");
}

#[test]
fn two_columns_of_tags_are_asked_for() {
    let rows = format!("Dream\t{SOURCE}\t{ONE}\nEmerald\t{OTHER}\t{TWO}\n");
    let asked = question(paste(&rows));
    assert_eq!(asked.sentence, "2 columns here hold tags. Which one is meant? Nothing is taken before you choose.");
    let labels: Vec<&str> = asked.choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(labels, ["Column 2", "Column 3", "Every tag of these 2 columns"]);
    assert_eq!(asked.choices[0].first, [SOURCE, OTHER]);
    assert_eq!(asked.choices[1].tags, 2);
    let answered = |at: usize| list(read_pasted(&rows, &asked.choices[at].answer).unwrap());
    assert_eq!(read_of(&answered(0)), [SOURCE, OTHER]);
    assert_eq!(read_of(&answered(1)), [ONE, TWO]);
    assert_eq!(answered(1).read_as, "Column 3 was read, as you chose.");
    let every = answered(2);
    assert_eq!(read_of(&every), [SOURCE, ONE, OTHER, TWO]);
    assert_eq!(every.refused.len(), 2, "what is no tag is told, not dropped");
}

#[test]
fn an_answer_that_does_not_fit_is_asked_again() {
    let rows = format!("Dream\t{SOURCE}\t{ONE}\nEmerald\t{OTHER}\t{TWO}\n");
    for at in [0, 7] {
        let answer = Answer { sheet: None, column: Some(ColumnAnswer::One(at)) };
        assert_eq!(question(read_pasted(&rows, &answer).unwrap()).choices.len(), 3, "column {at} holds no tags");
    }
}

#[test]
fn columns_that_say_the_same_are_one() {
    let file = tags(&format!("Package Tag,Tag\n{ONE},{ONE}\n{TWO},{TWO}\n"));
    assert_eq!(read_of(&file), [ONE, TWO]);
    let asked = question(read(&format!("Package Tag,Tag\n{ONE},{SOURCE}\n{TWO},{OTHER}\n")));
    let labels: Vec<&str> = asked.choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(labels, ["Column 2: \u{201c}Tag\u{201d}", "Column 1: \u{201c}Package Tag\u{201d}"]);
}

#[test]
fn titles_above_the_heading_are_passed_over() {
    let title = "Inventory on hand,,,,,\nFacility:,Golden Poppy Distribution,,,,\nPrinted:,11/22/2026 5:04 PM,,,,\n\n";
    let rows =
        format!("{ONE},Poppy Pre-Roll 1g,Pre-Roll Flower,24,ea,Vault A\n{TWO},Poppy,Pre-Roll Flower,24,ea,Vault A\n");
    let file = tags(&format!("{title}Tag,Item,Category,Quantity,Unit,Location\n{rows}"));
    assert_eq!((read_of(&file), file.header, file.refused.len()), (vec![ONE, TWO], Some(5), 0));
    assert_eq!(file.read_as, "What stands above the heading, up to line 3, was passed over.");
    let of_packages = tags(&format!("Packages,,,,,\n{title}Tag,Item,Category,Quantity,Unit,Location\n{rows}"));
    assert_eq!(
        (read_of(&of_packages), of_packages.header),
        (vec![ONE, TWO], Some(6)),
        "a title that could be a heading"
    );
}

#[test]
fn no_column_is_taken_by_its_place_under_a_heading() {
    let four = format!("Inventory\n\nTag,Item,Quantity,Unit\n{ONE},Poppy,24,g\n{TWO},Poppy,12,g\n");
    let of_one = format!("Etikett\n{ONE},24,g,5\n{TWO},12,g,5\n");
    let unknown = format!("Etikett,Menge,Einheit,Wert\n{ONE},24,g,5\n{TWO},12,g,5\n");
    for (text, told) in [(four, 0), (unknown, 0), (of_one, 1)] {
        let file = tags(&text);
        assert_eq!((read_of(&file), file.refused.len()), (vec![ONE, TWO], told), "{text}");
        let weights = file.entries.iter().map(|entry| (entry.gross_weight, entry.gross_unit.clone(), entry.price));
        assert!({ weights }.all(|all| all == (None, None, None)), "a net quantity is no gross weight: {text}");
    }
    let other_four = tags(&format!("{ONE},Poppy,Vault A,ea\n{TWO},Emerald,Vault A,ea\n"));
    assert_eq!(read_of(&other_four), [ONE, TWO]);
    assert!(
        other_four.entries.iter().all(|entry| entry.gross_weight.is_none()),
        "nor are four columns of other things"
    );
}

#[test]
fn a_column_of_tags_is_read_whatever_its_heading() {
    for heading in ["METRC #", "Inventory ID", "Barcode", "State tracking number"] {
        let file = tags(&format!("Item,{heading},Qty\nDream,{ONE},24\nEmerald,{TWO},12\n"));
        assert_eq!((read_of(&file), file.header, file.refused.len()), (vec![ONE, TWO], Some(1), 0), "{heading}");
        assert_eq!(
            file.read_as,
            format!("Column 2: \u{201c}{heading}\u{201d} was read, the only one that holds tags.")
        );
    }
    let no_heading = tags(&format!("Dream,{ONE},24,x,y,z,1\nEmerald,{TWO},12,x,y,z,1\n"));
    assert_eq!((read_of(&no_heading), no_heading.refused.len()), (vec![ONE, TWO], 0), "nor need there be one");
    let labels = tags(&format!("Label,METRC\nBlue Dream,{ONE}\nEmerald,{TWO}\n"));
    assert_eq!(read_of(&labels), [ONE, TWO], "what may head something else does");
}

#[test]
fn other_packages_tags_are_not_taken_unasked() {
    let only_sources = format!("Item,Source Package(s)\nDream,{SOURCE}\nEmerald,{OTHER}\n");
    let asked = question(read(&only_sources));
    assert_eq!(asked.choices.len(), 1);
    assert!(asked.sentence.ends_with("Is it the one? Nothing is taken before you choose."), "{}", asked.sentence);
    let empty_tag = format!("Tag,Item,Came as\n,Dream,{SOURCE}\n,Emerald,{OTHER}\n");
    assert_eq!(question(read(&empty_tag)).choices[0].label, "Column 3: \u{201c}Came as\u{201d}");
    let made_numbers = format!("Tag,Source Package\n1.4E+23,{SOURCE}\n1.4E+23,{OTHER}\n");
    let file = tags(&made_numbers);
    assert_eq!(file.entries, [], "the column headed Tag is meant, though all of it is damaged");
    let codes: Vec<&str> = file.refused.iter().map(|one| one.reason.code()).collect();
    assert_eq!(codes, ["sheet_made_number_of_it"; 2]);
    let perhaps = format!("Package,Source Package\n{ONE},{SOURCE}\n{TWO},{OTHER}\n");
    assert_eq!(read_of(&tags(&perhaps)), [ONE, TWO]);
}

#[test]
fn a_damaged_first_line_is_no_heading() {
    let file = tags(&format!("1A4FF0300004FC10000003,package,12\n{ONE},package,12\n{TWO},package,12\n"));
    assert_eq!((read_of(&file), file.header), (vec![ONE, TWO], None));
    assert_eq!((file.refused[0].line, file.refused[0].reason.code()), (1, "not_a_tag"));
}

#[test]
fn words_of_24_letters_make_no_column_of_tags() {
    let file = tags(&format!("Item,Number\nPoppy PreRoll Singles Box AB,{ONE}\nPoppyPreRollSinglesBoxesA,{TWO}\n"));
    assert_eq!(read_of(&file), [ONE, TWO]);
}

#[test]
fn a_table_without_tags_says_so() {
    let none = read_tags(&table(b"Item,Qty\nDream,12\nEmerald,13\n").unwrap().into(), &Answer::default());
    assert_eq!(none, Err(FileFault::NoTags));
    let headed = read_tags(&table(b"Tag,Qty\n,12\n").unwrap().into(), &Answer::default());
    assert_eq!(list(headed.unwrap()).refused[0].reason.code(), "no_tag", "each line of a list says why");
}
