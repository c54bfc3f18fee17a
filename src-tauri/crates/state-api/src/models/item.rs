//! Items, their categories, strains, units of measure (CONTRACT section 5.3).

use rust_decimal::Decimal;

use super::NumberOrName;
use crate::read::record;

record! {
    /// `GET /items/v2/active`.
    Item {
        /// The state's id.
        id: i64 = "Id",
        /// The item's name.
        name: String = "Name",
        /// Its category.
        product_category_name: String = "ProductCategoryName",
        /// The category's kind.
        product_category_type: Option<NumberOrName> = "ProductCategoryType",
        /// Counted, weighed or measured.
        quantity_type: Option<NumberOrName> = "QuantityType",
        /// The unit's name.
        unit_of_measure_name: Option<String> = "UnitOfMeasureName",
        /// The strain's id.
        strain_id: Option<i64> = "StrainId",
        /// The strain's name; none for what has no strain.
        strain_name: Option<String> = "StrainName",
        /// Whether the state approved it.
        approval_status: Option<NumberOrName> = "ApprovalStatus",
    }
}

record! {
    /// `GET /items/v2/categories`. A category has no id; its name joins.
    ItemCategory {
        /// The category's name.
        name: String = "Name",
        /// Its kind.
        product_category_type: Option<NumberOrName> = "ProductCategoryType",
        /// Counted, weighed or measured.
        quantity_type: Option<NumberOrName> = "QuantityType",
        /// Whether items of it name a strain.
        requires_strain: bool = "RequiresStrain",
    }
}

record! {
    /// `GET /strains/v2/active`.
    Strain {
        /// The state's id.
        id: i64 = "Id",
        /// The strain's name.
        name: String = "Name",
        /// Who tested it.
        testing_status: Option<NumberOrName> = "TestingStatus",
        /// THC as a fraction.
        thc_level: Option<Decimal> = "ThcLevel",
        /// CBD as a fraction.
        cbd_level: Option<Decimal> = "CbdLevel",
        /// Indica, 0 to 100.
        indica_percentage: Option<Decimal> = "IndicaPercentage",
        /// Sativa, 0 to 100.
        sativa_percentage: Option<Decimal> = "SativaPercentage",
        /// Whether anything is of it.
        is_used: bool = "IsUsed",
        /// In words, for example `60% Indica / 40% Sativa`.
        genetics: Option<String> = "Genetics",
    }
}

record! {
    /// `GET /unitsofmeasure/v2/active`.
    UnitOfMeasure {
        /// Counted, weighed or measured.
        quantity_type: Option<NumberOrName> = "QuantityType",
        /// The unit's name.
        name: String = "Name",
        /// Its abbreviation.
        abbreviation: String = "Abbreviation",
    }
}
