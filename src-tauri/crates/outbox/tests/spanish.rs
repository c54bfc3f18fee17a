//! The outbox speaks Spanish. A test binary of its own: the language is the process's.

use jiff::Timestamp;
use outbox::{BodyError, Finish, Kind, Progress, Reason, Refusal, State, Told, Write, sentence, told};
use rules::Tag;

#[test]
fn the_outbox_speaks_spanish() {
    words::Language::Spanish.speak();
    let now = Timestamp::UNIX_EPOCH;
    let progress = Progress {
        state: State::NeedsPerson,
        reason: Some(Reason::Moved { facts: Vec::new() }),
        ..Progress::queued(now)
    };
    assert_eq!(
        told(&progress, None, now),
        Told {
            happened: "El estado no tiene lo que usted vio al revisar esto, así que no se envió.".into(),
            safe: "Lo que se ingresó se conserva aquí. No se envía nada hasta que haya una decisión.".into(),
            now: "Compare las cifras; luego elija qué enviar, o retírelo.".into(),
        }
    );
    let finish = Write::Finish(Finish {
        tag: Tag::from_state("1A4060300002199000003445"),
        date: jiff::civil::Date::constant(2026, 11, 22),
    });
    assert_eq!(sentence(&finish), "Finalizar el paquete 1A4060300002199000003445, el 22 nov 2026");
    assert_eq!(Kind::Adjust.words(), "Ajustar cantidad");
    let long = Refusal::Body(BodyError::NoteTooLong { found: 1_210, most: 186 });
    assert_eq!(long.to_string(), "La nota tiene 1,210 caracteres; caben 186 como máximo.");
}
