//! The page's TypeScript says what the registry says. `cargo xtask bindings` writes it.

use std::path::Path;

#[test]
fn the_pages_bindings_are_those_of_the_registry() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/platform/bindings.ts");
    let wanted = desk::typescript();
    if std::env::var_os("TRACKSIDE_WRITE_BINDINGS").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == wanted, "ui/src/platform/bindings.ts is not what the registry says: run `cargo xtask bindings`");
}
