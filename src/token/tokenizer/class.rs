//! What a byte may begin, by table.

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Control,
    Space,
    Newline,
    Letter,
    Digit,
    Punctuation,
    Symbol,
    Quote,
    Other,
}

const fn classes() -> [Class; 256] {
    let mut table = [Class::Control; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\n' => Class::Newline,
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'"' | b'\'' | b'`' => Class::Quote,
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'-'
            | b'/' | b'|' => Class::Punctuation,
            b'!'..=b'~' => Class::Symbol,
            128..=255 => Class::Other,
            _ => Class::Control,
        };
        byte += 1;
    }
    table
}

static CLASS: [Class; 256] = classes();

/// Whether a word may go on behind its letters with such a byte.
pub(super) static GOES_ON: [bool; 256] = goes_on();

const fn goes_on() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b'\'' | b'.' | b':' | b'@' | b'0'..=b'9' | 0x80..);
        byte += 1;
    }
    table
}

pub(super) fn class(bytes: &[u8], at: usize) -> Class {
    bytes.get(at).map_or(Class::Control, |&b| CLASS[b as usize])
}
