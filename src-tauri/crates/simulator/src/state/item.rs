//! Items, categories and brands.

use std::sync::OnceLock;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::table::{FacilityId, Row, Shelf};
use super::values::{Instant, LabState, Num, Text, Unit};

/// A kind of product with the state's rules for items of it. Categories are the same for every license.
#[derive(Clone, Copy, Debug)]
pub struct Category {
    pub name: &'static str,
    /// `ProductCategoryType`.
    pub kind: &'static str,
    /// The unit of its items where the item does not say otherwise.
    pub unit: Unit,
    pub requires_strain: bool,
    pub requires_unit_weight: bool,
    pub requires_unit_volume: bool,
    pub requires_thc_content: bool,
    pub can_be_remediated: bool,
    /// The name of the set of lab tests that products of it need; none needs no test.
    pub tests: Option<&'static str>,
}

/// `ProductCategoryType` as a number: its place in this list.
const CATEGORY_KINDS: [&str; 8] =
    ["Buds", "ShakeTrim", "Plants", "Seeds", "Concentrate", "InfusedEdible", "InfusedNonEdible", "Other"];

impl Category {
    pub fn kind_number(&self) -> usize {
        CATEGORY_KINDS.iter().position(|kind| *kind == self.kind).unwrap_or_default()
    }
}

/// A category row of `items/v2/categories`; `numbers` writes enumerations as numbers (`labtests/v2/batches` does).
pub struct CategoryRow<'a> {
    pub category: &'a Category,
    pub numbers: bool,
}

impl Serialize for CategoryRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = self.category;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("Name", of.name)?;
        if self.numbers {
            map.serialize_entry("ProductCategoryType", &of.kind_number())?;
            map.serialize_entry("QuantityType", &of.unit.measure().number())?;
        } else {
            map.serialize_entry("ProductCategoryType", of.kind)?;
            map.serialize_entry("QuantityType", of.unit.measure().name())?;
        }
        map.serialize_entry("RequiresStrain", &of.requires_strain)?;
        map.serialize_entry("RequiresItemBrand", &false)?;
        map.serialize_entry("RequiresAdministrationMethod", &false)?;
        for name in ["RequiresUnitCbdPercent", "RequiresUnitCbdContent", "RequiresUnitCbdContentDose"] {
            map.serialize_entry(name, &false)?;
        }
        for name in ["RequiresUnitCbdAPercent", "RequiresUnitCbdAContent", "RequiresUnitCbdAContentDose"] {
            map.serialize_entry(name, &false)?;
        }
        map.serialize_entry("RequiresUnitThcPercent", &false)?;
        map.serialize_entry("RequiresUnitThcContent", &of.requires_thc_content)?;
        map.serialize_entry("RequiresUnitThcContentDose", &false)?;
        for name in ["RequiresUnitThcAPercent", "RequiresUnitThcAContent", "RequiresUnitThcAContentDose"] {
            map.serialize_entry(name, &false)?;
        }
        map.serialize_entry("RequiresUnitVolume", &of.requires_unit_volume)?;
        map.serialize_entry("RequiresUnitWeight", &of.requires_unit_weight)?;
        for name in ["RequiresServingSize", "RequiresSupplyDurationDays", "RequiresNumberOfDoses"] {
            map.serialize_entry(name, &false)?;
        }
        for name in ["RequiresPublicIngredients", "RequiresDescription", "RequiresAllergens"] {
            map.serialize_entry(name, &false)?;
        }
        for (photos, description) in [
            ("RequiresProductPhotos", "RequiresProductPhotoDescription"),
            ("RequiresLabelPhotos", "RequiresLabelPhotoDescription"),
            ("RequiresPackagingPhotos", "RequiresPackagingPhotoDescription"),
        ] {
            map.serialize_entry(photos, &0)?;
            map.serialize_entry(description, &false)?;
        }
        map.serialize_entry("CanContainSeeds", &matches!(of.kind, "Buds" | "Plants" | "Seeds"))?;
        map.serialize_entry("CanBeRemediated", &of.can_be_remediated)?;
        map.serialize_entry("CanBeDecontaminated", &of.can_be_remediated)?;
        map.serialize_entry("CanBeDestroyed", &true)?;
        for name in [
            "MinConsecutiveSourcesForRTA",
            "MinDaysForRTA",
            "MaxDaysForRecoveryAfterFailure",
            "MaxDaystoReachMinSources",
            "MinNewPassesInRecoveryWindow",
            "MaxDaysToMaintainRTA",
            "MaxRepackageDistanceFromSource",
            "MaxDaysWithoutTestedSource",
        ] {
            map.serialize_entry(name, &None::<()>)?;
        }
        map.serialize_entry("RequiresProductPDFDocuments", &0)?;
        let tests: Vec<&str> = of.tests.into_iter().filter(|_| !self.numbers).collect();
        map.serialize_entry("LabTestBatchNames", &tests)?;
        map.end()
    }
}

