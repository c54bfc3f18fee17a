//! As much of the WebDriver protocol as opening one window and looking at it takes.

use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::command::{Outcome, Problem};
use crate::say;

/// The key under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// No single question to the driver takes longer.
const PATIENCE: Duration = Duration::from_secs(60);

/// One window, spoken to over one connection that is kept open.
pub struct Session {
    connection: BufReader<TcpStream>,
    port: u16,
    path: String,
}

impl Session {
    /// Waits until the driver listens on `port`, then has it open `app`.
    pub fn open(port: u16, driver: &mut Child, app: &Path, args: &[&str], within: Duration) -> Outcome<Self> {
        let connection = connect(port, driver, within)?;
        let mut session = Self { connection, port, path: "/session".to_owned() };
        // No browserName: the driver then takes the program named here, which is how WebKitGTK opens another's window.
        let options = json!({"binary": app.to_string_lossy(), "args": args});
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}});
        let opened = session.send("POST", "", Some(&wanted))?;
        let id = opened.get("sessionId").and_then(Value::as_str).ok_or("the driver opened no session")?;
        session.path = format!("/session/{id}");
        Ok(session)
    }

    /// Clicks the element that `xpath` finds.
    pub fn click_xpath(&mut self, xpath: &str) -> Outcome<()> {
        let found = self.send("POST", "/element", Some(&json!({"using": "xpath", "value": xpath})))?;
        let element = found.get(ELEMENT).and_then(Value::as_str).ok_or("no such element")?.to_owned();
        self.send("POST", &format!("/element/{element}/click"), Some(&json!({})))?;
        Ok(())
    }

    /// What `script` returns, run in the page.
    pub fn evaluate(&mut self, script: &str) -> Outcome<Value> {
        self.send("POST", "/execute/sync", Some(&json!({"script": script, "args": []})))
    }

    /// What the window shows, a PNG in base64.
    pub fn screenshot(&mut self) -> Outcome<String> {
        let picture = self.send("GET", "/screenshot", None)?;
        Ok(picture.as_str().ok_or("the driver sent no picture")?.to_owned())
    }

    /// Whether the window still answers.
    pub fn is_open(&mut self) -> bool {
        self.send("GET", "/window/handles", None)
            .is_ok_and(|handles| handles.as_array().is_some_and(|all| !all.is_empty()))
    }

    /// Closes the window. One that is closed already stays so.
    pub fn close(&mut self) {
        drop(self.send("DELETE", "", None));
    }

    fn send(&mut self, method: &str, path: &str, body: Option<&Value>) -> Outcome<Value> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let head = format!(
            "{method} {}{path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n",
            self.path,
            self.port,
            body.len()
        );
        let broken = |error: io::Error| {
            let silent = matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut);
            let why = if silent { format!("nothing came in {}", say::time(PATIENCE)) } else { error.to_string() };
            Problem::new(format!("the window's driver does not answer: {why}"))
        };
        let stream = self.connection.get_mut();
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).map_err(broken)?;
        let (status, answer) = read_answer(&mut self.connection).map_err(broken)?;
        let answer: Value =
            serde_json::from_slice(&answer).map_err(|error| format!("the window's driver said nonsense: {error}"))?;
        let value = answer.get("value").cloned().unwrap_or(Value::Null);
        if status == 200 {
            return Ok(value);
        }
        let said = value.get("message").and_then(Value::as_str).filter(|message| !message.is_empty());
        let code = value.get("error").and_then(Value::as_str).unwrap_or("an error");
        Err(Problem::new(said.map_or_else(|| code.to_owned(), |said| format!("{code}: {said}"))))
    }
}

fn connect(port: u16, driver: &mut Child, within: Duration) -> Outcome<BufReader<TcpStream>> {
    let begun = Instant::now();
    loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(stream) => {
                let unusable = |error| Problem::new(format!("the driver's connection is unusable: {error}"));
                stream.set_read_timeout(Some(PATIENCE)).map_err(unusable)?;
                stream.set_nodelay(true).map_err(unusable)?;
                return Ok(BufReader::new(stream));
            }
            Err(error) if begun.elapsed() > within => {
                return Err(Problem::new(format!("the window's driver does not listen: {error}")));
            }
            Err(_) => {}
        }
        if let Ok(Some(status)) = driver.try_wait() {
            return Err(Problem::new(format!("the window's driver (WebKitWebDriver) ended at once: {status}")));
        }
        sleep(Duration::from_millis(50));
    }
}

/// One answer: its status and its body. The driver always says the body's length.
fn read_answer(from: &mut impl BufRead) -> io::Result<(u16, Vec<u8>)> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    let status = line.split_whitespace().nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let mut length = 0;
    loop {
        line.clear();
        if from.read_line(&mut line)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        let header = line.trim();
        if header.is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body)?;
    Ok((status, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_to_its_stated_length_and_no_further() {
        let mut bytes = &b"HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\nServer: x\r\n\r\n{}HTTP/1.1 200 OK\r\n"[..];
        assert_eq!(read_answer(&mut bytes).ok(), Some((404, b"{}".to_vec())));
        assert_eq!(bytes, b"HTTP/1.1 200 OK\r\n", "the next answer stays unread");
    }

    #[test]
    fn a_connection_that_ends_early_is_an_error() {
        let mut bytes = &b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"[..];
        assert!(read_answer(&mut bytes).is_err(), "half an answer is none");
    }
}
