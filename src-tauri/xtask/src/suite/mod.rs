//! `cargo xtask test`: everything that CI runs, part by part, with a table at the end.

mod journeys;
mod parts;
mod skipped;

use std::thread;
use std::time::{Duration, Instant};

use clap::Args;

use self::parts::{PARTS, Part, Workshop};
use crate::command::{Outcome, Problem};
use crate::say;

/// Which parts to run.
#[derive(Args)]
pub struct TestOptions {
    /// Only these parts, separated by commas; the set-up they need is done all the same.
    #[arg(long, value_name = "PART,PART", value_delimiter = ',')]
    only: Vec<String>,
    /// List the parts and end.
    #[arg(long)]
    list: bool,
}

/// How one part ended.
#[derive(Debug, Clone, PartialEq, Eq)]
enum End {
    Passed,
    Failed(String),
    /// A part it builds on failed, so it could not run; that fails the whole too.
    CouldNotRun(String),
    /// It has no meaning on this system.
    LeftOut(String),
}

impl End {
    fn of(outcome: Outcome<()>) -> Self {
        match outcome {
            Ok(()) => Self::Passed,
            Err(problem) => Self::Failed(problem.to_string()),
        }
    }
}

/// Runs the parts in their order and ends with a table; any part that failed or could not run fails the whole.
pub fn test(options: &TestOptions) -> Outcome<()> {
    if options.list {
        for part in PARTS {
            say::line(&format!("{:<16} {}", part.name, part.what));
        }
        return Ok(());
    }
    let chosen = choose(&options.only)?;
    let begun = Instant::now();
    let workshop = Workshop::default();
    let mut ends: Vec<Ended> = Vec::new();
    for together in chosen.chunk_by(|part, next| next.beside == Some(part.name)) {
        for part in together {
            say::heading(&format!("{}: {}", part.name, part.what));
        }
        let ended = run_together(together, &ends, &workshop);
        for (part, end, took) in &ended {
            match end {
                End::Passed => say::line(&format!("{} passed in {}", part.name, say::time(*took))),
                End::Failed(why) => say::line(&format!("{} FAILED: {why}", part.name)),
                End::CouldNotRun(why) => say::line(&format!("{} could not run: {why}", part.name)),
                End::LeftOut(why) => say::line(&format!("{} is left out: {why}", part.name)),
            }
        }
        ends.extend(ended);
    }
    say::heading("all parts");
    for line in table(&ends, workshop.skipped(), begun.elapsed()).into_iter().chain(workshop.remarks()) {
        say::line(&line);
    }
    match count(&ends) {
        Count { failed: 0, passed: 1.., .. } => Ok(()),
        Count { failed, .. } => Err(Problem::new(format!("{failed} parts did not pass"))),
    }
}

/// How a part ended, and how long it took.
type Ended = (&'static Part, End, Duration);

/// Runs `parts` at the same time; a single one in this very thread.
fn run_together(parts: &[&'static Part], before: &[Ended], workshop: &Workshop) -> Vec<Ended> {
    let timed = |part: &'static Part| {
        let started = Instant::now();
        let end = run(part, before, workshop);
        (part, end, started.elapsed())
    };
    let Some((last, others)) = parts.split_last() else { return Vec::new() };
    let ended: Vec<Ended> = thread::scope(|scope| {
        let started: Vec<_> = others.iter().map(|part| scope.spawn(|| timed(part))).collect();
        let last = timed(last);
        let joined = started.into_iter().zip(others).map(|(thread, part)| {
            thread.join().unwrap_or_else(|_| (*part, End::Failed("it panicked".to_owned()), Duration::ZERO))
        });
        joined.chain([last]).collect()
    });
    // All have ended here.
    ended.into_iter().map(|ended| once_more(ended, workshop)).collect()
}

/// Gives a part that failed its second try, where it has one, when nothing runs beside it any more.
fn once_more((part, end, took): Ended, workshop: &Workshop) -> Ended {
    match (part.once_more, end) {
        (Some(once_more), End::Failed(why)) => {
            let started = Instant::now();
            let end = End::of(once_more(workshop, Problem::new(why)));
            (part, end, took + started.elapsed())
        }
        (_, end) => (part, end, took),
    }
}

fn run(part: &Part, before: &[Ended], workshop: &Workshop) -> End {
    if let Some(why) = (part.left_out)() {
        return End::LeftOut(why);
    }
    let stands = |name: &&&str| before.iter().any(|(part, end, _)| part.name == **name && *end != End::Passed);
    if let Some(missing) = part.needs.iter().find(stands) {
        return End::CouldNotRun(format!("{missing} did not pass"));
    }
    End::of((part.run)(workshop))
}

/// The parts asked for, with all that they build on, in the order of the whole.
fn choose(only: &[String]) -> Outcome<Vec<&'static Part>> {
    if let Some(unknown) = only.iter().find(|name| PARTS.iter().all(|part| part.name != name.as_str())) {
        let known: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        return Err(Problem::new(format!("there is no part \"{unknown}\"; the parts are {}", known.join(", "))));
    }
    let mut wanted: Vec<&str> = only.iter().map(String::as_str).collect();
    // A part stands after those it needs, so one walk from the end brings them all.
    for part in PARTS.iter().rev() {
        if wanted.contains(&part.name) {
            wanted.extend(part.needs);
        }
    }
    Ok(PARTS.iter().filter(|part| only.is_empty() || wanted.contains(&part.name)).collect())
}

