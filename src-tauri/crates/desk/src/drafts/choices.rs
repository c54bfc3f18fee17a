//! What a transfer's form offers: from the state's lists, from transfers before, from drafts before.

use rules::{QuantityKind, units};

use crate::contract::{
    DeskError, DraftChoices, DraftChoicesFind, DraftForm, DriverChoice, PartyChoice, TransferTypeChoice, VehicleChoice,
};
use crate::desk::{Desk, blocking};

/// How many drafts are looked at for phone numbers and routes.
const DRAFTS: usize = 100;
/// How many of these are offered.
const OFFERED: usize = 20;

impl Desk {
    pub(crate) async fn draft_choices(&self, request: DraftChoicesFind) -> Result<DraftChoices, DeskError> {
        let (ledger, license) = (self.inner.ledger.clone(), request.license.clone());
        let forms = blocking(move || ledger.drafts(&license)).await??;
        let forms: Vec<DraftForm> = forms.iter().take(DRAFTS).map(|head| DraftForm::stored(&head.form)).collect();
        let license = request.license;
        let mut choices = self
            .read(move |mirror| {
                let types = mirror.transfer_types(&license)?.into_iter().filter(|kind| kind.for_licensed);
                let party = |seen: mirror::SeenParty| PartyChoice { license: seen.license, name: seen.name };
                let mut transporters: Vec<_> = mirror.transporters(&license)?.into_iter().map(party).collect();
                if transporters.iter().all(|known| known.license != license) {
                    transporters.push(PartyChoice { license: license.clone(), name: String::new() });
                }
                let destinations =
                    mirror.destinations(&license)?.into_iter().map(party).filter(|to| to.license != license).collect();
                Ok(DraftChoices {
                    types: types
                        .map(|kind| TransferTypeChoice {
                            needs_price: kind.wholesale,
                            needs_gross_weight: kind.requires_packages_gross_weight,
                            needs_invoice: kind.requires_invoice,
                            name: kind.name,
                        })
                        .collect(),
                    destinations,
                    transporters,
                    drivers: mirror
                        .drivers(&license)?
                        .into_iter()
                        .map(|seen| DriverChoice {
                            name: seen.name,
                            driver_license: seen.driver_license,
                            employee_id: seen.occupational_license,
                        })
                        .collect(),
                    vehicles: mirror
                        .vehicles(&license)?
                        .into_iter()
                        .map(|seen| VehicleChoice { make: seen.make, model: seen.model, plate: seen.plate })
                        .collect(),
                    ..DraftChoices::default()
                })
            })
            .await?;
        choices.weight_units =
            units().iter().filter(|u| u.kind == QuantityKind::WeightBased).map(|u| u.name.to_owned()).collect();
        choices.phones = distinct(forms.iter().map(|form| form.phone.trim()));
        choices.routes = distinct(forms.iter().map(|form| form.route.trim()));
        for form in &forms {
            remember(&mut choices, form);
        }
        Ok(choices)
    }
}

/// What a person typed in a draft before is offered again, behind what the state knows.
fn remember(choices: &mut DraftChoices, form: &DraftForm) {
    let mut party = |list: fn(&mut DraftChoices) -> &mut Vec<PartyChoice>, number: &str, name: &str| {
        let number = number.trim();
        let list = list(choices);
        if !number.is_empty() && list.iter().all(|known| !known.license.as_str().eq_ignore_ascii_case(number)) {
            list.push(PartyChoice { license: rules::LicenseNumber::new(number), name: name.trim().to_owned() });
        }
    };
    party(|choices| &mut choices.destinations, &form.recipient, &form.recipient_name);
    party(|choices| &mut choices.transporters, &form.transporter, &form.transporter_name);
    let driver = form.driver_name.trim();
    if !driver.is_empty() && choices.drivers.iter().all(|known| !known.name.eq_ignore_ascii_case(driver)) {
        choices.drivers.push(DriverChoice {
            name: driver.to_owned(),
            driver_license: form.driver_license.trim().to_owned(),
            employee_id: form.driver_employee_id.trim().to_owned(),
        });
    }
    let plate = form.vehicle_plate.trim();
    if !plate.is_empty() && choices.vehicles.iter().all(|known| !known.plate.eq_ignore_ascii_case(plate)) {
        choices.vehicles.push(VehicleChoice {
            make: form.vehicle_make.trim().to_owned(),
            model: form.vehicle_model.trim().to_owned(),
            plate: plate.to_owned(),
        });
    }
}

fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if kept.len() < OFFERED && kept.iter().all(|known| known != text) {
            kept.push(text.to_owned());
        }
    }
    kept
}
