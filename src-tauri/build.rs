//! Gives the window's page exactly the commands that `capabilities/main.json` names, and the page a place to come from.

use std::error::Error;
use std::fs;
use std::path::Path;

/// What the window shows when nobody has built the page yet.
const NO_PAGE_YET: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Trackside</title></head>\
<body><h1>The page is not built yet</h1><p>Close this window and start Trackside with <code>cargo xtask run</code>, \
which builds the page first.</p></body></html>\n";

fn main() -> Result<(), Box<dyn Error>> {
    let page = Path::new("../ui/dist");
    if !page.join("index.html").exists() {
        fs::create_dir_all(page)?;
        fs::write(page.join("index.html"), NO_PAGE_YET)?;
    }
    // The page is part of the program: a page that was built anew must reach it.
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed=capabilities");

    let manifest = tauri_build::AppManifest::new().commands(allowed_commands()?);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

/// The commands that the capability file allows: `allow-app-snapshot` is `app_snapshot`. Tauri wants them `'static`, and
/// a build script ends soon enough to give that.
fn allowed_commands() -> Result<&'static [&'static str], Box<dyn Error>> {
    let text = fs::read_to_string("capabilities/main.json")?;
    let capability: serde_json::Value = serde_json::from_str(&text)?;
    let permissions = capability.get("permissions").and_then(|list| list.as_array()).ok_or("no permissions")?;
    let mut commands: Vec<&'static str> = Vec::new();
    for permission in permissions {
        let permission = permission.as_str().ok_or("a permission is not a text")?;
        if let Some(command) = permission.strip_prefix("allow-") {
            commands.push(Box::leak(command.replace('-', "_").into_boxed_str()));
        }
    }
    Ok(Box::leak(commands.into_boxed_slice()))
}
