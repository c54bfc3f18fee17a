//! What people and programs write above a column, in English and, as Trackside's own files have it, in Spanish.

use crate::Row;
use crate::heading::plain;

/// Headings, lower case, letters without accents and digits only; where a table has several of them, the one that stands first here.
/// These say tag and mean nothing else.
const TAG: [&str; 11] = [
    "tag",
    "packagetag",
    "packagelabel",
    "tagnumber",
    "packageuid",
    "metrctag",
    "tags",
    "packagetags",
    "etiqueta",
    "etiquetadelpaquete",
    "etiquetas",
];
/// These may head a column of tags or of something else.
const PERHAPS_TAG: [&str; 7] = ["uid", "label", "package", "packages", "packageid", "paquete", "paquetes"];
const WEIGHT: [&str; 7] = ["grossweight", "packagegrossweight", "gross", "weight", "grosswt", "pesobruto", "peso"];
const UNIT: [&str; 15] = [
    "unit",
    "units",
    "uom",
    "unitofmeasure",
    "unitofweight",
    "unitofweightname",
    "weightunit",
    "weightuom",
    "grossunit",
    "grossunitofweight",
    "grossunitofweightname",
    "grossweightunit",
    "unidad",
    "unidaddepeso",
    "unidaddemedida",
];
const PRICE: [&str; 8] = [
    "wholesaleprice",
    "price",
    "wholesale",
    "shipperwholesaleprice",
    "packageprice",
    "wholesalepriceusd",
    "precioalpormayor",
    "precio",
];
/// Words in the heading of a column that holds the tags of other packages.
const OTHERS: [&str; 9] = ["source", "parent", "harvest", "from", "origin", "previous", "child", "origen", "cosecha"];

/// The columns that a heading names, from 0.
#[derive(Debug, Default, Clone)]
pub(super) struct Named {
    /// Surely columns of tags, the likeliest first.
    pub tags: Vec<usize>,
    /// Perhaps.
    pub perhaps: Vec<usize>,
    /// Columns of other packages' tags.
    pub others: Vec<usize>,
    pub weight: Option<usize>,
    pub unit: Option<usize>,
    pub price: Option<usize>,
}

impl Named {
    /// What a row names.
    pub(super) fn of(row: &Row) -> Self {
        let headings: Vec<String> = row.cells().map(plain).collect();
        let all = |names: &[&str]| -> Vec<usize> {
            let at = |name: &str| headings.iter().position(|heading| heading == name);
            let first = names.iter().filter_map(|name| at(name));
            // The same heading twice: both are meant to be seen.
            let again = headings.iter().enumerate().filter(|(_, heading)| names.contains(&heading.as_str()));
            let mut all: Vec<usize> = first.collect();
            for (at, _) in again {
                if !all.contains(&at) {
                    all.push(at);
                }
            }
            all
        };
        let one = |names: &[&str]| all(names).first().copied();
        let weight = one(&WEIGHT);
        let others = headings.iter().enumerate();
        Self {
            tags: all(&TAG),
            perhaps: all(&PERHAPS_TAG),
            others: others.filter(|(_, is)| OTHERS.iter().any(|word| is.contains(word))).map(|(at, _)| at).collect(),
            weight,
            // A unit alone is that of a quantity, as in an export of the grid.
            unit: weight.and_then(|_| one(&UNIT)),
            price: one(&PRICE),
        }
    }

    /// Whether a column of tags is named.
    pub(super) fn names_tags(&self) -> bool {
        !self.tags.is_empty() || !self.perhaps.is_empty()
    }

    /// How many columns are named.
    pub(super) fn count(&self) -> usize {
        let single = [self.weight, self.unit, self.price].into_iter().flatten().count();
        self.tags.len() + self.perhaps.len() + self.others.len() + single
    }
}
