//! How fast sync reads, as ratios taken in one run: against the state's published limits, against a plain client that
//! asks for one page after the other, and for news against what changed.
//!
//! `--check` ends with an error when a budget of the design is missed.

use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use clap::Parser;
use jiff::{SignedDuration, Timestamp};
use mirror::Mirror;
use rules::LicenseNumber;
use simulator::{Control, Options, Running, Simulator, SimulatorConfig};
use state_api::{
    ApiHost, ApiKeys, CallBudget, Client, ClientConfig, Clock, Limits, NoFreezeStore, PackageList, PageAsk, Window,
};
use sync::{RunReport, SyncConfig, Syncer};
use tokio_util::sync::CancellationToken;

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Of what the published limit allows.
const LEAST_OF_LIMIT: f64 = 0.95;
/// Times the pages a second of a plain sequential client.
const LEAST_SPEEDUP: f64 = 5.0;
/// Calls of a look for news beside those for what changed.
const CONSTANT: u64 = 12;
/// How late a distant state's answers come, a cautious guess: the way there and back, and the state's own work. The
/// speed-up is measured against that, since a server in this very process leaves nothing to overlap.
const DISTANCE: Duration = Duration::from_millis(50);

#[derive(Parser)]
struct Arguments {
    /// About how many packages the practice state holds; the largest license has two thirds of them.
    #[arg(long, default_value_t = 40_000)]
    packages: u32,
    /// End with an error when a budget is missed.
    #[arg(long)]
    check: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("the bench could not begin: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(bench(&arguments)) {
        Ok(missed) if missed.is_empty() => ExitCode::SUCCESS,
        Ok(missed) => {
            for budget in &missed {
                println!("MISSED  {budget}");
            }
            if arguments.check { ExitCode::FAILURE } else { ExitCode::SUCCESS }
        }
        Err(error) => {
            eprintln!("the bench could not be run to its end: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn bench(arguments: &Arguments) -> Result<Vec<String>, Fault> {
    let mut missed = Vec::new();
    let mut budget = |kept: bool, what: String| {
        println!("{}  {what}", if kept { "ok    " } else { "MISSED" });
        if !kept {
            missed.push(what);
        }
    };

    println!("First load at the published limits (50 calls a second for a license)");
    let (share, refused) = at_the_limit(arguments.packages).await?;
    budget(share >= LEAST_OF_LIMIT, format!("{:.1}% of the calls that the limit allows (at least 95%)", share * 100.0));
    budget(refused == 0, format!("{refused} answers 429 (none)"));

    println!("First load without limits, answers after {} ms", DISTANCE.as_millis());
    let speedup = against_plain(arguments.packages / 2, DISTANCE).await?;
    budget(speedup >= LEAST_SPEEDUP, format!("{speedup:.1} times a plain sequential client (at least 5 times)"));
    println!("The same with answers at once, from this very machine");
    let speedup = against_plain(arguments.packages / 2, Duration::ZERO).await?;
    println!("        {speedup:.1} times (no budget: one machine is both ends, and the plain client stores nothing)");

    println!("News");
    for (changes, calls, most) in news(arguments.packages / 4).await? {
        budget(
            calls <= most,
            format!("{changes} changes: {calls} calls, ceil({changes}/20) + {CONSTANT} = {most} at most"),
        );
    }
    Ok(missed)
}

async fn practice(packages: u32, limits: simulator::Limits, answer_after: Duration) -> Result<Running, Fault> {
    let options = Options { answer_after, ..Options::default() };
    let config = SimulatorConfig { packages, limits, options, ..SimulatorConfig::default() };
    Ok(Simulator::start(config).await?)
}

fn client(state: &Running, limits: Limits) -> Result<Client, Fault> {
    let keys = state.keys();
    let host = ApiHost::loopback(state.address())?;
    let clock = Arc::new(StateClock(state.control()));
    let budget = Arc::new(CallBudget::new(limits, Arc::new(NoFreezeStore)).with_clock(clock.clone()));
    let config = ClientConfig::new(host, ApiKeys::new(&keys.software_key, &keys.user_key), budget);
    Ok(Client::new(ClientConfig { clock, ..config })?)
}

/// This computer's clock goes with the state's, as hours go by for both.
struct StateClock(Control);

impl Clock for StateClock {
    fn now(&self) -> Timestamp {
        self.0.now()
    }
}

/// One run into a mirror.
async fn load(client: Client, mirror: &Mirror, license: &LicenseNumber, in_flight: usize) -> Result<RunReport, Fault> {
    let syncer = Syncer::new(client, mirror.clone(), SyncConfig { in_flight, ..SyncConfig::default() });
    Ok(syncer.run(license, CancellationToken::new(), Arc::new(|_| {})).await?)
}

/// The share of the calls allowed that a first load makes, and how many were refused.
async fn at_the_limit(packages: u32) -> Result<(f64, u64), Fault> {
    let state = practice(packages, simulator::Limits::Published, Duration::from_millis(5)).await?;
    let license = LicenseNumber::new(state.control().retailer());
    let folder = tempfile::tempdir()?;
    let mirror = Mirror::open(folder.path())?.mirror;
    let client = client(&state, Limits::published())?;
    let times = Arc::new(Mutex::new((None, Instant::now())));
    let seen = times.clone();
    let tell = move |progress: sync::Progress| {
        let mut times = seen.lock().unwrap_or_else(PoisonError::into_inner);
        if progress.done > 0 {
            times.0.get_or_insert_with(Instant::now);
            times.1 = Instant::now();
        }
    };
    let syncer = Syncer::new(client, mirror, SyncConfig::default());
    let began = Instant::now();
    let report = syncer.run(&license, CancellationToken::new(), Arc::new(tell)).await?;
    let (first, last) = *times.lock().unwrap_or_else(PoisonError::into_inner);
    let first_rows = first.map_or(0.0, |at| at.duration_since(began).as_secs_f64());
    let seconds = last.duration_since(began).as_secs_f64();
    let rate = report.calls as f64 / seconds;
    let refused = state.control().counters().too_many;
    println!(
        "        {} calls in {seconds:.1} s: {rate:.2} a second; first rows after {:.0} ms",
        report.calls,
        first_rows * 1000.0
    );
    state.stop().await;
    Ok((rate / 50.0, refused))
}

/// Pages a second of sync, rows durable, over pages a second of a client that asks for one page after the other and
/// only reads the records.
async fn against_plain(packages: u32, answer_after: Duration) -> Result<f64, Fault> {
    let state = practice(packages, simulator::Limits::Off, answer_after).await?;
    let license = LicenseNumber::new(state.control().retailer());
    let plain = client(&state, Limits::unpaced(1))?;
    let window = Window { start: "2015-01-01T00:00:00Z".parse()?, end: "2040-01-01T00:00:00Z".parse()? };
    let (mut pages, mut of, began) = (0_u32, 1, Instant::now());
    while began.elapsed() < Duration::from_secs(4) {
        let page = u64::from(pages) % of + 1;
        let answer =
            plain.packages(PackageList::Active, PageAsk { license: &license, window: Some(window), page }).await?;
        of = answer.total_pages;
        pages += 1;
    }
    let sequential = f64::from(pages) / began.elapsed().as_secs_f64();

    let folder = tempfile::tempdir()?;
    let mirror = Mirror::open(folder.path())?.mirror;
    let began = Instant::now();
    let report = load(client(&state, Limits::unpaced(10))?, &mirror, &license, 10).await?;
    let synced = report.calls as f64 / began.elapsed().as_secs_f64();
    println!("        sync {synced:.0} pages a second, plain client {sequential:.0}");
    state.stop().await;
    Ok(synced / sequential)
}

/// For each number of changes: the calls of the look for news and the most it may make.
async fn news(packages: u32) -> Result<Vec<(u64, u64, u64)>, Fault> {
    let state = practice(packages, simulator::Limits::Off, Duration::ZERO).await?;
    let control = state.control();
    let license = LicenseNumber::new(control.retailer());
    let folder = tempfile::tempdir()?;
    let mirror = Mirror::open(folder.path())?.mirror;
    load(client(&state, Limits::unpaced(10))?, &mirror, &license, 10).await?;
    control.advance(SignedDuration::from_hours(3))?;
    load(client(&state, Limits::unpaced(10))?, &mirror, &license, 10).await?;
    let mut all = Vec::new();
    for changes in [0, 1, 20, 100, 1000] {
        control.advance(SignedDuration::from_hours(3))?;
        control.create_packages(license.as_str(), changes)?;
        let report = load(client(&state, Limits::unpaced(10))?, &mirror, &license, 10).await?;
        let changes = u64::from(changes);
        if report.changed != changes {
            return Err(format!("{} of {changes} changes were read", report.changed).into());
        }
        all.push((changes, report.calls, changes.div_ceil(20) + CONSTANT));
        // A look whose overlap holds these for the last time.
        control.advance(SignedDuration::from_hours(3))?;
        load(client(&state, Limits::unpaced(10))?, &mirror, &license, 10).await?;
    }
    state.stop().await;
    Ok(all)
}
