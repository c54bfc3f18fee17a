//! The process that is killed: a ledger, an outbox, a wire to the state. It goes through the plan as a page would: a
//! command that was not acknowledged is repeated under its id, after a restart all of them are.

use std::io::{Read, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clap::Args;
use jiff::SignedDuration;
use ledger::Ledger;
use outbox::{Attempt, Group, IntentId, Outcome, Question, Readings, State, StateWire, Timing, Wire, start};
use rules::LicenseNumber;
use state_api::{ApiHost, ApiKeys, CallBudget, ClientConfig, Limits, NoFreezeStore, SystemClock};
use tokio::sync::watch;

use crate::Broken;
use crate::plan::{Dice, Planned};

#[derive(Args)]
pub struct ChildArguments {
    #[arg(long)]
    address: SocketAddr,
    #[arg(long)]
    software_key: String,
    #[arg(long)]
    user_key: String,
    #[arg(long)]
    license: String,
    #[arg(long)]
    seed: u64,
    #[arg(long)]
    dir: PathBuf,
    #[arg(long)]
    plan: PathBuf,
    /// Ask to be killed at named points, by chance.
    #[arg(long)]
    may_die: bool,
}

/// Of a thousand times at a request, so many end there.
const AT_REQUESTS: u64 = 60;
/// The same at a reading, of which there are more.
const AT_READINGS: u64 = 15;
/// The same before a new command and after its acknowledgement.
const AT_COMMANDS: u64 = 15;
/// The same after a commit.
const AFTER_COMMITS: u64 = 8;

pub async fn run(arguments: ChildArguments) -> Result<(), Broken> {
    end_with_the_parent();
    let plan: Vec<Planned> = serde_json::from_slice(&std::fs::read(&arguments.plan)?)?;
    let license = LicenseNumber::new(&arguments.license);
    let fate = Fate(Arc::new(Mutex::new(Dice::new(arguments.seed))), arguments.may_die);
    let budget = Arc::new(CallBudget::new(Limits::unpaced(32), Arc::new(NoFreezeStore)));
    let host = ApiHost::loopback(arguments.address)?;
    let mut config = ClientConfig::new(host, ApiKeys::new(&arguments.software_key, &arguments.user_key), budget);
    config.timeouts.total = Duration::from_millis(900);
    let wire = Deadly { wire: StateWire::new(config)?, fate: fate.clone() };
    let timing = Timing {
        settle: SignedDuration::from_millis(400),
        first_wait: SignedDuration::from_millis(20),
        longest_wait: SignedDuration::from_millis(250),
        failures: 1_000,
        doubts: 12,
        ..Timing::default()
    };
    let ledger = Ledger::open(&arguments.dir)?.ledger;
    let (told, mut news) = watch::channel(0_u64);
    let after_commit = fate.clone();
    let outbox = start(ledger.clone(), false, wire, timing, Arc::new(SystemClock), move |_| {
        after_commit.stand_still("after a commit");
        told.send_modify(|n| *n += 1);
    })
    .await?;
    for Planned { request, writes } in plan {
        let writes: Vec<_> = writes.into_iter().map(|write| (write, Vec::new())).collect();
        // Those of earlier lives are only repeated: were every life to end at one of them, none would get any further.
        let at_commands = if ledger.outbox_of_request(&request)?.is_empty() { AT_COMMANDS } else { 0 };
        fate.meet("before a command", at_commands).await;
        let done = outbox.submit(&request, "Soak", &license, writes).await?;
        if !done.refused.is_empty() {
            return Err(format!("{request} was refused: {:?}", done.refused).into());
        }
        say(&format!("ack {request}"));
        fate.meet("after an acknowledgement", at_commands).await;
    }
    let open = |ledger: &Ledger| -> Result<bool, Broken> {
        let busy = |state: &str| {
            let group = State::from_code(state).map(State::group);
            matches!(group, Some(Group::Waiting | Group::Sending | Group::Checking))
        };
        // What waits behind something that needs a person is at rest.
        let counts = ledger.outbox_counts()?;
        Ok(counts.iter().any(|(state, count)| *count > 0 && busy(state) && state != "blocked"))
    };
    while open(&ledger)? {
        news.changed().await?;
    }
    say("rest");
    std::future::pending().await
}

/// The parent holds the other end: when it is gone, so is this process.
fn end_with_the_parent() {
    std::thread::spawn(|| {
        let mut nothing = [0];
        while matches!(std::io::stdin().read(&mut nothing), Ok(read) if read > 0) {}
        std::process::exit(1);
    });
}

/// One line, out at once.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        std::process::exit(1);
    }
}

/// Whether the process ends here.
#[derive(Clone)]
struct Fate(Arc<Mutex<Dice>>, bool);

impl Fate {
    fn falls(&self, of_thousand: u64) -> bool {
        self.1 && self.0.lock().is_ok_and(|mut dice| dice.below(1_000) < of_thousand)
    }

    /// Asks to be killed and goes no further here, while everything else goes on.
    async fn meet(&self, point: &str, of_thousand: u64) {
        if self.falls(of_thousand) {
            say(&format!("die {point}"));
            std::future::pending::<()>().await;
        }
    }

    /// Asks to be killed and holds the executor itself.
    fn stand_still(&self, point: &str) {
        if self.falls(AFTER_COMMITS) {
            say(&format!("die {point}"));
            loop {
                std::thread::park();
            }
        }
    }
}

/// The real wire, with death at each of its ends.
struct Deadly {
    wire: StateWire,
    fate: Fate,
}

impl Wire for Deadly {
    async fn send(&self, attempt: &Attempt) -> Outcome {
        self.fate.meet("before a request", AT_REQUESTS).await;
        let outcome = self.wire.send(attempt).await;
        self.fate.meet("after a request", AT_REQUESTS).await;
        outcome
    }

    async fn read(&self, license: &LicenseNumber, questions: &[(IntentId, Question)]) -> Readings {
        self.fate.meet("before a reading", AT_READINGS).await;
        let readings = self.wire.read(license, questions).await;
        self.fate.meet("after a reading", AT_READINGS).await;
        readings
    }
}
