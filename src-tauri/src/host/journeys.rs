//! The machine as journeys need it: WebDriver reaches neither the system's dialogs nor the browser, so files go below
//! the data folder, and links and notifications are written down there.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use desk::{Host, HostError};

use super::{Chosen, ChosenFiles, file_name, refuse_unless_below, refuse_unless_fixed, refuse_unless_table};

/// A machine that answers without asking.
pub struct Journeys {
    data: PathBuf,
    quit: Box<dyn Fn() + Send + Sync>,
}

impl Journeys {
    /// Files go to `exports` in the data folder, links to `opened-links.txt`, notifications to `notifications.txt`, one
    /// a line; `quit` closes the app.
    pub fn new(data: &Path, quit: impl Fn() + Send + Sync + 'static) -> Self {
        Self { data: data.to_owned(), quit: Box::new(quit) }
    }

    fn write_down(&self, list: &str, line: &str) -> Result<(), HostError> {
        let list = self.data.join(list);
        let mut file = OpenOptions::new().create(true).append(true).open(list).map_err(refused)?;
        writeln!(file, "{line}").map_err(refused)
    }
}

impl Host for Journeys {
    fn save_file(&self, suggested: &str) -> Chosen<'_> {
        let chosen = file_name(suggested).and_then(|name| {
            let folder = self.data.join("exports");
            fs::create_dir_all(&folder).map_err(refused)?;
            Ok(Some(folder.join(name)))
        });
        Box::pin(async move { chosen })
    }

    fn open_files(&self) -> ChosenFiles<'_> {
        // The paths that a person would choose, one a line; without the file they put the dialog away.
        let list = fs::read_to_string(self.data.join("open-files.txt")).unwrap_or_default();
        Box::pin(async move { Ok(list.lines().map(PathBuf::from).collect()) })
    }

    fn open_file(&self, path: &Path) -> Result<(), HostError> {
        refuse_unless_below(&self.data, path)?;
        self.write_down("opened-files.txt", &path.display().to_string())
    }

    fn open_saved(&self, path: &Path) -> Result<(), HostError> {
        refuse_unless_table(path)?;
        self.write_down("opened-files.txt", &path.display().to_string())
    }

    fn show_saved(&self, path: &Path) -> Result<(), HostError> {
        self.write_down("shown-files.txt", &path.display().to_string())
    }

    fn open_link(&self, url: &str) -> Result<(), HostError> {
        refuse_unless_fixed(url)?;
        self.write_down("opened-links.txt", url)
    }

    fn notify(&self, title: &str, body: &str) -> Result<(), HostError> {
        self.write_down("notifications.txt", &format!("{title}: {body}"))
    }

    fn quit(&self) {
        (self.quit)();
    }
}

fn refused(fault: io::Error) -> HostError {
    HostError(fault.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stay_below_the_data_folder() {
        let data = tempfile::tempdir().unwrap();
        let host = Journeys::new(data.path(), || {});
        for suggested in ["packages.csv", "../../packages.csv", "/etc/packages.csv"] {
            let chosen = tauri::async_runtime::block_on(host.save_file(suggested)).unwrap();
            assert_eq!(chosen, Some(data.path().join("exports").join("packages.csv")), "for {suggested}");
        }
        assert!(tauri::async_runtime::block_on(host.save_file("..")).is_err(), "no name, no file");
    }

    #[test]
    fn of_what_was_saved_only_tables_are_opened() {
        let data = tempfile::tempdir().unwrap();
        let host = Journeys::new(data.path(), || {});
        for name in ["packages.csv", "Packages.XLSX"] {
            host.open_saved(&data.path().join(name)).unwrap();
        }
        for name in ["packages.exe", "packages", "packages.csv.bat"] {
            host.open_saved(&data.path().join(name)).unwrap_err();
            host.show_saved(&data.path().join(name)).unwrap();
        }
        assert_eq!(fs::read_to_string(data.path().join("opened-files.txt")).unwrap().lines().count(), 2);
    }

    #[test]
    fn links_are_written_down_if_they_are_of_the_list() {
        let data = tempfile::tempdir().unwrap();
        let host = Journeys::new(data.path(), || {});
        host.open_link("https://ca.metrc.com/").unwrap();
        host.open_link("https://example.com/").unwrap_err();
        host.open_link("https://www.metrc.com/partner/california/").unwrap();
        let opened = fs::read_to_string(data.path().join("opened-links.txt")).unwrap();
        assert_eq!(opened, "https://ca.metrc.com/\nhttps://www.metrc.com/partner/california/\n");
    }
}
