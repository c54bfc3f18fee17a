//! The outbox under everything at once: the real executor in a process of its own, killed at random and at named
//! points, against the practice state with its faults; then ledger and state are compared intent by intent.
//!
//! Prints what was lost, what was recorded twice, what needs a person, and the seconds it took. Ends with an error when
//! anything was lost or recorded twice. The seed is printed and makes the same plan and the same chances again; the
//! computer's own timing is not part of it.

mod child;
mod compare;
mod plan;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use clap::{Parser, Subcommand};
use simulator::{Fault, FaultRule, Limits, Running, Simulator, SimulatorConfig};
use tokio::sync::mpsc;

use crate::plan::Dice;

type Broken = Box<dyn std::error::Error + Send + Sync>;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    role: Option<Role>,
    /// How many intents.
    #[arg(long, default_value_t = 500)]
    intents: usize,
    /// The seed of the plan and of chance; without one a fresh one is taken and printed.
    #[arg(long)]
    seed: Option<u64>,
    /// How often the process is killed; without it, once for twenty-five intents and at least ten times.
    #[arg(long)]
    kills: Option<u32>,
    /// Keep the ledger in this folder instead of one that is removed.
    #[arg(long)]
    keep: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Role {
    /// The process that is killed; started by the soak itself.
    Child(child::ChildArguments),
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.role {
        Some(Role::Child(child)) => child::run(child).await.map(|()| true),
        None => soak(&arguments).await,
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("soak: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn soak(arguments: &Arguments) -> Result<bool, Broken> {
    let seed = arguments.seed.unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().0 >> 16);
    let kills = arguments.kills.unwrap_or_else(|| count(arguments.intents / 25).max(10));
    println!("soak: {} intents, {kills} kills, seed {seed}", arguments.intents);
    let config = SimulatorConfig { packages: 1_500, limits: Limits::Off, seed, ..SimulatorConfig::default() };
    let state = Simulator::start(config).await?;
    let license = state.control().retailer();
    let client = compare::client(&state)?;
    let story = templates::Story::begin(&client, &state, &license, arguments.intents).await?;
    let plan = plan::make(&client, &story, &state, &license, arguments.intents, seed).await?;
    let temporary = tempfile::tempdir()?;
    let dir = arguments.keep.clone().unwrap_or_else(|| temporary.path().to_owned());
    std::fs::create_dir_all(&dir)?;
    let plan_file = dir.join("plan.json");
    std::fs::write(&plan_file, serde_json::to_vec(&plan)?)?;
    let before = compare::quantities(&client, &license, &plan).await?;

    add_faults(&state, seed, arguments.intents);
    let began = Instant::now();
    // It says nothing while it works off what is left: a minute for each hundred, and ten at the least.
    let patience = Duration::from_mins(10).max(Duration::from_millis(600).saturating_mul(count(arguments.intents)));
    let lived = live_through(&state, &dir, &plan_file, &license, (kills, patience), seed).await?;
    let seconds = began.elapsed().as_secs_f64();
    state.control().clear_faults();

    let mut report = compare::compare(&client, &license, &dir, &plan, &lived.acknowledged, &before).await?;
    let at: Vec<String> = lived.kills.iter().map(|(point, times)| format!("{point} {times}")).collect();
    println!("killed: {}", at.join(", "));
    println!("states: {}", report.states());
    for line in report.wrong.drain(..).take(20) {
        println!("WRONG: {line}");
    }
    println!(
        "lost {}, twice {}, needs person {}, seconds {seconds:.1}",
        report.lost, report.twice, report.needs_person
    );
    state.stop().await;
    Ok(report.lost == 0 && report.twice == 0)
}

/// Every fault of the line and of the state, on every call, by chance. After each 429 nothing is called for a second at
/// least, so that without a bound a long soak would do little but wait: there is one for twenty intents at most.
fn add_faults(state: &Running, seed: u64, intents: usize) {
    let faults = [
        (Fault::CutAfterApplying, 3),
        (Fault::CutBeforeReading, 3),
        (Fault::ErrorAfter, 3),
        (Fault::ErrorBefore, 3),
        (Fault::HalfBody, 3),
        (Fault::Maintenance, 2),
        (Fault::RefuseConnection, 2),
        (Fault::EmptyPage, 3),
        (Fault::PageBefore, 2),
        (Fault::Late { millis: 1_200 }, 1),
        (Fault::TooMany { retry_after: None }, 1),
    ];
    for (number, (fault, percent)) in (0_u64..).zip(faults) {
        let seed = seed.wrapping_mul(31).wrapping_add(number);
        let rule = FaultRule::new(fault.clone()).route("/").chance(percent, seed);
        state.control().add_fault(match fault {
            Fault::TooMany { .. } => rule.times(count(intents / 20)),
            _ => rule,
        });
    }
}

fn count(intents: usize) -> u32 {
    u32::try_from(intents).unwrap_or(u32::MAX)
}

/// What happened while the process lived and died.
struct Lived {
    /// Commands that the process said were saved.
    acknowledged: BTreeSet<String>,
    /// How often it was killed, by where.
    kills: BTreeMap<String, u32>,
}

async fn live_through(
    state: &Running,
    dir: &Path,
    plan: &Path,
    license: &str,
    (kills, patience): (u32, Duration),
    seed: u64,
) -> Result<Lived, Broken> {
    let mut lived = Lived { acknowledged: BTreeSet::new(), kills: BTreeMap::new() };
    let mut dice = Dice::new(seed ^ 0x5eed);
    let mut left = kills;
    let mut life = 0;
    loop {
        life += 1;
        let mut process = start(state, dir, plan, license, left > 0, seed.wrapping_add(life))?;
        let mut lines = lines_of(&mut process)?;
        let end = tokio::time::Instant::now() + Duration::from_millis(40 + dice.below(3_000));
        let point = loop {
            let line = if left > 0 {
                match tokio::time::timeout_at(end, lines.recv()).await {
                    Ok(line) => line,
                    Err(_) => break Some("at random".to_owned()),
                }
            } else {
                tokio::time::timeout(patience, lines.recv()).await?
            };
            match line.as_deref().map(|line| line.split_once(' ').unwrap_or((line, ""))) {
                Some(("ack", command)) => {
                    lived.acknowledged.insert(command.to_owned());
                }
                Some(("die", point)) if left > 0 => break Some(point.to_owned()),
                Some(("rest", _)) => break None,
                Some(_) => {}
                None => return Err(format!("the outbox's process ended by itself: {:?}", process.wait()?).into()),
            }
        };
        // SIGKILL on Unix, TerminateProcess on Windows: neither leaves the process a word.
        process.kill()?;
        process.wait()?;
        // What it had said before it died still counts.
        while let Some(line) = lines.recv().await {
            if let Some(("ack", command)) = line.split_once(' ') {
                lived.acknowledged.insert(command.to_owned());
            }
        }
        match point {
            Some(point) => {
                left = left.saturating_sub(1);
                *lived.kills.entry(point).or_default() += 1;
            }
            None => return Ok(lived),
        }
    }
}

fn start(state: &Running, dir: &Path, plan: &Path, license: &str, may_die: bool, seed: u64) -> Result<Child, Broken> {
    let keys = state.keys();
    let child = Command::new(std::env::current_exe()?)
        .arg("child")
        .args(["--address", &state.address().to_string()])
        .args(["--software-key", &keys.software_key, "--user-key", &keys.user_key])
        .args(["--license", license, "--seed", &seed.to_string()])
        .arg("--dir")
        .arg(dir)
        .arg("--plan")
        .arg(plan)
        .args(may_die.then_some("--may-die"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    Ok(child)
}

/// The lines of a process as they come; ends when it does.
fn lines_of(process: &mut Child) -> Result<mpsc::UnboundedReceiver<String>, Broken> {
    let output = process.stdout.take().ok_or("the process has no output")?;
    let (said, lines) = mpsc::unbounded_channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if said.send(line).is_err() {
                return;
            }
        }
    });
    Ok(lines)
}
