//! The app in a real WebKitGTK window on a virtual screen, spoken to as WebDriver does.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use serde_json::{Value, json};

/// How long anything here may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// A virtual screen, gone when dropped.
pub struct Screen {
    server: Child,
    pub name: String,
}

impl Screen {
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1500x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed; `cargo xtask test` does that by itself");
        // The server writes its number when it is ready.
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { server, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

/// A home nobody has used, on `screen`, without a session bus.
pub fn at_home<'a>(program: &'a mut Command, home: &Path, screen: &Screen) -> &'a mut Command {
    let run = home.join("run");
    fs::create_dir_all(&run).unwrap();
    fs::set_permissions(&run, fs::Permissions::from_mode(0o700)).unwrap();
    for other in ["DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "GTK_THEME"] {
        program.env_remove(other);
    }
    program
        .env("DISPLAY", &screen.name)
        .env("NO_AT_BRIDGE", "1")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_RUNTIME_DIR", run)
}

/// An open window of the app, closed when dropped.
pub struct Window {
    driver: Child,
    wire: BufReader<TcpStream>,
    session: String,
}

impl Window {
    /// Opens the app with `args`.
    pub fn open(args: &[&str], home: &Path, screen: &Screen) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.args(["--host=127.0.0.1", &format!("--port={port}")]).env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = at_home(&mut driver, home, screen)
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed; `cargo xtask test` does that by itself");
        let mut window = Self { driver, wire: connected(port), session: String::new() };
        let browser = json!({"binary": env!("CARGO_BIN_EXE_trackside"), "args": args});
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": browser}}});
        let session = window.send("POST", "/session", &wanted);
        window.session = session["sessionId"].as_str().expect("a session").to_owned();
        window
    }

    /// Runs `script`, which ends with `done(value)`, in the page.
    pub fn run(&mut self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        let path = format!("/session/{}/execute/async", self.session);
        self.send("POST", &path, &json!({"script": script, "args": []}))
    }

    /// Calls the shell as the page would: `{"ok": answer}` or `{"refused": error}`.
    pub fn invoke(&mut self, command: &str, payload: &Value) -> Value {
        let command = json!(command);
        self.run(&format!(
            "window.__TAURI_INTERNALS__.invoke({command}, {payload})\
             .then(ok => done({{ok}}), refused => done({{refused}}))"
        ))
    }

    fn send(&mut self, method: &str, path: &str, body: &Value) -> Value {
        let body = body.to_string();
        let head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {}\r\n\r\n", body.len());
        self.wire.get_mut().write_all((head + &body).as_bytes()).unwrap();
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.wire.read_line(&mut line).expect("the driver answers in time");
            let line = line.trim().to_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
        }
        let mut answer = vec![0; length];
        self.wire.read_exact(&mut answer).unwrap();
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        let value = answer["value"].clone();
        assert!(value["error"].is_null() || value["message"].is_null(), "the driver says: {value}");
        value
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if !self.session.is_empty() && !thread::panicking() {
            let path = format!("/session/{}", self.session);
            self.send("DELETE", &path, &json!({}));
        }
        end(&mut self.driver);
    }
}

fn connected(port: u16) -> BufReader<TcpStream> {
    let begun = Instant::now();
    loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(wire) => {
                wire.set_read_timeout(Some(PATIENCE)).unwrap();
                return BufReader::new(wire);
            }
            Err(fault) => assert!(begun.elapsed() < PATIENCE, "the driver does not answer: {fault}"),
        }
        thread::sleep(Duration::from_millis(20));
    }
}

fn end(child: &mut Child) {
    // Already gone is as good as ended.
    drop(child.kill());
    drop(child.wait());
}
