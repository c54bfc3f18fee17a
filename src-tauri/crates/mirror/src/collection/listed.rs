//! The small lists that have a grid: each a list of one table, and of its columns only the name is one of the table's.

use super::columns::Definition;
use super::{Collection, Grid, GridTable, Order, Tags};
use crate::record::ReferenceKind;

pub(crate) static LISTED: GridTable = GridTable {
    name: "listed",
    words: "listed_words",
    key: "key",
    order: Order::By("name"),
    sorted: &[&["name"]],
    amounts: &[],
    shared: &[],
    short: &["name"],
    looked_in: &[],
    days: &[],
    tags: Tags::None,
    fields: &[],
};

/// The grid of a list.
pub(super) const fn grid(
    collection: Collection,
    kind: ReferenceKind,
    name: &'static str,
    columns: &'static [&'static [Definition]],
) -> Grid {
    Grid { collection, tab: None, table: &LISTED, list: Some(kind.code()), name, columns, states_order: &[] }
}
