//! The facts as a page that shows each of them in its text.

use std::fmt;

use super::marks::{pieces, Mark, Piece};
use super::words;
use crate::event::Facts;
use crate::mention::{Kind, Mention};

/// An article with its facts as a part of a page; print it with `{}`, between [`Html::HEAD`] and [`Html::FOOT`].
#[derive(Clone, Copy, Debug)]
pub struct Html<'a, 'x> {
    facts: &'a Facts<'x>,
    number: usize,
}

impl<'a, 'x> Html<'a, 'x> {
    /// The page down to the first article. It needs nothing from elsewhere.
    pub const HEAD: &'static str = include_str!("head.html");
    /// What closes the page.
    pub const FOOT: &'static str = "</body>\n</html>\n";

    /// An article with its facts.
    #[must_use]
    pub fn new(facts: &'a Facts<'x>) -> Self {
        Self { facts, number: 0 }
    }

    /// Sets the number that tells the article's anchors from those of other articles on the page.
    #[must_use]
    pub fn number(mut self, number: usize) -> Self {
        self.number = number;
        self
    }

    fn text(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.facts.article().text();
        let marks = self.facts.mentions().iter().map(|mention| Mark {
            span: mention.span(),
            what: mention,
        });
        let mut html = String::with_capacity(text.len() * 2);
        pieces(text, marks.collect(), |piece| match piece {
            Piece::Open(mention) => self.open(mention, &mut html),
            Piece::Close(_) => html.push_str("</mark>"),
            Piece::Text(part) => escape(part, &mut html),
        });
        write!(f, "<div class=\"text\">{html}</div>\n")
    }

    fn open(&self, mention: &Mention<'_>, html: &mut String) {
        let kind = mention.kind().name();
        let (article, id) = (self.number, mention.id().index());
        html.push_str(&format!(
            "<mark class=\"{kind}\" id=\"a{article}m{id}\" title=\"{kind}: "
        ));
        escape(&words::value(mention.value()), html);
        html.push_str("\">");
    }

    fn mentions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<details><summary>Named and counted</summary>\n<dl>\n")?;
        for kind in Kind::ALL {
            let told = words::alike(self.facts.mentions(), kind, |mention| {
                words::value(mention.value())
            });
            if told.is_empty() {
                continue;
            }
            writeln!(f, "<dt>{}</dt>", words::plural(kind))?;
            for (value, mentions) in told {
                write!(f, "<dd>{}", Escaped(&value))?;
                for (at, mention) in mentions.iter().enumerate() {
                    let (article, id) = (self.number, mention.id().index());
                    write!(f, " <a href=\"#a{article}m{id}\">{}</a>", at + 1)?;
                }
                f.write_str("</dd>\n")?;
            }
        }
        f.write_str("</dl></details>\n")
    }
}

impl fmt::Display for Html<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let article = self.facts.article();
        let name = article.get_title().or(article.get_id()).unwrap_or("Article");
        writeln!(f, "<article>\n<h2>{}</h2>", Escaped(name))?;
        match self.facts.published() {
            Some(day) => writeln!(f, "<p class=\"day\">published {day}</p>")?,
            None => writeln!(f, "<p class=\"day\">day of publication not known</p>")?,
        }
        self.text(f)?;
        self.mentions(f)?;
        f.write_str("</article>\n")
    }
}

/// Text for a page.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut html = String::with_capacity(self.0.len());
        escape(self.0, &mut html);
        f.write_str(&html)
    }
}

fn escape(text: &str, html: &mut String) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            char => html.push(char),
        }
    }
}
