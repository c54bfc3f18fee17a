//! The paper speaks Spanish, in letters that its font has. A test binary of its own: the language is the process's.

use sheet::{Sheet, pdf};

#[test]
fn the_paper_speaks_spanish() {
    words::Language::Spanish.speak();
    let plain = String::from_utf8_lossy(&pdf(&Sheet::default()).unwrap()).into_owned();
    assert!(plain.contains("<00E1>"), "Página 1 de 1");
    assert!(!plain.contains("<25A1>"), "no box stands for a letter");
    let odd = Sheet { title: "\u{5927}".into(), ..Sheet::default() };
    let odd = String::from_utf8_lossy(&pdf(&odd).unwrap()).into_owned();
    assert!(odd.contains("<00ED>"), "Escríbalas a mano: el título.");
}
