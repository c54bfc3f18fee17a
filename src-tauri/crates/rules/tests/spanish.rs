//! The rules speak Spanish. A test binary of its own: the language is the process's.

use jiff::civil::{date, datetime};
use rules::{
    Evidence, LicenseNumber, PackageAction, PackageFacts, Party, Quantity, Tag, TransferObstacle, check_action,
    day_words, packaged_by, read_quantity, time_words,
};
use words::{Language, say};

#[test]
fn the_rules_speak_spanish() {
    Language::Spanish.speak();
    let day = date(2026, 11, 27);
    assert_eq!(day_words(day), "27 nov 2026");
    assert_eq!(time_words(datetime(2026, 9, 3, 13, 4, 0, 0)), "3 sept 2026, 1:04 p.\u{a0}m.");
    assert_eq!(time_words(datetime(2026, 1, 1, 0, 5, 0, 0)), "1 ene 2026, 12:05 a.\u{a0}m.");

    let comma = read_quantity("1,500").unwrap_err().to_string();
    assert_eq!(comma, "su coma puede significar dos cosas; escriba 1500 o 1.5, según lo que quiera decir");
    assert_eq!(Tag::parse("1A4").unwrap_err().to_string(), "una etiqueta tiene 24 caracteres; esto tiene 3");

    let package = PackageFacts {
        tag: Tag::from_state("1A4060300002199000003445"),
        quantity: Quantity { amount: "1234.50".parse().unwrap(), unit: "Grams".into() },
        finished: false,
        held: false,
        packaged: None,
    };
    let found = check_action(&PackageAction::Finish { date: day }, &package, day);
    assert_eq!(
        found[0].sentence,
        "El paquete 1A4060300002199000003445 todavía contiene 1,234.5 Grams. Ajústelo o véndalo hasta cero antes de \
         finalizarlo."
    );

    let obstacle = TransferObstacle::Finished { on: Some(day) };
    assert_eq!(
        obstacle.said_of(say::rules_package_here()).to_string(),
        "Este paquete se finalizó el 27 nov 2026. Primero reábralo, o déjelo fuera."
    );
    assert_eq!(obstacle.words(), "se finalizó el 27 nov 2026. Primero reábralo, o déjelo fuera.");

    let party = |license: &str| Party { license: LicenseNumber::new(license), name: "Delta Freight".into() };
    let received = Evidence {
        stated: None,
        held_by: party("C10-0000001-LIC"),
        received_from: Some(party("C11-0000004-LIC")),
        received_from_unnamed: false,
        never_received_at: Vec::new(),
        item_origin: None,
    };
    let told = packaged_by(&received).answer.sentence;
    assert_eq!(told, "Recibido de Delta Freight (C11-0000004-LIC); no se indica quién empacó.");
}
