//! What writes are read back by, beside the package itself: adjustments, receipts and templates; and the reasons that
//! an adjustment may give.

use jiff::Timestamp;
use rules::LicenseNumber;
use rust_decimal::Decimal;

use crate::client::Client;
use crate::endpoints::{PageAsk, of};
use crate::error::ApiError;
use crate::read::{Page, read_one, read_page, record};

record! {
    /// A row of `packages/v2/adjustments`. It has no id (CONTRACT section 5.2).
    Adjustment {
        /// The package's id.
        package_id: Option<i64> = "PackageId",
        /// The package's tag.
        package_label: String = "PackageLabel",
        /// By how much, signed.
        adjustment_quantity: Option<Decimal> = "AdjustmentQuantity",
        /// The unit's name.
        adjustment_unit_of_measure_name: Option<String> = "AdjustmentUnitOfMeasureName",
        /// The reason's name.
        adjustment_reason_name: Option<String> = "AdjustmentReasonName",
        /// The note.
        adjustment_note: Option<String> = "AdjustmentNote",
        /// Who made it.
        adjusted_by_user_name: Option<String> = "AdjustedByUserName",
    }
}

record! {
    /// A sales receipt, as far as a write's effect shows in it.
    ReceiptState {
        /// The state's id.
        id: i64 = "Id",
        /// Whether it is final; none where the state does not say.
        is_final: Option<bool> = "IsFinal",
        /// When the state last changed anything of it.
        last_modified: Option<Timestamp> = "LastModified",
    }
}

record! {
    /// A row of `transfers/v2/templates/outgoing`, as far as a write's effect shows in it. The list is the only place
    /// where a template can be read (CONTRACT section 5.7).
    TemplateState {
        /// The state's id.
        id: i64 = "Id",
        /// Its name.
        name: Option<String> = "Name",
        /// How many packages it names.
        package_count: Option<i64> = "PackageCount",
        /// Whether it is voided.
        is_voided: bool = "IsVoided",
        /// When it was made.
        created_date_time: Option<Timestamp> = "CreatedDateTime",
        /// When the state last changed anything of it.
        last_modified: Option<Timestamp> = "LastModified",
    }
}

record! {
    /// A row of `packages/v2/adjust/reasons`.
    AdjustReason {
        /// Its name.
        name: String = "Name",
        /// Whether it asks for a note.
        requires_note: bool = "RequiresNote",
    }
}

record! {
    /// A delivery of a template, of which only that it is there matters here.
    TemplateDelivery {
        /// The state's id.
        id: i64 = "Id",
    }
}

impl Client {
    /// Adjustments of packages. The window is not documented for this list, and honoured (CONTRACT section 2.4).
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn adjustments(&self, ask: PageAsk<'_>) -> Result<Page<Adjustment>, ApiError> {
        self.list("/packages/v2/adjustments", ask).await
    }

    /// The reasons that an adjustment may give.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn adjust_reasons(&self, ask: PageAsk<'_>) -> Result<Page<AdjustReason>, ApiError> {
        self.list("/packages/v2/adjust/reasons", ask).await
    }

    /// One sales receipt by the state's id.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] when the license has none.
    pub async fn receipt_state(&self, license: &LicenseNumber, id: i64) -> Result<ReceiptState, ApiError> {
        self.get(&format!("/sales/v2/receipts/{id}"), Some(license), &of(license), read_one).await
    }

    /// Outgoing transfer templates that are not deleted.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn template_states(&self, ask: PageAsk<'_>) -> Result<Page<TemplateState>, ApiError> {
        self.list("/transfers/v2/templates/outgoing", ask).await
    }

    /// Whether the state knows an outgoing transfer template by its id: whether it tells its deliveries.
    ///
    /// # Errors
    /// Any [`ApiError`] but [`ApiError::NotFound`].
    pub async fn template_is_known(&self, license: &LicenseNumber, id: i64) -> Result<bool, ApiError> {
        let path = format!("/transfers/v2/templates/outgoing/{id}/deliveries");
        let known: Result<Page<TemplateDelivery>, _> = self.get(&path, Some(license), &[], read_page).await;
        match known {
            Ok(_) => Ok(true),
            Err(ApiError::NotFound { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }
}
