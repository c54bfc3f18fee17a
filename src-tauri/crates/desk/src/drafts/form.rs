//! A draft's head: the fields as typed, and what is read out of them.

use jiff::civil::DateTime;
use outbox::{Mark, TEMPLATE_NAME_LIMIT};
use rules::LicenseNumber;
use words::{Language, Words, say};

use crate::contract::{DeskError, DraftField, DraftForm};
use crate::wording::texts::{self, Limit};

/// The longest text that a field takes, in characters: far above what a person types, far below what hurts.
const LONGEST: usize = 2_000;
/// Characters of a draft's name: the template bears it, with Trackside's mark behind it.
pub(super) const NAME_ROOM: usize = TEMPLATE_NAME_LIMIT.saturating_sub(Mark::ROOM as usize);

impl DraftForm {
    /// The form as the ledger keeps it. A text that is not one (an older version's, a damaged one) reads as far as it
    /// can be read.
    pub(super) fn stored(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The form for the ledger.
    pub(super) fn to_stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Puts a value into a field, as typed.
    ///
    /// # Errors
    /// `BadRequest` when it does not fit or cannot be shown; the field stays as it was.
    pub(super) fn set(&mut self, field: DraftField, value: &str) -> Result<(), DeskError> {
        let (label, limit) = about(field);
        texts::usable(value, &label, limit)?;
        value.clone_into(self.slot(field));
        Ok(())
    }

    fn slot(&mut self, field: DraftField) -> &mut String {
        match field {
            DraftField::Name => &mut self.name,
            DraftField::TransferType => &mut self.transfer_type,
            DraftField::Recipient => &mut self.recipient,
            DraftField::RecipientName => &mut self.recipient_name,
            DraftField::Invoice => &mut self.invoice,
            DraftField::Route => &mut self.route,
            DraftField::Departure => &mut self.departure,
            DraftField::Arrival => &mut self.arrival,
            DraftField::Transporter => &mut self.transporter,
            DraftField::TransporterName => &mut self.transporter_name,
            DraftField::DriverName => &mut self.driver_name,
            DraftField::DriverLicense => &mut self.driver_license,
            DraftField::DriverEmployeeId => &mut self.driver_employee_id,
            DraftField::VehicleMake => &mut self.vehicle_make,
            DraftField::VehicleModel => &mut self.vehicle_model,
            DraftField::VehiclePlate => &mut self.vehicle_plate,
            DraftField::Phone => &mut self.phone,
            DraftField::Note => &mut self.note,
        }
    }

    /// The destination; none while nothing is typed.
    pub(super) fn destination(&self) -> Option<LicenseNumber> {
        let number = self.recipient.trim();
        (!number.is_empty()).then(|| LicenseNumber::new(number))
    }

    /// The destination for a person: its name, else its number; empty while nothing is typed.
    pub(super) fn destination_words(&self) -> &str {
        match self.recipient_name.trim() {
            "" => self.recipient.trim(),
            name => name,
        }
    }

    /// The departure; none where nothing or something unreadable is typed.
    pub(super) fn departure_time(&self) -> Option<DateTime> {
        time(&self.departure)
    }

    /// The arrival, as [`Self::departure_time`].
    pub(super) fn arrival_time(&self) -> Option<DateTime> {
        time(&self.arrival)
    }

    /// What the draft is called in a list: its name, else where it goes and when.
    pub(super) fn title(&self) -> String {
        self.title_in(Language::current())
    }

    /// As [`Self::title`], in a language that is not the person's.
    pub(super) fn title_in(&self, language: Language) -> String {
        let name = self.name.trim();
        if !name.is_empty() {
            return name.to_owned();
        }
        let day = self.departure_time().map(|at| rules::day_said(at.date()));
        let title = match (self.destination_words(), day) {
            ("", None) => say::check_title_empty(),
            ("", Some(day)) => say::check_title_day(day),
            (to, None) => say::check_title_to(to),
            (to, Some(day)) => say::check_title_to_day(day, to),
        };
        title.in_language(language)
    }
}

/// A field as it begins a sentence, and what it takes.
fn about(field: DraftField) -> (Words, Limit) {
    let line = Limit::line(LONGEST);
    match field {
        DraftField::Name => (say::check_field_name(), Limit::line(NAME_ROOM)),
        DraftField::TransferType => (say::check_field_type(), line),
        DraftField::Recipient => (say::check_field_recipient(), line),
        DraftField::RecipientName => (say::check_field_recipient_name(), line),
        DraftField::Invoice => (say::check_field_invoice(), line),
        DraftField::Route => (say::check_field_route(), Limit::lines(LONGEST)),
        DraftField::Departure => (say::check_field_departure(), line),
        DraftField::Arrival => (say::check_field_arrival(), line),
        DraftField::Transporter => (say::check_field_transporter(), line),
        DraftField::TransporterName => (say::check_field_transporter_name(), line),
        DraftField::DriverName => (say::check_field_driver(), line),
        DraftField::DriverLicense => (say::check_field_driver_license(), line),
        DraftField::DriverEmployeeId => (say::check_field_employee_id(), line),
        DraftField::VehicleMake => (say::check_field_make(), line),
        DraftField::VehicleModel => (say::check_field_model(), line),
        DraftField::VehiclePlate => (say::check_field_plate(), line),
        DraftField::Phone => (say::check_field_phone(), line),
        DraftField::Note => (say::check_field_note(), Limit::lines(LONGEST)),
    }
}

/// `2026-11-24T09:30`, with or without seconds.
fn time(text: &str) -> Option<DateTime> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [DraftField; 18] = [
        DraftField::Name,
        DraftField::TransferType,
        DraftField::Recipient,
        DraftField::RecipientName,
        DraftField::Invoice,
        DraftField::Route,
        DraftField::Departure,
        DraftField::Arrival,
        DraftField::Transporter,
        DraftField::TransporterName,
        DraftField::DriverName,
        DraftField::DriverLicense,
        DraftField::DriverEmployeeId,
        DraftField::VehicleMake,
        DraftField::VehicleModel,
        DraftField::VehiclePlate,
        DraftField::Phone,
        DraftField::Note,
    ];

