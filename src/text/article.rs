use chrono::NaiveDate;

/// A news article to read: its raw text, and what is known of it from elsewhere.
///
/// The text is never rewritten; every span of the facts points into it.
///
/// ```
/// use chrono::NaiveDate;
/// use dateline::Article;
///
/// let article = Article::new("KARACHI: Exports fell on Monday.")
///     .id("a1")
///     .published(NaiveDate::from_ymd_opt(2025, 8, 15).unwrap());
/// assert_eq!(article.text(), "KARACHI: Exports fell on Monday.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Article<'x> {
    text: &'x str,
    id: Option<&'x str>,
    title: Option<&'x str>,
    published: Option<NaiveDate>,
}

impl<'x> Article<'x> {
    /// An article of which only the text is known.
    #[must_use]
    pub fn new(text: &'x str) -> Self {
        Self {
            text,
            id: None,
            title: None,
            published: None,
        }
    }

    /// Gives it a name that its facts repeat.
    #[must_use]
    pub fn id(mut self, id: &'x str) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets the title where it is no part of the text. It is kept, not read.
    #[must_use]
    pub fn title(mut self, title: &'x str) -> Self {
        self.title = Some(title);
        self
    }

    /// Sets the day it was published, against which "on Monday" and "last month" are resolved.
    /// Without it the date is read from the article's own header, byline or dateline.
    #[must_use]
    pub fn published(mut self, day: impl Into<Option<NaiveDate>>) -> Self {
        self.published = day.into();
        self
    }

    /// The text, as it was given.
    #[must_use]
    pub fn text(&self) -> &'x str {
        self.text
    }

    /// The name, if it has one.
    #[must_use]
    pub fn get_id(&self) -> Option<&'x str> {
        self.id
    }

    /// The title, if one was given apart from the text.
    #[must_use]
    pub fn get_title(&self) -> Option<&'x str> {
        self.title
    }

    /// The day of publication that was handed over, if any.
    #[must_use]
    pub fn get_published(&self) -> Option<NaiveDate> {
        self.published
    }
}
