//! What decides upon which accounts there are.

use super::*;
use crate::common::{MemoryKeys, keys_of, open};
use crate::ground::Ground;

/// The accounts, and the licenses that they have, each as often as it has it.
async fn accounts(ground: &Ground) -> (usize, Vec<String>) {
    let snapshot = ground.bench.call("app_snapshot", json!({})).await;
    let accounts = snapshot["accounts"].as_array().unwrap();
    let licenses = accounts.iter().flat_map(|account| account["licenses"].as_array().unwrap());
    let mut licenses: Vec<String> = licenses.map(|license| license["number"].as_str().unwrap().to_owned()).collect();
    licenses.sort();
    (accounts.len(), licenses)
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_are_connected_by_many_at_once_are_one_account() {
    let ground = Ground::new(1).await;
    let pair = keys_of(&ground.state.keys().software_key, &ground.state.keys().user_key);
    let account = ground.bench.call("app_snapshot", json!({})).await["accounts"][0]["id"].clone();
    let connect = json!({"keys": pair, "licenses": [ground.sender, ground.shop]});
    let choose = json!({"account": account, "licenses": [ground.sender]});
    let mut calls = many("account_connect", &connect, 3);
    calls.extend(many("licenses_choose", &choose, 3));
    calls.extend(many("account_again", &json!({"account": account}), 3));
    let keys = json!({"account": account, "software_key": "", "user_key": pair["user_key"]});
    calls.extend(many("account_keys", &keys, 2));
    calls.extend(many("account_name", &json!({"account": account, "name": "North"}), 2));
    let answers = ground.at_once(calls).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    let (count, licenses) = accounts(&ground).await;
    let once: std::collections::BTreeSet<_> = licenses.iter().collect();
    assert_eq!((count, once.len()), (1, licenses.len()), "{licenses:?}");

    let mut calls = many("account_connect", &connect, 2);
    calls.extend(many("account_remove", &json!({"account": account}), 2));
    let answers = ground.at_once(calls).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    let (count, _) = accounts(&ground).await;
    assert!(count <= 1, "{count} accounts of one pair of keys");
    assert_eq!(ground.keys.count(), count, "as many keys as accounts");
    assert_eq!(ground.ledger::<String>("SELECT id FROM account").len(), count, "and the same in the ledger");
    ground.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_one_account_however_often_it_is_started_and_reset() {
    let folder = tempfile::tempdir().unwrap();
    let bench = open(folder.path(), &MemoryKeys::default(), None).await.unwrap();
    let mut calls = many("demo_start", &json!({}), 3);
    calls.extend(many("demo_reset", &json!({}), 1));
    let tasks: Vec<_> = calls
        .into_iter()
        .map(|(command, request)| {
            let desk = bench.desk.clone();
            tokio::spawn(async move { desk.call(command, request).await })
        })
        .collect();
    for task in tasks {
        let answer = task.await.unwrap();
        assert!(answer.is_ok(), "{answer:?}");
    }
    let snapshot = bench.call("app_snapshot", json!({})).await;
    assert_eq!(snapshot["accounts"].as_array().unwrap().len(), 1);
    bench.until_up_to_date().await;
    bench.desk.stop().await;
}
