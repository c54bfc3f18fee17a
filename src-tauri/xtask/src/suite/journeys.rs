//! Journeys in the two engines, side by side. What fails there runs once more, alone: a machine that two engines keep
//! busy, or a graphics driver that dies, must not hide the rest, and what passes then is named all the same.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use virtual_window::Screen;

use super::parts::Workshop;
use crate::command::{Call, Outcome, Problem};
use crate::machine;
use crate::root::{journeys, root};
use crate::say;

/// What journeys run in.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// The app's real window.
    WebKit,
    /// The page over the bridge.
    Chromium,
}

impl Engine {
    fn name(self) -> &'static str {
        match self {
            Self::WebKit => "webkit",
            Self::Chromium => "chromium",
        }
    }

    /// Runs journeys, all or those that `which` picks, and has it written to `report` how each ended.
    fn run(self, workshop: &Workshop, report: &Path, which: impl FnOnce(Call) -> Call) -> Outcome<()> {
        let call = Call::node_program(&journeys(), "vitest")
            .arg("run")
            .env("TRACKSIDE_ENGINE", self.name())
            .env("TRACKSIDE_SIMULATOR", workshop.program("simulator")?)
            .env("TRACKSIDE_REPORT", report);
        let call = which(call);
        match self {
            Self::WebKit => {
                // A virtual screen also where a person has a display: whoever works there would be in the journeys' way.
                let screen = Screen::start(&root().join("target").join("screen.log"))?;
                let call = call.env("TRACKSIDE_APP", workshop.program("trackside")?).env("DISPLAY", screen.name());
                call.run_beside(self.name())
            }
            Self::Chromium => {
                let browser = machine::chromium().ok_or(
                    "no Chromium was found. Install Chromium or Chrome, or name its program in TRACKSIDE_CHROMIUM, then \
                     run this again.",
                )?;
                let call = call.env("TRACKSIDE_BRIDGE", workshop.program("bridge")?).env("TRACKSIDE_CHROMIUM", browser);
                call.run_beside(self.name())
            }
        }
    }

    /// Where a run writes its report; one that an earlier run left there is gone.
    fn report(self) -> Outcome<PathBuf> {
        let folder = root().join("target");
        let file = folder.join(format!("journeys-{}.json", self.name()));
        let gone =
            fs::create_dir_all(folder).and_then(|()| if file.exists() { fs::remove_file(&file) } else { Ok(()) });
        gone.map_err(|error| Problem::new(format!("{} cannot be removed: {error}", file.display())))?;
        Ok(file)
    }

    /// The line that names a journey that did not simply pass.
    fn line(self, how: &str, journey: &Journey) -> String {
        let Journey { name, why, picture, .. } = journey;
        format!("{}: {how}: \"{name}\": {why} ({picture})", self.name())
    }
}

/// Runs all journeys in `engine`, or those of the file that a person at work on it names.
pub fn run(engine: Engine, workshop: &Workshop) -> Outcome<()> {
    let file = engine.report()?;
    let ended = engine.run(workshop, &file, |all| all.args(env::var_os("TRACKSIDE_JOURNEY")));
    let Err(problem) = ended else { return Ok(()) };
    let Some(report) = Report::read(&file) else { return Err(problem) };
    let failed = report.failed().map(|journey| engine.line("failed", journey));
    let problem = in_lines(problem.to_string(), report.elsewhere.iter().cloned().chain(failed));
    workshop.keep(engine, report);
    Err(problem)
}

/// Runs each journey that failed in `engine` by itself. Where all pass, nothing failed, and the last lines name them.
pub fn once_more(engine: Engine, workshop: &Workshop, first: Problem) -> Outcome<()> {
    // What went wrong outside of a journey, or before there was a report, no second run can make good.
    let Some(report) = workshop.report(engine).filter(Report::is_only_of_journeys) else { return Err(first) };
    let ends = ends(&report, |journey| {
        say::heading(&format!("{}: once more, alone: {}", engine.name(), journey.name));
        alone(engine, workshop, journey)
    });
    workshop.remark(ends.flaky.iter().map(|journey| engine.line("FLAKY", journey)));
    if ends.failed.is_empty() {
        return Ok(());
    }
    let failed = ends.failed.iter().map(|journey| engine.line("failed", journey));
    Err(in_lines(format!("{} journeys failed, also when run once more, alone", ends.failed.len()), failed))
}

