//! The reader of lists speaks Spanish. A test binary of its own: the language is the process's.

use imports::{Answer, Counting, FileFault, Foreign, Reading, RefusalReason, read_pasted};
use words::say;

#[test]
fn lists_are_read_in_spanish() {
    words::Language::Spanish.speak();
    let pdf = FileFault::Foreign { found: Foreign::Pdf };
    assert_eq!(pdf.to_string(), "Este archivo es un PDF, diga lo que diga su nombre. Pida la lista como CSV o XLSX.");
    let Ok(Reading::List(list)) = read_pasted("1A4060300002199000003445\n1A40603000021990000034", &Answer::default())
    else {
        unreachable!("a list")
    };
    assert_eq!(
        list.refused.first().unwrap().sentence,
        "No es una etiqueta: una etiqueta tiene 24 caracteres; esto tiene 22. Compárela con la etiqueta del paquete y \
         escanéela o escríbala de nuevo."
    );
    let twice = RefusalReason::TwiceInFile { first_line: 1_204 };
    let said = [Counting::Lines, Counting::Rows].map(|counting| twice.sentence(counting));
    assert!(said[0].starts_with("La misma etiqueta ya está en la línea 1,204;"), "{}", said[0]);
    assert!(said[1].starts_with("La misma etiqueta ya está en la fila 1,204;"), "{}", said[1]);
    assert_eq!(
        RefusalReason::OnHold.sentence(Counting::Lines),
        "Este paquete está en retención. No puede salir hasta que se levante la retención; déjelo fuera."
    );
}

/// What Trackside writes above a column in Spanish, it reads: a list with all four, beside one of other packages' tags.
#[test]
fn a_list_written_in_spanish_is_read() {
    let said = |words: words::Words| words.in_language(words::Language::Spanish);
    let headings = [
        said(say::reading_column_source_packages()),
        said(say::reading_column_tag()),
        said(say::draft_column_gross_weight()),
        said(say::draft_column_gross_unit()),
        said(say::draft_column_price()),
    ];
    let line = "1A4060300002199000003449\t1A4060300002199000003445\t12.5\tGrams\t300";
    let Ok(Reading::List(list)) = read_pasted(&format!("{}\n{line}", headings.join("\t")), &Answer::default()) else {
        unreachable!("a list")
    };
    let read = list.entries.first().unwrap();
    assert_eq!(read.tag.as_str(), "1A4060300002199000003445");
    assert!(read.gross_weight.is_some() && read.price.is_some(), "{read:?}");
}
