//! Where things are in this repository.

use std::env;
use std::path::{Path, PathBuf};

/// The repository's root folder: the one that holds the workspace's `Cargo.toml`.
///
/// Cargo says at run time where this crate is; the folder known when it was compiled serves where the program is
/// started by hand.
pub fn root() -> PathBuf {
    let here =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).map_or(here.clone(), Path::to_path_buf)
}

/// The page: React and TypeScript.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// The journeys and their drivers: TypeScript, a package of its own.
pub fn journeys() -> PathBuf {
    root().join("tests")
}

/// Where programs that only the tests need are kept between runs, outside the repository.
pub fn cache() -> PathBuf {
    if let Some(folder) = env::var_os("TRACKSIDE_CACHE") {
        return PathBuf::from(folder);
    }
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"));
    home.map_or_else(env::temp_dir, PathBuf::from).join(".cache").join("trackside-ci")
}
