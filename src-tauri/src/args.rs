//! The command line: `trackside [--data-dir DIR] [--api URL]`.

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::Parser;
use tauri::Url;

/// What the program was started with.
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(name = "trackside", version, about = "A desktop client for California cannabis licensees")]
pub struct Args {
    /// Keep everything in this folder instead of the usual one.
    #[arg(long, value_name = "DIR", value_parser = absolute)]
    pub data_dir: Option<PathBuf>,
    /// Talk to a state API on this computer instead of the state's, for example a simulator's.
    #[arg(long, value_name = "URL", value_parser = loopback)]
    pub api: Option<String>,
    /// For journeys: seconds after which a request whose answer was lost counts as settled.
    #[arg(long, value_name = "SECONDS", hide = true)]
    pub outbox_settle: Option<u32>,
}

impl Args {
    /// The outbox's shorter patience; builds for people keep their own, whatever is asked.
    pub fn outbox_settle(&self) -> Option<u32> {
        self.outbox_settle.filter(|_| cfg!(feature = "journeys"))
    }
}

/// The arguments without the process number that macOS's Finder puts among them.
pub fn without_the_finders(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    args.into_iter().filter(|arg| !arg.to_string_lossy().starts_with("-psn_")).collect()
}

/// The folder as an absolute path: the working folder of a desktop app is nobody's choice.
fn absolute(text: &str) -> Result<PathBuf, String> {
    std::path::absolute(text).map_err(|fault| fault.to_string())
}

/// Keys go to the address that is named here, so it must be this computer's own.
fn loopback(text: &str) -> Result<String, String> {
    let url = Url::parse(text).map_err(|fault| fault.to_string())?;
    let host = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let own = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let plain = url.scheme() == "http" && url.username().is_empty() && url.password().is_none();
    if own && plain {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err("only an address of this computer will do, for example http://127.0.0.1:4000".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(args: &[&str]) -> Result<Args, clap::Error> {
        Args::try_parse_from(without_the_finders(args.iter().map(OsString::from)))
    }

    #[test]
    fn nothing_is_needed() {
        assert_eq!(parsed(&["trackside"]).unwrap(), Args { data_dir: None, api: None, outbox_settle: None });
    }

    #[test]
    fn the_finders_process_number_is_no_argument() {
        assert_eq!(
            parsed(&["trackside", "-psn_0_774359"]).unwrap(),
            Args { data_dir: None, api: None, outbox_settle: None }
        );
    }

    #[test]
    fn a_relative_folder_becomes_absolute() {
        let folder = parsed(&["trackside", "--data-dir", "here"]).unwrap().data_dir.unwrap();
        assert!(folder.is_absolute() && folder.ends_with("here"), "{}", folder.display());
    }

    #[test]
    fn only_this_computer_gets_the_keys() {
        for good in ["http://127.0.0.1:4000", "http://localhost:4000/", "http://[::1]:4000", "http://127.1.2.3:4000"] {
            let api = parsed(&["trackside", "--api", good]).unwrap().api;
            assert_eq!(api.as_deref(), Some(good.trim_end_matches('/')));
        }
        for bad in [
            "https://api-ca.metrc.com",
            "http://localhost.example.com",
            "http://127.0.0.1@example.com",
            "http://192.168.0.4:4000",
            "http://0.0.0.0:4000",
            "file:///etc/hosts",
            "127.0.0.1:4000",
        ] {
            assert!(parsed(&["trackside", "--api", bad]).is_err(), "{bad} must be refused");
        }
    }
}