/// An amount with its unit, as items state contents and weights.
pub type Amount = (Decimal, Unit);

/// An item of a license.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: u64,
    pub facility: FacilityId,
    pub name: Text,
    pub category: &'static Category,
    pub unit: Unit,
    /// The strain's id and name.
    pub strain: Option<(u64, Text)>,
    pub brand: Option<(u64, Text)>,
    pub unit_thc: Option<Amount>,
    pub unit_thc_dose: Option<Amount>,
    pub unit_cbd: Option<Amount>,
    pub unit_weight: Option<Amount>,
    pub unit_volume: Option<Amount>,
    pub doses: Option<Decimal>,
    pub description: Option<Text>,
    pub allergens: Option<Text>,
    pub ingredients: Option<Text>,
    pub serving: Option<Text>,
    pub images: Vec<u64>,
    pub approved: Timestamp,
    pub archived: bool,
    pub used: bool,
    pub modified: Timestamp,
    /// The item as it stands inside a package, rendered once; forgotten whenever the item changes.
    pub rendered: OnceLock<Box<RawValue>>,
}

impl Row for Item {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        Some(if self.archived { Shelf::Inactive } else { Shelf::Active })
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        (!self.archived).then(|| Text::clone(&self.name))
    }
}

/// An item row; `numbers` writes enumerations as numbers.
pub struct ItemRow<'a> {
    pub item: &'a Item,
    pub numbers: bool,
}

