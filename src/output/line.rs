//! An event in one line, as rule files write it: `exporter=Honda; count=38 unit; status=planned`.

use crate::event::{Event, Facts};
use crate::rule::{Filler, Status};

impl Facts<'_> {
    /// An event in one line, as the hits of rule files write it: the status if it is not `actual`, then each role
    /// with its filler, parted by `; `.
    ///
    /// ```
    /// use dateline::{Article, Extractor};
    ///
    /// let extractor = Extractor::new();
    /// let facts = extractor.extract(&Article::new("Honda will export about 38 cars to Kenya."));
    /// let line = facts.line(&facts.events()[0]);
    /// assert_eq!(line, "status=planned; exporter=Honda; goods=cars; count=~38 car; destination=KE");
    /// ```
    #[must_use]
    pub fn line(&self, event: &Event<'_>) -> String {
        let mut parts = Vec::new();
        if event.status() != Status::Actual {
            parts.push(format!("status={}", event.status().name()));
        }
        let roles = event.fact().roles();
        let always = [("date", event.date()), ("place", event.place())];
        for (role, fillers) in roles.into_iter().chain(always) {
            for filler in fillers {
                parts.push(format!("{role}={}", told(self, filler)));
            }
        }
        parts.join("; ")
    }
}

/// A filler as rule files and tables write it.
pub(super) fn told(facts: &Facts<'_>, filler: &Filler<'_>) -> String {
    match (filler.word(), facts.value(filler)) {
        (Some(word), _) => word.to_owned(),
        (None, Some(value)) => value.to_string(),
        (None, None) => facts.text(filler.span()).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Extractor};

    #[test]
    fn a_range_that_falls_begins_with_the_larger_fall() {
        let extractor = Extractor::new();
        let facts = extractor.extract(&Article::new("Kenya's exports of tea fell 5 to 10 percent."));
        let line = facts.line(&facts.events()[0]);
        assert!(line.ends_with("change=-10..-5 %"), "{line}");
        let json = serde_json::to_value(&facts).unwrap();
        let change = &json["events"][0]["change"][0];
        assert_eq!((&change["value"], &change["max"]), (&(-10).into(), &(-5).into()));
    }
}
