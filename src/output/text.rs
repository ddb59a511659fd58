//! The facts in words, for people.

use std::fmt;

use super::marks::{pieces, Mark, Piece};
use super::words;
use crate::event::{Event, Facts};
use crate::explain::{Explained, ExplainedSentence};
use crate::mention::{Kind, Mention};

/// The facts of an article in words; print it with `{}`.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a, 'x> {
    facts: &'a Facts<'x>,
    article: bool,
    explain: Option<&'a [ExplainedSentence<'x>]>,
}

impl<'a, 'x> Text<'a, 'x> {
    /// The facts in words.
    #[must_use]
    pub fn new(facts: &'a Facts<'x>) -> Self {
        Self {
            facts,
            article: false,
            explain: None,
        }
    }

    /// Whether the article is printed too, with every mention in brackets and numbered.
    #[must_use]
    pub fn article(mut self, article: bool) -> Self {
        self.article = article;
        self
    }

    /// Adds what found each fact, file and line of a rule, a list or the grammar, and how the sentences with a trigger
    /// were read.
    #[must_use]
    pub fn explain(mut self, explained: &'a Explained<'x>) -> Self {
        self.explain = Some(explained.sentences());
        self
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let article = self.facts.article();
        let name = article.get_id().or(article.get_title()).unwrap_or("Article");
        writeln!(f, "{name}")?;
        writeln!(f, "{}", "=".repeat(name.chars().count()))?;
        match self.facts.published() {
            Some(day) => writeln!(f, "published {day}"),
            None => writeln!(f, "day of publication not known"),
        }
    }

    fn marked(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let marks = self.facts.mentions().iter().map(|mention| Mark {
            span: mention.span(),
            what: mention.id().index(),
        });
        let mut text = String::new();
        pieces(
            self.facts.article().text(),
            marks.collect(),
            |piece| match piece {
                Piece::Open(_) => text.push('['),
                Piece::Close(number) => text.push_str(&format!(" #{number}]")),
                Piece::Text(part) => text.push_str(part),
            },
        );
        writeln!(f, "\nArticle")?;
        for line in text.lines() {
            let line = line.trim();
            if line.is_empty() {
                writeln!(f)?;
            } else {
                words::wrapped(f, "  ", "  ", line)?;
            }
        }
        Ok(())
    }

    fn events(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let events = self.facts.events();
        if events.is_empty() {
            return writeln!(f, "\nNo event is told.");
        }
        writeln!(f, "\nWhat happens")?;
        for (number, event) in events.iter().enumerate() {
            self.event(f, number, event)?;
        }
        Ok(())
    }

    fn event(&self, f: &mut fmt::Formatter<'_>, number: usize, event: &Event<'x>) -> fmt::Result {
        let facts = self.facts;
        write!(
            f,
            "  {}. {}, {}",
            number + 1,
            words::title(event),
            words::status(event.status())
        )?;
        match event.status_cause() {
            Some(cause) => writeln!(f, " (“{}”)", words::line(facts.text(cause)))?,
            None => writeln!(f)?,
        }
        for (role, fillers) in words::roles(event) {
            for (at, filler) in fillers.iter().enumerate() {
                let label = if at == 0 { role.as_str() } else { "" };
                let mut told = words::filler(facts, filler);
                if filler.inherited() {
                    told.push_str(" (told elsewhere)");
                }
                if self.explain.is_some() {
                    told.push_str(&format!(" [{}]", filler.slot()));
                }
                words::wrapped(f, &labelled(label), INDENT, &told)?;
            }
        }
        if let Some(source) = event.source() {
            words::wrapped(f, &labelled("says who"), INDENT, &words::filler(facts, source))?;
        }
        if let Some(others) = words::disagrees(event) {
            words::wrapped(f, &labelled("disagrees"), INDENT, &others)?;
        }
        for (at, evidence) in event.evidence().iter().enumerate() {
            let label = if at == 0 { "read from" } else { "and from" };
            let mut told = words::evidence(facts, evidence, "*");
            if evidence.teaser() {
                told.push_str(" (a pointer to another story)");
            }
            words::wrapped(f, &labelled(label), INDENT, &told)?;
        }
        if self.explain.is_some() {
            let origin = event.origin();
            let rule = format!("{} ({}:{})", origin.name(), origin.file(), origin.line());
            words::wrapped(f, &labelled("rule"), INDENT, &rule)?;
        }
        Ok(())
    }

    /// Every mention, by kind; equal ones once unless it is told what found each.
    fn mentions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mentions = self.facts.mentions();
        if mentions.is_empty() {
            return writeln!(f, "\nNothing named or counted.");
        }
        writeln!(f, "\nNamed and counted")?;
        for kind in Kind::ALL {
            let told = words::alike(mentions, kind, |mention| self.mention(mention));
            if told.is_empty() {
                continue;
            }
            writeln!(f, "  {}", words::plural(kind))?;
            for (words, mentions) in told {
                write!(f, "    {words}")?;
                if self.article {
                    let numbers: Vec<_> = mentions.iter().map(|m| format!("#{}", m.id().index())).collect();
                    write!(f, "  {}", numbers.join(" "))?;
                }
                writeln!(f)?;
                if self.explain.is_some() {
                    for mention in mentions {
                        let origin = mention.origin();
                        let span = mention.span();
                        writeln!(
                            f,
                            "      bytes {} to {}: {} ({}:{})",
                            span.start(),
                            span.end(),
                            origin.name(),
                            origin.file(),
                            origin.line()
                        )?;
                    }
                }
            }
        }
        Ok(())
    }

    /// How each sentence with a trigger was read.
    fn sentences(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentences = self.explain.unwrap_or_default();
        if sentences.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nHow it was read")?;
        for sentence in sentences {
            let words = words::line(self.facts.text(sentence.span()));
            words::wrapped(f, "  ", "  ", &format!("“{words}”"))?;
            for line in sentence.clauses().lines() {
                writeln!(f, "     {}", line.trim_end())?;
            }
            for miss in sentence.misses() {
                let (rule, trigger) = (miss.rule(), words::line(self.facts.text(miss.trigger())));
                let told = format!(
                    "“{trigger}” is no {} ({}:{}): {}",
                    rule.name(),
                    rule.file(),
                    rule.line(),
                    miss.why()
                );
                words::wrapped(f, "     ", "       ", &told)?;
            }
        }
        Ok(())
    }

    /// The words of the article, and what they mean where that differs.
    fn mention(&self, mention: &Mention<'_>) -> String {
        let words = words::line(self.facts.text(mention.span()));
        words::meaning(words, words::value(mention.value()))
    }
}

/// What stands before the lines of a role.
const INDENT: &str = "                  ";

fn labelled(label: &str) -> String {
    format!("     {label:<12} ")
}

impl fmt::Display for Text<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.heading(f)?;
        if self.article {
            self.marked(f)?;
        }
        self.events(f)?;
        self.mentions(f)?;
        self.sentences(f)
    }
}
