//! The back door's in-process face.

use std::sync::{Arc, PoisonError};

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::SimulatorError;
use crate::config::Limits;
use crate::deeds::{Deed, PackageEdit};
use crate::http::faults::FaultRule;
use crate::http::limits::Limiter;
use crate::http::log::{Counters, LoggedRequest};
use crate::journal::SetAside;
use crate::server::Server;
use crate::state::facility::FacilityKind;
use crate::state::package::Life;
use crate::state::tag::TagKind;

/// Everything that a test or a demo does to the state other than through the API. Cheap to clone. The same over HTTP,
/// without keys: `/simulator/...`.
#[derive(Clone)]
pub struct Control {
    pub(crate) server: Arc<Server>,
}

/// One of the licenses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct License {
    /// The number, such as `C10-0000421-LIC`.
    pub number: String,
    /// The business's name.
    pub name: String,
    /// What it is: `Retailer`, `Retailer Nonstorefront`, `Microbusiness`, `Distributor`, `Testing Laboratory` or a
    /// cultivation type.
    pub kind: String,
    /// How many packages stand in its active, on-hold, inactive and in-transit lists.
    pub packages: [usize; 4],
}

impl Control {
    /// The licenses in the order retailer, delivery-only retailer, microbusiness, distributor, cultivator,
    /// laboratory; last the one without packages, which only [`crate::DemoKeys::empty_license`] sees.
    pub fn licenses(&self) -> Vec<License> {
        use crate::state::table::Shelf::{Active, InTransit, Inactive, OnHold};
        let world = self.server.world();
        let facilities = world.facilities.iter();
        facilities
            .map(|facility| License {
                number: facility.license.to_string(),
                name: facility.name.to_string(),
                kind: facility.kind.license_type().to_owned(),
                packages: [Active, OnHold, Inactive, InTransit].map(|shelf| world.packages.count(facility.id, shelf)),
            })
            .collect()
    }

    /// The number of the storefront retailer, which holds most packages.
    pub fn retailer(&self) -> String {
        let world = self.server.world();
        let retailer = world.facilities.iter().find(|facility| facility.kind == FacilityKind::Retailer);
        retailer.map(|facility| facility.license.to_string()).unwrap_or_default()
    }

    /// The tags of a license's active packages that are not on hold, oldest id first.
    pub fn active_labels(&self, license: &str) -> Vec<String> {
        let world = self.server.world();
        let Some(facility) = world.license(license).map(|facility| facility.id) else { return Vec::new() };
        let packages = world.packages.iter().map(|(_, package)| package);
        let of_license = packages.filter(|package| package.facility == facility);
        let active = of_license.filter(|package| package.life == Life::Active && !package.on_hold);
        active.map(|package| package.label.to_string()).collect()
    }

    /// Scripts a fault; returns the rule's number. Rules are tried in the order in which they came.
    pub fn add_fault(&self, rule: FaultRule) -> u64 {
        self.server.faults.add(rule)
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.server.faults.clear();
    }

    /// How often a rule has hit so far; none where there is no such rule.
    pub fn fault_hits(&self, rule: u64) -> Option<u32> {
        self.server.faults.hits(rule)
    }

    /// Stops listening and closes every connection, so that connecting is refused; or listens again on the same
    /// address. What was done stays.
    pub fn set_dark(&self, dark: bool) {
        self.server.dark.send_replace(dark);
    }

    /// The state's time.
    pub fn now(&self) -> Timestamp {
        self.server.clock().now()
    }

