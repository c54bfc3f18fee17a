//! A heading as it is compared.

/// A heading's letters without accents and digits, lower case: `Package Tag *` is `packagetag`.
pub(crate) fn plain(cell: &str) -> String {
    cell.chars().flat_map(char::to_lowercase).map(bare).filter(char::is_ascii_alphanumeric).collect()
}

/// A small letter without the accent that it may have in Spanish.
fn bare(letter: char) -> char {
    match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}
