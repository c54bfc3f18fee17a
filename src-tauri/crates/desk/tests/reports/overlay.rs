//! What the grid and the card show of what waits.

use serde_json::{Value, json};

use crate::{Shop, adjust, today};

/// The cells that will change of a row.
async fn will(shop: &Shop, row: &Value) -> Value {
    let (_, pending) = shop.rows_of("active").await;
    let found = pending.iter().find(|p| p["row"] == row["row"]).cloned();
    found.map_or(Value::Null, |found| found["will"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_shows_its_values_as_they_will_be_until_the_list_has_them() {
    let shop = Shop::of_grower().await;
    let row = shop.some(1, false).await.remove(0);
    let rows = std::slice::from_ref(&row);
    shop.holds_now(&row, "10.5").await;
    let choices = shop.bench.call("action_choices", json!({"licenses": [shop.license]})).await;
    let here = row["location"].as_str().unwrap();
    let elsewhere = choices["locations"].as_array().unwrap().iter().find(|l| l.as_str() != Some(here)).unwrap();

    shop.go_dark().await;
    shop.queue("q1", rows, adjust("-0.5")).await;
    shop.queue("q2", rows, adjust("-1.25")).await;
    let place = json!({"action": "location", "location": elsewhere, "sublocation": "", "date": today()});
    shop.queue("q3", rows, place).await;
    let cells = will(&shop, &row).await;
    let wanted = json!([{"column": "quantity", "value": "8.75"}, {"column": "location", "value": elsewhere}]);
    assert_eq!(cells, wanted, "several waiting changes add up");
    let card = shop.bench.call("package_card", json!({"tag": row["tag"], "license": shop.license})).await;
    assert_eq!(card["card"]["pending"].as_array().unwrap().len(), 3, "{card:#}");
    let actions = card["card"]["actions"].as_array().unwrap();
    let why = |action: &str| actions.iter().find(|a| a["action"] == action).unwrap()["why_not"].as_str().unwrap();
    assert!(why("finish").contains("still holds 8.75"), "{}", why("finish"));
    assert_eq!((why("adjust"), why("note")), ("", ""));
    assert!(why("unfinish").contains("not finished"));

    // Recorded, and the list not yet read: the grid does not fall back to the old values. From here every look shows
    // the new ones, from what waits or from the list itself.
    shop.light().await;
    let start = std::time::Instant::now();
    loop {
        let (rows, pending) = shop.rows_of("active").await;
        let shown = rows.iter().find(|r| r["row"] == row["row"]).unwrap();
        let cell = |column: &str| {
            let own = pending.iter().find(|p| p["row"] == row["row"]);
            let will = own.and_then(|p| p["will"].as_array()?.iter().find(|w| w["column"] == column).cloned());
            will.map_or_else(|| shown[column].clone(), |will| will["value"].clone())
        };
        assert_eq!((cell("quantity"), cell("location")), (json!("8.75"), elsewhere.clone()), "{shown} {pending:?}");
        if pending.is_empty() && shop.status().await["done"] == 3 {
            break;
        }
        assert!(start.elapsed().as_secs() < 60, "the list never caught up: {pending:?}");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    shop.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finished_package_offers_to_unfinish_it() {
    let shop = Shop::new(1).await;
    let row = shop.some(1, true).await.remove(0);
    shop.queue("q", std::slice::from_ref(&row), crate::finish()).await;
    shop.until("the end", |status| status["done"] == 1).await;
    let start = std::time::Instant::now();
    let inactive = loop {
        let (rows, _) = shop.rows_of("inactive").await;
        if let Some(found) = rows.into_iter().find(|r| r["tag"] == row["tag"]) {
            break found;
        }
        assert!(start.elapsed().as_secs() < 60, "the sync is woken by what was recorded");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    };
    assert_eq!(inactive["finished"], today());
    let card = shop.bench.call("package_card", json!({"tag": row["tag"], "license": shop.license})).await;
    let actions = card["card"]["actions"].as_array().unwrap();
    let why = |action: &str| actions.iter().find(|a| a["action"] == action).unwrap()["why_not"].as_str().unwrap();
    assert_eq!(why("unfinish"), "");
    assert!(why("note").contains("Unfinish it first"), "{}", why("note"));
    let review = shop.review(std::slice::from_ref(&row), json!({"action": "unfinish"})).await;
    assert_eq!(review["ready"], 1, "{review:#}");
    shop.bench.desk.stop().await;
}