fn in_lines(first: String, more: impl Iterator<Item = String>) -> Problem {
    Problem::new([first].into_iter().chain(more).collect::<Vec<_>>().join("\n"))
}

/// How `journey` ends when it runs by itself. One that the report does not name did not run, and so did not pass.
fn alone(engine: Engine, workshop: &Workshop, journey: &Journey) -> Outcome<Journey> {
    let file = engine.report()?;
    let this = |all: Call| all.arg(&journey.file).env("TRACKSIDE_JOURNEY_NAME", &journey.name);
    let ended = engine.run(workshop, &file, this);
    let found = Report::read(&file).and_then(|report| report.journeys.into_iter().find(|one| one.is(journey)));
    match (ended, found) {
        (Ok(()), None) => Err("it did not run".into()),
        (Err(problem), None) => Err(problem),
        (Err(problem), Some(found)) if found.passed => Err(problem),
        (_, Some(found)) => Ok(found),
    }
}

/// So many failures are no whim of the machine. The rest is not run once more, so that the end comes in sight.
const ENOUGH: usize = 3;

/// The journeys that failed at first, by how they ended alone.
#[derive(Debug, Default, PartialEq, Eq)]
struct Ends {
    /// Those that passed, as they failed at first.
    flaky: Vec<Journey>,
    /// Those that did not, as they failed last.
    failed: Vec<Journey>,
}

fn ends(first: &Report, mut alone: impl FnMut(&Journey) -> Outcome<Journey>) -> Ends {
    let mut ends = Ends::default();
    for journey in first.failed() {
        let but = |more: &str| Journey { why: format!("{}; {more}", journey.why), ..journey.clone() };
        if ends.failed.len() >= ENOUGH {
            ends.failed.push(but("not run once more, since enough failed alone too"));
            continue;
        }
        match alone(journey) {
            Ok(second) if second.passed => ends.flaky.push(journey.clone()),
            Ok(second) => ends.failed.push(second),
            Err(problem) => ends.failed.push(but(&format!("once more, alone: {problem}"))),
        }
    }
    ends
}

/// How one journey ended (`tests/journeys/drivers/failures.ts` writes it).
#[derive(Debug, Clone, PartialEq, Eq)]
struct Journey {
    file: String,
    name: String,
    passed: bool,
    /// What went wrong, and the picture of its last moment. Both empty where it passed.
    why: String,
    picture: String,
}

impl Journey {
    fn of(value: &Value) -> Option<Self> {
        let text = |field| Some(value.get(field)?.as_str()?.to_owned());
        let passed = value.get("passed")?.as_bool()?;
        Some(Self { file: text("file")?, name: text("name")?, passed, why: text("why")?, picture: text("picture")? })
    }

    fn is(&self, other: &Self) -> bool {
        self.file == other.file && self.name == other.name
    }
}

/// How a run of journeys ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    journeys: Vec<Journey>,
    /// What went wrong outside of any journey.
    elsewhere: Vec<String>,
}

impl Report {
    /// The report in `file`; `None` where the run ended before it wrote one.
    fn read(file: &Path) -> Option<Self> {
        Self::of(&fs::read_to_string(file).ok()?)
    }

    fn of(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let list = |field| value.get(field).and_then(Value::as_array);
        let journeys = list("journeys")?.iter().map(Journey::of).collect::<Option<_>>()?;
        let elsewhere =
            list("elsewhere")?.iter().map(|words| words.as_str().map(str::to_owned)).collect::<Option<_>>()?;
        Some(Self { journeys, elsewhere })
    }

    fn failed(&self) -> impl Iterator<Item = &Journey> {
        self.journeys.iter().filter(|journey| !journey.passed)
    }

