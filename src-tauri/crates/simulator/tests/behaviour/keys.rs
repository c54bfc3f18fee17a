//! Keys, licenses and rights.

use base64::Engine as _;
use serde_json::Value;

use crate::client::{State, text};

#[tokio::test]
async fn wrong_keys_are_refused_with_401() {
    let state = State::start().await;
    let keys = state.running.keys();
    let basic = |pair: &str| format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair));
    let good = basic(&format!("{}:{}", keys.software_key, keys.user_key));
    let cases = [
        ("no header", None, 401),
        ("both keys right", Some(good.clone()), 200),
        ("a lower-case scheme", Some(good.replacen("Basic", "basic", 1)), 200),
        ("a wrong user key", Some(basic(&format!("{}:nobody", keys.software_key))), 401),
        ("a wrong software key", Some(basic(&format!("nobody:{}", keys.user_key))), 401),
        ("the keys swapped", Some(basic(&format!("{}:{}", keys.user_key, keys.software_key))), 401),
        ("no colon", Some(basic("nothing")), 401),
        ("not base64", Some("Basic ???".to_owned()), 401),
        ("a bearer", Some(good.replacen("Basic", "Bearer", 1)), 401),
    ];
    for (case, header, status) in cases {
        let mut request = state.client.get(format!("{}/facilities/v2", state.running.base_url()));
        if let Some(header) = header {
            request = request.header("authorization", header);
        }
        assert_eq!(request.send().await.unwrap().status().as_u16(), status, "{case}");
    }
}

#[tokio::test]
async fn each_key_sees_its_licenses() {
    let mut state = State::start().await;
    let keys = state.running.keys();
    for (key, licenses) in [
        (keys.user_key.clone(), 6),
        (keys.without_packages.clone(), 6),
        (keys.without_licenses.clone(), 0),
        (keys.empty_license.clone(), 1),
        (keys.retailer_only.clone(), 1),
    ] {
        state.user_key.clone_from(&key);
        let reply = state.get("/facilities/v2").await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.json().as_array().map(Vec::len), Some(licenses), "{key}");
    }
}

#[tokio::test]
async fn a_missing_right_and_a_foreign_license_are_401_in_words() {
    let mut state = State::start().await;
    let keys = state.running.keys();
    let (retailer, distributor) = (state.retailer.clone(), state.license("Distributor"));
    let cases = [
        (&keys.without_packages, format!("/packages/v2/active?licenseNumber={retailer}"), 401, "View Packages"),
        (&keys.without_packages, format!("/items/v2/active?licenseNumber={retailer}"), 200, ""),
        (&keys.retailer_only, format!("/packages/v2/active?licenseNumber={distributor}"), 401, &distributor),
        (&keys.user_key, "/packages/v2/active?licenseNumber=C10-1234567-LIC".to_owned(), 401, "C10-1234567-LIC"),
        (&keys.user_key, "/packages/v2/active".to_owned(), 400, "licenseNumber"),
        (&keys.user_key, format!("/packages/v2/active?LICENSENUMBER={}", retailer.to_lowercase()), 200, ""),
        (&keys.user_key, "/packages/v3/active".to_owned(), 404, "/packages/v3/active"),
        (&keys.user_key, format!("/packages/v2/99?licenseNumber={retailer}"), 404, "Package 99"),
        (&keys.user_key, format!("/items/v2/99?licenseNumber={retailer}"), 404, "Item 99"),
    ];
    for (key, path, status, words) in cases {
        state.user_key.clone_from(key);
        let reply = state.get(&path).await;
        assert_eq!(reply.status, status, "{path}: {}", reply.text);
        if status != 200 {
            assert!(reply.message().contains(words), "{path}: {}", reply.text);
        }
    }
}

#[tokio::test]
async fn a_license_without_packages_says_so_with_empty_lists() {
    let mut state = State::start().await;
    state.user_key = state.running.keys().empty_license;
    let facilities = state.get("/facilities/v2").await.json();
    let license = facilities.get(0).and_then(|facility| facility.get("License")).map(|of| text(of, "Number")).unwrap();
    assert_eq!(state.all("/packages/v2/active", &license).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_licenses_flags_follow_from_what_it_is() {
    let state = State::start().await;
    let facilities = state.get("/facilities/v2").await.json();
    let may = |kind: &str, flag: &str| {
        let number = state.license(kind);
        let list = facilities.as_array().unwrap();
        let mine = list.iter().find(|of| of.get("License").map(|of| text(of, "Number")) == Some(number.clone()));
        mine.unwrap().get("FacilityType").unwrap().get(flag).unwrap().as_bool().unwrap()
    };
    assert!(may("Retailer", "CanSellToConsumers") && may("Retailer Nonstorefront", "CanSellToConsumers"));
    assert!(may("Testing Laboratory", "CanTestPackages") && !may("Distributor", "CanTestPackages"));
    assert!(may("Medium Mixed-Light Tier 1", "CanGrowPlants") && may("Microbusiness", "CanGrowPlants"));
    for kind in ["Retailer", "Microbusiness", "Distributor", "Medium Mixed-Light Tier 1"] {
        assert!(!may(kind, "CanCreateOpeningBalancePlantBatches"), "California is a closed loop");
    }
}
