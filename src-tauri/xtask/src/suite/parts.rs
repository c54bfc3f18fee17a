//! The parts of the whole test, in the order they run.
//!
//! The order saves building twice. Clippy checks the workspace with the page in place; after it one build makes every
//! library, program and test with the same features, and the tests, the journeys and the bridge all use that build.
//! `xtask` itself stays out of it: Windows does not let a running program be built over.

use std::collections::HashMap;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;

use super::journeys::{self, Engine, Report};
use super::skipped;
use crate::cargo::Built;
use crate::command::{Call, Outcome, Problem};
use crate::crate_rules;
use crate::machine::{self, For};
use crate::page;
use crate::root::{self, cache, root, ui};
use crate::say;

/// One part of the test.
pub struct Part {
    /// Its name for `--only` and the table.
    pub name: &'static str,
    /// What it does, in words.
    pub what: &'static str,
    /// Parts that have to pass before it can run.
    pub needs: &'static [&'static str],
    /// Why it has no meaning on this system, if so.
    pub left_out: fn() -> Option<String>,
    /// The part before it that it starts together with, when both are to run.
    pub beside: Option<&'static str>,
    /// The part itself.
    pub run: Run,
    /// What is tried where it failed, when it and those beside it have ended and nothing else runs. It gets what went
    /// wrong at first, and gives how the part ends.
    pub once_more: Option<OnceMore>,
}

impl Part {
    /// A part that means something on every system and starts alone.
    pub const fn new(name: &'static str, what: &'static str, needs: &'static [&'static str], run: Run) -> Self {
        Self { name, what, needs, left_out: never, beside: None, run, once_more: None }
    }
}

type Run = fn(&Workshop) -> Outcome<()>;
type OnceMore = fn(&Workshop, Problem) -> Outcome<()>;

/// What earlier parts made that later ones use.
#[derive(Default)]
pub struct Workshop {
    built: OnceLock<Built>,
    /// What must be read although all passed.
    remarks: Mutex<Vec<String>>,
    /// How the journeys of an engine ended whose run failed.
    reports: Mutex<HashMap<Engine, Report>>,
    /// Rust tests that could not run here, with the reason.
    skipped: OnceLock<Vec<String>>,
}

impl Workshop {
    /// Adds lines to be read at the very end.
    pub fn remark(&self, lines: impl Iterator<Item = String>) {
        self.remarks.lock().unwrap_or_else(PoisonError::into_inner).extend(lines);
    }

