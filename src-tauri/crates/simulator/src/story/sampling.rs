//! Samples of lots, and what the laboratory makes of them.

use jiff::SignedDuration;
use rust_decimal::Decimal;

use super::lots::{Lot, Outcome, send};
use super::people::LABORATORY;
use super::teller::{Assay, Place, Tag, Teller};
use crate::state::package::{Life, Package};
use crate::state::values::LabState;

/// A sample goes to the laboratory; how far its tests are.
pub fn assay(teller: &mut Teller, lot: &Lot, of: Place) -> LabState {
    let taken = lot.age - 2;
    if taken < 0 {
        return LabState::NotSubmitted;
    }
    let Some(from) = teller.package(of).cloned() else { return LabState::NotSubmitted };
    let at = teller.at(taken, 7, 8);
    let units = Decimal::from(20);
    let sample = Package {
        quantity: units,
        original: units,
        packaged: teller.day(taken),
        testing_sample: true,
        first_lab_state: LabState::SubmittedForTesting,
        lab_state: LabState::SubmittedForTesting,
        lab_state_date: teller.day(taken),
        source_batch: from.production_batch.clone(),
        production_batch: None,
        received: None,
        touched: false,
        modified: at,
        ..from
    };
    teller.amend(of, |package| {
        package.quantity -= units;
        package.touched = true;
        package.modified = at;
    });
    let sample = teller.add(sample, at, Tag::New, vec![(of, units)]);
    let Some(sample) = send(teller, sample, LABORATORY, taken, None) else { return LabState::SubmittedForTesting };
    let intake = teller.shelves.location(LABORATORY, if taken > 3 { "Sample Storage" } else { "Sample Intake" });
    teller.amend(sample, |package| {
        package.location = intake;
        package.lab_state = LabState::SubmittedForTesting;
    });
    let performed = taken - 2;
    if performed < 0 {
        return LabState::SubmittedForTesting;
    }
    let passed = lot.outcome != Outcome::Failed;
    let released = (taken >= 3).then(|| teller.at(taken - 3, 13, 17));
    let recorded = teller.at(performed, 10, 16);
    teller.assays.push(Assay {
        sample,
        set: lot.category.tests.unwrap_or(super::catalogue::FLOWER_TESTS),
        thc: lot.thc * 100,
        performed: teller.day(performed),
        released,
        passed,
        recorded,
    });
    let state = match (released.is_some(), lot.outcome) {
        (false, _) => LabState::TestingInProgress,
        (true, Outcome::Failed) => LabState::TestFailed,
        (true, Outcome::PassedAgain) => LabState::RetestPassed,
        (true, Outcome::Passed) => LabState::TestPassed,
    };
    let date = teller.day(if released.is_some() { taken - 3 } else { performed });
    let day = teller.day(performed);
    let destroyed = released.is_some() && taken > 20;
    let ended = teller.day(taken - 15);
    let ended_at = teller.at((taken - 15).max(0), 9, 12);
    teller.amend(sample, |package| {
        package.lab_state = state;
        package.lab_state_date = date;
        package.lab_performed = Some(day);
        package.lab_recorded = Some(day);
        package.modified = released.unwrap_or(recorded);
        if destroyed {
            package.quantity = Decimal::ZERO;
            package.life = Life::Inactive;
            package.finished = Some(ended);
            package.archived = Some(ended);
            package.modified = ended_at;
        } else {
            package.quantity = Decimal::from(6);
        }
    });
    if destroyed || released.is_some() {
        let used = Decimal::from(if destroyed { -20 } else { -14 });
        let reason = "In-House Quality Control";
        let at = if destroyed { ended_at } else { released.unwrap_or(recorded) };
        teller.changes.push(super::teller::Change {
            package: sample,
            quantity: used,
            reason,
            note: "Used in testing",
            at,
        });
    } else {
        teller.amend(sample, |package| package.quantity = units);
    }
    state
}

/// Writes the laboratory's verdict on a package of the lot.
pub fn verdict(teller: &mut Teller, lot: &Lot, place: Place, state: LabState) {
    let taken = lot.age - 2;
    let date = match state {
        LabState::NotSubmitted => teller.day(lot.age),
        LabState::SubmittedForTesting => teller.day(taken),
        LabState::TestingInProgress => teller.day(taken - 2),
        LabState::RetestPassed => teller.day(taken - 14),
        _ => teller.day(taken - 3),
    };
    let tested = !matches!(state, LabState::NotSubmitted | LabState::SubmittedForTesting);
    let performed = teller.day(taken - 2);
    let passed = matches!(state, LabState::TestPassed | LabState::RetestPassed);
    let expires = teller.at((taken - 3).max(0), 13, 17).checked_add(SignedDuration::from_hours(24 * 365)).ok();
    let mended = (state == LabState::RetestPassed).then(|| teller.day(taken - 8));
    teller.amend(place, |package| {
        package.lab_state = state;
        package.lab_state_date = date;
        package.lab_performed = tested.then_some(performed);
        package.lab_recorded = tested.then_some(performed);
        package.lab_expires = expires.filter(|_| passed);
        package.remediated = mended;
    });
}
