//! The facts as a page that shows each of them in its text.

use std::fmt;

use super::marks::{pieces, Mark, Piece};
use super::words;
use crate::event::Facts;
use crate::mention::{Kind, Mention};
use crate::rule::Filler;

/// An article with its facts as a part of a page; print it with `{}`, between [`Html::HEAD`] and [`Html::FOOT`].
///
/// ```
/// use dateline::output::Html;
/// use dateline::{Article, Extractor};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Honda exported 38 cars to Kenya."));
/// let page = format!("{}{}{}", Html::HEAD, Html::new(&facts), Html::FOOT);
/// assert!(page.contains("title=\"country: Kenya\""));
/// ```
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
        let mentions = self.facts.mentions().iter().map(|mention| Mark {
            span: mention.span(),
            what: What::Mention(mention),
        });
        let triggers = self.facts.events().iter().enumerate().flat_map(|(event, told)| {
            let evidence = told.evidence().iter().enumerate();
            evidence.map(move |(at, evidence)| Mark {
                span: evidence.trigger(),
                what: What::Trigger(event, at),
            })
        });
        let mut html = String::with_capacity(text.len() * 2);
        pieces(text, mentions.chain(triggers).collect(), |piece| match piece {
            Piece::Open(What::Mention(mention)) => self.open(mention, &mut html),
            Piece::Open(What::Trigger(event, at)) => {
                let article = self.number;
                html.push_str(&format!(
                    "<span class=\"trigger\" id=\"a{article}e{event}t{at}\">"
                ));
            }
            Piece::Close(What::Mention(_)) => html.push_str("</mark>"),
            Piece::Close(What::Trigger(..)) => html.push_str("</span>"),
            Piece::Text(part) => escape(part, &mut html),
        });
        writeln!(f, "<div class=\"text\">{html}</div>")
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

    fn events(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, event) in self.facts.events().iter().enumerate() {
            let title = words::title(event);
            write!(f, "<div class=\"event\">\n<h3>{}</h3>\n", Escaped(&title))?;
            write!(f, "<p class=\"status\">{}", words::status(event.status()))?;
            if let Some(cause) = event.status_cause() {
                write!(f, " (“{}”)", Escaped(&words::line(self.facts.text(cause))))?;
            }
            f.write_str("</p>\n<table>\n")?;
            for (role, fillers) in words::roles(event) {
                self.role(f, &role, fillers)?;
            }
            if let Some(source) = event.source() {
                self.role(f, "says who", std::slice::from_ref(source))?;
            }
            if let Some(others) = words::disagrees(event) {
                writeln!(f, "<tr><th>disagrees</th><td>{}</td></tr>", Escaped(&others))?;
            }
            f.write_str("</table>\n")?;
            for (at, evidence) in event.evidence().iter().enumerate() {
                let told = words::evidence(self.facts, evidence, "");
                let anchor = format!("a{}e{number}t{at}", self.number);
                writeln!(
                    f,
                    "<p class=\"evidence\"><a href=\"#{anchor}\">{}</a></p>",
                    Escaped(&told)
                )?;
            }
            f.write_str("</div>\n")?;
        }
        Ok(())
    }

    fn role(&self, f: &mut fmt::Formatter<'_>, role: &str, fillers: &[Filler<'x>]) -> fmt::Result {
        write!(f, "<tr><th>{}</th><td>", Escaped(role))?;
        for (at, filler) in fillers.iter().enumerate() {
            if at > 0 {
                f.write_str("<br>")?;
            }
            let told = words::filler(self.facts, filler);
            match filler.mention() {
                Some(mention) => write!(
                    f,
                    "<a href=\"#a{}m{}\">{}</a>",
                    self.number,
                    mention.index(),
                    Escaped(&told)
                )?,
                None => write!(f, "{}", Escaped(&told))?,
            }
        }
        f.write_str("</td></tr>\n")
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
        self.events(f)?;
        self.mentions(f)?;
        f.write_str("</article>\n")
    }
}

/// What is marked in the text.
#[derive(Clone, Copy)]
enum What<'a, 'x> {
    Mention(&'a Mention<'x>),
    /// The word that means an event: the event and which of its evidences.
    Trigger(usize, usize),
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