    /// What the parts want to be read at the very end.
    pub fn remarks(&self) -> Vec<String> {
        self.remarks.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps how an engine's journeys ended, where its run failed.
    pub fn keep(&self, engine: Engine, report: Report) {
        self.reports.lock().unwrap_or_else(PoisonError::into_inner).insert(engine, report);
    }

    /// How an engine's journeys ended, where its run failed and told.
    pub fn report(&self, engine: Engine) -> Option<Report> {
        self.reports.lock().unwrap_or_else(PoisonError::into_inner).get(&engine).cloned()
    }

    /// The Rust tests that could not run here.
    pub fn skipped(&self) -> &[String] {
        self.skipped.get().map_or(&[], Vec::as_slice)
    }

    /// A program that the build made.
    pub fn program(&self, name: &str) -> Outcome<PathBuf> {
        let missing = || Problem::new(format!("the build made no program `{name}`"));
        self.built.get().and_then(|built| built.program(name)).ok_or_else(missing)
    }
}

/// The release of cargo-deny that is brought where it is missing.
const CARGO_DENY: &str = "0.20.2";
/// Everything but `xtask`: always the same words, so that cargo always picks the same features.
const ALL_BUT_XTASK: &[&str] = &["--workspace", "--exclude", "xtask", "--locked", "--features", FOR_JOURNEYS];
/// The shell's feature in which saving a file asks nobody, since nobody sits at the virtual screen.
const FOR_JOURNEYS: &str = "trackside/journeys";

/// All parts. No engine keeps the machine busy alone, and each is the load under which the other has to hold.
pub const PARTS: &[Part] = &[
    Part::new("setup", "what the machine and the page need", &[], setup),
    Part::new("fmt", "Rust is formatted", &["setup"], fmt),
    Part::new("biome", "TypeScript is formatted and linted", &["setup"], biome),
    Part::new("types", "TypeScript's types hold", &["setup"], types),
    Part::new("vitest", "the page's own tests", &["setup"], vitest),
    Part::new("page", "the page builds", &["setup"], built_page),
    Part::new("crates", "each crate knows whom it may, and only the shell knows Tauri", &["setup"], crates),
    Part::new("deny", "licenses, sources and banned crates", &["setup"], deny),
    Part::new("clippy", "Rust's lints, no warning allowed", &["page"], clippy),
    Part::new("build", "every program and test", &["page"], build),
    Part::new("rust", "Rust's tests", &["build"], rust),
    Part::new("soak", "the outbox killed under every fault: nothing lost, nothing twice", &["build"], soak),
    Part {
        left_out: only_on_linux,
        once_more: Some(|workshop, first| journeys::once_more(Engine::WebKit, workshop, first)),
        ..Part::new("webkit", "journeys in the real window (WebKitGTK)", &["page", "build"], |workshop| {
            journeys::run(Engine::WebKit, workshop)
        })
    },
    Part {
        beside: Some("webkit"),
        once_more: Some(|workshop, first| journeys::once_more(Engine::Chromium, workshop, first)),
        ..Part::new("chromium", "journeys in Chromium over the bridge", &["page", "build"], |workshop| {
            journeys::run(Engine::Chromium, workshop)
        })
    },
];

fn never() -> Option<String> {
    None
}

fn only_on_linux() -> Option<String> {
    let why = "no driver can open the app's own window on this system; Linux and CI run it";
    (!cfg!(target_os = "linux")).then(|| why.to_owned())
}

fn setup(_: &Workshop) -> Outcome<()> {
    machine::ready(For::Testing)?;
    page::packages(&ui(), "the page")?;
    page::packages_of_journeys()
}

fn fmt(_: &Workshop) -> Outcome<()> {
    Call::cargo().args(["fmt", "--all", "--check"]).run()
}

fn biome(_: &Workshop) -> Outcome<()> {
    // Into a file it would colour each letter by itself.
    let colours = if io::stdout().is_terminal() { "--colors=force" } else { "--colors=off" };
    Call::node_program(&root::journeys(), "biome").folder(&root()).args(["ci", "--error-on-warnings", colours]).run()
}

fn types(_: &Workshop) -> Outcome<()> {
    Call::node_program(&ui(), "tsc").args(["--noEmit"]).run()?;
    Call::node_program(&root::journeys(), "tsc").args(["--noEmit"]).run()?;
    say::line("the page's types and the journeys' types hold");
    Ok(())
}

fn vitest(_: &Workshop) -> Outcome<()> {
    Call::node_program(&ui(), "vitest").arg("run").run()
}

fn built_page(_: &Workshop) -> Outcome<()> {
    page::build()
}

fn crates(_: &Workshop) -> Outcome<()> {
    crate_rules::check()
}

fn deny(_: &Workshop) -> Outcome<()> {
    let folder = cache().join(format!("cargo-deny-{CARGO_DENY}"));
    let program = folder.join("bin").join(if cfg!(windows) { "cargo-deny.exe" } else { "cargo-deny" });
    if !program.is_file() {
        say::step(&format!("building cargo-deny {CARGO_DENY} once, into {} (about a minute)", folder.display()));
        Call::cargo()
            .args(["install", "cargo-deny", "--version", CARGO_DENY, "--locked", "--debug", "--quiet", "--root"])
            .arg(&folder)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .run()?;
    }
    say::note(
        "licenses, sources and banned crates are checked. Known security advisories are not: their database is kept \
         on a site that this run does not reach. `cargo deny check advisories` asks for it where it can be reached.",
    );
    Call::new(program).args(["--locked", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"]).run()
}

fn clippy(_: &Workshop) -> Outcome<()> {
    // Once as it is shipped and once as the journeys drive it; the second time only the shell is looked at again.
    lint(&[]).and(lint(&["--features", FOR_JOURNEYS]))
}

fn lint(features: &[&str]) -> Outcome<()> {
    let all = ["clippy", "--workspace", "--all-targets", "--locked"];
    Call::cargo().args(all).args(features).args(["--", "-D", "warnings"]).run()
}

fn build(workshop: &Workshop) -> Outcome<()> {
    let targets = ["--lib", "--bins", "--tests", "--examples"];
    let built = Built::build(&[ALL_BUT_XTASK, &targets].concat())?;
    workshop.built.set(built).map_err(|_| Problem::new("the build ran twice in one run"))
}

fn rust(workshop: &Workshop) -> Outcome<()> {
    let file = skipped::fresh()?;
    // Most of the desk's tests wait: of four minutes, two at a time, they keep a core busy for half a one.
    let at_once = thread::available_parallelism().map_or(4, |cores| 4 * cores.get()).to_string();
    // Both run even where the first fails; every test binary runs even where one before it fails.
    let rooms = Call::cargo()
        .arg("test")
        .args(ALL_BUT_XTASK)
        .arg("--no-fail-fast")
        .env("RUST_TEST_THREADS", at_once)
        .env(skipped::TOLD_IN, &file)
        .run();
    let xtask = Call::cargo().args(["test", "--package", "xtask", "--locked"]).run();
    let skipped = skipped::told(&file).map(|tests| workshop.skipped.get_or_init(|| tests));
    rooms.and(xtask).and(skipped.and_then(|tests| skipped::allowed(tests, skipped::on_ci())))
}

/// A fresh seed each time, which the soak prints.
fn soak(workshop: &Workshop) -> Outcome<()> {
    Call::new(workshop.program("soak")?).args(["--intents", "500"]).run()
}
