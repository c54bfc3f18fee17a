//! The parts of the whole test, in the order they run.
//!
//! The order saves building twice. Clippy checks the workspace with the page in place; after it one build makes every
//! library, program and test with the same features, and the tests, the journeys and the bridge all use that build.
//! `xtask` itself stays out of it: Windows does not let a running program be built over.

use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use crate::cargo::Built;
use crate::command::{Call, Outcome, Problem};
use crate::crate_rules;
use crate::machine::{self, For};
use crate::page;
use crate::root::{cache, journeys, root, ui};
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
    /// The part itself.
    pub run: fn(&mut Workshop) -> Outcome<()>,
}

/// What earlier parts made that later ones use.
#[derive(Default)]
pub struct Workshop {
    built: Option<Built>,
}

impl Workshop {
    fn program(&self, name: &str) -> Outcome<PathBuf> {
        let missing = || Problem::new(format!("the build made no program `{name}`"));
        self.built.as_ref().and_then(|built| built.program(name)).ok_or_else(missing)
    }
}

/// The release of cargo-deny that is brought where it is missing.
const CARGO_DENY: &str = "0.20.2";
/// Everything but `xtask`: always the same words, so that cargo always picks the same features.
const ALL_BUT_XTASK: &[&str] = &["--workspace", "--exclude", "xtask", "--locked", "--features", FOR_JOURNEYS];
/// The shell's feature in which saving a file asks nobody, since nobody sits at the virtual screen.
const FOR_JOURNEYS: &str = "trackside/journeys";

/// All parts.
pub const PARTS: &[Part] = &[
    Part { name: "setup", what: "what the machine and the page need", needs: &[], left_out: never, run: setup },
    Part { name: "fmt", what: "Rust is formatted", needs: &["setup"], left_out: never, run: fmt },
    Part { name: "biome", what: "TypeScript is formatted and linted", needs: &["setup"], left_out: never, run: biome },
    Part { name: "types", what: "TypeScript's types hold", needs: &["setup"], left_out: never, run: types },
    Part { name: "vitest", what: "the page's own tests", needs: &["setup"], left_out: never, run: vitest },
    Part { name: "page", what: "the page builds", needs: &["setup"], left_out: never, run: built_page },
    Part { name: "crates", what: "only the shell knows Tauri", needs: &["setup"], left_out: never, run: crates },
    Part { name: "deny", what: "licences, sources and banned crates", needs: &["setup"], left_out: never, run: deny },
    Part { name: "clippy", what: "Rust's lints, no warning allowed", needs: &["page"], left_out: never, run: clippy },
    Part { name: "build", what: "every program and test", needs: &["page"], left_out: never, run: build },
    Part { name: "rust", what: "Rust's tests", needs: &["build"], left_out: never, run: rust },
    Part {
        name: "soak",
        what: "the outbox killed under every fault: nothing lost, nothing twice",
        needs: &["build"],
        left_out: never,
        run: soak,
    },
    Part {
        name: "webkit",
        what: "journeys in the real window (WebKitGTK)",
        needs: &["page", "build"],
        left_out: only_on_linux,
        run: webkit,
    },
    Part {
        name: "chromium",
        what: "journeys in Chromium over the bridge",
        needs: &["page", "build"],
        left_out: never,
        run: chromium,
    },
];

fn never() -> Option<String> {
    None
}

fn only_on_linux() -> Option<String> {
    let why = "no driver can open the app's own window on this system; Linux and CI run it";
    (!cfg!(target_os = "linux")).then(|| why.to_owned())
}

fn setup(_: &mut Workshop) -> Outcome<()> {
    machine::ready(For::Testing)?;
    page::packages(&ui(), "the page")?;
    page::packages_of_journeys()
}

fn fmt(_: &mut Workshop) -> Outcome<()> {
    Call::cargo().args(["fmt", "--all", "--check"]).run()
}

