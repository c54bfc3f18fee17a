//! Bytes to rows to tags, for as long as it is let run.

#![no_main]

#[path = "../read.rs"]
mod read;

libfuzzer_sys::fuzz_target!(
    // The fuzzer's own hook ends the process at a panic that the reader catches and answers; what it does not catch
    // still ends here.
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| read::read(bytes)
);
