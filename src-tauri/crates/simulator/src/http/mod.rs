//! The wire: connections, keys, limits, faults, and the way from a request to an operation.

pub mod answer;
pub mod backdoor;
pub mod call;
pub mod faults;
pub mod form;
pub mod limits;
pub mod log;
pub mod object;
pub mod paging;
pub mod serve;
pub mod users;
