//! Every command that changes something against itself and against its neighbours, all at once: what each of them
//! decides must hold in the moment in which it is written.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod accounts;
#[path = "../common/mod.rs"]
mod common;
mod everything;
mod ground;
mod known;

use desk::contract::DeskError;
use serde_json::{Value, json};

/// A call that is to be made.
type Call = (&'static str, Value);

/// What calls that were made at once answered, in their order.
type Answers = Vec<Result<Value, DeskError>>;

/// Ids that no other call has.
fn fresh(name: &str) -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("{name}-{}", NEXT.fetch_add(1, Ordering::SeqCst))
}

/// The same request under an id of its own.
fn under(mut request: Value, id: &str) -> Value {
    request["request_id"] = json!(id);
    request
}

/// A request so many times, each under another id; then twice more under one and the same.
fn many(command: &'static str, request: &Value, times: usize) -> Vec<Call> {
    let mut calls: Vec<Call> = (0..times).map(|_| (command, under(request.clone(), &fresh(command)))).collect();
    let same = fresh(command);
    calls.extend([(); 2].map(|()| (command, under(request.clone(), &same))));
    calls
}

/// The answers that came, by what they tell of what was done.
fn told<'a>(answers: &'a Answers, pointer: &str) -> Vec<&'a Value> {
    answers.iter().flatten().map(|answer| answer.pointer(pointer).unwrap_or(&Value::Null)).collect()
}
