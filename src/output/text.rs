//! The facts in words, for people.

use std::fmt;

use super::marks::{pieces, Mark, Piece};
use super::words;
use crate::event::Facts;
use crate::mention::{Kind, Mention};

/// The facts of an article in words; print it with `{}`.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a, 'x> {
    facts: &'a Facts<'x>,
    article: bool,
    explain: bool,
}

impl<'a, 'x> Text<'a, 'x> {
    /// The facts in words.
    #[must_use]
    pub fn new(facts: &'a Facts<'x>) -> Self {
        Self {
            facts,
            article: false,
            explain: false,
        }
    }

    /// Whether the article is printed too, with every mention in brackets and numbered.
    #[must_use]
    pub fn article(mut self, article: bool) -> Self {
        self.article = article;
        self
    }

    /// Whether it is told what found each fact: file and line of a rule, a list or the grammar.
    #[must_use]
    pub fn explain(mut self, explain: bool) -> Self {
        self.explain = explain;
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
            let line = line.trim_end();
            if line.is_empty() {
                writeln!(f)?;
            } else {
                writeln!(f, "  {line}")?;
            }
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
                if self.explain {
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

    /// The words of the article, and what they mean where that differs.
    fn mention(&self, mention: &Mention<'_>) -> String {
        let words = words::line(mention.span().of(self.facts.article().text()));
        let value = words::value(mention.value());
        if words == value {
            words
        } else {
            format!("{words} = {value}")
        }
    }
}

impl fmt::Display for Text<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.heading(f)?;
        if self.article {
            self.marked(f)?;
        }
        self.mentions(f)
    }
}
