//! A table that stands in the binary and is read where it stands, until a user's list adds to it.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// What a table has many of: a few numbers.
pub(super) trait Record<const N: usize>: Sized {
    fn pack(&self) -> [u32; N];

    /// Must not fail, whatever the numbers: so those that nobody asks for are not even read.
    fn unpack(numbers: [u32; N]) -> Self;
}

/// Records of `N` numbers each. Those of the crate's lists are borrowed, so that no page of memory is touched that no
/// article asks for; they are copied where some are added.
pub(super) struct Table<T, const N: usize> {
    numbers: Cow<'static, [[[u8; 4]; N]]>,
    records: PhantomData<T>,
}

impl<T, const N: usize> Table<T, N> {
    /// How many bytes a record takes.
    pub(super) const SIZE: usize = N * size_of::<u32>();

    /// The table that these bytes are.
    pub(super) fn borrowed(bytes: &'static [u8]) -> Self {
        Self {
            numbers: Cow::Borrowed(bytes.as_chunks().0.as_chunks().0),
            records: PhantomData,
        }
    }

    /// So many records of nothing but zeros.
    pub(super) fn zeroed(length: usize) -> Self {
        Self {
            numbers: Cow::Owned(vec![[[0; 4]; N]; length]),
            records: PhantomData,
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.numbers.as_flattened().as_flattened()
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }
}

impl<T: Record<N>, const N: usize> Table<T, N> {
    #[inline]
    pub(super) fn get(&self, at: usize) -> T {
        T::unpack(self.numbers[at].map(u32::from_le_bytes))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = T> + '_ {
        (0..self.len()).map(|at| self.get(at))
    }

    pub(super) fn push(&mut self, record: &T) {
        self.numbers.to_mut().push(record.pack().map(u32::to_le_bytes));
    }

    /// Writes over the record at a place.
    pub(super) fn set(&mut self, at: usize, record: &T) {
        self.numbers.to_mut()[at] = record.pack().map(u32::to_le_bytes);
    }

    /// Changes the record at a place.
    pub(super) fn change(&mut self, at: usize, how: impl FnOnce(&mut T)) {
        let mut record = self.get(at);
        how(&mut record);
        self.set(at, &record);
    }
}

impl<T, const N: usize> Default for Table<T, N> {
    fn default() -> Self {
        Self::zeroed(0)
    }
}

impl<T: Record<N>, const N: usize> FromIterator<T> for Table<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut table = Self::default();
        records.into_iter().for_each(|record| table.push(&record));
        table
    }
}

impl<T, const N: usize> fmt::Debug for Table<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The records would fill a book.
        f.debug_struct("Table")
            .field("len", &self.len())
            .finish_non_exhaustive()
    }
}
