//! Whose turn it is to write, in the order in which they came.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::lock;

/// A queue for the one writer. A mutex alone would give it again and again to whoever has just let go of it, and long
/// work in portions would keep everybody else out.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    numbers: Mutex<Numbers>,
    moved_on: Condvar,
}

#[derive(Debug, Default)]
struct Numbers {
    next: u64,
    serving: u64,
}

/// One's turn; over when it is dropped.
#[must_use]
pub(crate) struct Turn<'a>(&'a Turns);

impl Turns {
    /// Waits behind everybody who came before.
    pub(crate) fn wait(&self) -> Turn<'_> {
        let mut numbers = lock(&self.numbers);
        let mine = numbers.next;
        numbers.next += 1;
        while numbers.serving != mine {
            numbers = self.moved_on.wait(numbers).unwrap_or_else(PoisonError::into_inner);
        }
        Turn(self)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        lock(&self.0.numbers).serving += 1;
        self.0.moved_on.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;

    use super::*;

    /// Waits until so many have come, whoever has had a turn.
    fn came(turns: &Turns, many: u64) {
        while lock(&turns.numbers).next < many {
            thread::yield_now();
        }
    }

    #[test]
    fn who_comes_again_waits_behind_those_who_came_before() {
        let (turns, order) = (Arc::new(Turns::default()), Arc::new(Mutex::new(Vec::new())));
        let first = turns.wait();
        let others: Vec<_> = (1..=3)
            .map(|who| {
                let (turns, order) = (Arc::clone(&turns), Arc::clone(&order));
                let other = thread::spawn({
                    let turns = Arc::clone(&turns);
                    move || {
                        let _mine = turns.wait();
                        lock(&order).push(who);
                    }
                });
                came(&turns, 1 + who);
                other
            })
            .collect();
        drop(first);
        let again = turns.wait();
        assert_eq!(*lock(&order), [1, 2, 3], "it wanted the next turn at once, and had it last");
        drop(again);
        others.into_iter().for_each(|other| other.join().unwrap());
    }
}
