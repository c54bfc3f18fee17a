//! The lists that are read, one stream each.

use std::fmt;

use mirror::ReferenceKind;
use words::{Words, say};

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

/// How a list is read (CONTRACT, Appendix A).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By windows of `LastModified`.
    Windows,
    /// Whole, since it takes no window.
    Whole,
    /// Whole, and kept as one of the mirror's small lists.
    List(ReferenceKind),
}

/// Makes of one list the enum and what is said of each stream: its stable name, the message that calls it by name for a
/// person, how often it is asked for, and how it is read.
macro_rules! streams {
    ($($(#[$about:meta])* $stream:ident = $name:literal, $title:ident, $rhythm:ident, $way:ident $(($kind:ident))?;)*) => {
        /// One list of the state's, as it is read for one license. In the order in which they are shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Stream {
            $($(#[$about])* $stream,)*
        }

        impl Stream {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$stream),*];

            /// A stable name, for example `packages_active`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$stream => $name,)*
                }
            }

            fn titled(self) -> Words {
                match self {
                    $(Self::$stream => say::$title(),)*
                }
            }

            /// How often it is asked for.
            pub(crate) fn rhythm(self) -> Rhythm {
                match self {
                    $(Self::$stream => Rhythm::$rhythm,)*
                }
            }

            fn way(self) -> Way {
                match self {
                    $(Self::$stream => Way::$way $((ReferenceKind::$kind))?,)*
                }
            }
        }
    };
}

streams! {
    /// `packages/v2/active`.
    PackagesActive = "packages_active", reading_list_packages_active, EveryLook, Windows;
    /// `packages/v2/onhold`.
    PackagesOnHold = "packages_on_hold", reading_list_packages_on_hold, EveryLook, Windows;
    /// `packages/v2/inactive`.
    PackagesInactive = "packages_inactive", reading_list_packages_inactive, EveryLook, Windows;
    /// `packages/v2/intransit`.
    PackagesInTransit = "packages_in_transit", reading_list_packages_in_transit, EveryLook, Windows;
    /// `packages/v2/transferred`.
    PackagesTransferred = "packages_transferred", reading_list_packages_transferred, EveryLook, Windows;
    /// `packages/v2/labsamples`; laboratories only.
    LabSamples = "lab_samples", reading_list_lab_samples, EveryLook, Windows;
    /// `transfers/v2/incoming`.
    IncomingTransfers = "incoming_transfers", reading_list_incoming_transfers, EveryLook, Windows;
    /// `transfers/v2/outgoing`.
    OutgoingTransfers = "outgoing_transfers", reading_list_outgoing_transfers, EveryLook, Windows;
    /// `transfers/v2/rejected`.
    RejectedTransfers = "rejected_transfers", reading_list_rejected_transfers, EveryLook, Whole;
    /// `transfers/v2/templates/outgoing`.
    TransferTemplates = "transfer_templates", reading_list_transfer_templates, EveryLook, Windows;
    /// What is below each of them: deliveries, packages, prices, carriers. Not a list: read after the lists.
    TransferDetails = "transfer_details", reading_list_transfer_details, EveryLook, Windows;
    /// `items/v2/active`.
    Items = "items", reading_list_items, Hourly, Windows;
    /// `strains/v2/active`.
    Strains = "strains", reading_list_strains, Hourly, Windows;
    /// `locations/v2/active`.
    Locations = "locations", reading_list_locations, Hourly, Windows;
    /// `items/v2/categories`.
    Categories = "categories", reading_list_categories, Daily, List(Categories);
    /// `unitsofmeasure/v2/active`.
    Units = "units", reading_list_units, Daily, List(Units);
    /// `employees/v2`.
    Employees = "employees", reading_list_employees, Daily, List(Employees);
    /// `packages/v2/adjust/reasons`.
    AdjustReasons = "adjust_reasons", reading_list_adjust_reasons, Daily, List(AdjustReasons);
    /// `transfers/v2/types`.
    TransferTypes = "transfer_types", reading_list_transfer_types, Daily, List(TransferTypes);
    /// `transporters/v2/drivers`.
    Drivers = "drivers", reading_list_drivers, Daily, List(Drivers);
    /// `transporters/v2/vehicles`.
    Vehicles = "vehicles", reading_list_vehicles, Daily, List(Vehicles);
    /// `items/v2/inactive`.
    InactiveItems = "inactive_items", reading_list_inactive_items, Daily, List(InactiveItems);
    /// `strains/v2/inactive`.
    InactiveStrains = "inactive_strains", reading_list_inactive_strains, Daily, List(InactiveStrains);
    /// `locations/v2/inactive`.
    InactiveLocations = "inactive_locations", reading_list_inactive_locations, Daily, List(InactiveLocations);
    /// `tags/v2/package/available`.
    PackageTags = "package_tags", reading_list_package_tags, Daily, List(PackageTags);
    /// `tags/v2/plant/available`.
    PlantTags = "plant_tags", reading_list_plant_tags, Daily, List(PlantTags);
}

impl Stream {
    /// For a person, for example `Active packages`.
    pub fn title(self) -> String {
        self.titled().to_string()
    }

    /// Whether the first look at a list tells how many records there are of it. Of what is below transfers it is known late,
    /// and lists that are read whole are small.
    pub fn is_counted_first(self) -> bool {
        self.is_list() && self.takes_window()
    }

    /// The list with a stable name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|stream| stream.name() == name)
    }

    /// Whether the list takes a window of `LastModified`.
    pub(crate) fn takes_window(self) -> bool {
        self.way() == Way::Windows
    }

    /// Whether it is a list of its own, with a cursor.
    pub(crate) fn is_list(self) -> bool {
        self != Self::TransferDetails
    }

    /// Whether records leave it without a trace in its windows: a template that was deleted, a manifest that was voided.
    pub(crate) fn leaves_without_trace(self) -> bool {
        matches!(self, Self::IncomingTransfers | Self::OutgoingTransfers | Self::TransferTemplates)
    }

    /// As what the mirror keeps a small list that is read whole.
    pub(crate) fn reference_kind(self) -> Option<ReferenceKind> {
        match self.way() {
            Way::List(kind) => Some(kind),
            Way::Windows | Way::Whole => None,
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
