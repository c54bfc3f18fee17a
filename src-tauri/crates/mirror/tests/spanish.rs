//! The grids' columns are headed in Spanish, and named as before. A test binary of its own: the language is the process's.

use mirror::view::{Collection, columns};

#[test]
fn the_columns_are_headed_in_spanish() {
    words::Language::Spanish.speak();
    let heads: Vec<(String, String)> =
        columns(Collection::Packages, None).into_iter().map(|column| (column.id, column.title)).take(5).collect();
    let wanted = [
        ("tag", "Etiqueta"),
        ("item", "Artículo"),
        ("quantity", "Cantidad"),
        ("location", "Ubicación"),
        ("lab_testing", "Estado de laboratorio"),
    ];
    assert_eq!(heads, wanted.map(|(id, title)| (id.to_owned(), title.to_owned())));
}
