//! What went wrong with a call is said in Spanish. A test binary of its own: the language is the process's.

use state_api::{ApiError, Between, Fault, Unreachable};

#[test]
fn what_went_wrong_is_said_in_spanish() {
    words::Language::Spanish.speak();
    let fault = ApiError::StateFault {
        call: "GET /packages/v2/active".into(),
        fault: Fault::NotAvailable,
        status: Some(503),
        state_said: String::new(),
    };
    assert_eq!(fault.to_string(), "el sistema del estado no está disponible en GET /packages/v2/active");
    assert_eq!(Unreachable::TimedOut.to_string(), "no hubo respuesta a tiempo");
    let proxy = Between::ProxyRefuses { proxy: None };
    assert_eq!(proxy.to_string(), "el proxy de esta red no conecta con el estado");
}