impl Serialize for ItemRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = self.item;
        let none = None::<()>;
        let default_state = if of.category.tests.is_some() { LabState::NotSubmitted } else { LabState::NotRequired };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("Id", &of.id)?;
        map.serialize_entry("Name", &of.name)?;
        map.serialize_entry("GlobalProductName", &none)?;
        map.serialize_entry("GlobalProductNumber", &none)?;
        map.serialize_entry("ProductCategoryName", of.category.name)?;
        if self.numbers {
            map.serialize_entry("ProductCategoryType", &of.category.kind_number())?;
        } else {
            map.serialize_entry("ProductCategoryType", of.category.kind)?;
        }
        for name in ["ExpirationDate", "SellByDate", "UseByDate"] {
            map.serialize_entry(&format!("Is{name}Required"), &false)?;
            map.serialize_entry(&format!("Has{name}"), &(name == "ExpirationDate" && of.unit == Unit::Each))?;
        }
        if self.numbers {
            map.serialize_entry("QuantityType", &of.unit.measure().number())?;
            map.serialize_entry("DefaultLabTestingState", &default_state.number())?;
        } else {
            map.serialize_entry("QuantityType", of.unit.measure().name())?;
            map.serialize_entry("DefaultLabTestingState", default_state.name())?;
        }
        map.serialize_entry("UnitOfMeasureName", of.unit.name())?;
        if self.numbers {
            map.serialize_entry("ApprovalStatus", &0)?;
        } else {
            map.serialize_entry("ApprovalStatus", "Approved")?;
        }
        map.serialize_entry("ApprovalStatusDateTime", &Instant(of.approved))?;
        map.serialize_entry("StrainId", &of.strain.as_ref().map(|strain| strain.0))?;
        map.serialize_entry("StrainName", &of.strain.as_ref().map(|strain| &strain.1))?;
        map.serialize_entry("ItemBrandId", &of.brand.as_ref().map_or(0, |brand| brand.0))?;
        map.serialize_entry("ItemBrandName", &of.brand.as_ref().map(|brand| &brand.1))?;
        map.serialize_entry("AdministrationMethod", &none)?;
        map.serialize_entry("UnitCbdPercent", &none)?;
        map.serialize_entry("UnitCbdContent", &number(of.unit_cbd))?;
        map.serialize_entry("UnitCbdContentUnitOfMeasureName", &unit(of.unit_cbd))?;
        for name in [
            "UnitCbdContentDose",
            "UnitCbdContentDoseUnitOfMeasureName",
            "UnitCbdAPercent",
            "UnitCbdAContent",
            "UnitCbdAContentUnitOfMeasureName",
            "UnitCbdAContentDose",
            "UnitCbdAContentDoseUnitOfMeasureName",
            "UnitThcAPercent",
            "UnitThcAContent",
            "UnitThcAContentUnitOfMeasureName",
            "UnitThcAContentDose",
            "UnitThcAContentDoseUnitOfMeasureId",
            "UnitThcAContentDoseUnitOfMeasureName",
            "UnitThcPercent",
        ] {
            map.serialize_entry(name, &none)?;
        }
        map.serialize_entry("UnitThcContent", &number(of.unit_thc))?;
        map.serialize_entry("UnitThcContentUnitOfMeasureName", &unit(of.unit_thc))?;
        map.serialize_entry("UnitThcContentDose", &number(of.unit_thc_dose))?;
        map.serialize_entry("UnitThcContentDoseUnitOfMeasureId", &none)?;
        map.serialize_entry("UnitThcContentDoseUnitOfMeasureName", &unit(of.unit_thc_dose))?;
        map.serialize_entry("UnitVolume", &number(of.unit_volume))?;
        map.serialize_entry("UnitVolumeUnitOfMeasureName", &unit(of.unit_volume))?;
        map.serialize_entry("UnitWeight", &number(of.unit_weight))?;
        map.serialize_entry("UnitWeightUnitOfMeasureName", &unit(of.unit_weight))?;
        map.serialize_entry("ServingSize", &of.serving)?;
        map.serialize_entry("NumberOfDoses", &of.doses.map(Num))?;
        map.serialize_entry("UnitQuantity", &none)?;
        map.serialize_entry("UnitQuantityUnitOfMeasureName", &none)?;
        map.serialize_entry("PublicIngredients", &of.ingredients)?;
        map.serialize_entry("Description", &of.description)?;
        map.serialize_entry("Allergens", &of.allergens)?;
        let images: Vec<Image> = of.images.iter().map(|id| Image { file_system_id: *id }).collect();
        map.serialize_entry("ProductImages", &images)?;
        map.serialize_entry("ProductPhotoDescription", &none)?;
        map.serialize_entry("LabelImages", &[(); 0])?;
        map.serialize_entry("LabelPhotoDescription", &none)?;
        map.serialize_entry("PackagingImages", &[(); 0])?;
        map.serialize_entry("PackagingPhotoDescription", &none)?;
        map.serialize_entry("ProductPDFDocuments", &[(); 0])?;
        map.serialize_entry("IsUsed", &of.used)?;
        let tests: Vec<&str> = of.category.tests.into_iter().collect();
        map.serialize_entry("LabTestBatchNames", &tests)?;
        map.serialize_entry("ProcessingJobCategoryName", &none)?;
        map.serialize_entry("ProcessingJobTypeName", &none)?;
        map.serialize_entry("ProductBrandName", &of.brand.as_ref().map(|brand| &brand.1))?;
        map.end()
    }
}

#[derive(Serialize)]
struct Image {
    #[serde(rename = "FileSystemId")]
    file_system_id: u64,
}

fn number(amount: Option<Amount>) -> Option<Num> {
    amount.map(|(number, _)| Num(number))
}

fn unit(amount: Option<Amount>) -> Option<&'static str> {
    amount.map(|(_, unit)| unit.name())
}

/// A brand of a license's items.
#[derive(Clone, Debug)]
pub struct Brand {
    pub id: u64,
    pub facility: FacilityId,
    pub name: Text,
    pub archived: bool,
    pub modified: Timestamp,
}

impl Row for Brand {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        Some(if self.archived { Shelf::Inactive } else { Shelf::Active })
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        (!self.archived).then(|| Text::clone(&self.name))
    }
}

impl Serialize for Brand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("Id", &self.id)?;
        map.serialize_entry("Name", &self.name)?;
        map.serialize_entry("Status", "NotPaid")?;
        map.end()
    }
}
