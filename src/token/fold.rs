//! The form under which the lexicon files a word, and its hash.

/// The form of a word under which the lexicon files it: lower case, straight apostrophe.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut bytes = Vec::with_capacity(word.len());
    fold_chars(word, |byte| bytes.push(byte));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The same for a word whose folded form has sixteen bytes at most, zeroes behind them.
pub(crate) fn fold_short(word: &str) -> Option<(u64, u64)> {
    let mut bytes = [0; 16];
    let mut length = 0;
    fold_chars(word, |byte| {
        if let Some(place) = bytes.get_mut(length) {
            *place = byte;
        }
        length += 1;
    });
    (length <= bytes.len()).then(|| (eight(&bytes, 0), eight(&bytes, 8)))
}

/// Whether `word`, folded, is `folded`.
pub(crate) fn folds_to(word: &str, folded: &str) -> bool {
    let first = eight(word.as_bytes(), 0);
    if word.len() <= 8 && is_ascii(first) {
        return word.len() == folded.len() && fold_ascii(first) == eight(folded.as_bytes(), 0);
    }
    if word.eq_ignore_ascii_case(folded) {
        return true;
    }
    if word.is_ascii() {
        return false;
    }
    let mut rest = folded.as_bytes().iter();
    let mut same = true;
    fold_chars(word, |byte| same &= rest.next() == Some(&byte));
    same && rest.next().is_none()
}

pub(super) fn fold_chars(word: &str, mut push: impl FnMut(u8)) {
    let mut buffer = [0; 4];
    for char in word.chars() {
        if matches!(char, '’' | '‘' | 'ʼ') {
            push(b'\'');
            continue;
        }
        for lower in char.to_lowercase() {
            for byte in lower.encode_utf8(&mut buffer).bytes() {
                push(byte);
            }
        }
    }
}

/// Eight bytes of a text from `at` on, the first lowest; zeroes behind its end.
#[inline]
pub(crate) fn eight(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        return u64::from_le_bytes(*eight);
    }
    let rest = bytes.get(at..).unwrap_or_default();
    match bytes.last_chunk() {
        _ if rest.is_empty() => 0,
        Some(last) => u64::from_le_bytes(*last) >> (64 - 8 * rest.len()),
        // A text of less than eight bytes: two reads that may overlap, or three single bytes.
        None => match (rest.first_chunk(), rest.last_chunk()) {
            (Some(first), Some(last)) => {
                let last = u64::from(u32::from_le_bytes(*last));
                u64::from(u32::from_le_bytes(*first)) | last << (8 * (rest.len() - 4))
            }
            _ => {
                let byte = |at: usize| u64::from(rest[at]) << (8 * at);
                byte(0) | byte(rest.len() / 2) | byte(rest.len() - 1)
            }
        },
    }
}

/// One in each of eight bytes.
const EACH: u64 = u64::MAX / 0xff;
/// The bit that a small letter has and a capital has not, in each of eight bytes.
const SMALL: u64 = EACH * 0x20;
/// The highest bit of each of eight bytes.
const TOP: u64 = EACH * 0x80;

/// As many bytes of eight, from the lowest on.
#[inline]
pub(crate) fn lowest(bytes: u64, count: usize) -> u64 {
    const MASKS: [u64; 9] = [
        0,
        0xff,
        0xffff,
        0xff_ffff,
        0xffff_ffff,
        0xff_ffff_ffff,
        0xffff_ffff_ffff,
        0xff_ffff_ffff_ffff,
        u64::MAX,
    ];
    bytes & MASKS[count.min(8)]
}

/// How many of eight bytes come before the first that is `byte`.
#[inline]
pub(crate) fn before(bytes: u64, byte: u8) -> usize {
    below(bytes ^ (EACH * u64::from(byte)), 1)
}

/// How many of eight bytes come before the first that is below `limit`, a small one.
#[inline]
pub(crate) fn below(bytes: u64, limit: u8) -> usize {
    // What a byte borrows shows in those above it only, and the lowest is looked for.
    let below = bytes.wrapping_sub(EACH * u64::from(limit)) & !bytes & TOP;
    (below.trailing_zeros() / 8) as usize
}

/// Whether eight bytes are ASCII.
#[inline]
pub(crate) fn is_ascii(bytes: u64) -> bool {
    bytes & TOP == 0
}

/// The highest bit of each of eight bytes that is one of these letters. Only the lower seven bits of a byte are looked
/// at, so that no sum leaves its byte.
#[inline]
fn within(bytes: u64, first: u8, last: u8) -> u64 {
    let bytes = bytes & !TOP;
    let from_first = bytes + EACH * u64::from(0x80 - first);
    let beyond_last = bytes + EACH * u64::from(0x7f - last);
    from_first & !beyond_last & TOP
}

/// Eight ASCII bytes in lower case.
#[inline]
pub(crate) fn fold_ascii(bytes: u64) -> u64 {
    bytes | within(bytes, b'A', b'Z') >> 2
}

/// How many of eight bytes are ASCII letters, from the lowest on.
#[inline]
pub(super) fn letters(bytes: u64) -> usize {
    let letters = within(bytes | SMALL, b'a', b'z') & !bytes;
    ((letters ^ TOP).trailing_zeros() / 8) as usize
}

/// Eight ASCII letters in lower case.
#[inline]
pub(super) fn small(letters: u64) -> u64 {
    letters | SMALL
}

/// Which of eight ASCII letters are capitals.
#[inline]
pub(super) fn capitals(letters: u64) -> u64 {
    !letters & SMALL
}

