//! A draft on paper.

use rules::{LabTestingState, Tag, TypedAmount, amount_words, read_price, read_quantity, time_words};
use sheet::{Column, Row, Sheet};
use words::{Words, say};

use crate::contract::{Draft, DraftLine, DraftTotal};

/// The draft as a sheet, with what is known of its lines. `printed` is the local time of the printing, for a person.
pub(super) fn sheet_of(draft: &Draft, totals: &[DraftTotal], printed: &str) -> Sheet {
    let form = &draft.form;
    let lines: Vec<&DraftLine> = draft.lines.iter().filter(|line| !line.tag.trim().is_empty()).collect();
    let weighed = lines.iter().any(|line| !line.gross_weight.trim().is_empty());
    let priced = lines.iter().any(|line| !line.price.trim().is_empty());
    let mut columns = vec![
        column(&say::check_paper_item(), 5),
        column(&say::check_paper_quantity(), 2),
        column(&say::check_paper_lab(), 2),
    ];
    if weighed {
        columns.push(column(&say::check_paper_gross_weight(), 2));
    }
    if priced {
        columns.push(column(&say::check_paper_price(), 2));
    }
    let row = |line: &&DraftLine| {
        let item = [&line.item, &line.category].into_iter().filter(|text| !text.is_empty());
        let item: Vec<&str> = item.map(String::as_str).collect();
        let mut cells = vec![
            item.join(", "),
            pair(&line.quantity, &line.unit),
            LabTestingState::of_words(&line.lab_testing).said().to_string(),
        ];
        if weighed {
            cells.push(pair(&line.gross_weight, &line.gross_unit));
        }
        if priced {
            cells.push(dollars(&line.price));
        }
        let tag = Tag::parse(&line.tag).map_or_else(|_| line.tag.trim().to_owned(), |tag| tag.to_string());
        Row { tag, cells }
    };
    let sums = totals.iter().map(|total| pair(&total.quantity, &total.unit)).collect::<Vec<_>>().join(", ");
    let facts = [
        (say::check_paper_sender(), draft.head.license.to_string()),
        (say::check_paper_type(), form.transfer_type.clone()),
        (say::check_paper_destination(), named(&form.recipient_name, &form.recipient)),
        (say::check_paper_invoice(), form.invoice.clone()),
        (say::check_paper_departure(), spoken(&form.departure)),
        (say::check_paper_arrival(), spoken(&form.arrival)),
        (say::check_paper_transporter(), named(&form.transporter_name, &form.transporter)),
        (say::check_paper_phone(), form.phone.clone()),
        (say::check_paper_driver(), form.driver_name.clone()),
        (say::check_paper_driver_license(), form.driver_license.clone()),
        (say::check_paper_employee_id(), form.driver_employee_id.clone()),
        (
            say::check_paper_vehicle(),
            [form.vehicle_make.trim(), form.vehicle_model.trim(), form.vehicle_plate.trim()].join(" "),
        ),
        (say::check_paper_packages(), lines.len().to_string()),
        (say::check_paper_quantity(), sums),
        (say::check_paper_route(), form.route.clone()),
        (say::check_paper_note(), form.note.clone()),
    ];
    let stops = lines.iter().filter(|line| line.stops && !line.problem.is_empty()).count();
    let mut closing = Vec::new();
    if stops > 0 {
        closing.push(say::check_paper_stops(stops).to_string());
    }
    Sheet {
        title: draft.head.title.clone(),
        subtitle: say::check_paper_not_a_manifest().to_string(),
        facts: facts.into_iter().map(|(words, value)| (words.to_string(), value)).collect(),
        columns,
        rows: lines.iter().map(row).collect(),
        closing,
        foot: say::check_paper_foot(draft.head.draft.to_string(), printed, &draft.head.stage_words).to_string(),
    }
}

fn column(title: &Words, share: u16) -> Column {
    Column { title: title.to_string(), share }
}

fn pair(amount: &str, unit: &str) -> String {
    format!("{} {}", written(amount), unit.trim()).trim().to_owned()
}

fn named(name: &str, number: &str) -> String {
    match (name.trim(), number.trim()) {
        ("", number) => number.to_owned(),
        (name, "") => name.to_owned(),
        (name, number) => format!("{name} ({number})"),
    }
}

/// `Nov 24, 2026, 9:30 AM`; half a time as it was typed.
fn spoken(time: &str) -> String {
    let time = time.trim();
    time.parse().map_or_else(|_| time.replace('T', " "), time_words)
}

/// An amount as it is read; what cannot be read as it was typed.
fn written(amount: &str) -> String {
    match read_quantity(amount) {
        Ok(Some(TypedAmount { amount, unit: None, .. })) => amount_words(amount),
        Ok(_) | Err(_) => amount.trim().to_owned(),
    }
}

/// `$1,200`, or nothing.
fn dollars(price: &str) -> String {
    match read_price(price) {
        Ok(price) => price.map(|price| format!("${}", amount_words(price))).unwrap_or_default(),
        Err(_) => price.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_says_times_and_amounts_as_the_page_does() {
        assert_eq!(spoken("2026-11-24T09:30"), "Nov 24, 2026, 9:30 AM");
        assert_eq!(spoken("T09:30"), " 09:30", "half a time stays as it was typed");
        assert_eq!(pair("1234.50", "Grams"), "1,234.5 Grams");
        assert_eq!(pair("2 lbs", ""), "2 lbs");
        assert_eq!(pair("1,000", "Grams"), "1,000 Grams", "what can mean two things stays as it was typed");
        assert_eq!(pair("", ""), "");
        assert_eq!(["$1,200", "1200.00", "", "a lot"].map(dollars), ["$1,200", "$1,200", "", "a lot"]);
    }
}