fn biome(_: &mut Workshop) -> Outcome<()> {
    // Into a file it would colour each letter by itself.
    let colours = if io::stdout().is_terminal() { "--colors=force" } else { "--colors=off" };
    Call::node_program(&journeys(), "biome").folder(&root()).args(["ci", "--error-on-warnings", colours]).run()
}

fn types(_: &mut Workshop) -> Outcome<()> {
    Call::node_program(&ui(), "tsc").args(["--noEmit"]).run()?;
    Call::node_program(&journeys(), "tsc").args(["--noEmit"]).run()?;
    say::line("the page's types and the journeys' types hold");
    Ok(())
}

fn vitest(_: &mut Workshop) -> Outcome<()> {
    Call::node_program(&ui(), "vitest").arg("run").run()
}

fn built_page(_: &mut Workshop) -> Outcome<()> {
    page::build()
}

fn crates(_: &mut Workshop) -> Outcome<()> {
    crate_rules::only_the_shell_knows_tauri()
}

fn deny(_: &mut Workshop) -> Outcome<()> {
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
        "licences, sources and banned crates are checked. Known security advisories are not: their database is kept \
         on a site that this run does not reach. `cargo deny check advisories` asks for it where it can be reached.",
    );
    Call::new(program).args(["--locked", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"]).run()
}

fn clippy(_: &mut Workshop) -> Outcome<()> {
    // Once as it is shipped and once as the journeys drive it; the second time only the shell is looked at again.
    lint(&[]).and(lint(&["--features", FOR_JOURNEYS]))
}

fn lint(features: &[&str]) -> Outcome<()> {
    let all = ["clippy", "--workspace", "--all-targets", "--locked"];
    Call::cargo().args(all).args(features).args(["--", "-D", "warnings"]).run()
}

fn build(workshop: &mut Workshop) -> Outcome<()> {
    let targets = ["--lib", "--bins", "--tests", "--examples"];
    workshop.built = Some(Built::build(&[ALL_BUT_XTASK, &targets].concat())?);
    Ok(())
}

fn rust(_: &mut Workshop) -> Outcome<()> {
    // Both run even where the first fails; every test binary runs even where one before it fails.
    let rooms = Call::cargo().arg("test").args(ALL_BUT_XTASK).arg("--no-fail-fast").run();
    let xtask = Call::cargo().args(["test", "--package", "xtask", "--locked"]).run();
    rooms.and(xtask)
}

/// A fresh seed each time, which the soak prints.
fn soak(workshop: &mut Workshop) -> Outcome<()> {
    Call::new(workshop.program("soak")?).args(["--intents", "500"]).run()
}

fn webkit(workshop: &mut Workshop) -> Outcome<()> {
    let app = workshop.program("trackside")?;
    journeys_in("webkit", workshop, |call| call.env("TRACKSIDE_APP", app))
}

fn chromium(workshop: &mut Workshop) -> Outcome<()> {
    let bridge = workshop.program("bridge")?;
    let browser = machine::chromium().ok_or(
        "no Chromium was found. Install Chromium or Chrome, or name its program in TRACKSIDE_CHROMIUM, then run this \
         again.",
    )?;
    journeys_in("chromium", workshop, |call| call.env("TRACKSIDE_BRIDGE", bridge).env("TRACKSIDE_CHROMIUM", browser))
}

fn journeys_in(engine: &str, workshop: &Workshop, more: impl FnOnce(Call) -> Call) -> Outcome<()> {
    let call = Call::node_program(&journeys(), "vitest")
        .arg("run")
        .env("TRACKSIDE_ENGINE", engine)
        .env("TRACKSIDE_SIMULATOR", workshop.program("simulator")?);
    // One named journey, for people at work on it.
    match env::var_os("TRACKSIDE_JOURNEY") {
        Some(name) => more(call).arg(name).run(),
        None => more(call).run(),
    }
}
