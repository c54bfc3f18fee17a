//! Transfers: what is put in, what a page shows of one, what is remembered from them.

mod detail;
mod read;
mod record;
mod seen;
mod state;

pub use detail::{
    TransferDelivery, TransferDetail, TransferDriver, TransferPackage, TransferTransporter, TransferWithPackage,
};
pub use read::DetailWanted;
pub use record::{
    DeliveryDriverRecord, DeliveryPackageRecord, DeliveryRecord, DeliveryTransporterRecord, TransferDetailRecord,
    TransferList, TransferRecord,
};
pub use seen::{SeenDriver, SeenParty, SeenVehicle, TransferType};
pub use state::TransferState;

pub(crate) use seen::most_first;
pub(crate) use state::Shown;