/// A line for each part, with its time, and for each skipped test; then the whole's time and how many ended how.
fn table(ends: &[Ended], skipped: &[String], whole: Duration) -> Vec<String> {
    let line = |name: &str, end: &str, took: &str, why: &str| {
        let first_line = why.lines().next().unwrap_or_default();
        format!("{name:<16} {end:<14} {took:>12}  {first_line}").trim_end().to_owned()
    };
    let parts = ends.iter().map(|(part, end, took)| {
        let (end, why) = match end {
            End::Passed => ("passed", ""),
            End::Failed(why) => ("FAILED", why.as_str()),
            End::CouldNotRun(why) => ("could not run", why.as_str()),
            End::LeftOut(why) => ("left out", why.as_str()),
        };
        line(part.name, end, &say::time(*took), why)
    });
    let tests = skipped.iter().map(|test| line("a test of rust", "skipped", "", test));
    let Count { passed, failed, left_out } = count(ends);
    let skipped = left_out + skipped.len();
    let last = [
        line("whole", "", &say::time(whole), ""),
        format!("in all: {passed} passed, {failed} failed, {skipped} skipped"),
    ];
    parts.chain(tests).chain(last).collect()
}

/// How many parts ended how.
struct Count {
    passed: usize,
    failed: usize,
    left_out: usize,
}

