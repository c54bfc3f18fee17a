//! A table of rows with an id, a key and a shelf (the list it stands in), which can undo what a refused request did.

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound::Included;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use super::values::Text;

/// A facility's number (`FacilityId`).
pub type FacilityId = u32;

/// A list of the API in which a row can stand; a row stands in one at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shelf {
    Active,
    OnHold,
    Inactive,
    InTransit,
    /// Templates of transfers, which share a table with manifests.
    Templates,
    /// Plant tags, which share a table with package tags.
    PlantTags,
}

/// What a table needs to know of its rows.
pub trait Row: Clone {
    /// The license whose row it is.
    fn facility(&self) -> FacilityId;
    /// The list it stands in, if any.
    fn shelf(&self) -> Option<Shelf>;
    /// When it last changed; the lists are filtered by it.
    fn modified(&self) -> Timestamp;
    /// The name by which people and other rows speak of it, unique in its license at one time.
    fn key(&self) -> Option<Text>;
}

/// Rows by id, by key and by list.
pub struct Table<T> {
    /// By id, which rise one by one from `first`: finding a row costs the same however many there are.
    rows: Vec<Option<T>>,
    first: u64,
    /// Ids ascending, so that what a request did and took back cannot show in their order.
    keys: HashMap<(FacilityId, Text), Vec<u64>>,
    shelves: HashMap<(FacilityId, Shelf), Listing>,
    last_id: u64,
    undo: Option<Undo<T>>,
}

/// What a request changed so far: the rows as they were (newest last), and the last id given out before it.
struct Undo<T> {
    before: Vec<(u64, Option<T>)>,
    last_id: u64,
}

/// One list of one license, by time of change.
#[derive(Default)]
struct Listing {
    by_time: BTreeSet<(Timestamp, u64)>,
    /// The last window asked for, ids ascending. A sweep asks for page after page of the same window, so that a page
    /// costs the same however long the list is.
    window: Mutex<Option<(Bounds, Arc<[u64]>)>>,
}

type Bounds = ((Timestamp, u64), (Timestamp, u64));

impl<T: Row> Table<T> {
    /// An empty table whose first row will have the id `first`.
    pub fn starting_at(first: u64) -> Self {
        Self {
            rows: Vec::new(),
            first,
            keys: HashMap::new(),
            shelves: HashMap::new(),
            last_id: first.saturating_sub(1),
            undo: None,
        }
    }

    pub fn get(&self, id: u64) -> Option<&T> {
        self.rows.get(self.place(id)?)?.as_ref()
    }

    fn place(&self, id: u64) -> Option<usize> {
        usize::try_from(id.checked_sub(self.first)?).ok()
    }

    /// Puts a row, or nothing, where an id belongs; what was there before.
    fn put(&mut self, id: u64, row: Option<T>) -> Option<T> {
        let place = self.place(id)?;
        if place >= self.rows.len() {
            self.rows.resize_with(place.saturating_add(1), || None);
        }
        self.rows.get_mut(place).and_then(|slot| std::mem::replace(slot, row))
    }

    /// The newest row of this license with this key, whatever the letters' case.
    pub fn find(&self, facility: FacilityId, key: &str) -> Option<(u64, &T)> {
        let id = *self.keys.get(&(facility, fold(key)))?.last()?;
        self.get(id).map(|row| (id, row))
    }

    /// The rows of this license with this key, newest first, whatever the letters' case.
    pub fn named(&self, facility: FacilityId, key: &str) -> impl Iterator<Item = &T> {
        let ids = self.keys.get(&(facility, fold(key))).map(Vec::as_slice).unwrap_or_default();
        ids.iter().rev().filter_map(|id| self.get(*id))
    }

    /// Every row, ids ascending.
    pub fn iter(&self) -> impl Iterator<Item = (u64, &T)> {
        (self.first..).zip(&self.rows).filter_map(|(id, row)| Some((id, row.as_ref()?)))
    }

    /// How many ids were given out.
    pub fn len(&self) -> usize {
        usize::try_from(self.last_id.saturating_add(1).saturating_sub(self.first)).unwrap_or(usize::MAX)
    }

    /// The newest id given out.
    pub fn last_id(&self) -> u64 {
        self.last_id
    }

    /// The ids up to this one were given out to rows that are not there.
    pub fn skip_to(&mut self, last_id: u64) {
        self.last_id = self.last_id.max(last_id);
    }

    /// How many rows stand in a list.
    pub fn count(&self, facility: FacilityId, shelf: Shelf) -> usize {
        self.shelves.get(&(facility, shelf)).map_or(0, |listing| listing.by_time.len())
    }

    /// Adds a row and returns its id. Ids rise and never come back.
    pub fn insert(&mut self, make: impl FnOnce(u64) -> T) -> u64 {
        self.last_id = self.last_id.saturating_add(1);
        let id = self.last_id;
        let row = make(id);
        self.replace(id, Some(row));
        id
    }

    /// Changes a row in place; false where there is none.
    pub fn update(&mut self, id: u64, change: impl FnOnce(&mut T)) -> bool {
        let Some(mut row) = self.get(id).cloned() else { return false };
        change(&mut row);
        self.replace(id, Some(row));
        true
    }

