//! `cargo xtask soak`: the outbox killed time and again under every fault, then compared with the state.

use clap::Args;

use crate::command::{Call, Outcome, Problem};
use crate::say;

/// How long, and with which seed.
#[derive(Args)]
pub struct SoakOptions {
    /// How many intents.
    #[arg(long, default_value_t = 500)]
    pub intents: u32,
    /// The seed; without one a fresh one is taken and printed.
    #[arg(long)]
    pub seed: Option<u64>,
    /// How often the process is killed; without it, in proportion to the intents.
    #[arg(long)]
    pub kills: Option<u32>,
}

/// Builds the soak fast and optimised, then runs it. An error when anything was lost or recorded twice.
pub fn soak(options: &SoakOptions) -> Outcome<()> {
    say::step("building the soak (the first optimised build takes some minutes)");
    let args = ["--profile", "bench-fast", "--package", "trackside-tests", "--bin", "soak"];
    let file = crate::cargo::build_program("soak", &args)?;
    let mut call = Call::new(file).args(["--intents", &options.intents.to_string()]);
    for (name, value) in [("--seed", options.seed), ("--kills", options.kills.map(u64::from))] {
        if let Some(value) = value {
            call = call.args([name, &value.to_string()]);
        }
    }
    call.run()
        .map_err(|problem| Problem::new(format!("{problem}: something was lost or recorded twice, or the soak failed")))
}
