//! Columns and licenses that several kinds share.

use rules::LicenseKind;
use words::say;

use super::column::{Column, Limit, Needed};
use super::holds::{Holds, StateWord};

/// Licenses that grow.
pub(super) const GROWERS: &[LicenseKind] = &[LicenseKind::Cultivator, LicenseKind::Microbusiness];

/// Licenses that hold packages.
pub(crate) const ALL: &[LicenseKind] = &[
    LicenseKind::Retailer,
    LicenseKind::DeliveryRetailer,
    LicenseKind::Microbusiness,
    LicenseKind::Distributor,
    LicenseKind::Cultivator,
    LicenseKind::Manufacturer,
    LicenseKind::Laboratory,
];

/// A batch is at most so many plants of one strain (CONTRACT section 6), so no row makes or moves more.
pub(super) const A_BATCH: Limit = Limit::AtMost(100);

pub(super) const ACTUAL_DATE: Column = Column::new("ActualDate", Holds::Day, Needed::Always, say::guide_means_day)
    .also(&["date", "actualday", "day", "fecha"]);

/// California has no patients in its system (CONTRACT section 6), whatever the state's samples show.
pub(super) const PATIENT: Column =
    Column::new("PatientLicenseNumber", Holds::License, Needed::Never, say::guide_means_patient)
        .also(&["patientlicense", "patient"]);

pub(super) const SUBLOCATION: Column =
    Column::new("Sublocation", Holds::Sublocation, Needed::Never, say::guide_means_sublocation)
        .also(&["sublocationname", "sububicacion"]);

pub(super) const SUBLOCATION_NAME: Column =
    Column::new("SublocationName", Holds::Sublocation, Needed::Never, say::guide_means_sublocation)
        .also(&["sublocation", "sububicacion"]);

pub(super) const ITEM: Column =
    Column::new("Item", Holds::Item, Needed::Always, say::guide_means_item).also(&["itemname", "product", "articulo"]);

pub(super) const NOTE: Column =
    Column::new("Note", Holds::Text, Needed::Never, say::guide_means_note).also(&["notes", "nota"]);

pub(super) const TRADE_SAMPLE: Column =
    Column::new("IsTradeSample", Holds::YesNo, Needed::Never, say::guide_means_trade_sample).also(&["tradesample"]);

pub(super) const DONATION: Column =
    Column::new("IsDonation", Holds::YesNo, Needed::Never, say::guide_means_donation).also(&["donation", "donacion"]);

pub(super) const PLANT_BATCH_TYPE: Column = Column::new(
    "PlantBatchType",
    Holds::Word(StateWord::PlantBatchType),
    Needed::Always,
    say::guide_means_plant_batch_type,
)
.also(&["batchtype", "type", "tipo"]);

/// The new batch of a planting.
pub(super) const NEW_BATCH: Column =
    Column { holds: Holds::NewPlantBatch, meaning: say::guide_means_new_batch, ..PLANT_BATCH_NAME };

/// How many plants a new batch has.
pub(super) const PLANT_COUNT: Column =
    Column::new("PlantCount", Holds::Count, Needed::Always, say::guide_means_planting_count)
        .also(&["plants", "count", "plantas"])
        .limited(A_BATCH);

pub(super) const STRAIN_NAME: Column =
    Column::new("StrainName", Holds::Strain, Needed::Always, say::guide_means_strain).also(&["strain", "cepa"]);

/// Where a new batch stands.
pub(super) const LOCATION_NAME: Column =
    Column::new("LocationName", Holds::Location, Needed::Always, say::guide_means_batch_location).also(&[
        "location",
        "room",
        "ubicacion",
    ]);

/// The plant of which cuttings or seeds are taken.
pub(super) const SOURCE_PLANT: Column =
    Column::new("PlantLabel", Holds::PlantTag, Needed::Always, say::guide_means_source_plant).also(&[
        "planttag",
        "plant",
        "etiquetadeplanta",
    ]);

/// The batch of which something is taken or to which something is done.
pub(super) const PLANT_BATCH: Column =
    Column::new("PlantBatch", Holds::PlantBatch, Needed::Always, say::guide_means_batch).also(&[
        "plantbatchname",
        "batch",
        "lotedeplantas",
    ]);

