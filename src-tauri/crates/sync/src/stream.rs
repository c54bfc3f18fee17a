//! The lists that are read, one stream each.

use std::fmt;

use mirror::ReferenceKind;
use words::say;

/// One list of the state's, as it is read for one license. In the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stream {
    /// `packages/v2/active`.
    PackagesActive,
    /// `packages/v2/onhold`.
    PackagesOnHold,
    /// `packages/v2/inactive`.
    PackagesInactive,
    /// `packages/v2/intransit`.
    PackagesInTransit,
    /// `packages/v2/transferred`.
    PackagesTransferred,
    /// `packages/v2/labsamples`; laboratories only.
    LabSamples,
    /// `transfers/v2/incoming`.
    IncomingTransfers,
    /// `transfers/v2/outgoing`.
    OutgoingTransfers,
    /// `transfers/v2/rejected`.
    RejectedTransfers,
    /// `transfers/v2/templates/outgoing`.
    TransferTemplates,
    /// What is below each of them: deliveries, packages, prices, carriers. Not a list: read after the lists.
    TransferDetails,
    /// `items/v2/active`.
    Items,
    /// `strains/v2/active`.
    Strains,
    /// `locations/v2/active`.
    Locations,
    /// `items/v2/categories`.
    Categories,
    /// `unitsofmeasure/v2/active`.
    Units,
    /// `employees/v2`.
    Employees,
    /// `packages/v2/adjust/reasons`.
    AdjustReasons,
    /// `transfers/v2/types`.
    TransferTypes,
    /// `transporters/v2/drivers`.
    Drivers,
    /// `transporters/v2/vehicles`.
    Vehicles,
    /// `items/v2/inactive`.
    InactiveItems,
    /// `strains/v2/inactive`.
    InactiveStrains,
    /// `locations/v2/inactive`.
    InactiveLocations,
    /// `tags/v2/package/available`.
    PackageTags,
    /// `tags/v2/plant/available`.
    PlantTags,
}

/// How often a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rhythm {
    /// In every look for news.
    EveryLook,
    /// Once an hour, when its turn comes.
    Hourly,
    /// Once a day, when its turn comes.
    Daily,
}

impl Stream {
    /// All of them.
    pub const ALL: [Self; 26] = [
        Self::PackagesActive,
        Self::PackagesOnHold,
        Self::PackagesInactive,
        Self::PackagesInTransit,
        Self::PackagesTransferred,
        Self::LabSamples,
        Self::IncomingTransfers,
        Self::OutgoingTransfers,
        Self::RejectedTransfers,
        Self::TransferTemplates,
        Self::TransferDetails,
        Self::Items,
        Self::Strains,
        Self::Locations,
        Self::Categories,
        Self::Units,
        Self::Employees,
        Self::AdjustReasons,
        Self::TransferTypes,
        Self::Drivers,
        Self::Vehicles,
        Self::InactiveItems,
        Self::InactiveStrains,
        Self::InactiveLocations,
        Self::PackageTags,
        Self::PlantTags,
    ];

