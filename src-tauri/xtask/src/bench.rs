//! `cargo xtask bench NAME`.

use clap::{Args, ValueEnum};

use crate::command::{Call, Outcome, Problem};
use crate::say;

/// Which bench, and whether it may fail.
#[derive(Args)]
pub struct BenchOptions {
    /// The bench to run.
    name: Bench,
    /// Exit non-zero where a budget is missed.
    #[arg(long)]
    check: bool,
    /// Further arguments for the bench itself, after `--`.
    #[arg(last = true)]
    rest: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Bench {
    /// Windows of rows, sorted views and search over 1,000,000 packages against bare SQLite.
    Views,
    /// A mirror of 1,000,000 packages that an earlier version left, which lacks a column.
    Update,
    /// A first load against the state's limits.
    Sync,
    /// Queueing 1,000 actions, and intents a second to the end beside a bare loop of the same requests.
    Outbox,
    /// Reviewing and queueing 1,000 packages of a view through the desk's commands.
    Queue,
    /// 200 tags from a file into a draft, and typing in 200 lines, with 1,000,000 packages in the mirror.
    Drafts,
    /// Pages a second that the simulator answers.
    Simulator,
}

/// Builds the bench fast and optimised, then runs it.
pub fn bench(options: &BenchOptions) -> Outcome<()> {
    let (package, program) = match options.name {
        Bench::Views => ("trackside-tests", "bench-views"),
        Bench::Update => ("trackside-tests", "bench-update"),
        Bench::Sync => ("trackside-tests", "bench-sync"),
        Bench::Outbox => ("trackside-tests", "bench-outbox"),
        Bench::Queue => ("trackside-tests", "bench-queue"),
        Bench::Drafts => ("trackside-tests", "bench-drafts"),
        Bench::Simulator => ("simulator", "bench-simulator"),
    };
    say::step(&format!("building {program} (the first optimised build takes some minutes)"));
    let args = ["--profile", "bench-fast", "--package", package, "--bin", program];
    let file = crate::cargo::build_program(program, &args)?;
    say::step(&format!("running {program}"));
    let call = Call::new(file).args(options.check.then_some("--check")).args(&options.rest);
    call.run().map_err(|problem| {
        Problem::new(if options.check {
            format!("{problem}: a budget was missed, or the bench failed")
        } else {
            problem.to_string()
        })
    })
}
