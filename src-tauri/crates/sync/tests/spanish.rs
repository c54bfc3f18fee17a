//! The names of the state's lists are said in Spanish. A test binary of its own: the language is the process's.

use sync::{Stream, SyncError};

#[test]
fn the_lists_are_named_in_spanish() {
    words::Language::Spanish.speak();
    assert_eq!(Stream::LabSamples.title(), "Muestras de laboratorio");
    let apart = SyncError::PagesDoNotFit { stream: Stream::PackagesActive };
    assert_eq!(
        apart.to_string(),
        "Paquetes activos: no se pudo leer hasta el final, las páginas del estado no concordaban entre sí"
    );
}