    /// A stable name, for example `packages_active`.
    pub fn name(self) -> &'static str {
        match self {
            Self::PackagesActive => "packages_active",
            Self::PackagesOnHold => "packages_on_hold",
            Self::PackagesInactive => "packages_inactive",
            Self::PackagesInTransit => "packages_in_transit",
            Self::PackagesTransferred => "packages_transferred",
            Self::LabSamples => "lab_samples",
            Self::IncomingTransfers => "incoming_transfers",
            Self::OutgoingTransfers => "outgoing_transfers",
            Self::RejectedTransfers => "rejected_transfers",
            Self::TransferTemplates => "transfer_templates",
            Self::TransferDetails => "transfer_details",
            Self::Items => "items",
            Self::Strains => "strains",
            Self::Locations => "locations",
            Self::Categories => "categories",
            Self::Units => "units",
            Self::Employees => "employees",
            Self::AdjustReasons => "adjust_reasons",
            Self::TransferTypes => "transfer_types",
            Self::Drivers => "drivers",
            Self::Vehicles => "vehicles",
            Self::InactiveItems => "inactive_items",
            Self::InactiveStrains => "inactive_strains",
            Self::InactiveLocations => "inactive_locations",
            Self::PackageTags => "package_tags",
            Self::PlantTags => "plant_tags",
        }
    }

    /// For a person, for example `Active packages`.
    pub fn title(self) -> String {
        let title = match self {
            Self::PackagesActive => say::reading_list_packages_active(),
            Self::PackagesOnHold => say::reading_list_packages_on_hold(),
            Self::PackagesInactive => say::reading_list_packages_inactive(),
            Self::PackagesInTransit => say::reading_list_packages_in_transit(),
            Self::PackagesTransferred => say::reading_list_packages_transferred(),
            Self::LabSamples => say::reading_list_lab_samples(),
            Self::IncomingTransfers => say::reading_list_incoming_transfers(),
            Self::OutgoingTransfers => say::reading_list_outgoing_transfers(),
            Self::RejectedTransfers => say::reading_list_rejected_transfers(),
            Self::TransferTemplates => say::reading_list_transfer_templates(),
            Self::TransferDetails => say::reading_list_transfer_details(),
            Self::Items => say::reading_list_items(),
            Self::Strains => say::reading_list_strains(),
            Self::Locations => say::reading_list_locations(),
            Self::Categories => say::reading_list_categories(),
            Self::Units => say::reading_list_units(),
            Self::Employees => say::reading_list_employees(),
            Self::AdjustReasons => say::reading_list_adjust_reasons(),
            Self::TransferTypes => say::reading_list_transfer_types(),
            Self::Drivers => say::reading_list_drivers(),
            Self::Vehicles => say::reading_list_vehicles(),
            Self::InactiveItems => say::reading_list_inactive_items(),
            Self::InactiveStrains => say::reading_list_inactive_strains(),
            Self::InactiveLocations => say::reading_list_inactive_locations(),
            Self::PackageTags => say::reading_list_package_tags(),
            Self::PlantTags => say::reading_list_plant_tags(),
        };
        title.to_string()
    }

    /// Whether the first look at a list tells how many records there are of it. Of what is below transfers it is known late,
    /// and lists that are read whole are small.
    pub fn is_counted_first(self) -> bool {
        self.is_list() && self.takes_window()
    }

    /// The list with a stable name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stream| stream.name() == name)
    }

    /// Whether the list takes a window of `LastModified`. The others are read whole (CONTRACT, Appendix A).
    pub(crate) fn takes_window(self) -> bool {
        !matches!(
            self,
            Self::Categories
                | Self::Units
                | Self::Employees
                | Self::AdjustReasons
                | Self::RejectedTransfers
                | Self::TransferTypes
                | Self::Drivers
                | Self::Vehicles
                | Self::InactiveItems
                | Self::InactiveStrains
                | Self::InactiveLocations
                | Self::PackageTags
                | Self::PlantTags
        )
    }

    /// Whether it is a list of its own, with a cursor.
    pub(crate) fn is_list(self) -> bool {
        self != Self::TransferDetails
    }

    /// How often it is asked for.
    pub(crate) fn rhythm(self) -> Rhythm {
        match self {
            Self::PackagesActive
            | Self::PackagesOnHold
            | Self::PackagesInactive
            | Self::PackagesInTransit
            | Self::PackagesTransferred
            | Self::LabSamples
            | Self::IncomingTransfers
            | Self::OutgoingTransfers
            | Self::RejectedTransfers
            | Self::TransferTemplates
            | Self::TransferDetails => Rhythm::EveryLook,
            Self::Items | Self::Strains | Self::Locations => Rhythm::Hourly,
            Self::Categories
            | Self::Units
            | Self::Employees
            | Self::AdjustReasons
            | Self::TransferTypes
            | Self::Drivers
            | Self::Vehicles
            | Self::InactiveItems
            | Self::InactiveStrains
            | Self::InactiveLocations
            | Self::PackageTags
            | Self::PlantTags => Rhythm::Daily,
        }
    }

    /// Whether records leave it without a trace in its windows: a template that was deleted, a manifest that was voided.
    pub(crate) fn leaves_without_trace(self) -> bool {
        matches!(self, Self::IncomingTransfers | Self::OutgoingTransfers | Self::TransferTemplates)
    }

    /// As what the mirror keeps a small list that is read whole.
    pub(crate) fn reference_kind(self) -> Option<ReferenceKind> {
        match self {
            Self::Categories => Some(ReferenceKind::Categories),
            Self::Units => Some(ReferenceKind::Units),
            Self::Employees => Some(ReferenceKind::Employees),
            Self::AdjustReasons => Some(ReferenceKind::AdjustReasons),
            Self::TransferTypes => Some(ReferenceKind::TransferTypes),
            Self::Drivers => Some(ReferenceKind::Drivers),
            Self::Vehicles => Some(ReferenceKind::Vehicles),
            Self::InactiveItems => Some(ReferenceKind::InactiveItems),
            Self::InactiveStrains => Some(ReferenceKind::InactiveStrains),
            Self::InactiveLocations => Some(ReferenceKind::InactiveLocations),
            Self::PackageTags => Some(ReferenceKind::PackageTags),
            Self::PlantTags => Some(ReferenceKind::PlantTags),
            Self::PackagesActive
            | Self::PackagesOnHold
            | Self::PackagesInactive
            | Self::PackagesInTransit
            | Self::PackagesTransferred
            | Self::LabSamples
            | Self::IncomingTransfers
            | Self::OutgoingTransfers
            | Self::RejectedTransfers
            | Self::TransferTemplates
            | Self::TransferDetails
            | Self::Items
            | Self::Strains
            | Self::Locations => None,
        }
    }

    /// Whether it is a list that a package can be in, so that a full sweep must have read it.
    pub(crate) fn holds_packages(self) -> bool {
        matches!(self, Self::PackagesActive | Self::PackagesOnHold | Self::PackagesInactive | Self::PackagesInTransit)
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title())
    }
}
