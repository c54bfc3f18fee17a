//! How fast the outbox queues and sends: the time to queue 1,000 actions durably, and intents a second to the end
//! (read before, sent, read back, all durable) beside a bare loop of the same requests that does none of it.
//!
//! `--check` ends with an error when queueing 1,000 actions takes longer than the design allows.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Parser;
use ledger::Ledger;
use outbox::{Adjust, Mark, State, StateWire, Timing, Wires, Write, start};
use rules::{LicenseNumber, Tag};
use rust_decimal::Decimal;
use simulator::{Limits, Simulator, SimulatorConfig};
use state_api::{
    ApiHost, ApiKeys, CallBudget, Client, ClientConfig, NoFreezeStore, SystemClock, WriteMethod, WriteOutcome, Writer,
};
use tokio::sync::watch;

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// For 1,000 actions.
const LONGEST: Duration = Duration::from_millis(300);

#[derive(Parser)]
struct Arguments {
    /// How many actions, each on a package of its own where there are enough.
    #[arg(long, default_value_t = 1_000)]
    intents: usize,
    /// End with an error when a budget is missed.
    #[arg(long)]
    check: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    match bench(&Arguments::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench outbox: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn bench(arguments: &Arguments) -> Result<bool, Fault> {
    let packages = u32::try_from(arguments.intents.saturating_mul(4))?.max(1_500);
    let state =
        Simulator::start(SimulatorConfig { packages, limits: Limits::Off, ..SimulatorConfig::default() }).await?;
    let license = LicenseNumber::new(state.control().retailer());
    let keys = state.keys();
    let budget = Arc::new(CallBudget::new(state_api::Limits::unpaced(32), Arc::new(NoFreezeStore)));
    let host = ApiHost::loopback(state.address())?;
    let config = ClientConfig::new(host, ApiKeys::new(&keys.software_key, &keys.user_key), budget);
    let client = Client::new(config.clone())?;
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles")?).date();
    let labels = state.control().active_labels(license.as_str());
    let mut writes = Vec::new();
    for label in labels.iter().cycle().take(arguments.intents) {
        let package = client.package_by_label(&license, &Tag::from_state(label)).await?;
        writes.push(Write::from(Adjust {
            tag: Tag::from_state(label),
            by: Decimal::ONE,
            unit: package.unit_of_measure_name,
            reason: "Entry Error".into(),
            note: None,
            date: today,
        }));
    }

    let bare = bare_loop(&config, &license, &writes).await?;
    println!("a bare loop of the same requests: {:.0} intents a second", per_second(writes.len(), bare));

    let dir = tempfile::tempdir()?;
    let ledger = Ledger::open(dir.path())?.ledger;
    let wires = Wires::new();
    let (told, mut news) = watch::channel(0_u64);
    let timing = Timing::default();
    let outbox = start(ledger.clone(), false, wires.clone(), timing, Arc::new(SystemClock), move |_| {
        told.send_modify(|n| *n += 1);
    })
    .await?;
    // Without a wire nothing leaves: this is queueing alone.
    let count = writes.len();
    let began = Instant::now();
    let writes = writes.into_iter().map(|write| (write, Vec::new())).collect();
    outbox.submit("bench", "Bench", &license, writes).await?;
    let queueing = began.elapsed();
    println!("queueing {count} actions, durable: {:.0} ms", queueing.as_secs_f64() * 1e3);

    wires.set(license.clone(), StateWire::new(config)?);
    let began = Instant::now();
    outbox.keys_changed().await;
    let over = |ledger: &Ledger| -> Result<bool, Fault> {
        Ok(ledger.outbox_counts()?.iter().all(|(state, _)| State::from_code(state).is_some_and(State::is_settled)))
    };
    while !over(&ledger)? {
        news.changed().await?;
    }
    let whole = began.elapsed();
    let speed = per_second(count, whole);
    println!(
        "outbox, read before, sent, read back, durable: {speed:.0} intents a second ({:.2} of the bare loop)",
        bare.as_secs_f64() / whole.as_secs_f64()
    );
    let allowed = LONGEST.mul_f64((count as f64 / 1e3).max(1.0));
    if arguments.check && queueing > allowed {
        println!("MISSED: queueing may take {} ms", allowed.as_millis());
        return Ok(false);
    }
    Ok(true)
}

/// The same writes, ten a request, one request after the other, nothing read and nothing kept.
async fn bare_loop(config: &ClientConfig, license: &LicenseNumber, writes: &[Write]) -> Result<Duration, Fault> {
    let writer = Writer::new(config)?;
    let began = Instant::now();
    for (number, ten) in (0_u64..).zip(writes.chunks(10)) {
        let mark = Mark::from_random(number);
        let bodies = ten.iter().map(|write| write.body(&mark)).collect::<Result<Vec<_>, _>>()?;
        let body = format!("[{}]", bodies.join(","));
        let outcome = writer.send(WriteMethod::Post, "/packages/v2/adjust", license, body).await;
        if !matches!(outcome, WriteOutcome::Accepted { .. }) {
            return Err(format!("the state did not take it: {outcome:?}").into());
        }
    }
    Ok(began.elapsed())
}

fn per_second(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}