    /// Whether failed journeys explain the run's failure wholly.
    fn is_only_of_journeys(&self) -> bool {
        self.elsewhere.is_empty() && self.failed().next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"{
        "journeys": [
            {"file": "journeys/start.journey.ts", "name": "the demo", "passed": true, "why": "", "picture": ""},
            {"file": "journeys/scan.journey.ts", "name": "a scan", "passed": false, "why": "late", "picture": "shots/a.png"}
        ],
        "elsewhere": []
    }"#;

    fn failed(name: &str) -> Journey {
        let [file, why, picture] = ["journeys/scan.journey.ts", "late", "shots/a.png"].map(str::to_owned);
        Journey { file, name: name.to_owned(), passed: false, why, picture }
    }

    fn report(failed_ones: &[&str]) -> Report {
        let passed = Journey { passed: true, ..failed("one that passed") };
        let journeys = failed_ones.iter().map(|name| failed(name)).chain([passed]).collect();
        Report { journeys, elsewhere: Vec::new() }
    }

    #[test]
    fn a_report_tells_what_failed_and_a_line_names_it() {
        let report = Report::of(REPORT).unwrap();
        assert_eq!(report.failed().collect::<Vec<_>>(), [&failed("a scan")]);
        assert!(report.is_only_of_journeys());
        let line = Engine::WebKit.line("FLAKY", &failed("a scan"));
        assert_eq!(line, r#"webkit: FLAKY: "a scan": late (shots/a.png)"#);
    }

    #[test]
    fn no_second_run_makes_good_what_is_not_a_journeys_failure() {
        let elsewhere = REPORT.replace(r#""elsewhere": []"#, r#""elsewhere": ["start.journey.ts: no such file"]"#);
        assert!(!Report::of(&elsewhere).unwrap().is_only_of_journeys(), "something else went wrong too");
        assert!(!report(&[]).is_only_of_journeys(), "no journey failed, and the run did");
        assert_eq!(Report::of(&REPORT.replace(r#""passed": true,"#, "")), None, "half a report is none");
        assert_eq!(Report::of(r#"{"journeys": []}"#), None);
        for report in [report(&[]), Report { elsewhere: vec!["a worker died".into()], ..report(&["a"]) }] {
            let workshop = Workshop::default();
            workshop.keep(Engine::Chromium, report);
            let problem = once_more(Engine::Chromium, &workshop, Problem::new("at first")).unwrap_err();
            assert_eq!(problem.to_string(), "at first", "what went wrong then stands");
        }
        let of_the_other = Workshop::default();
        of_the_other.keep(Engine::WebKit, report(&["a"]));
        assert!(
            once_more(Engine::Chromium, &of_the_other, Problem::new("at first")).is_err(),
            "that of its own engine counts"
        );
    }

    #[test]
    fn what_failed_runs_once_more_and_ends_as_it_ended_alone() {
        let mut ran = Vec::new();
        let ends = ends(&report(&["passes", "fails", "does not run"]), |journey| {
            ran.push(journey.name.clone());
            match journey.name.as_str() {
                "passes" => Ok(Journey { passed: true, why: String::new(), ..journey.clone() }),
                "fails" => Ok(Journey { why: "late again".to_owned(), ..journey.clone() }),
                _ => Err("it did not run".into()),
            }
        });
        assert_eq!(ran, ["passes", "fails", "does not run"], "each once, and none that had passed");
        assert_eq!(ends.flaky, [failed("passes")], "with why it failed at first");
        let why = |why: &str, name| Journey { why: why.to_owned(), ..failed(name) };
        let again = [why("late again", "fails"), why("late; once more, alone: it did not run", "does not run")];
        assert_eq!(ends.failed, again);
    }

    #[test]
    fn where_enough_failed_alone_the_rest_is_not_tried() {
        let mut ran = 0;
        let ends = ends(&report(&["a", "b", "c", "d", "e"]), |journey| {
            ran += 1;
            Ok(journey.clone())
        });
        assert_eq!((ran, ends.failed.len()), (ENOUGH, 5), "and all of them failed");
    }
}