/// The same under the longer heading.
pub(super) const PLANT_BATCH_NAME: Column =
    Column::new("PlantBatchName", Holds::PlantBatch, Needed::Always, say::guide_means_batch).also(&[
        "plantbatch",
        "batchname",
        "lotedeplantas",
    ]);

/// What additives of plants and of plant batches have in common, behind what they were put on.
pub(super) mod additive {
    use super::{ACTUAL_DATE, Column, Holds, Limit, Needed, StateWord, say};

    pub(in crate::kinds) const TYPE: Column = Column::new(
        "AdditiveTypeName",
        Holds::Word(StateWord::AdditiveType),
        Needed::Always,
        say::guide_means_additive_type,
    )
    .also(&["additivetype", "type", "tipodeaditivo"]);
    pub(in crate::kinds) const TRADE_NAME: Column =
        Column::new("ProductTradeName", Holds::Text, Needed::Always, say::guide_means_trade_name).also(&[
            "tradename",
            "product",
            "productname",
            "producto",
        ]);
    /// No form is asked of it: in the state's own sample it is RIDAPEST1234, and a fertilizer has one too.
    pub(in crate::kinds) const EPA: Column = Column::new(
        "EpaRegistrationNumber",
        Holds::Text,
        Needed::WhenIs("AdditiveTypeName", "Pesticide"),
        say::guide_means_epa,
    )
    .also(&["epanumber", "eparegno", "eparegistrationno"]);
    pub(in crate::kinds) const SUPPLIER: Column =
        Column::new("ProductSupplier", Holds::Text, Needed::Always, say::guide_means_supplier)
            .also(&["supplier", "proveedor"]);
    pub(in crate::kinds) const DEVICE: Column =
        Column::new("ApplicationDevice", Holds::Text, Needed::Always, say::guide_means_device)
            .also(&["device", "equipo"]);
    /// The application's, however many rows it has.
    pub(in crate::kinds) const TOTAL: Column =
        Column::new("TotalAmountApplied", Holds::Amount, Needed::Always, say::guide_means_total).also(&[
            "totalamount",
            "amountapplied",
            "amount",
            "cantidad",
        ]);
    pub(in crate::kinds) const TOTAL_UNIT: Column =
        Column::new("TotalAmountUnitOfMeasure", Holds::Unit, Needed::Always, say::guide_means_unit).also(&[
            "totalamountunit",
            "unitofmeasure",
            "unit",
            "uom",
            "unidad",
        ]);
    /// The documents are silent on an application without an ingredient, so both of these may be blank together.
    pub(in crate::kinds) const INGREDIENT: Column = Column::new(
        "ActiveIngredientName",
        Holds::Text,
        Needed::WhenFilled("ActiveIngredientPercentage"),
        say::guide_means_ingredient,
    )
    .also(&["activeingredient", "ingredient", "ingredienteactivo"]);
    /// Percent points: the API's examples are 30.0 and 1.1. What is above 100 together is no mixture.
    pub(in crate::kinds) const PERCENTAGE: Column = Column::new(
        "ActiveIngredientPercentage",
        Holds::Percentage,
        Needed::WhenFilled("ActiveIngredientName"),
        say::guide_means_percentage,
    )
    .also(&["ingredientpercentage", "percentage", "percent", "porcentaje"])
    .limited(Limit::TogetherAtMost(100));
    pub(in crate::kinds) const DAY: Column = ACTUAL_DATE.also(&["date", "applicationdate", "day", "fecha"]);

    /// What each row of an application adds to it.
    pub(in crate::kinds) const OWN: &[&str] = &["ActiveIngredientName", "ActiveIngredientPercentage"];
}

/// What was thrown away.
pub(super) mod waste {
    use super::{Column, Holds, Needed, StateWord, say};

