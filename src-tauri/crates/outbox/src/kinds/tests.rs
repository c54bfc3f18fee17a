use std::path::Path;

use rules::Tag;
use serde_json::Value;

use super::*;
use crate::tell::skipped;

pub(super) fn tag() -> Tag {
    Tag::from_state("ABCDEF012345670000010041")
}

pub(super) fn day() -> Date {
    Date::constant(2026, 11, 22)
}

fn mark() -> Mark {
    Mark::from_random(0x12_3456_789A)
}

#[test]
fn each_body_has_the_fields_of_the_states_own_example() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/state-api/data/examples/requests");
    if !examples.is_dir() {
        skipped("reference data not present");
        return;
    }
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    for write in one_of_each() {
        let Some(name) = write.kind().about().example else { continue };
        let body: Value = serde_json::from_str(&write.body(&mark()).unwrap()).unwrap();
        let example = std::fs::read_to_string(examples.join(format!("{name}.json"))).unwrap();
        let example: Value = serde_json::from_str(&example).unwrap();
        assert_eq!(keys(&body), keys(&example[0]), "{name}");
        let parts = ["/Destinations/0", "/Destinations/0/Transporters/0", "/Destinations/0/Packages/0"];
        for part in parts.iter().filter(|_| name.starts_with("Transfers__")) {
            let (ours, theirs) = (body.pointer(part).unwrap(), example[0].pointer(part).unwrap());
            assert_eq!(keys(ours), keys(theirs), "{name} {part}");
        }
    }
}

#[test]
fn a_write_is_stored_and_read_again_as_it_was() {
    for write in one_of_each() {
        let text = serde_json::to_string(&write).unwrap();
        assert!(text.starts_with(&format!(r#"{{"kind":"{}","#, write.kind())), "the stored name: {text}");
        assert_eq!(serde_json::from_str::<Write>(&text).unwrap(), write, "{text}");
        assert_eq!(Kind::from_code(write.kind().code()), Some(write.kind()));
    }
}