fn count(ends: &[Ended]) -> Count {
    let passed = ends.iter().filter(|(_, end, _)| *end == End::Passed).count();
    let left_out = ends.iter().filter(|(_, end, _)| matches!(end, End::LeftOut(_))).count();
    Count { passed, failed: ends.len() - passed - left_out, left_out }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    fn names(only: &[&str]) -> Vec<&'static str> {
        let only: Vec<String> = only.iter().map(|name| (*name).to_owned()).collect();
        choose(&only).unwrap().into_iter().map(|part| part.name).collect()
    }

    #[test]
    fn a_part_brings_what_it_builds_on_in_order() {
        assert_eq!(names(&["webkit"]), ["setup", "page", "build", "webkit"]);
        assert_eq!(names(&["deny", "fmt"]), ["setup", "fmt", "deny"]);
        assert_eq!(names(&[]).len(), PARTS.len(), "without a choice all parts run");
    }

    #[test]
    fn each_part_stands_after_those_it_needs() {
        for (place, part) in PARTS.iter().enumerate() {
            for need in part.needs {
                assert!(PARTS[..place].iter().any(|before| before.name == *need), "{} needs {need} first", part.name);
            }
        }
    }

    #[test]
    fn a_part_starts_beside_the_one_it_names_and_no_other() {
        for (before, part) in PARTS.iter().zip(&PARTS[1..]) {
            assert!(part.beside.is_none_or(|name| name == before.name), "{} follows {}", part.name, before.name);
        }
    }

    #[test]
    fn parts_that_start_together_do_not_need_each_other() {
        for together in PARTS.chunk_by(|part, next| next.beside == Some(part.name)) {
            let needed = |part: &Part| together.iter().any(|other| other.needs.contains(&part.name));
            assert!(!together.iter().any(needed), "{:?}", together.iter().map(|part| part.name).collect::<Vec<_>>());
        }
    }

    #[test]
    fn parts_that_start_together_run_at_the_same_time_and_a_panic_of_one_fails_it_alone() {
        static BOTH: Barrier = Barrier::new(2);
        fn meet(_: &Workshop) -> Outcome<()> {
            BOTH.wait();
            Ok(())
        }
        const FIRST: Part = Part::new("first", "", &[], |_| panic!("as a test"));
        const SECOND: Part = Part::new("second", "", &[], meet);
        const THIRD: Part = Part::new("third", "", &[], meet);
        let ends = run_together(&[&FIRST, &SECOND, &THIRD], &[], &Workshop::default());
        let ends: Vec<_> = ends.into_iter().map(|(part, end, _)| (part.name, end)).collect();
        let failed = End::Failed("it panicked".to_owned());
        assert_eq!(ends, [("first", failed), ("second", End::Passed), ("third", End::Passed)]);
    }

    #[test]
    fn a_part_that_failed_is_tried_once_more_when_none_runs_beside_it() {
        static BOTH: Barrier = Barrier::new(2);
        static SECOND_RUNS: AtomicBool = AtomicBool::new(true);
        fn first(_: &Workshop) -> Outcome<()> {
            BOTH.wait();
            Err("at first".into())
        }
        fn second(_: &Workshop) -> Outcome<()> {
            BOTH.wait();
            // Long enough for a second try that does not wait to find this one running.
            thread::sleep(Duration::from_millis(50));
            SECOND_RUNS.store(false, Ordering::SeqCst);
            Err("at first".into())
        }
        fn alone(_: &Workshop, first: Problem) -> Outcome<()> {
            let beside = SECOND_RUNS.load(Ordering::SeqCst);
            if beside { Err(Problem::new(format!("{first}, and another runs beside it"))) } else { Ok(()) }
        }
        const FIRST: Part = Part { once_more: Some(alone), ..Part::new("first", "", &[], first) };
        const SECOND: Part = Part { once_more: Some(|_, first| Err(first)), ..Part::new("second", "", &[], second) };
        const THIRD: Part =
            Part { once_more: Some(|_, _| Err("not a second time".into())), ..Part::new("third", "", &[], |_| Ok(())) };
        let ends = run_together(&[&FIRST, &SECOND, &THIRD], &[], &Workshop::default());
        let ends: Vec<_> = ends.into_iter().map(|(_, end, _)| end).collect();
        assert_eq!(
            ends,
            [End::Passed, End::Failed("at first".to_owned()), End::Passed],
            "what passed is not tried again"
        );
    }

    #[test]
    fn the_table_has_each_parts_time_and_counts_what_was_skipped() {
        const RUST: Part = Part::new("rust", "", &[], |_| Ok(()));
        let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
        let ends: Vec<Ended> = vec![
            (&RUST, End::Passed, minutes(3)),
            (&RUST, End::Failed("two lines\nof words".to_owned()), minutes(1)),
            (&RUST, End::LeftOut("not on this system".to_owned()), Duration::ZERO),
        ];
        let skipped = ["ledger disk::full: no small disk can be mounted here".to_owned()];
        let expected = "\
rust             passed           3 min 00 s
rust             FAILED           1 min 00 s  two lines
rust             left out              0.0 s  not on this system
a test of rust   skipped                      ledger disk::full: no small disk can be mounted here
whole                             4 min 00 s
in all: 1 passed, 1 failed, 2 skipped";
        assert_eq!(table(&ends, &skipped, minutes(4)).join("\n"), expected);
    }

    #[test]
    fn an_unknown_part_is_refused_with_the_known_ones() {
        let said = choose(&["everything".to_owned()]).err().map(|problem| problem.to_string()).unwrap();
        assert!(said.contains("everything") && said.contains("clippy"), "{said}");
    }
}
