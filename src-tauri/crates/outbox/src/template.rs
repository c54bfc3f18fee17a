//! A transfer template as a person drafts it, and the body that the state gets for it (CONTRACT section 5.7).

use jiff::civil::DateTime;
use rules::{LicenseNumber, Tag};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::body::{BodyError, json, number};
use crate::mark::Mark;

/// The longest name that Trackside gives a template, the mark included, in characters. The state publishes no limit; a
/// name that it cut off would lose the mark, by which alone the template is known again.
pub const TEMPLATE_NAME_LIMIT: usize = 100;

/// An outgoing transfer template: in California one destination and one transporter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The person's name for it; the mark is added when the body is made.
    pub name: String,
    /// To whom.
    pub recipient: LicenseNumber,
    /// The transfer type's name as the state lists it.
    pub transfer_type: String,
    /// The invoice's number.
    pub invoice: Option<String>,
    /// The planned route.
    pub route: String,
    /// The estimated departure, local time of the license.
    pub departs: DateTime,
    /// The estimated arrival, local time of the license.
    pub arrives: DateTime,
    /// Who drives it there.
    pub carrier: Carrier,
    /// What goes, in order.
    pub packages: Vec<TemplatePackage>,
}

/// The transporter, the driver and the vehicle of a template. What is empty goes as nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carrier {
    /// The transporter's license number.
    pub license: String,
    /// The driver's name.
    pub driver: String,
    /// The driver's employee (occupational) license number.
    pub driver_occupational: String,
    /// The driver's driving license number.
    pub driver_license: String,
    /// A telephone number for questions.
    pub phone: String,
    /// The vehicle's make.
    pub make: String,
    /// The vehicle's model.
    pub model: String,
    /// The vehicle's license plate.
    pub plate: String,
}

/// A package of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplatePackage {
    /// Which.
    pub tag: Tag,
    /// Its gross weight and the unit's name.
    pub gross: Option<(Decimal, String)>,
    /// Its wholesale price, in dollars.
    pub price: Option<Decimal>,
}

impl Template {
    /// Its name as the state gets it: with the mark behind it.
    ///
    /// # Errors
    /// [`BodyError::NameTooLong`] when the name leaves no room for the mark.
    pub fn marked_name(&self, mark: &Mark) -> Result<String, BodyError> {
        let name = self.name.trim();
        let mark = mark.to_string();
        if name.is_empty() {
            return Ok(mark);
        }
        let most = TEMPLATE_NAME_LIMIT.saturating_sub(mark.chars().count().saturating_add(1));
        match name.chars().count() {
            found if found > most => Err(BodyError::NameTooLong { found, most }),
            _ => Ok(format!("{name} {mark}")),
        }
    }

    /// The JSON object of a new template.
    pub(crate) fn create_body(&self, mark: &Mark) -> Result<String, BodyError> {
        json(&self.head(mark, self.destination()?)?)
    }

    /// The JSON object of a changed template. `delivery` is the state's id of its delivery.
    pub(crate) fn update_body(&self, id: i64, delivery: Option<i64>, mark: &Mark) -> Result<String, BodyError> {
        let destination = ChangedDestination { transfer_destination_id: delivery, destination: self.destination()? };
        json(&ChangedHead { transfer_template_id: id, head: self.head(mark, destination)? })
    }

    /// As in the state's own examples, who drives stands with the destination and not in the head.
    fn head<D>(&self, mark: &Mark, destination: D) -> Result<Head<D>, BodyError> {
        Ok(Head {
            name: self.marked_name(mark)?,
            transporter_facility_license_number: (),
            driver_occupational_license_number: (),
            driver_name: (),
            driver_license_number: (),
            phone_number_for_questions: (),
            vehicle_make: (),
            vehicle_model: (),
            vehicle_license_plate_number: (),
            destinations: [destination],
        })
    }

    fn destination(&self) -> Result<Destination<'_>, BodyError> {
        let carrier = &self.carrier;
        Ok(Destination {
            recipient_license_number: &self.recipient,
            invoice_number: self.invoice.as_deref().and_then(given),
            transfer_type_name: &self.transfer_type,
            planned_route: &self.route,
            estimated_departure_date_time: Local(self.departs),
            estimated_arrival_date_time: Local(self.arrives),
            transporters: [Transporter {
                transporter_facility_license_number: given(&carrier.license),
                driver_occupational_license_number: given(&carrier.driver_occupational),
                driver_name: given(&carrier.driver),
                driver_license_number: given(&carrier.driver_license),
                driver_layover_leg: (),
                phone_number_for_questions: given(&carrier.phone),
                vehicle_make: given(&carrier.make),
                vehicle_model: given(&carrier.model),
                vehicle_license_plate_number: given(&carrier.plate),
                is_layover: false,
                estimated_departure_date_time: Local(self.departs),
                estimated_arrival_date_time: Local(self.arrives),
                transporter_details: [],
            }],
            packages: self.packages.iter().map(TemplatePackage::body).collect::<Result<_, _>>()?,
        })
    }
}

impl TemplatePackage {
    fn body(&self) -> Result<PackageBody<'_>, BodyError> {
        Ok(PackageBody {
            package_label: &self.tag,
            wholesale_price: self.price.map(number).transpose()?,
            gross_weight: self.gross.as_ref().map(|(weight, _)| number(*weight)).transpose()?,
            gross_unit_of_weight_name: self.gross.as_ref().map(|(_, unit)| unit.as_str()),
        })
    }
}

fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// A local time as the state's examples write it, without an offset.
struct Local(DateTime);

impl Serialize for Local {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.strftime("%Y-%m-%dT%H:%M:%S.000"))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ChangedHead<D> {
    transfer_template_id: i64,
    #[serde(flatten)]
    head: Head<D>,
}

/// `()` is written as null.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Head<D> {
    name: String,
    transporter_facility_license_number: (),
    driver_occupational_license_number: (),
    driver_name: (),
    driver_license_number: (),
    phone_number_for_questions: (),
    vehicle_make: (),
    vehicle_model: (),
    vehicle_license_plate_number: (),
    destinations: [D; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ChangedDestination<'a> {
    transfer_destination_id: Option<i64>,
    #[serde(flatten)]
    destination: Destination<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Destination<'a> {
    recipient_license_number: &'a LicenseNumber,
    invoice_number: Option<&'a str>,
    transfer_type_name: &'a str,
    planned_route: &'a str,
    estimated_departure_date_time: Local,
    estimated_arrival_date_time: Local,
    transporters: [Transporter<'a>; 1],
    packages: Vec<PackageBody<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Transporter<'a> {
    transporter_facility_license_number: Option<&'a str>,
    driver_occupational_license_number: Option<&'a str>,
    driver_name: Option<&'a str>,
    driver_license_number: Option<&'a str>,
    driver_layover_leg: (),
    phone_number_for_questions: Option<&'a str>,
    vehicle_make: Option<&'a str>,
    vehicle_model: Option<&'a str>,
    vehicle_license_plate_number: Option<&'a str>,
    is_layover: bool,
    estimated_departure_date_time: Local,
    estimated_arrival_date_time: Local,
    transporter_details: [(); 0],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PackageBody<'a> {
    package_label: &'a Tag,
    wholesale_price: Option<Box<RawValue>>,
    gross_weight: Option<Box<RawValue>>,
    gross_unit_of_weight_name: Option<&'a str>,
}

#[cfg(test)]
pub(crate) mod tests;
