//! Mistakes in a list of names.

use super::Mistake;

pub(super) const MISTAKES: &[Mistake] = &[
    (
        "# list: organisations\nname,aliases\nVelsen,VLS\n",
        2,
        "found the column \"name,aliases\"",
        "sector, flags, parted by tabs",
    ),
    (
        "# list: organisations\nname\taliases\n\"Velsen Corp\"\tVLS\n",
        3,
        "found \"Velsen Corp\" in quotation marks",
        "expected it without them",
    ),
    (
        "name\n",
        1,
        "found \"name\"",
        "expected `# list: ` and the kind of the list",
    ),
    (
        "# list: cites\nname\n",
        1,
        "found a list of \"cites\"",
        "expected one of abbreviations",
    ),
    (
        "# list: cities\n",
        2,
        "found the end of the file",
        "expected a line of column names",
    ),
    (
        "# list: cities\nname\tcontry\n",
        2,
        "found the column \"contry\"",
        "expected some of name",
    ),
    (
        "# list: cities\ncountry\n",
        2,
        "found \"country\"",
        "expected a column \"name\"",
    ),
    (
        "# list: cities\nname\tname\n",
        2,
        "found the column \"name\" twice",
        "expected it once",
    ),
    (
        "# list: status_words\nword\tstatus\tgoverns\nmull\tperhaps\tobject\n",
        3,
        "found the status \"perhaps\"",
        "expected one of",
    ),
    (
        "# list: status_words\nword\tstatus\tgoverns\nmull\tpossible\tgerunds\n",
        3,
        "found the governs \"gerunds\"",
        "expected one of",
    ),
    (
        "# list: name_context\nform\tclass\nskipper\tpeople\n",
        3,
        "found the class \"people\"",
        "expected one of",
    ),
    (
        "# list: zones\nphrase\tzone\twhere\nread also\tteaser\tfirst\n",
        3,
        "found the where \"first\"",
        "expected one of",
    ),
    (
        "# list: cities\nname\tcountry\nA\tGB\n# a comment\nB\n",
        5,
        "found 1 cell",
        "expected 2",
    ),
    (
        "# list: english\nform\tlemma\ttags\nwalk\twalk\tadverbial\n",
        3,
        "found the word class \"adverbial\"",
        "expected one of n, ns, num",
    ),
    (
        "# list: anaphors\nword\tkind\tby\nfirm\torganization\t\n",
        3,
        "found the kind \"organization\"",
        "expected one of",
    ),
    (
        "# list: anaphors\nword\tkind\tby\nfirm\torganisation\tnames\n",
        3,
        "found the by \"names\"",
        "expected one of",
    ),
    (
        "# list: organisations\nname\tflags\nTarget\twrod\n",
        3,
        "found the flags \"wrod\"",
        "expected one of acronym-word, given",
    ),
    (
        "# list: vehicle_models\nmake\tmodel\tflags\nHonda\tCity\tword|noun\n",
        3,
        "found the flags \"noun\"",
        "expected one of code",
    ),
    (
        "# list: organisations\nname\tkind\n\tcompany\n",
        3,
        "found an empty name",
        "expected what the row is of",
    ),
    (
        "# list: cities\nname\tcountry\nNorthgate\tKenya\n",
        3,
        "found the country \"Kenya\"",
        "two capitals, such as KE",
    ),
    (
        "# list: cities\nname\tpopulation\nNorthgate\tmany\n",
        3,
        "found the population \"many\"",
        "expected a number in digits",
    ),
    (
        "# list: currencies\ncode\tname\nGold\tGold\n",
        3,
        "found the code \"Gold\"",
        "three capitals, such as KES",
    ),
    (
        "# list: organisations\nname;kind\nAcme;company\n",
        2,
        "found the column \"name;kind\"",
        "expected some of name, aliases",
    ),
    (
        "# list: clause_words\nword\tclass\noffer\toffers\n",
        3,
        "found the class \"offers\"",
        "expected one of",
    ),
];
