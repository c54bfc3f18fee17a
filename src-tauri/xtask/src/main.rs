//! `cargo xtask`: everything a person does with this repository, each as one command that does its own set-up.
//!
//! It is built on a machine that has Rust and Node and perhaps nothing else, so it uses the standard library and a few
//! small crates (clap, `serde_json`, what `virtual-window` is made of), and talks to the machine through the machine's own
//! programs.

mod app;
mod bench;
mod cargo;
mod command;
mod crate_rules;
mod demo;
mod machine;
mod page;
mod root;
mod say;
mod soak;
mod suite;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::command::Outcome;

/// Builds, runs, tests and measures Trackside.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the app and open it; without a display, open it on a virtual one and write a picture of it.
    Run(app::RunOptions),
    /// Run everything that CI runs.
    Test(suite::TestOptions),
    /// Build and run one bench: views, sync, outbox or simulator.
    Bench(bench::BenchOptions),
    /// Kill the outbox time and again under every fault, then compare ledger and state intent by intent.
    Soak(soak::SoakOptions),
    /// Write the page's TypeScript bindings anew from the command registry.
    Bindings,
    /// Only the set-up: what the machine needs, the page's packages, the page's build.
    Setup,
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().task {
        Task::Run(options) => app::run(&options),
        Task::Test(options) => suite::test(&options),
        Task::Bench(options) => bench::bench(&options),
        Task::Soak(options) => soak::soak(&options),
        Task::Bindings => bindings(),
        Task::Setup => setup(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say::problem(&problem);
            ExitCode::FAILURE
        }
    }
}

fn bindings() -> Outcome<()> {
    say::step("writing the page's bindings from the command registry and the catalogues of words");
    command::Call::cargo()
        .args(["test", "--package", "desk", "--package", "words", "--test", "bindings"])
        .env("TRACKSIDE_WRITE_BINDINGS", "1")
        .run()
}

fn setup() -> Outcome<()> {
    machine::ready(machine::For::Testing)?;
    page::ready()?;
    page::packages_of_journeys()
}
