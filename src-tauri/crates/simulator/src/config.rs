//! How a simulator is set up.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

/// How to start a simulator.
#[derive(Clone, Debug)]
pub struct SimulatorConfig {
    /// Where to listen; loopback only. Port 0 takes any free port.
    pub listen: SocketAddr,
    /// The seed of the story: the same seed, packages and anchor make the same state, byte for byte.
    pub seed: u64,
    /// About how many packages stand in the package lists of all licenses together.
    pub packages: u32,
    /// The state's rate limits.
    pub limits: Limits,
    /// The file that keeps the state between starts; none keeps it in memory only. A file remembers its own seed,
    /// number of packages and anchor: they win over those given here.
    pub store: Option<PathBuf>,
    /// The instant at which the story ends and the clock stands still (it moves by [`crate::Control::advance`] only);
    /// none follows the wall clock.
    pub now: Option<Timestamp>,
    /// What the sources leave open.
    pub options: Options,
}

impl Default for SimulatorConfig {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            seed: 1,
            packages: 3_000,
            limits: Limits::Published,
            store: None,
            now: None,
            options: Options::default(),
        }
    }
}

/// How many GETs the state answers (CONTRACT 3). Writes are not limited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limits {
    /// 50 a second and 10 at a time for a license, 150 a second and 30 at a time for a software key.
    #[default]
    Published,
    /// No limit.
    Off,
    /// Figures of one's own.
    Custom {
        /// GETs in any one second for a license.
        per_facility: u32,
        /// GETs in any one second for a software key.
        per_key: u32,
        /// GETs at a time for a license.
        at_once_per_facility: u32,
        /// GETs at a time for a software key.
        at_once_per_key: u32,
    },
}

impl Limits {
    /// [`Limits::Published`].
    pub fn published() -> Self {
        Self::Published
    }
}

/// The readings of the open points of CONTRACT section 10; the default is what it suggests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Point 1: a list asked for without `pageSize` is a bare array instead of an envelope.
    pub bare_array_when_unpaged: bool,
    /// Point 2: how many hours back a list looks that is asked for without `lastModified*`.
    pub default_window_hours: u32,
    /// Point 3: the longest window between `lastModifiedStart` and `lastModifiedEnd`, in hours; none: any.
    pub max_window_hours: Option<u32>,
    /// Point 3: what happens to a longer window.
    pub longer_window: LongerWindow,
    /// Point 4: `PUT packages/v2/adjust` adds instead of setting the quantity.
    pub put_adjust_is_delta: bool,
    /// Point 6: enumerations inside a package's item are numbers instead of names.
    pub enums_as_numbers: bool,
    /// Point 8: an unknown package is answered with 401 instead of 404.
    pub unknown_id_is_401: bool,
    /// A second receipt with the same `ExternalReceiptNumber` is refused. The sources do not say; without it a client
    /// must look before it sends again.
    pub unique_receipt_numbers: bool,
    /// Every answer comes this much later, as a distant server's does.
    pub answer_after: Duration,
    /// How long a connection may be open without a whole head of a request.
    pub head_within: Duration,
    /// How long a request's body may take.
    pub body_within: Duration,
}

/// What happens to a window longer than [`Options::max_window_hours`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LongerWindow {
    /// The request is refused with 400.
    Refused,
    /// The window is silently cut to its first hours.
    Cut,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            bare_array_when_unpaged: false,
            default_window_hours: 24,
            max_window_hours: None,
            longer_window: LongerWindow::Refused,
            put_adjust_is_delta: false,
            enums_as_numbers: false,
            unknown_id_is_401: false,
            unique_receipt_numbers: false,
            answer_after: Duration::ZERO,
            head_within: Duration::from_secs(75),
            body_within: Duration::from_secs(60),
        }
    }
}

/// The keys that a simulator accepts. They follow from the seed, so that a client's stored keys stay good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoKeys {
    /// The software ("vendor") key: the user name of HTTP Basic.
    pub software_key: String,
    /// The key of a user who may do everything at all six licenses.
    pub user_key: String,
    /// The key of a user of all six licenses who may not see packages: 401.
    pub without_packages: String,
    /// The key of a user who works at no license: `facilities/v2` is an empty array.
    pub without_licenses: String,
    /// The key of a user of one license that holds no packages.
    pub empty_license: String,
    /// The key of a user of the storefront retailer only.
    pub retailer_only: String,
}
