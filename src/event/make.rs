//! Who makes a product that its name tells of: "Some 4,000 Volkswagen Golfs were recalled" is Volkswagen's recall.

use super::merge::{fillers, Merged, Merger};
use crate::mention::{Kind, Mention, Value};
use crate::rule::Filler;
use crate::text::Span;

/// How many mentions from a product back and on its make is looked for.
const NEAR: usize = 48;

impl<'x> Merger<'_, 'x> {
    /// Fills who does it with the make of the product, where the article names nobody.
    pub(super) fn take_makes(&self, merged: &mut [Merged<'x>]) {
        for merged in merged {
            let frame = &mut merged.frame;
            let Some((maker, product)) = self.rules.events[frame.event].make else {
                continue;
            };
            let acts = frame.actor.is_some_and(|(role, _)| role == maker);
            if frame.has(maker) || acts {
                continue;
            }
            let makes = fillers(frame, product).find_map(|filler| self.make(filler));
            frame.roles.extend(makes.map(|make| (maker, make)));
        }
    }

    /// The make of a product: as the article names it elsewhere, or the words of the product's name.
    fn make(&self, product: &Filler<'x>) -> Option<Filler<'x>> {
        let mention = self.mentions.get(product.mention?.index())?;
        let Value::Model { make: Some(make), .. } = mention.value() else {
            return None;
        };
        let named = |other: &&Mention<'x>| matches!(other.value(), Value::Organisation { name } if name.eq_ignore_ascii_case(make));
        let at = mention.id().index();
        let near = &self.mentions[at.saturating_sub(NEAR)..self.mentions.len().min(at + NEAR)];
        let organisations = near.iter().filter(|other| other.kind() == Kind::Organisation);
        if let Some(maker) = organisations.clone().find(named) {
            return Some(Filler {
                mention: Some(maker.id()),
                inherited: true,
                ..Filler::of_words(maker.span(), "make")
            });
        }
        let text = mention.span().of(self.reading.text);
        let told = text.get(..make.len())?.eq_ignore_ascii_case(make);
        let start = mention.span().start();
        told.then(|| Filler::of_words(Span::new(start as u32, (start + make.len()) as u32), "make"))
    }
}
