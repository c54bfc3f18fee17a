//! Where a view's rows come from: a table, and which part of it.

use rules::LicenseNumber;
use rusqlite::Connection;

use super::spec::{Collection, ListCount, PackageTab, ViewSpec};
use crate::MirrorError;
use crate::record::PackageList;
use crate::search::Kept;
use crate::table::{lab_sample, license, package, transfer, transferred};
use crate::transfer::TransferList;

/// A table with its full-text table, and the list of it that a tab shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) collection: Collection,
    pub(crate) tab: Option<PackageTab>,
    pub(crate) table: &'static str,
    pub(crate) words: &'static str,
    /// The packages' or the transfers' list; other tables have none.
    list: Option<i64>,
    /// Row ids of the licenses, ascending.
    pub(crate) licenses: Vec<i64>,
}

/// Columns that have few different values together, in the order of the index `{table}_sort_{first of them}`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shared {
    pub(crate) columns: &'static [&'static str],
    /// Whether words of one or two characters look here. Senders begin alike, with a license number.
    pub(crate) short_words: bool,
    /// Lab testing states in the state's own words, which are looked for in the person's language as well.
    pub(crate) lab_states: bool,
}

/// An item has one category and strain, so that the three together are hardly more than the items.
const SHARED: [Shared; 5] = [
    Shared { short_words: true, ..shares(&["item", "category", "item_strain"]) },
    Shared { short_words: true, ..shares(&["location"]) },
    shares(&["received_from"]),
    shares(&["packaged_by"]),
    Shared { lab_states: true, ..shares(&["lab_testing"]) },
];

const fn shares(columns: &'static [&'static str]) -> Shared {
    Shared { columns, short_words: false, lab_states: false }
}

impl Shared {
    fn first(&self) -> &'static str {
        self.columns.first().copied().unwrap_or_default()
    }

    fn sql(&self) -> String {
        self.columns.iter().map(|column| format!("p.{column}")).collect::<Vec<_>>().join(", ")
    }

    /// Everything in the columns of a row `p`, each with a space before it.
    pub(crate) fn text(&self) -> String {
        self.columns.iter().map(|column| format!("' ' || p.{column}")).collect::<Vec<_>>().join(" || ")
    }
}

/// The row ids of those licenses that the mirror knows, ascending, each once.
fn licenses_of(db: &Connection, numbers: &[LicenseNumber]) -> Result<Vec<i64>, MirrorError> {
    let mut licenses = Vec::new();
    for number in numbers {
        licenses.extend(license::id(db, number)?);
    }
    licenses.sort_unstable();
    licenses.dedup();
    Ok(licenses)
}

impl Source {
    /// How many rows each list of these licenses has.
    pub(crate) fn counts(db: &Connection, licenses: &[LicenseNumber]) -> Result<Vec<ListCount>, MirrorError> {
        let known = licenses_of(db, licenses)?;
        let count = |of: Self| {
            let rows = if known.is_empty() { 0 } else { of.len(db)? };
            Ok(ListCount { collection: of.collection, tab: of.tab, rows: i64::try_from(rows).unwrap_or(i64::MAX) })
        };
        Self::every(&known).map(count).collect()
    }

    /// The source of a grid's question. Licenses that the mirror does not know have no rows and are left out.
    pub(crate) fn of(db: &Connection, spec: &ViewSpec) -> Result<Self, MirrorError> {
        if spec.licenses.is_empty() {
            return Err(MirrorError::NoLicense);
        }
        Ok(Self::new(spec.collection, spec.tab, licenses_of(db, &spec.licenses)?))
    }

    /// Every list that a grid can show.
    fn every(licenses: &[i64]) -> impl Iterator<Item = Self> {
        let packages = [
            PackageTab::Active,
            PackageTab::OnHold,
            PackageTab::Inactive,
            PackageTab::InTransit,
            PackageTab::Transferred,
        ];
        let others = [
            Collection::LabSamples,
            Collection::IncomingTransfers,
            Collection::OutgoingTransfers,
            Collection::RejectedTransfers,
            Collection::TransferTemplates,
        ];
        let packages = packages.map(|tab| (Collection::Packages, Some(tab))).into_iter();
        packages.chain(others.map(|other| (other, None))).map(|(of, tab)| Self::new(of, tab, licenses.to_vec()))
    }

