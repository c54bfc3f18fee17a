//! How many pages of 20 packages a second the simulator serves, at 1,000 and at 100,000 packages.
//!
//! The client is as bare as a client can be (a few connections, bytes counted and thrown away), so that the figure is
//! the server's. For the ratio every connection asks the two states in turn, page by page, and the times are compared:
//! whatever else the machine does, and whatever it does to the caches, meets both alike.

use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use base64::Engine as _;
use clap::Parser;
use simulator::{Limits, Running, Simulator, SimulatorConfig};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Pages a second of the simulator.
#[derive(Parser)]
#[command(name = "bench-simulator")]
struct Arguments {
    /// Exits with 1 when the large state serves under 2,000 pages a second, or the small one over 1.3 times as many.
    #[arg(long)]
    check: bool,
    /// Seconds of each round; there are five rounds a state.
    #[arg(long, default_value_t = 1.5)]
    seconds: f64,
    /// Packages of the small state.
    #[arg(long, default_value_t = 1_000)]
    small: u32,
    /// Packages of the large state.
    #[arg(long, default_value_t = 100_000)]
    large: u32,
    /// Connections at a time.
    #[arg(long, default_value_t = 4)]
    connections: u32,
}

const LEAST_PAGES_A_SECOND: f64 = 2_000.0;
const MOST_RATIO: f64 = 1.3;
const ROUNDS: usize = 5;

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let round = Duration::from_secs_f64(arguments.seconds.clamp(0.1, 60.0));
    let small = State::start(arguments.small).await?;
    let large = State::start(arguments.large).await?;
    let (mut of_small, mut of_large, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        of_small.push(small.pages_a_second(arguments.connections, round).await?);
        of_large.push(large.pages_a_second(arguments.connections, round).await?);
        ratios.push(in_turn(&small, &large, round).await?);
    }
    let (of_small, of_large, ratio) = (median(of_small), median(of_large), median(ratios));
    println!("pages of 20 packages a second, {} connections, limits off", arguments.connections);
    println!("  {:>7} packages: {of_small:>8.0}   ({} pages in the list)", arguments.small, small.pages);
    println!("  {:>7} packages: {of_large:>8.0}   ({} pages in the list)", arguments.large, large.pages);
    println!(
        "  a page of the large state takes {ratio:.2} times one of the small (budget {MOST_RATIO}), budget {LEAST_PAGES_A_SECOND:.0} pages a second"
    );
    println!("  the large story was told in {:.1} s", large.told.as_secs_f64());
    let kept = of_large >= LEAST_PAGES_A_SECOND && ratio <= MOST_RATIO;
    println!("  {}", if kept { "within budget" } else { "OVER BUDGET" });
    Ok(if arguments.check && !kept { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// How many times as long a page of `large` takes as one of `small`, asked in turn on one connection each.
async fn in_turn(small: &State, large: &State, round: Duration) -> Result<f64, Box<dyn std::error::Error>> {
    let until = Instant::now() + round;
    let (mut one, mut two) = (small.sweep(until), large.sweep(until));
    let (mut stream_one, mut stream_two) =
        (TcpStream::connect(one.address).await?, TcpStream::connect(two.address).await?);
    stream_one.set_nodelay(true)?;
    stream_two.set_nodelay(true)?;
    let (mut first, mut second) = (Duration::ZERO, Duration::ZERO);
    let mut buffer = Vec::with_capacity(256 * 1024);
    while Instant::now() < until {
        let begun = Instant::now();
        one.ask(&mut stream_one, &mut buffer).await?;
        let between = Instant::now();
        two.ask(&mut stream_two, &mut buffer).await?;
        first += between - begun;
        second += between.elapsed();
    }
    Ok(second.as_secs_f64() / first.as_secs_f64())
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// A state and how to ask it.
struct State {
    running: Running,
    authorization: String,
    license: String,
    pages: u64,
    told: Duration,
}

impl State {
    async fn start(packages: u32) -> Result<Self, Box<dyn std::error::Error>> {
        let begun = Instant::now();
        let config = SimulatorConfig { packages, limits: Limits::Off, ..SimulatorConfig::default() };
        let running = Simulator::start(config).await?;
        let told = begun.elapsed();
        let keys = running.keys();
        let pair = format!("{}:{}", keys.software_key, keys.user_key);
        let authorization = format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair));
        let control = running.control();
        let license = control.retailer();
        let active = control.licenses().first().and_then(|license| license.packages.first().copied()).unwrap_or(0);
        Ok(Self { running, authorization, license, pages: (active as u64).div_ceil(20).max(1), told })
    }

    fn sweep(&self, until: Instant) -> Sweep {
        Sweep {
            address: self.running.address(),
            authorization: self.authorization.clone(),
            license: self.license.clone(),
            pages: self.pages,
            until,
            next: Arc::default(),
            served: Arc::default(),
        }
    }

    /// Sweeps the active packages page after page, from the first to the last and again.
    async fn pages_a_second(&self, connections: u32, round: Duration) -> Result<f64, Box<dyn std::error::Error>> {
        let (next, served) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let begun = Instant::now();
        let mut clients = Vec::new();
        for _ in 0..connections.max(1) {
            let sweep = Sweep { next: Arc::clone(&next), served: Arc::clone(&served), ..self.sweep(begun + round) };
            clients.push(tokio::spawn(sweep.run()));
        }
        for client in clients {
            client.await??;
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of pages is far below 2^52")]
        let pages = served.load(Ordering::Relaxed) as f64;
        Ok(pages / begun.elapsed().as_secs_f64())
    }
}

/// One connection's part of a sweep.
struct Sweep {
    address: SocketAddr,
    authorization: String,
    license: String,
    pages: u64,
    until: Instant,
    next: Arc<AtomicU64>,
    served: Arc<AtomicU64>,
}

impl Sweep {
    async fn run(mut self) -> io::Result<()> {
        let mut stream = TcpStream::connect(self.address).await?;
        stream.set_nodelay(true)?;
        let mut buffer = Vec::with_capacity(256 * 1024);
        while Instant::now() < self.until {
            self.ask(&mut stream, &mut buffer).await?;
        }
        Ok(())
    }

    /// Asks for the next page.
    async fn ask(&mut self, stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<()> {
        let page = self.next.fetch_add(1, Ordering::Relaxed) % self.pages + 1;
        let request = format!(
            "GET /packages/v2/active?licenseNumber={}&lastModifiedStart=2020-01-01T00:00:00Z&pageNumber={page}\
             &pageSize=20 HTTP/1.1\r\nhost: {}\r\nauthorization: {}\r\n\r\n",
            self.license, self.address, self.authorization
        );
        stream.write_all(request.as_bytes()).await?;
        answer(stream, buffer).await?;
        self.served.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

/// Reads one answer to its end; anything but 200 is an error.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<()> {
    let broken = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    buffer.clear();
    let head = loop {
        if stream.read_buf(buffer).await? == 0 {
            return Err(broken("the connection ended before the head"));
        }
        if let Some(end) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = String::from_utf8_lossy(buffer.get(..head).unwrap_or_default()).to_ascii_lowercase();
    if !text.starts_with("http/1.1 200") {
        return Err(broken(text.lines().next().unwrap_or_default()));
    }
    let length = text.lines().find_map(|line| line.strip_prefix("content-length:")).map(str::trim);
    let length: usize = length.and_then(|length| length.parse().ok()).ok_or_else(|| broken("no length"))?;
    while buffer.len() < head + length {
        if stream.read_buf(buffer).await? == 0 {
            return Err(broken("the connection ended before the body's end"));
        }
    }
    Ok(())
}