    pub(in crate::kinds) const METHOD: Column = Column::new(
        "WasteMethodName",
        Holds::Word(StateWord::WasteMethod),
        Needed::Always,
        say::guide_means_waste_method,
    )
    .also(&["wastemethod", "method", "metodo"]);
    pub(in crate::kinds) const MIXED: Column =
        Column::new("MixedMaterial", Holds::Text, Needed::Always, say::guide_means_mixed_material).also(&[
            "materialmixed",
            "wastematerialmixed",
            "mixedwith",
            "material",
        ]);
    pub(in crate::kinds) const MIXED_IN: Column =
        Column::new("WasteMaterialMixed", Holds::Text, Needed::Always, say::guide_means_mixed_material).also(&[
            "mixedmaterial",
            "materialmixed",
            "mixedwith",
            "material",
        ]);
    pub(in crate::kinds) const WEIGHT: Column =
        Column::new("WasteWeight", Holds::AmountOrZero, Needed::Always, say::guide_means_waste_weight)
            .also(&["weight", "peso"]);
    pub(in crate::kinds) const UNIT: Column =
        Column::new("UnitOfMeasureName", Holds::WeightUnit, Needed::Always, say::guide_means_unit).also(&[
            "unitofmeasure",
            "unit",
            "uom",
            "unidad",
        ]);
    pub(in crate::kinds) const REASON: Column =
        Column::new("ReasonName", Holds::Word(StateWord::WasteReason), Needed::Always, say::guide_means_waste_reason)
            .also(&["reason", "wastereason", "motivo"]);
    pub(in crate::kinds) const REASON_OF_DESTROYING: Column = Column::new(
        "WasteReasonName",
        Holds::Word(StateWord::WasteReason),
        Needed::Always,
        say::guide_means_destroy_reason,
    )
    .also(&["wastereason", "reason", "motivo"]);
    /// The state's samples leave it blank beside a reason of theirs.
    pub(in crate::kinds) const NOTE: Column =
        Column::new("Note", Holds::Text, Needed::WhenReasonAsks("ReasonName"), say::guide_means_reason_note).also(&[
            "reasonnote",
            "notes",
            "nota",
        ]);
    pub(in crate::kinds) const NOTE_OF_DESTROYING: Column =
        Column::new("ReasonNote", Holds::Text, Needed::WhenReasonAsks("WasteReasonName"), say::guide_means_reason_note)
            .also(&["note", "notes", "nota"]);
    pub(in crate::kinds) const DAY: Column = Column::new("WasteDate", Holds::Day, Needed::Always, say::guide_means_day)
        .also(&["date", "actualdate", "day", "fecha"]);
}

/// Cutting: harvested plants and manicured ones.
pub(super) mod cut {
    use super::{Column, Holds, Needed, say};

    pub(in crate::kinds) const PLANT: Column =
        Column::new("Plant", Holds::PlantTag, Needed::Always, say::guide_means_plant).also(&[
            "planttag",
            "plantlabel",
            "tag",
            "etiquetadeplanta",
        ]);
    pub(in crate::kinds) const WEIGHT: Column =
        Column::new("Weight", Holds::Amount, Needed::Always, say::guide_means_cut_weight).also(&["wetweight", "peso"]);
    pub(in crate::kinds) const UNIT: Column =
        Column::new("UnitOfWeight", Holds::WeightUnit, Needed::Always, say::guide_means_unit).also(&[
            "unit",
            "unitofmeasure",
            "uom",
            "unidad",
        ]);
    pub(in crate::kinds) const LOCATION: Column =
        Column::new("DryingLocation", Holds::Location, Needed::Always, say::guide_means_drying_location).also(&[
            "location",
            "dryingroom",
            "room",
            "ubicaciondesecado",
        ]);
    pub(in crate::kinds) const SUBLOCATION: Column =
        Column::new("DryingSublocation", Holds::Sublocation, Needed::Never, say::guide_means_sublocation)
            .also(&["sublocation"]);
    /// Blank in the state's own sample: the state makes the name itself.
    pub(in crate::kinds) const HARVEST: Column =
        Column::new("HarvestName", Holds::HarvestToJoin, Needed::Never, say::guide_means_harvest_to_join).also(&[
            "harvest",
            "harvestbatch",
            "cosecha",
        ]);
}

/// Packages of immature plants, of a batch or beside it.
pub(super) mod immature {
    use super::{Column, Holds, Needed, say};

    pub(in crate::kinds) const TAG: Column =
        Column::new("Tag", Holds::NewPackageTag, Needed::Always, say::guide_means_new_package).also(&[
            "packagetag",
            "package",
            "etiquetadepaquete",
        ]);
    pub(in crate::kinds) const COUNT: Column =
        Column::new("Count", Holds::Count, Needed::Always, say::guide_means_package_count).also(&[
            "plants",
            "plantcount",
            "quantity",
            "plantas",
        ]);
    pub(in crate::kinds) const LOCATION: Column =
        Column::new("Location", Holds::Location, Needed::Never, say::guide_means_package_location).also(&[
            "locationname",
            "room",
            "ubicacion",
        ]);
}
