//! A set of row ids, one bit each.

/// Row ids grow by one from 1, so a bit for each takes 125 kB a million and is set and asked in no time.
#[derive(Debug, Default, Clone)]
pub(crate) struct RowSet {
    bits: Vec<u64>,
}

impl RowSet {
    /// Puts an id in. Ids are never negative; one that were would be left out.
    pub(crate) fn insert(&mut self, row: i64) {
        let Ok(row) = usize::try_from(row) else { return };
        let word = row / 64;
        if word >= self.bits.len() {
            self.bits.resize(word + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(word) {
            *bits |= 1 << (row % 64);
        }
    }

    /// Whether an id is in.
    pub(crate) fn contains(&self, row: i64) -> bool {
        usize::try_from(row).is_ok_and(|row| self.bits.get(row / 64).is_some_and(|bits| bits >> (row % 64) & 1 == 1))
    }

    /// How many ids are in.
    pub(crate) fn len(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// The ids, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        let bits = self.bits.iter().enumerate();
        bits.flat_map(|(word, bits)| (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| word * 64 + bit))
    }

    /// Puts in everything of `all` that is not in `but`.
    pub(crate) fn insert_all_but(&mut self, all: &Self, but: &Self) {
        if self.bits.len() < all.bits.len() {
            self.bits.resize(all.bits.len(), 0);
        }
        let but = but.bits.iter().copied().chain(std::iter::repeat(0));
        for ((mine, all), but) in self.bits.iter_mut().zip(&all.bits).zip(but) {
            *mine |= all & !but;
        }
    }

    /// Keeps only what is in both.
    pub(crate) fn keep(&mut self, other: &Self) {
        self.bits.truncate(other.bits.len());
        for (mine, theirs) in self.bits.iter_mut().zip(&other.bits) {
            *mine &= theirs;
        }
    }
}

impl FromIterator<i64> for RowSet {
    fn from_iter<T: IntoIterator<Item = i64>>(rows: T) -> Self {
        let mut set = Self::default();
        for row in rows {
            set.insert(row);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_put_in() {
        let mut set: RowSet = [1, 64, 1_000].into_iter().collect();
        assert!(set.contains(64) && !set.contains(63) && !set.contains(-1) && !set.contains(1_000_000));
        assert_eq!((set.len(), set.iter().collect::<Vec<_>>()), (3, vec![1, 64, 1_000]));
        set.insert_all_but(&[5, 64, 70].into_iter().collect(), &[70].into_iter().collect());
        assert_eq!(set.iter().collect::<Vec<_>>(), [1, 5, 64, 1_000]);
        set.keep(&[64, 2].into_iter().collect());
        assert!(set.contains(64) && !set.contains(1_000));
    }
}
