//! One window, opened by WebKitWebDriver and spoken to as WebDriver does.

use std::io;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use ureq::http::Response;
use ureq::{Agent, Body};

use crate::program::{Program, last_words};
use crate::{Error, Result, Screen, at_home};

/// The file in the window's home that takes what the driver and the app complain of.
pub const LOG: &str = "window.log";
/// The driver is ready and answers each question within this time.
const PATIENCE: Duration = Duration::from_secs(60);
/// The key under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open window of the app. Dropping it closes it.
pub struct Window {
    http: Agent,
    session: String,
    _driver: Program,
}

impl Window {
    /// Opens `app` with `args` on `screen`, at home in `home`.
    pub fn open(app: &Path, args: &[&str], home: &Path, screen: &Screen) -> Result<Self> {
        let port = free_port().map_err(|why| Error::Machine("no port is free on this machine".to_owned(), why))?;
        let log = home.join(LOG);
        let mut driver = Program::start("WebKitWebDriver", &log, |command| {
            at_home(command, home, screen)
                .args(["--host=127.0.0.1", &format!("--port={port}")])
                .env("TAURI_WEBVIEW_AUTOMATION", "true");
        })?;
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if begun.elapsed() > PATIENCE || matches!(driver.0.try_wait(), Ok(Some(_))) {
                return Err(Error::NotStarted("the window's driver (WebKitWebDriver)", last_words(&log)));
            }
            sleep(Duration::from_millis(20));
        }
        let http = Agent::config_builder().proxy(None).http_status_as_error(false).timeout_global(Some(PATIENCE));
        let session = format!("http://127.0.0.1:{port}/session");
        let mut window = Self { http: http.build().into(), session, _driver: driver };
        // No browserName: the driver then takes the program named here, which is how WebKitGTK opens another's window.
        let options = json!({"binary": app.to_string_lossy(), "args": args});
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}});
        let id = text(window.post("", &wanted)?.get("sessionId"), "a session")?;
        window.session = format!("{}/{id}", window.session);
        Ok(window)
    }

    /// Clicks the element that `xpath` finds.
    pub fn click(&self, xpath: &str) -> Result<()> {
        let found = self.post("/element", &json!({"using": "xpath", "value": xpath}))?;
        let element = text(found.get(ELEMENT), "an element")?;
        self.post(&format!("/element/{element}/click"), &json!({})).map(drop)
    }

    /// Runs `script` in the page and gives the value with which it calls `done`.
    pub fn run(&self, script: &str) -> Result<Value> {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        self.post("/execute/async", &json!({"script": script, "args": []}))
    }

    /// What it shows, as a PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let picture = text(Some(&self.get("/screenshot")?), "a picture")?;
        BASE64_STANDARD.decode(picture).map_err(|_| Error::Without("a whole picture"))
    }

    /// Whether it still answers.
    pub fn is_open(&self) -> bool {
        self.get("/window/handles").is_ok_and(|handles| handles.as_array().is_some_and(|all| !all.is_empty()))
    }

    fn get(&self, path: &str) -> Result<Value> {
        value(self.http.get(format!("{}{path}", self.session)).call()?)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        value(
            self.http
                .post(format!("{}{path}", self.session))
                .content_type("application/json")
                .send(body.to_string())?,
        )
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // One that is closed already stays so.
        drop(self.http.delete(&self.session).call());
    }
}

/// What the driver answered, or why it could not.
fn value(mut answer: Response<Body>) -> Result<Value> {
    let said = serde_json::from_reader(answer.body_mut().as_reader());
    let mut said: Value = said.map_err(|_| Error::Without("JSON"))?;
    if answer.status() == 200 {
        return Ok(said.get_mut("value").map(Value::take).unwrap_or_default());
    }
    let part = |name| text(said.pointer(name), "a reason").unwrap_or_default();
    Err(Error::Refused(part("/value/error"), part("/value/message")))
}

fn text(value: Option<&Value>, what: &'static str) -> Result<String> {
    value.and_then(Value::as_str).map(str::to_owned).ok_or(Error::Without(what))
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(status: u16, body: &str) -> Result<Value> {
        value(Response::builder().status(status).body(Body::builder().data(body)).unwrap())
    }

    #[test]
    fn an_answer_is_its_value_or_why_there_is_none() {
        assert_eq!(said(200, r#"{"value": [1]}"#).unwrap(), json!([1]));
        let refused = said(404, r#"{"value": {"error": "no such element", "message": "none"}}"#).unwrap_err();
        assert_eq!(refused.to_string(), "no such element: none");
        assert!(matches!(said(200, r#"{"value": "#), Err(Error::Without("JSON"))), "half an answer is none");
    }
}