/// Hash of a word: that of its folded form without the full stops of an abbreviation.
pub(crate) fn word_hash(word: &str) -> u32 {
    let mut hasher = WordHasher::new();
    if word.is_ascii() {
        let bytes = word.as_bytes();
        for at in (0..bytes.len()).step_by(8) {
            hasher.push_some(fold_ascii(eight(bytes, at)), (bytes.len() - at).min(8));
        }
    } else {
        fold_chars(word, |byte| hasher.push(byte));
    }
    hasher.finish()
}

/// The same for a folded word of sixteen bytes at most, zeroes behind it.
#[inline]
pub(crate) fn short_hash(low: u64, high: u64) -> u32 {
    let state = mix(SEED ^ low);
    finish(match high {
        0 => state,
        _ => mix(state ^ high),
    })
}

/// Hash of a folded word.
#[inline(always)]
pub(crate) fn folded_hash(word: &str) -> u32 {
    match word.len() {
        ..=16 => short_hash(eight(word.as_bytes(), 0), eight(word.as_bytes(), 8)),
        _ => word_hash(word),
    }
}

/// Can be fed as a word is scanned; what counts are the bytes, eight at a time, not how they come.
#[derive(Clone, Copy)]
pub(super) struct WordHasher {
    state: u64,
    /// Bytes that wait for the rest of their eight.
    waiting: u64,
    /// How many bytes it has taken.
    length: usize,
}

impl WordHasher {
    pub(super) const fn new() -> Self {
        Self {
            state: SEED,
            waiting: 0,
            length: 0,
        }
    }

    pub(super) fn push(&mut self, byte: u8) {
        self.push_some(u64::from(byte), 1);
    }

    /// Takes as many of the eight bytes, from the lowest on; the others are zero.
    #[inline]
    pub(super) fn push_some(&mut self, bytes: u64, count: usize) {
        let taken = self.length % 8;
        self.waiting |= bytes << (8 * taken);
        self.length += count;
        if taken + count >= 8 {
            self.state = mix(self.state ^ self.waiting);
            self.waiting = match taken {
                0 => 0,
                _ => bytes >> (8 * (8 - taken)),
            };
        }
    }

    #[inline]
    pub(super) fn finish(self) -> u32 {
        finish(match self.length % 8 {
            0 if self.length > 0 => self.state,
            _ => mix(self.state ^ self.waiting),
        })
    }
}

const SEED: u64 = 0x243f_6a88_85a3_08d3;

#[inline]
fn finish(state: u64) -> u32 {
    (state ^ state >> 32) as u32
}

/// Every bit of the result hangs on every bit.
#[inline]
pub(crate) fn mix(bits: u64) -> u64 {
    let product = u128::from(bits) * 0x9e37_79b9_7f4a_7c15;
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_ascii_fold_as_words_do() {
        for byte in 0..128 {
            let bytes = [byte, b'Z', byte, 0, byte, b'@', b'a', byte];
            let folded = fold_ascii(u64::from_le_bytes(bytes));
            assert_eq!(folded.to_le_bytes()[..], bytes.to_ascii_lowercase());
        }
    }

    #[test]
    fn letters_are_counted_to_the_first_that_is_none() {
        for byte in 0..=255_u8 {
            let found = letters(u64::from_le_bytes([
                b'a', b'Z', byte, b'z', b'A', byte, b'q', b'q',
            ]));
            let wanted = if byte.is_ascii_alphabetic() { 8 } else { 2 };
            assert_eq!(found, wanted, "{byte}");
        }
    }

    #[test]
    fn bytes_are_found() {
        let bytes = |text: &str| eight(text.as_bytes(), 0);
        assert_eq!(before(bytes("a|b|"), b'|'), 1);
        assert_eq!(before(bytes("exported|"), b'|'), 8);
        assert_eq!(before(bytes("exports|"), b'|'), 7);
        assert_eq!(below(bytes("é!\t\n"), b' '), 3);
        assert_eq!(below(bytes("exports!"), b' '), 8);
        assert_eq!(eight(b"exports of", 4), u64::from_le_bytes(*b"rts of\0\0"));
        assert_eq!(eight(b"exports of", 10), 0);
        for length in 0..=8 {
            let mut wanted = [0; 8];
            wanted[..length].copy_from_slice(&b"shipment"[..length]);
            assert_eq!(eight(&b"shipment"[..length], 0).to_le_bytes(), wanted);
            let from = length.min(2);
            assert_eq!(
                eight(&b"shipment"[..length], from).to_le_bytes()[..8 - from],
                wanted[from..]
            );
        }
        assert_eq!(lowest(bytes("exported"), 2), bytes("ex"));
    }

    #[test]
    fn short_words_fold_as_words_do() {
        for word in [
            "“",
            "d’Ivoire",
            "São",
            "İstanbul",
            "Mönchengladbach",
            "КамАЗ-Мастер",
        ] {
            let folded = fold(word);
            let wanted = (eight(folded.as_bytes(), 0), eight(folded.as_bytes(), 8));
            assert_eq!(fold_short(word), (folded.len() <= 16).then_some(wanted), "{word}");
        }
    }

    #[test]
    fn short_words_hash_as_words_do() {
        for word in [
            "",
            "a",
            "exports",
            "exported",
            "exporters",
            "industrially",
            "sixteen-letters-",
        ] {
            let bytes = word.as_bytes();
            assert_eq!(
                short_hash(eight(bytes, 0), eight(bytes, 8)),
                word_hash(word),
                "{word}"
            );
        }
    }
}
