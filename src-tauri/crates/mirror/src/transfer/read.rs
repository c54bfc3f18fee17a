//! What is asked of the mirror about transfers.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use rules::{LicenseNumber, Tag};
use serde_json::Value;

use super::detail::{TransferDetail, TransferDriver, TransferWithPackage};
use super::record::TransferList;
use super::seen::{self, SeenDriver, SeenParty, SeenVehicle, TransferType};
use crate::record::ReferenceKind;
use crate::table::{license, text, transfer, transfer_detail, transfer_package};
use crate::view::TransferRow;
use crate::{Mirror, MirrorError};

/// A head whose deliveries are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetailWanted {
    /// In whose books.
    pub license: LicenseNumber,
    /// In which list.
    pub list: TransferList,
    /// The state's id.
    pub transfer_id: i64,
    /// Of the head as it is now: put it into
    /// [`TransferDetailRecord::stamp`](super::TransferDetailRecord::stamp).
    pub stamp: i64,
}

impl Mirror {
    /// A transfer or template with everything below it; none when the license's list does not have it.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn transfer(
        &self,
        license: &LicenseNumber,
        list: TransferList,
        transfer_id: i64,
    ) -> Result<Option<TransferDetail>, MirrorError> {
        self.read(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(None) };
            let Some(head) = transfer::head(db, id, list, transfer_id)? else { return Ok(None) };
            let reading = transfer_detail::reading(db, id, list, transfer_id)?;
            let stamp = transfer::stamp(db, id, list, transfer_id)?;
            let deliveries = transfer_detail::deliveries(db, id, list, transfer_id)?;
            let record = head.record;
            let delivered = deliveries.iter().find_map(|delivery| delivery.recipient.clone());
            let row = transfer::row_of(db, head.row)?;
            let told = text::party_back(&row.other_license, row.other_name.clone());
            let recipient = record.recipient.or(delivered);
            Ok(Some(TransferDetail {
                list,
                invoice: record.invoice,
                shipper: record.shipper,
                recipient: if list == TransferList::Incoming { recipient } else { recipient.or(told) },
                transporter: record.transporter,
                driver: TransferDriver {
                    name: record.driver,
                    occupational_license: record.driver_occupational_license,
                    driver_license: record.driver_license,
                    layover_leg: String::new(),
                    make: record.vehicle_make,
                    model: record.vehicle_model,
                    plate: record.vehicle_plate,
                },
                as_of: text::instant(text::micros_back(head.seen_at)),
                deliveries_as_of: text::instant(reading.as_ref().and_then(|r| text::micros_back(r.seen_at))),
                deliveries_current: reading.as_ref().map(|reading| reading.stamp) == stamp,
                deliveries: deliveries.into_iter().map(Into::into).collect(),
                head: row,
            }))
        })
    }

    /// The outgoing manifests that were made of a template, newest first.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn transfers_of_template(
        &self,
        license: &LicenseNumber,
        template_id: i64,
    ) -> Result<Vec<TransferRow>, MirrorError> {
        self.read(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(Vec::new()) };
            let rows = transfer::of_template(db, id, template_id)?;
            rows.into_iter().map(|row| transfer::row_of(db, row)).collect()
        })
    }

    /// The transfers and templates on which a package stands, newest first: those whose deliveries were read, then
    /// manifests that the package's own rows name.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn transfers_with_package(
        &self,
        license: &LicenseNumber,
        tag: &Tag,
    ) -> Result<Vec<TransferWithPackage>, MirrorError> {
        self.read(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(Vec::new()) };
            let mut rows = transfer_package::carrying(db, id, tag.as_str())?;
            for row in transfer_package::by_manifest(db, id, tag.as_str())? {
                if rows.iter().all(|(known, _)| *known != row) {
                    rows.push((row, String::new()));
                }
            }
            rows.into_iter()
                .map(|(row, package_state)| {
                    let (list, transfer) = (transfer::list_of(db, row)?, transfer::row_of(db, row)?);
                    Ok(TransferWithPackage { list, transfer, package_state })
                })
                .collect()
        })
    }

    /// The types of transfer that a license may use, by name.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn transfer_types(&self, license: &LicenseNumber) -> Result<Vec<TransferType>, MirrorError> {
        let types = self.references(license, ReferenceKind::TransferTypes)?;
        Ok(types.into_iter().map(|record| seen::transfer_type(&record.name, &record.rest)).collect())
    }

    /// Licenses that were on the other side of transfers both ways or are on templates, the one seen most first.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn destinations(&self, license: &LicenseNumber) -> Result<Vec<SeenParty>, MirrorError> {
        self.read(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(Vec::new()) };
            transfer::others(db, id)
        })
    }

    /// Licenses that carried transfers or stand on templates, the one seen most first.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn transporters(&self, license: &LicenseNumber) -> Result<Vec<SeenParty>, MirrorError> {
        let heads = self.heads(license)?;
        let mut parties = Vec::new();
        for (party, at) in
            heads.iter().filter_map(|head| Some((head.transporter.as_ref()?, text::instant(head.created))))
        {
            seen::party(&mut parties, party, &at);
        }
        seen::most_first(&mut parties);
        Ok(parties)
    }

    /// Drivers of the license's own list and of its outgoing transfers and templates; those of the list first, then
    /// the one seen most.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn drivers(&self, license: &LicenseNumber) -> Result<Vec<SeenDriver>, MirrorError> {
        let listed = self.references(license, ReferenceKind::Drivers)?;
        let listed: Vec<&Value> = listed.iter().map(|record| &record.rest).collect();
        Ok(seen::drivers(&listed, &self.heads(license)?))
    }

    /// Vehicles of the license's own list and of its outgoing transfers and templates, as [`Mirror::drivers`].
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn vehicles(&self, license: &LicenseNumber) -> Result<Vec<SeenVehicle>, MirrorError> {
        let listed = self.references(license, ReferenceKind::Vehicles)?;
        let listed: Vec<&Value> = listed.iter().map(|record| &record.rest).collect();
        Ok(seen::vehicles(&listed, &self.heads(license)?))
    }

    /// The heads of what the license sends and of its templates, newest first.
    fn heads(&self, license: &LicenseNumber) -> Result<Vec<super::TransferRecord>, MirrorError> {
        self.read(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(Vec::new()) };
            let heads = transfer::heads(db, id)?.into_iter();
            let own = heads.filter(|(list, _)| matches!(list, TransferList::Outgoing | TransferList::Template));
            Ok(own.map(|(_, record)| record).collect())
        })
    }

    /// Heads whose deliveries were not read since the head last changed, newest first. Manifests that left and have not
    /// changed since `since` are left out unless they were read before: they are read when opened.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn transfer_details_wanted(
        &self,
        license: &LicenseNumber,
        since: Timestamp,
        limit: usize,
    ) -> Result<Vec<DetailWanted>, MirrorError> {
        self.read(|db| match license::id(db, license)? {
            Some(id) => transfer_detail::wanted(db, id, text::micros(Some(since)), limit),
            None => Ok(Vec::new()),
        })
    }

    /// What to read below one head, whether or not it was read before; none when the list does not have it.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn transfer_detail_wanted(
        &self,
        license: &LicenseNumber,
        list: TransferList,
        transfer_id: i64,
    ) -> Result<Option<DetailWanted>, MirrorError> {
        self.read(|db| {
            let Some(id) = license::id(db, license)? else { return Ok(None) };
            if transfer::head(db, id, list, transfer_id)?.is_none() {
                return Ok(None);
            }
            let stamp = transfer::stamp(db, id, list, transfer_id)?;
            Ok(stamp.map(|stamp| DetailWanted { license: license.clone(), list, transfer_id, stamp }))
        })
    }

    /// The transfers of a list that the state should list within a span of `LastModified`, in seconds, oldest first:
    /// the state's id and `LastModified` of each.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn transfers_in(
        &self,
        license: &LicenseNumber,
        list: TransferList,
        span: RangeInclusive<i64>,
    ) -> Result<Vec<(i64, i64)>, MirrorError> {
        self.read(|db| match license::id(db, license)? {
            Some(id) => transfer::ids_in(db, id, list, &span),
            None => Ok(Vec::new()),
        })
    }

    /// Transfers of a list that a sweep did not see, by the state's ids.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn unseen_transfers(
        &self,
        license: &LicenseNumber,
        list: TransferList,
        sweep: i64,
    ) -> Result<Vec<i64>, MirrorError> {
        self.read(|db| match license::id(db, license)? {
            Some(id) => transfer::unseen(db, id, list, sweep),
            None => Ok(Vec::new()),
        })
    }
}
