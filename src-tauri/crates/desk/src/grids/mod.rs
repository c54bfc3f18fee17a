//! Grids: columns, views, rows, totals, export, remembered layout, and where something stands in them.

mod export;
mod finding;
mod layouts;
mod listed;
mod views;

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
