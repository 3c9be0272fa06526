//! Repeatable chance (SplitMix64): the same seed gives the same work on every machine.
//!
//! Deliberately absent: anything secret. Not for keys.

/// A seeded source of choices.
#[derive(Clone, Debug)]
pub struct Chance {
    state: u64,
}

impl Chance {
    /// A source that gives the same choices for the same seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed ^ 0x5EED_0000_BE5C_4E12 }
    }

    /// The next 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`; 0 when the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX);
        if bound == 0 { 0 } else { usize::try_from(self.next() % bound).unwrap_or_default() }
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of the options. The slice must not be empty.
    pub fn pick<T: Copy>(&mut self, options: &[T]) -> T {
        options[self.below(options.len())]
    }

    /// Sixteen bytes, for ids.
    pub const fn bytes(&mut self) -> [u8; 16] {
        let mut out = [0; 16];
        let (high, low) = out.split_at_mut(8);
        high.copy_from_slice(&self.next().to_le_bytes());
        low.copy_from_slice(&self.next().to_le_bytes());
        out
    }

    /// Thirty-two bytes that look like a hash.
    pub const fn hash(&mut self) -> [u8; 32] {
        let mut out = [0; 32];
        let (high, low) = out.split_at_mut(16);
        high.copy_from_slice(&self.bytes());
        low.copy_from_slice(&self.bytes());
        out
    }
}
