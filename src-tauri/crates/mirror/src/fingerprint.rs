//! A record's fingerprint: tells whether what the state sent differs from what is stored, without storing it twice.

use serde::Serialize;

use crate::MirrorError;

/// FNV-1a, 64 bits: the same on every machine and in every version, which the standard hasher does not promise.
fn fnv(bytes: &[u8]) -> i64 {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    hash.cast_signed()
}

/// Of a record.
pub(crate) fn of(record: &impl Serialize) -> Result<i64, MirrorError> {
    Ok(fnv(&serde_json::to_vec(record)?))
}

/// Of a text.
pub(crate) fn of_text(text: &str) -> i64 {
    fnv(text.as_bytes())
}