    #[test]
    fn each_field_has_a_place_of_its_own_and_comes_back_as_typed() {
        let mut form = DraftForm::default();
        for field in ALL {
            form.set(field, &format!("  {field:?} \u{1f333}")).unwrap();
        }
        let again = DraftForm::stored(&form.to_stored());
        assert_eq!(again, form);
        let kept: std::collections::BTreeSet<String> =
            ALL.iter().map(|field| form.clone().slot(*field).clone()).collect();
        assert_eq!(kept.len(), ALL.len());
    }

    #[test]
    fn a_text_that_does_not_fit_is_refused_in_each_field_and_nothing_of_it_is_kept() {
        for field in ALL {
            let most = about(field).1.most;
            let mut form = DraftForm::default();
            form.set(field, &"x".repeat(most)).unwrap();
            let whole = form.clone();
            let refused = form.set(field, &"y".repeat(most + 1)).unwrap_err();
            let too_long = say::desk_text_too_long(about(field).0, most + 1, most);
            assert_eq!(refused.message, too_long.to_string(), "{field:?}");
            let refused = form.set(field, "a\0b").unwrap_err();
            assert!(
                refused.message.contains("U+0000") && refused.message.contains("place 2"),
                "{field:?}: {refused:?}"
            );
            assert_eq!(form, whole, "{field:?} stays as it was");
        }
    }

    #[test]
    fn a_form_of_another_version_reads_as_far_as_it_can() {
        let read = DraftForm::stored(r#"{"name":"Friday","colour":"red"}"#);
        assert_eq!((read.name.as_str(), read.route.as_str()), ("Friday", ""));
        assert_eq!(DraftForm::stored("{{"), DraftForm::default());
    }

    #[test]
    fn times_are_read_as_the_field_writes_them() {
        let form = |departure: &str| DraftForm { departure: departure.into(), ..DraftForm::default() };
        assert!(form("2026-11-24T09:30").departure_time().is_some());
        assert!(form(" 2026-11-24T09:30:00 ").departure_time().is_some());
        for odd in ["", "tomorrow", "2026-13-01T00:00"] {
            assert_eq!(form(odd).departure_time(), None, "{odd}");
        }
    }

    #[test]
    fn a_draft_is_called_by_what_is_known_of_it() {
        let mut form = DraftForm::default();
        assert_eq!(form.title(), "Transfer without a destination yet");
        form.set(DraftField::Recipient, "C10-0000123-LIC").unwrap();
        assert_eq!(form.title(), "To C10-0000123-LIC");
        form.set(DraftField::RecipientName, "Golden Poppy").unwrap();
        form.set(DraftField::Departure, "2026-11-24T09:30").unwrap();
        assert_eq!(form.title(), "To Golden Poppy, Nov 24, 2026");
        form.set(DraftField::Name, " Friday ").unwrap();
        assert_eq!(form.title(), "Friday");
    }
}