    /// Moves the state's clock; by less than nothing, back.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn advance(&self, by: SignedDuration) -> Result<(), SimulatorError> {
        self.act(Deed::Advance { seconds: by.as_secs() }).map(drop)
    }

    /// Sets the rate limits from here on.
    pub fn set_limits(&self, limits: Limits) {
        *self.server.limiter.write().unwrap_or_else(PoisonError::into_inner) = Limiter::new(limits);
    }

    /// The newest requests to the API, oldest first; at most 50,000.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.server.log().requests()
    }

    /// What was counted.
    pub fn counters(&self) -> Counters {
        self.server.log().counters
    }

    /// Empties the log of requests and the counters.
    pub fn clear_requests(&self) {
        self.server.log().clear();
    }

    /// Another user changes a package.
    ///
    /// # Errors
    /// When there is no such license, package, location or lab state, or the store cannot be written.
    pub fn edit_package(&self, license: &str, label: &str, edit: PackageEdit) -> Result<(), SimulatorError> {
        self.act(Deed::EditPackage { license: license.to_owned(), label: label.to_owned(), edit }).map(drop)
    }

    /// Another user makes packages; returns their tags.
    ///
    /// # Errors
    /// When there is no such license or it has no item, or the store cannot be written.
    pub fn create_packages(&self, license: &str, count: u32) -> Result<Vec<String>, SimulatorError> {
        let made = self.act(Deed::CreatePackages { license: license.to_owned(), count })?;
        let labels = made.get("labels").cloned().unwrap_or_default();
        Ok(serde_json::from_value(labels).unwrap_or_default())
    }

    /// Puts a package on hold, or releases it.
    ///
    /// # Errors
    /// As [`Control::edit_package`].
    pub fn hold(&self, license: &str, label: &str, on_hold: bool) -> Result<(), SimulatorError> {
        self.edit_package(license, label, PackageEdit { on_hold: Some(on_hold), ..PackageEdit::default() })
    }

    /// Issues tags to a license; returns their labels.
    ///
    /// # Errors
    /// When there is no such license, or the store cannot be written.
    pub fn issue_tags(&self, license: &str, kind: TagKind, count: u32) -> Result<Vec<String>, SimulatorError> {
        let made = self.act(Deed::IssueTags { license: license.to_owned(), kind, count })?;
        Ok(serde_json::from_value(made.get("labels").cloned().unwrap_or_default()).unwrap_or_default())
    }

    /// A person registers a template as a manifest; returns the manifest's number. Its packages are in transit.
    ///
    /// # Errors
    /// When there is no such template, or one of its packages cannot be transferred: on hold, empty, in transit, or in
    /// a lab state that the recipient may not receive.
    pub fn register_template(&self, license: &str, template: u64) -> Result<String, SimulatorError> {
        let made = self.act(Deed::RegisterTemplate { license: license.to_owned(), template })?;
        Ok(made.get("manifest").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned())
    }

    /// The vehicle of a manifest leaves.
    ///
    /// # Errors
    /// When the license sends no such manifest, or it left already.
    pub fn depart(&self, license: &str, manifest: &str) -> Result<(), SimulatorError> {
        self.act(Deed::Depart { license: license.to_owned(), manifest: manifest.to_owned() }).map(drop)
    }

    /// The recipient receives a manifest, without the packages whose tags it rejects. What is received is a new row
    /// with a new id under the same tag.
    ///
    /// # Errors
    /// When no such manifest comes to the license, or it was received already.
    pub fn receive(&self, license: &str, manifest: &str, reject: &[&str]) -> Result<(), SimulatorError> {
        let reject = reject.iter().map(|&label| label.to_owned()).collect();
        self.act(Deed::Receive { license: license.to_owned(), manifest: manifest.to_owned(), reject }).map(drop)
    }

    /// The sender takes rejected packages back: new rows with new ids under their tags.
    ///
    /// # Errors
    /// When the license sends no such manifest, or nothing of it was rejected.
    pub fn take_back(&self, license: &str, manifest: &str) -> Result<(), SimulatorError> {
        self.act(Deed::TakeBack { license: license.to_owned(), manifest: manifest.to_owned() }).map(drop)
    }

    /// The sender voids a manifest that has not left; its packages are active again.
    ///
    /// # Errors
    /// When the license sends no such manifest, or it has left.
    pub fn void_manifest(&self, license: &str, manifest: &str) -> Result<(), SimulatorError> {
        self.act(Deed::VoidManifest { license: license.to_owned(), manifest: manifest.to_owned() }).map(drop)
    }

    /// What the store says was done and could not be done again when it was opened; empty without a store. It stays in
    /// the store until [`Control::reset`].
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn set_aside(&self) -> Result<Vec<SetAside>, SimulatorError> {
        self.server.set_aside()
    }

    /// The story as it was first told; faults, limits and the log stay.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn reset(&self) -> Result<(), SimulatorError> {
        self.server.reset()
    }

    pub(crate) fn act(&self, deed: Deed) -> Result<serde_json::Value, SimulatorError> {
        self.server.act(deed).map_err(|refusal| SimulatorError::Refused(refusal.text()))
    }
}
