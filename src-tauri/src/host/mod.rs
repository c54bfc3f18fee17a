//! What the desk needs of the machine: a place to save to, and the browser.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use desk::HostError;

#[cfg(not(feature = "journeys"))]
mod dialogs;
#[cfg(feature = "journeys")]
mod journeys;

#[cfg(not(feature = "journeys"))]
pub use dialogs::Dialogs as Machine;
#[cfg(feature = "journeys")]
pub use journeys::Journeys as Machine;

/// The file that the person chose, once they have.
type Chosen<'a> = Pin<Box<dyn Future<Output = Result<Option<PathBuf>, HostError>> + Send + 'a>>;

/// The last part of a suggested name: a name is never a way to another folder.
fn file_name(suggested: &str) -> Result<String, HostError> {
    let name = std::path::Path::new(suggested).file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| HostError(format!("\"{suggested}\" is not a name for a file")))
}

fn refuse_unless_fixed(url: &str) -> Result<(), HostError> {
    if crate::links::may_open(url) {
        Ok(())
    } else {
        Err(HostError("this address is not one that Trackside opens".into()))
    }
}