    fn new(collection: Collection, tab: Option<PackageTab>, licenses: Vec<i64>) -> Self {
        let packages = |list: PackageList| ("package", package::WORDS, Some(list.code()));
        let transfers = |list: TransferList| ("transfer", transfer::WORDS, Some(list.code()));
        let (table, words, list) = match (collection, tab.unwrap_or(PackageTab::Active)) {
            (Collection::LabSamples, _) => ("lab_sample", lab_sample::WORDS, None),
            (Collection::IncomingTransfers, _) => transfers(TransferList::Incoming),
            (Collection::OutgoingTransfers, _) => transfers(TransferList::Outgoing),
            (Collection::RejectedTransfers, _) => transfers(TransferList::Rejected),
            (Collection::TransferTemplates, _) => transfers(TransferList::Template),
            (Collection::Packages, PackageTab::Transferred) => ("transferred", transferred::WORDS, None),
            (Collection::Packages, PackageTab::Active) => packages(PackageList::Active),
            (Collection::Packages, PackageTab::OnHold) => packages(PackageList::OnHold),
            (Collection::Packages, PackageTab::Inactive) => packages(PackageList::Inactive),
            (Collection::Packages, PackageTab::InTransit) => packages(PackageList::InTransit),
        };
        let tab = (collection == Collection::Packages).then(|| tab.unwrap_or(PackageTab::Active));
        Self { collection, tab, table, words, list, licenses }
    }

    /// The condition that makes this list of it, with `AND` behind it where there is one.
    fn list_is(&self) -> String {
        self.list.map(|list| format!("p.list = {list} AND ")).unwrap_or_default()
    }

    /// The condition that a row `p` is in this part of the table.
    pub(crate) fn is_in(&self) -> String {
        let licenses: Vec<String> = self.licenses.iter().map(i64::to_string).collect();
        format!("{}p.license_id IN ({})", self.list_is(), licenses.join(", "))
    }

    /// The same for a query that walks an index in its order. The plus keeps SQLite from taking a single license for a
    /// constant, after which it no longer sees that the index is in order.
    pub(crate) fn is_in_walking(&self) -> String {
        self.is_in().replace("p.license_id IN", "+p.license_id IN")
    }

    /// Row ids in this part of the table that meet a condition, in no order.
    pub(crate) fn select_where(&self, condition: &str) -> String {
        format!("SELECT p.id FROM {} p WHERE {} AND ({condition})", self.table, self.is_in())
    }

