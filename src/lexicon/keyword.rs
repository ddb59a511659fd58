use super::WordId;

macro_rules! keywords {
    ($($name:ident $text:literal)*) => {
        /// A word that the grammar names. Its number is known when the crate is compiled.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Keyword {
            $($name),*
        }

        /// In the order of their numbers.
        pub(super) const KEYWORDS: &[Keyword] = &[$(Keyword::$name),*];

        impl Keyword {
            pub(super) const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text),*
                }
            }
        }
    };
}

keywords! {
    A "a" About "about" Above "above" According "according" Additional "additional" After "after" Against "against" All "all"
    An "an" And "and" Another "another" Any "any" Around "around" As "as" At "at" Back "back" Backed "backed" Because "because"
    Been "been" Before "before" Below "below" Between "between" Beyond "beyond" Both "both" Bst "bst" Business "business"
    But "but" By "by" Calendar "calendar" Cet "cet" Circa "circa" Compared "compared" Consecutive "consecutive"
    Controlled "controlled" Cst "cst" Date "date" Dated "dated" Down "down" Due "due" During "during" Each "each"
    Earlier "earlier" Early "early" Edt "edt" Est "est" Ended "ended" Et "et" Every "every" Exist "exist" Exists "exists"
    Fifth "fifth" For "for" From "from" Full "full" Gmt "gmt" Got "got" Had "had" Half "half" He "he" Help "help"
    Helped "helped" Helping "helping" Helps "helps" Her "her" Here "here" Him "him" His "his" How "how" I "i" In "in" Including "including" Into "into"
    Ist "ist" It "it" Its "its" Jst "jst" Kst "kst" Last "last" Late "late" Later "later" Led "led" Less "less"
    Let "let" Lets "lets" Long "long" Longer "longer" March "march" May "may" Mid "mid" Modified "modified"
    More "more" Most "most" My "my" Nd "nd" Near "near" Next "next" No "no" Of "of" On "on" One "one" Operating "operating" Or "or"
    Our "our" Out "out" Over "over" Owned "owned" Pdt "pdt" Per "per" Pkt "pkt" Post "post" Posted "posted" Pre "pre"
    Pst "pst" Published "published" Quarter "quarter" Rd "rd" Read "read" Remain "remain" Remained "remained"
    Remains "remains" Said "said" Saw "saw" See "see" Seen "seen" Sees "sees" She "she" Since "since" So "so"
    St "st" Straight "straight" Successive "successive" Tenth "tenth" Th "th" Than "than" Thanks "thanks"
    That "that" Third "third" This "this" Through "through" Thru "thru" Till "till" To "to" Today "today" Too "too"
    Trading "trading" Under "under" Until "until" Up "up" Updated "updated" Uploaded "uploaded" Utc "utc"
    Versus "versus" Very "very" We "we" What "what" When "when" Where "where" Which "which" Who "who" Whole "whole" Whom "whom"
    Whose "whose" Why "why" Will "will" Working "working" Year "year" Years "years" Yesterday "yesterday"
}

impl Keyword {
    /// The lexicon numbers these words first, in this order, from 1 on.
    pub(crate) const fn id(self) -> WordId {
        WordId(self as u32 + 1)
    }
}

/// Some of these words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keywords([u64; 4]);

impl Keywords {
    pub(crate) const fn of(words: &[Keyword]) -> Self {
        let mut mask = [0; 4];
        let mut i = 0;
        while i < words.len() {
            mask[words[i] as usize / 64] |= 1 << (words[i] as u32 % 64);
            i += 1;
        }
        Self(mask)
    }

    /// These and others.
    pub(crate) const fn and(self, other: Self) -> Self {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        Self([a | e, b | f, c | g, d | h])
    }

    #[inline]
    pub(crate) fn has(self, id: WordId) -> bool {
        // The unknown word, number 0, wraps round and is none of them.
        let number = id.0.wrapping_sub(1);
        self.0
            .get(number as usize / 64)
            .is_some_and(|mask| mask >> (number % 64) & 1 == 1)
    }
}

/// The indefinite article.
pub(crate) const INDEFINITE: Keywords = Keywords::of(&[Keyword::A, Keyword::An]);

const _: () = assert!(KEYWORDS.len() <= 256);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn keywords_have_the_first_numbers() {
        let lexicon = Lexicon::builtin();
        for word in KEYWORDS {
            assert_eq!(lexicon.find(word.text()), word.id(), "{word:?}");
        }
        let few = Keywords::of(&[Keyword::A, Keyword::Yesterday]);
        assert!(few.has(lexicon.find("a")) && few.has(lexicon.find("Yesterday")));
        assert!(
            !few.has(lexicon.find("about")) && !few.has(lexicon.find("tractor")) && !few.has(WordId::UNKNOWN)
        );
    }
}
