//! Transfers that the state holds, their manifest, and the check list for receiving.

use crate::contract::{
    DeskError, ManifestSave, Receiving, ReceivingClose, ReceivingOpen, ReceivingSave, ReceivingScan, ReceivingScanned,
    TransferDetail, TransferFind, ViewExported,
};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn transfer_detail(&self, _: TransferFind) -> Result<TransferDetail, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn manifest_save(&self, _: ManifestSave) -> Result<ViewExported, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn receiving_open(&self, _: ReceivingOpen) -> Result<Receiving, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn receiving_scan(&self, _: ReceivingScan) -> Result<ReceivingScanned, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn receiving_close(&self, _: ReceivingClose) -> Result<Receiving, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn receiving_save(&self, _: ReceivingSave) -> Result<ViewExported, DeskError> {
        Err(DeskError::internal("being built"))
    }
}