    /// What the search box looks through by value. It is not in the full-text table. Other tables are small and have
    /// everything there.
    pub(crate) fn shared(&self) -> &'static [Shared] {
        if self.table == "package" { &SHARED } else { &[] }
    }

    /// What words of one or two characters look through where no values are shared, each column with a space before it.
    pub(crate) fn short_text(&self) -> &'static str {
        if self.table == "transfer" {
            "' ' || p.number || ' ' || p.other || ' ' || p.transporter || ' ' || p.driver || ' ' || p.vehicle"
        } else {
            "' ' || p.item || ' ' || p.category || ' ' || p.item_strain"
        }
    }

    /// Row ids with a part `?1` of the tag of a package that they carry; none where rows have a tag of their own.
    pub(crate) fn select_carrying(&self) -> Option<String> {
        (self.table == "transfer").then(|| self.select_where(transfer::CARRIES))
    }

    /// The columns in which a day is looked for, and how they keep it.
    pub(crate) fn days(&self) -> &'static [(&'static str, Kept)] {
        match self.table {
            "package" => &[("packaged_date", Kept::Local), ("received", Kept::Instant)],
            "lab_sample" => &[("packaged_date", Kept::Local), ("tested", Kept::Local), ("released", Kept::Instant)],
            "transferred" => &[("departed", Kept::Instant), ("received", Kept::Instant)],
            _ => &[
                ("departs", Kept::Local),
                ("arrives", Kept::Local),
                ("arrived", Kept::Local),
                ("departed", Kept::Instant),
                ("received", Kept::Instant),
                ("created", Kept::Instant),
            ],
        }
    }

    /// Row ids of this list, of any license, with texts in a column from `?1` to before `?2`, or from `?3`, ... in so many spans.
    pub(crate) fn select_days(&self, column: &str, spans: usize) -> String {
        let (table, list) = (self.table, self.list_is());
        let is_in = |span: usize| format!("p.{column} >= ?{} AND p.{column} < ?{}", 2 * span + 1, 2 * span + 2);
        match self.sort_index(column) {
            Some(index) => {
                let one = |span| format!("SELECT p.id FROM {table} p INDEXED BY {index} WHERE {list}{}", is_in(span));
                (0..spans).map(one).collect::<Vec<_>>().join(" UNION ALL ")
            }
            None => {
                let any = (0..spans).map(is_in).collect::<Vec<_>>().join(" OR ");
                format!("SELECT p.id FROM {table} p WHERE {list}({any})")
            }
        }
    }

    /// Row ids of this list, of any license, with the quantity `?1`, and where asked for the unit `?2`.
    pub(crate) fn select_amount(&self, with_unit: bool) -> String {
        let (table, list) = (self.table, self.list_is());
        let index = self.sort_index("quantity").map(|index| format!("INDEXED BY {index}")).unwrap_or_default();
        let unit = if with_unit { " AND p.unit = ?2" } else { "" };
        format!("SELECT p.id FROM {table} p {index} WHERE {list}p.quantity = ?1{unit}")
    }

    /// Row ids with a part `?1` in Packaged By, of a table that shares no values of it.
    pub(crate) fn select_packager(&self) -> Option<String> {
        (self.table == "lab_sample").then(|| self.select_where("part_of(p.packaged_by, ?1)"))
    }

    /// Row ids with the lab testing state `?1`, of a table that shares no values of it.
    pub(crate) fn select_state(&self) -> Option<String> {
        ["lab_sample", "transferred"].contains(&self.table).then(|| self.select_where("p.lab_testing = ?1"))
    }

    /// Whether quantities of its rows add up.
    pub(crate) fn has_amounts(&self) -> bool {
        self.table != "transfer"
    }

    /// The next different values of shared columns in this list, of any license: those that are alike in the first
    /// `alike` columns, in `?1`, `?2`, ..., and behind in the column after.
    pub(crate) fn next_value(&self, shared: &Shared, alike: usize) -> String {
        let (table, list, columns) = (self.table, self.list_is(), shared.sql());
        let compared = (1..).zip(shared.columns).take(alike + 1).map(|(number, column)| {
            let operator = if number <= alike { "=" } else { ">" };
            format!("p.{column} {operator} ?{number}")
        });
        format!(
            "SELECT {columns} FROM {table} p INDEXED BY {table}_sort_{} WHERE {list}{} ORDER BY {columns} LIMIT 1",
            shared.first(),
            compared.collect::<Vec<_>>().join(" AND ")
        )
    }

    /// Row ids of this list, of any license, with the values `?1`, `?2`, ... in the first so many of the shared columns. A
    /// license would have to be read from behind the values of every row; the view has only its own licenses' rows anyway.
    pub(crate) fn select_value(&self, shared: &Shared, compared: usize) -> String {
        let (table, list) = (self.table, self.list_is());
        let alike = (1..).zip(shared.columns).take(compared).map(|(number, column)| format!("p.{column} = ?{number}"));
        format!(
            "SELECT p.id FROM {table} p INDEXED BY {table}_sort_{} WHERE {list}{}",
            shared.first(),
            alike.collect::<Vec<_>>().join(" AND ")
        )
    }

    /// How many rows of each of the licenses have the values `?1`, `?2`, ... in the shared columns.
    pub(crate) fn count_value(&self, shared: &Shared) -> String {
        let alike = (1..).zip(shared.columns).map(|(number, column)| format!("p.{column} = ?{number}"));
        let licenses: Vec<String> = self.licenses.iter().map(i64::to_string).collect();
        format!(
            "SELECT p.license_id, COUNT(*) FROM {table} p INDEXED BY {table}_sort_{first} WHERE {list}{alike} \
             AND p.license_id IN ({licenses}) GROUP BY p.license_id",
            table = self.table,
            first = shared.first(),
            list = self.list_is(),
            alike = alike.collect::<Vec<_>>().join(" AND "),
            licenses = licenses.join(", ")
        )
    }

    /// What stands in the shared columns together where `?1` is a part of the first, in this list and of any license.
    pub(crate) fn names_with(&self, shared: &Shared) -> String {
        let (table, list, columns, first) = (self.table, self.list_is(), shared.sql(), shared.first());
        format!(
            "SELECT DISTINCT {columns} FROM {table} p INDEXED BY {table}_sort_{first} WHERE {list}part_of(p.{first}, ?1)"
        )
    }

    /// Row ids of this list, of any license, with tags from `?1` to before `?2`.
    pub(crate) fn select_tags(&self) -> String {
        let (table, list) = (self.table, self.list_is());
        format!("SELECT p.id FROM {table} p INDEXED BY {table}_sort_tag WHERE {list}p.tag >= ?1 AND p.tag < ?2")
    }

    /// The first tag of this list, of any license, at or behind `?1`.
    pub(crate) fn next_tag(&self) -> String {
        let (table, list) = (self.table, self.list_is());
        format!(
            "SELECT p.tag FROM {table} p INDEXED BY {table}_sort_tag WHERE {list}p.tag >= ?1 ORDER BY p.tag LIMIT 1"
        )
    }

    /// The first unit of this list, of any license, behind `?1`.
    pub(crate) fn next_unit(&self) -> String {
        let (table, list) = (self.table, self.list_is());
        format!(
            "SELECT p.unit FROM {table} p INDEXED BY {table}_by_unit WHERE {list}p.unit > ?1 ORDER BY p.unit LIMIT 1"
        )
    }

    /// Row id and millionths of the rows with unit `?1`.
    pub(crate) fn amounts_of_unit(&self) -> String {
        let table = self.table;
        format!(
            "SELECT p.id, p.quantity FROM {table} p INDEXED BY {table}_by_unit WHERE {} AND p.unit = ?1",
            self.is_in()
        )
    }

    /// Row id, unit and exact text of the rows whose quantity does not fit in millionths.
    pub(crate) fn inexact(&self) -> String {
        let table = self.table;
        format!(
            "SELECT p.id, p.unit, p.quantity_exact, p.quantity FROM {table} p INDEXED BY {table}_inexact
             WHERE {} AND p.quantity_exact <> ''",
            self.is_in()
        )
    }

    /// How many rows are in this part of the table.
    pub(crate) fn len(&self, db: &Connection) -> Result<usize, MirrorError> {
        let sql = format!("SELECT count(*) FROM {} p {} WHERE {}", self.table, self.by_license(), self.is_in());
        let rows: i64 = db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(rows).unwrap_or_default())
    }

    /// Whether more than `most` rows are in this part of the table; reads no more than that.
    pub(crate) fn is_longer_than(&self, db: &Connection, most: usize) -> Result<bool, MirrorError> {
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM {} p WHERE {} LIMIT ?1)", self.table, self.is_in());
        let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
        let found: i64 = db.prepare_cached(&sql)?.query_row([limit], |row| row.get(0))?;
        Ok(found == limit)
    }

    /// The index that has the table in the order of a column, where there is one.
    pub(crate) fn sort_index(&self, column: &str) -> Option<String> {
        let indexed: &[&str] = match self.table {
            "package" => &[
                "tag",
                "item",
                "category",
                "item_strain",
                "location",
                "quantity",
                "lab_testing",
                "packaged_date",
                "packaged_by",
                "received",
                "received_from",
                "last_modified",
            ],
            "transferred" => &["tag", "departed", "received"],
            "transfer" => &["number", "last_modified"],
            _ => &["tag", "item", "item_strain", "tested", "last_modified"],
        };
        indexed.contains(&column).then(|| format!("{}_sort_{column}", self.table))
    }

    /// Columns that order rows alike in `column`, before license and id: what the index by it has behind it.
    pub(crate) fn then_by(&self, column: &str) -> &'static [&'static str] {
        match (self.table, column) {
            ("package", "item") => &["category", "item_strain"],
            _ => &[],
        }
    }

    /// The clause that reads a part of the table license by license: of packages the list alone would be longer.
    pub(crate) fn by_license(&self) -> String {
        if self.list.is_some() { format!("INDEXED BY {}_by_list", self.table) } else { String::new() }
    }

    /// The column that says how new a row is.
    pub(crate) fn newest_by(&self) -> &'static str {
        if self.table == "transferred" { "departed" } else { "last_modified" }
    }
}
