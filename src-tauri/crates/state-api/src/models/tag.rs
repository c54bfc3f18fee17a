//! Tags that were delivered and are on nothing yet (CONTRACT section 5.8).

use crate::read::record;

record! {
    /// `GET /tags/v2/package/available` and `GET /tags/v2/plant/available`.
    AvailableTag {
        /// The state's id.
        id: i64 = "Id",
        /// The tag itself.
        label: String = "Label",
        /// What it may be put on, for example `CannabisPackage`.
        tag_inventory_type_name: Option<String> = "TagInventoryTypeName",
    }
}
