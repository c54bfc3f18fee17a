//! The page knows the messages as the catalogues have them. `cargo xtask bindings` writes it.

use std::fs;
use std::path::Path;

#[test]
fn the_pages_messages_are_those_of_the_catalogues() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/words/messages.ts");
    let wanted = words::typescript();
    if std::env::var_os("TRACKSIDE_WRITE_BINDINGS").is_some() {
        fs::write(&file, &wanted).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == wanted, "ui/src/words/messages.ts is not what the catalogues say: run `cargo xtask bindings`");
}
