//! The simulator as a program.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Parser;
use simulator::{Limits, Simulator, SimulatorConfig};

/// California's track-and-trace API on this machine.
#[derive(Parser)]
#[command(name = "simulator")]
struct Arguments {
    /// Where to listen; this machine only. Port 0 takes any free port.
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// The seed of the story.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// About how many packages, over all licenses.
    #[arg(long, default_value_t = 3_000)]
    packages: u32,
    /// The state's rate limits: published or off.
    #[arg(long, default_value = "published", value_parser = ["published", "off"])]
    limits: String,
    /// The file that keeps the state between starts.
    #[arg(long)]
    store: Option<PathBuf>,
    /// Begins the stored story again.
    #[arg(long)]
    reset: bool,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let config = SimulatorConfig {
        listen: arguments.listen,
        seed: arguments.seed,
        packages: arguments.packages,
        limits: if arguments.limits == "off" { Limits::Off } else { Limits::Published },
        store: arguments.store,
        ..SimulatorConfig::default()
    };
    let running = Simulator::start(config).await?;
    if arguments.reset {
        running.control().reset()?;
    }
    for deed in running.control().set_aside()? {
        eprintln!(
            "set aside: what was done as number {} at {} could not be done again: {}",
            deed.number, deed.at, deed.why
        );
    }
    let keys = running.keys();
    println!("address: {}", running.base_url());
    println!("software-key: {}", keys.software_key);
    println!("user-key: {}", keys.user_key);
    println!("user-key-without-packages: {}", keys.without_packages);
    println!("user-key-without-licenses: {}", keys.without_licenses);
    println!("user-key-empty-license: {}", keys.empty_license);
    println!("user-key-retailer-only: {}", keys.retailer_only);
    for license in running.control().licenses() {
        println!("license: {} {} ({})", license.number, license.name, license.kind);
    }
    tokio::signal::ctrl_c().await?;
    running.stop().await;
    Ok(())
}