    /// The ids of a list between two instants, both included, ascending.
    pub fn window(&self, facility: FacilityId, shelf: Shelf, start: Timestamp, end: Timestamp) -> Arc<[u64]> {
        let none = || Arc::from(Vec::new());
        let Some(listing) = self.shelves.get(&(facility, shelf)) else { return none() };
        if start > end {
            return none();
        }
        let mut range = listing.by_time.range((Included((start, 0)), Included((end, u64::MAX))));
        // The rows found, not the instants asked for, are the key: `now` differs from request to request.
        let Some(first) = range.next() else { return none() };
        let last = range.next_back().unwrap_or(first);
        let bounds = (*first, *last);
        let mut cached = listing.window.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, ids)) = cached.as_ref()
            && *of == bounds
        {
            return Arc::clone(ids);
        }
        let mut ids: Vec<u64> = listing.by_time.range(bounds.0..=bounds.1).map(|(_, id)| *id).collect();
        ids.sort_unstable();
        let ids: Arc<[u64]> = Arc::from(ids);
        *cached = Some((bounds, Arc::clone(&ids)));
        ids
    }

    /// From here on changes can be undone.
    pub fn begin(&mut self) {
        self.undo = Some(Undo { before: Vec::new(), last_id: self.last_id });
    }

    /// The rows that changed since `begin`.
    pub fn changed(&self) -> Vec<u64> {
        self.undo.iter().flat_map(|undo| undo.before.iter().map(|(id, _)| *id)).collect()
    }

    /// The changes since `begin` stay.
    pub fn commit(&mut self) {
        self.undo = None;
    }

    /// Everything is as it was at `begin`, ids included.
    pub fn rollback(&mut self) {
        let Some(undo) = self.undo.take() else { return };
        for (id, before) in undo.before.into_iter().rev() {
            self.replace(id, before);
        }
        self.last_id = undo.last_id;
        let kept =
            usize::try_from(undo.last_id.saturating_add(1).saturating_sub(self.first)).unwrap_or(self.rows.len());
        self.rows.truncate(kept);
    }

    fn replace(&mut self, id: u64, row: Option<T>) {
        let before = match row {
            Some(row) => {
                self.shelve(id, &row);
                if let Some(key) = row.key() {
                    let ids = self.keys.entry((row.facility(), fold(&key))).or_default();
                    if let Err(place) = ids.binary_search(&id) {
                        ids.insert(place, id);
                    }
                }
                self.put(id, Some(row))
            }
            None => self.put(id, None),
        };
        let now = self.get(id);
        if let Some(old) = &before {
            self.unshelve(id, old, now.and_then(|row| Some((row.facility(), row.shelf()?, row.modified()))));
            let old_key = old.key().map(|key| (old.facility(), fold(&key)));
            let new_key = self.get(id).and_then(|row| row.key().map(|key| (row.facility(), fold(&key))));
            if let Some(key) = old_key
                && Some(&key) != new_key.as_ref()
                && let Some(ids) = self.keys.get_mut(&key)
            {
                ids.retain(|other| *other != id);
            }
        }
        if let Some(undo) = &mut self.undo {
            undo.before.push((id, before));
        }
    }

    fn shelve(&mut self, id: u64, row: &T) {
        if let Some(shelf) = row.shelf() {
            let listing = self.shelves.entry((row.facility(), shelf)).or_default();
            listing.by_time.insert((row.modified(), id));
            *listing.window.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }

    fn unshelve(&mut self, id: u64, old: &T, now: Option<(FacilityId, Shelf, Timestamp)>) {
        let Some(shelf) = old.shelf() else { return };
        let place = (old.facility(), shelf, old.modified());
        if now == Some(place) {
            return;
        }
        if let Some(listing) = self.shelves.get_mut(&(place.0, place.1)) {
            listing.by_time.remove(&(place.2, id));
            *listing.window.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }
}

fn fold(key: &str) -> Text {
    Text::from(key.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Jar(Shelf, i64, &'static str);

    impl Row for Jar {
        fn facility(&self) -> FacilityId {
            1
        }
        fn shelf(&self) -> Option<Shelf> {
            Some(self.0)
        }
        fn modified(&self) -> Timestamp {
            at(self.1)
        }
        fn key(&self) -> Option<Text> {
            Some(Text::from(self.2))
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_window_is_inclusive_and_sorted_by_id() {
        let mut jars = Table::starting_at(10);
        for (second, name) in [(30, "a"), (10, "b"), (20, "c"), (20, "d")] {
            jars.insert(|_| Jar(Shelf::Active, second, name));
        }
        assert_eq!(*jars.window(1, Shelf::Active, at(10), at(20)), [11, 12, 13]);
        assert!(jars.window(1, Shelf::Active, at(21), at(29)).is_empty());
        jars.update(11, |jar| jar.1 = 40);
        assert_eq!(*jars.window(1, Shelf::Active, at(0), at(100)), [10, 11, 12, 13]);
        jars.update(12, |jar| jar.0 = Shelf::Inactive);
        assert_eq!(*jars.window(1, Shelf::Active, at(0), at(100)), [10, 11, 13]);
        assert_eq!(*jars.window(1, Shelf::Inactive, at(0), at(100)), [12]);
    }

    #[test]
    fn a_refused_request_leaves_no_trace() {
        let mut jars = Table::starting_at(1);
        jars.insert(|_| Jar(Shelf::Active, 1, "Jar"));
        jars.begin();
        jars.insert(|_| Jar(Shelf::Active, 2, "new"));
        jars.update(1, |jar| jar.2 = "renamed");
        jars.rollback();
        assert_eq!(jars.find(1, "jar").map(|(id, _)| id), Some(1), "keys fold the case");
        assert!(jars.find(1, "renamed").is_none() && jars.find(1, "new").is_none());
        assert_eq!(*jars.window(1, Shelf::Active, at(0), at(9)), [1]);
        assert_eq!(jars.insert(|_| Jar(Shelf::Active, 3, "next")), 2, "an id that was never answered is given again");
    }
}
