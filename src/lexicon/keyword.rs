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
    A "a" About "about" Above "above" Access "access" According "according" Add "add" Another "another"
    Around "around" As "as" Because "because" Been "been" Believe "believe" Below "below" By "by" Came "came"
    Claim "claim" Come "come" Contrary "contrary" Due "due" Each "each" Earlier "earlier" Early "early"
    Every "every" Exist "exist" Exists "exists" Feel "feel" Fifth "fifth" For "for" Got "got" Had "had"
    Half "half" He "he" Help "help" Helped "helped" Helping "helping" Helps "helps" Here "here" Hope "hope" How "how" Including "including" It "it" Last "last"
    Late "late" Let "let" Lets "lets" Longer "longer" March "march" May "may" Mean "mean" More "more" Near "near" Next "next"
    No "no" Of "of" One "one" Out "out" Over "over" Owing "owing" Prior "prior" Quarter "quarter" Remain "remain"
    Remained "remained" Remains "remains" Response "response" Return "return" Returned "returned" Say "say"
    She "she" Show "show" So "so" Subject "subject" Suggest "suggest" Tenth "tenth" Thanks "thanks" That "that"
    Think "think" Third "third" This "this" To "to" Today "today" Under "under" Warn "warn" What "what" When "when"
    Where "where" Which "which" Who "who" Whom "whom" Whose "whose" Why "why" Will "will" Yesterday "yesterday"
}

impl Keyword {
    /// The lexicon numbers these words first, in this order, from 1 on.
    pub(crate) const fn id(self) -> WordId {
        WordId(self as u32 + 1)
    }
}

/// Some of these words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keywords(u128);

impl Keywords {
    pub(crate) const fn of(words: &[Keyword]) -> Self {
        let mut mask = 0;
        let mut i = 0;
        while i < words.len() {
            mask |= 1 << words[i] as u32;
            i += 1;
        }
        Self(mask)
    }

    pub(crate) fn has(self, id: WordId) -> bool {
        // The unknown word, number 0, wraps round and is none of them.
        let number = id.0.wrapping_sub(1);
        number < u128::BITS && self.0 >> number & 1 == 1
    }
}

const _: () = assert!(KEYWORDS.len() <= u128::BITS as usize);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn keywords_have_the_first_numbers() {
        let lexicon = Lexicon::builtin().unwrap();
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
