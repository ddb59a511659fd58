//! What sort of organisation a name stands for: whoever makes laws, or whoever does business.

use crate::lexicon::{organisation, Label, Lexicon, List};

/// What an organisation is known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A ministry, regulator, parliament or body of states.
    Authority,
    /// Whoever makes, sells or tells for money.
    Company,
}

/// What a name is known to stand for; none where neither lists nor its head noun tell.
pub(crate) fn sort(lexicon: &Lexicon, name: &str) -> Option<Sort> {
    if let Some(kind) = lexicon.labels_of(name).find_map(listed) {
        // "Automobile Manufacturers' Association": no word of its name says otherwise.
        let known = match kind {
            // The lists have those that set rates among the authorities.
            Label::Financial => Some(Sort::Company),
            _ => of_kind(kind),
        };
        if known.is_some() || kind == Label::Association {
            return known;
        }
    }
    // "Ministry of Commerce", "Foreign Trade Ministry": the head stands before `of` or last. Few names hold an `of`, and to
    // tell that is faster than to split at it.
    let front = name.contains(" of ").then(|| name.split(" of ").next()).flatten();
    front
        .into_iter()
        .chain([name])
        .filter_map(|part| part.rsplit(' ').next())
        .flat_map(|head| lexicon.labels_of(head))
        .find_map(head)
}

/// Whether a company makes or sells things: banks tell more of others than of themselves.
pub(crate) fn trades(lexicon: &Lexicon, name: &str) -> bool {
    sort(lexicon, name) == Some(Sort::Company) && kind(lexicon, name) != Some(Label::Financial)
}

/// What the lists have an organisation as; none if they do not have it.
pub(crate) fn kind(lexicon: &Lexicon, name: &str) -> Option<Label> {
    lexicon.labels_of(name).find_map(listed)
}

/// A name without the legal forms that it ends in: `Lugo` of `Lugo Holdings Plc`.
pub(crate) fn without_forms<'n>(lexicon: &Lexicon, mut name: &'n str) -> &'n str {
    while let Some((front, last)) = name.rsplit_once(' ') {
        if !lexicon.labels_of(last).any(|(list, _)| list == List::OrgSuffixes) {
            break;
        }
        name = front.trim_end_matches(',');
    }
    name
}

/// What the lists say that a company does; none if they do not have it or do not say so.
pub(crate) fn sector<'l>(lexicon: &'l Lexicon, name: &str) -> Option<&'l str> {
    let rows = lexicon.rows_of(List::Organisations, name);
    rows.map(|row| lexicon.cell(row, organisation::SECTOR))
        .find(|sector| !sector.is_empty())
}

fn listed((list, kind): (List, Label)) -> Option<Label> {
    match list {
        List::Organisations => Some(kind),
        List::VehicleMakes => Some(Label::Automaker),
        _ => None,
    }
}

fn head((list, kind): (List, Label)) -> Option<Sort> {
    match list {
        List::OrgHeads => of_kind(kind),
        List::OrgSuffixes if kind == Label::Association => None,
        List::OrgSuffixes => Some(Sort::Company),
        _ => None,
    }
}

/// Banks that no list has are left open: some set rates, some pay them.
fn of_kind(kind: Label) -> Option<Sort> {
    match kind {
        Label::Government | Label::International => Some(Sort::Authority),
        Label::Company | Label::Automaker | Label::Media => Some(Sort::Company),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_heads_tell_authorities_from_companies() {
        let lexicon = Lexicon::builtin();
        let cases = [
            ("Ministry of Commerce", Some(Sort::Authority)),
            ("Export Promotion Bureau", Some(Sort::Authority)),
            ("Federal Board of Revenue", Some(Sort::Authority)),
            ("European Union", Some(Sort::Authority)),
            ("Toyota", Some(Sort::Company)),
            ("Barclays", Some(Sort::Company)),
            ("Bank of England", Some(Sort::Authority)),
            ("Harbour Textiles Ltd", Some(Sort::Company)),
            ("Central Bank of Ruritania", None),
            ("Ruritanian Bicycle Dealers Association", None),
        ];
        for (name, expected) in cases {
            assert_eq!(sort(&lexicon, name), expected, "{name}");
        }
    }
}
