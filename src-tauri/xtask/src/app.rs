//! `cargo xtask run`: from nothing to an open window.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use clap::Args;

use crate::cargo::build_program;
use crate::command::{Call, Outcome};
use crate::demo::Demo;
use crate::machine::{self, For};
use crate::page;
use crate::root::root;
use crate::say;

/// How the app is opened.
#[derive(Args)]
pub struct RunOptions {
    /// Where there is no display: write the picture, then close the window and end.
    #[arg(long)]
    once: bool,
    /// Open it on a virtual screen even where there is a display (Linux).
    #[arg(long = "virtual")]
    virtual_screen: bool,
    /// Keep the app's data in this folder instead of the usual one.
    #[arg(long, value_name = "FOLDER")]
    data_dir: Option<PathBuf>,
    /// Where the picture of the window goes.
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
}

/// Does all set-up, builds the app, opens it.
pub fn run(options: &RunOptions) -> Outcome<()> {
    let on_display = machine::has_display() && !options.virtual_screen;
    machine::ready(if on_display { For::Running } else { For::RunningWithoutDisplay })?;
    page::ready()?;
    say::step("building the app (the first build takes some minutes, later ones seconds)");
    let app = build_program("trackside", &["--package", "trackside", "--bin", "trackside"])?;
    if on_display { open(&app, options) } else { open_virtually(&app, options) }
}

fn open(app: &Path, options: &RunOptions) -> Outcome<()> {
    say::step("opening Trackside");
    let mut call = Call::new(app);
    if let Some(folder) = &options.data_dir {
        call = call.arg("--data-dir").arg(folder);
    }
    call.run()
}

fn open_virtually(app: &Path, options: &RunOptions) -> Outcome<()> {
    say::note("there is no display here, so the window opens on a virtual one and the demo starts by itself");
    let scratch = Scratch::new()?;
    let data = options.data_dir.clone().unwrap_or_else(|| scratch.0.join("trackside"));
    let demo = Demo::open(app, &data, &scratch.0)?;
    say::step("the window is open; pressing \"Try the demo state\"");
    demo.start()?;
    let file = options.picture.clone().unwrap_or_else(|| root().join("target").join("trackside.png"));
    demo.picture(&file)?;
    say::step(&format!("the packages grid is there; its picture is {}", file.display()));
    if !options.once {
        say::step("the window stays open until you interrupt this (Ctrl+C)");
        demo.until_closed();
        say::step("the window was closed");
    }
    Ok(())
}

/// A folder for one run, removed at its end; after an interrupt, by the next run.
struct Scratch(PathBuf);

const SCRATCH: &str = "trackside-run-";

impl Scratch {
    fn new() -> Outcome<Self> {
        remove_left_overs();
        let folder = env::temp_dir().join(format!("{SCRATCH}{}", process::id()));
        fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is in the system's own folder for such things and hurts nobody.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Folders of runs whose process is gone. Only Linux has virtual windows, so its way to ask is enough.
fn remove_left_overs() {
    let Ok(entries) = fs::read_dir(env::temp_dir()) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let run = name.to_str().and_then(|name| name.strip_prefix(SCRATCH)).and_then(|run| run.parse::<u32>().ok());
        if run.is_some_and(|run| !Path::new("/proc").join(run.to_string()).exists()) {
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}
