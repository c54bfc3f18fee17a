//! Repeatable chance. An own generator, since the story of a seed must never change with a library.

/// SplitMix64.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x5DEE_CE66_D1CE_4E5B)
    }

    /// Dice for one part of the story, so that a change in one part does not change the others.
    pub fn part(seed: u64, part: &str) -> Self {
        let mixed = part.bytes().fold(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15), |mixed, byte| {
            (mixed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        Self::new(mixed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below `limit`; 0 when there is no room.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next().checked_rem(limit).unwrap_or_default()
    }

    /// Both ends included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let room = u64::try_from(high.saturating_sub(low)).unwrap_or_default() + 1;
        low.saturating_add(i64::try_from(self.below(room)).unwrap_or_default())
    }

    /// True in this many of a hundred cases.
    pub fn percent(&mut self, of_hundred: u32) -> bool {
        self.below(100) < u64::from(of_hundred)
    }

    /// True in this many of a thousand cases.
    pub fn permille(&mut self, of_thousand: u32) -> bool {
        self.below(1_000) < u64::from(of_thousand)
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let index = usize::try_from(self.below(of.len() as u64)).unwrap_or_default();
        of.get(index)
    }

    /// Letters and digits that look like a key.
    pub fn key(&mut self, length: usize) -> String {
        const SIGNS: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        (0..length).filter_map(|_| self.pick(SIGNS).copied()).map(char::from).collect()
    }
}
