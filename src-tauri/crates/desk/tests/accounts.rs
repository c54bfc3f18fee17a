//! Accounts whose keys overlap, whose keys are refused by the keychain, and what cannot be kept.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Bench, MemoryKeys, keys_of, open, packages, state};
use desk::contract::ErrorCode;
use serde_json::{Value, json};
use simulator::Running;

/// The retailer, and another license of the same keys.
fn two(state: &Running) -> (String, String) {
    let retailer = state.control().retailer();
    let other = state.control().licenses().into_iter().find(|license| license.number != retailer).unwrap().number;
    (retailer, other)
}

async fn connect(bench: &Bench, state: &Running, id: &str, user: &str, licenses: &[&String]) -> Value {
    let pair = keys_of(&state.keys().software_key, user);
    bench.call("account_connect", json!({"request_id": id, "keys": pair, "licenses": licenses})).await
}

/// The numbers of an account's licenses, all or those chosen.
fn numbers(account: &Value, chosen_only: bool) -> Vec<String> {
    let licenses = account["licenses"].as_array().unwrap().iter();
    let wanted = licenses.filter(|license| !chosen_only || license["chosen"] == true);
    wanted.map(|license| license["number"].as_str().unwrap().to_owned()).collect()
}

async fn rows(bench: &Bench, license: &str) -> i64 {
    bench.call("view_open", packages("active", &[license])).await["rows"].as_i64().unwrap()
}

fn in_ledger(folder: &std::path::Path, sql: &str) {
    rusqlite::Connection::open(folder.join("ledger.db")).unwrap().execute_batch(sql).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_open_one_license_of_an_account_leave_the_others_to_it() {
    let (folder, keys, state) = (tempfile::tempdir().unwrap(), MemoryKeys::default(), state(400).await);
    let (retailer, other) = two(&state);
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    connect(&bench, &state, "all", &state.keys().user_key, &[&retailer, &other]).await;
    bench.until_up_to_date().await;
    let snapshot = connect(&bench, &state, "one", &state.keys().retailer_only, &[&retailer]).await;
    let split = |snapshot: &Value| {
        let accounts = snapshot["accounts"].as_array().unwrap();
        assert_eq!(accounts.len(), 2, "{accounts:#?}");
        assert_eq!(
            numbers(&accounts[1], false),
            std::slice::from_ref(&retailer),
            "goes with the keys that were entered for it"
        );
        assert_eq!(numbers(&accounts[0], false).len(), 5, "the rest is where it was");
        assert_eq!(numbers(&accounts[0], true), std::slice::from_ref(&other));
        assert!(accounts.iter().all(|account| account["has_keys"] == true));
    };
    split(&snapshot);
    assert_eq!(keys.count(), 2);
    let status = bench.until_up_to_date().await;
    assert_eq!(status["licenses"].as_array().unwrap().len(), 2, "both are kept up to date");
    bench.desk.stop().await;
    drop(bench);

    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    bench.until_up_to_date().await;
    let snapshot = bench.call("app_snapshot", json!({})).await;
    // The first keys open the retailer too; that does not bring it back to their account.
    split(&snapshot);
    let first = snapshot["accounts"][0]["id"].clone();
    let snapshot = bench.call("account_remove", json!({"request_id": "r", "account": first})).await;
    assert_eq!(snapshot["accounts"].as_array().unwrap().len(), 1);
    assert!(rows(&bench, &retailer).await > 0, "what the other account reads stays");
    assert_eq!(keys.count(), 1);
    let status = bench.until_up_to_date().await;
    assert_eq!(status["licenses"].as_array().unwrap().len(), 1);
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_mended_keeps_what_the_new_keys_do_not_open() {
    let (folder, keys, state) = (tempfile::tempdir().unwrap(), MemoryKeys::default(), state(400).await);
    let (retailer, other) = two(&state);
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    connect(&bench, &state, "all", &state.keys().user_key, &[&retailer, &other]).await;
    bench.until_up_to_date().await;
    bench.desk.stop().await;
    drop(bench);
    keys.lose();
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let snapshot = connect(&bench, &state, "one", &state.keys().retailer_only, &[&retailer]).await;
    assert_eq!(snapshot["accounts"].as_array().unwrap().len(), 1, "mended");
    assert_eq!(numbers(&snapshot["accounts"][0], false).len(), 6, "and whole");
    assert!(rows(&bench, &other).await > 0, "what was read of it is still there");
    bench
        .until("words about what is not opened", |status| {
            let licenses = status["licenses"].as_array().unwrap();
            licenses.iter().any(|each| each["license"] == json!(other) && each["error"]["code"] == "no_permission")
        })
        .await;
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_gets_other_keys_and_a_name_and_loses_nothing() {
    let (folder, keys, state) = (tempfile::tempdir().unwrap(), MemoryKeys::default(), state(400).await);
    let (retailer, other) = two(&state);
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let before = connect(&bench, &state, "all", &state.keys().user_key, &[&retailer, &other]).await;
    bench.until_up_to_date().await;
    let account = before["accounts"][0]["id"].clone();
    let had = rows(&bench, &retailer).await;

    let tested = bench.call("account_test", json!({"account": account})).await;
    assert_eq!((tested["licenses"].as_array().unwrap().len(), &tested["missing"]), (6, &json!([])));

    let wrong = json!({"request_id": "k1", "account": account, "software_key": "", "user_key": "no-such-key"});
    assert_eq!(bench.refused("account_keys", wrong).await.code, ErrorCode::WrongKey);
    let empty = json!({"request_id": "k2", "account": account, "software_key": " ", "user_key": ""});
    assert_eq!(bench.refused("account_keys", empty).await.code, ErrorCode::BadRequest);
    assert_eq!(keys.user_keys(), [state.keys().user_key.clone()], "what was refused is not kept");

    let only =
        json!({"request_id": "k3", "account": account, "software_key": "", "user_key": state.keys().retailer_only});
    let after = bench.call("account_keys", only).await;
    assert_eq!(keys.user_keys(), [state.keys().retailer_only.clone()]);
    assert_eq!(numbers(&after["accounts"][0], true).len(), 2, "the same licenses are chosen as before");
    assert_eq!(rows(&bench, &retailer).await, had, "with all that was read of them");
    let tested = bench.call("account_test", json!({"account": account})).await;
    assert_eq!(tested["licenses"].as_array().unwrap().len(), 1);
    assert!(tested["missing"].as_array().unwrap().contains(&json!(other)), "{tested:#}");

    let name = json!({"request_id": "n1", "account": account, "name": "  North shops\u{7}  "});
    assert_eq!(bench.call("account_name", name).await["accounts"][0]["name"], "North shops");
    bench.desk.stop().await;
    drop(bench);
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    assert_eq!(bench.call("app_snapshot", json!({})).await["accounts"][0]["name"], "North shops");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_of_other_licenses_do_not_take_an_account_over() {
    let (folder, keys, state) = (tempfile::tempdir().unwrap(), MemoryKeys::default(), state(400).await);
    let (retailer, other) = two(&state);
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    connect(&bench, &state, "all", &state.keys().user_key, &[&retailer, &other]).await;
    let both = connect(&bench, &state, "one", &state.keys().retailer_only, &[&retailer]).await;
    let first = both["accounts"][0]["id"].clone();
    let mine =
        json!({"request_id": "k1", "account": first, "software_key": "", "user_key": state.keys().retailer_only});
    let refused = bench.refused("account_keys", mine).await;
    assert_eq!(refused.code, ErrorCode::NoLicenses);
    assert!(keys.user_keys().contains(&state.keys().user_key), "it keeps the keys that it has");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keychain_that_refuses_one_entry_is_named_and_asked_again_without_a_restart() {
    let (folder, keys, state) = (tempfile::tempdir().unwrap(), MemoryKeys::default(), state(400).await);
    let retailer = state.control().retailer();
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let snapshot = connect(&bench, &state, "c", &state.keys().user_key, &[&retailer]).await;
    let account = snapshot["accounts"][0]["id"].as_str().unwrap().to_owned();
    bench.until_up_to_date().await;
    bench.desk.stop().await;
    drop(bench);
    keys.refuse_what_there_is();

    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let snapshot = bench.call("app_snapshot", json!({})).await;
    let shut = &snapshot["accounts"][0]["shut"];
    assert_eq!((&snapshot["accounts"][0]["has_keys"], &shut["code"]), (&json!(false), &json!("keychain")));
    let said = shut["message"].as_str().unwrap();
    assert!(
        said.starts_with("The keychain did not let Trackside read the keys of ") && said.contains(&retailer),
        "{said}"
    );
    assert!(said.contains("Nothing is lost"), "{said}");
    let next = shut["next"].as_str().unwrap();
    assert!(next.contains(&format!("delete the entry {account} in Keychain Access, then choose Try again")), "{next}");
    assert_eq!(snapshot["sync"]["headline"], json!({"is": "needs_you", "reason": said}), "not “enter the keys again”");
    assert!(rows(&bench, &retailer).await > 0, "what was read is there");

    let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
    let again = json!({"request_id": "c-2", "keys": pair, "licenses": [retailer]});
    let refused = bench.refused("account_connect", again).await;
    assert_eq!(refused.code, ErrorCode::Keychain);
    assert!(refused.message.contains("did not let Trackside keep") && refused.next.contains(&account), "{refused:?}");
    let remove = json!({"request_id": "r", "account": account});
    let refused = bench.refused("account_remove", remove).await;
    assert!(refused.message.contains("still connected") && refused.next.contains(&account), "{refused:?}");
    let ask = |id: &str| json!({"request_id": id, "account": account});
    let refused = bench.refused("account_again", ask("a-1")).await;
    assert_eq!((refused.code, refused.message.as_str()), (ErrorCode::Keychain, said));

    keys.allow();
    let snapshot = bench.call("account_again", ask("a-2")).await;
    assert_eq!((&snapshot["accounts"][0]["has_keys"], &snapshot["accounts"][0]["shut"]), (&json!(true), &Value::Null));
    bench.until_up_to_date().await;
    bench.desk.stop().await;
    drop(bench);

    keys.refuse_what_there_is();
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    keys.delete_by_hand();
    let snapshot = bench.call("account_again", ask("a-3")).await;
    assert_eq!(snapshot["accounts"][0]["shut"], Value::Null);
    let reason = snapshot["sync"]["headline"]["reason"].as_str().unwrap();
    assert!(reason.contains("Enter the keys"), "what was deleted is asked for: {reason}");
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_cannot_be_removed_goes_on_as_before() {
    let (folder, keys, state) = (tempfile::tempdir().unwrap(), MemoryKeys::default(), state(400).await);
    let retailer = state.control().retailer();
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let snapshot = connect(&bench, &state, "c", &state.keys().user_key, &[&retailer]).await;
    bench.until_up_to_date().await;
    keys.refuse_what_there_is();
    let remove = json!({"request_id": "r", "account": snapshot["accounts"][0]["id"]});
    assert_eq!(bench.refused("account_remove", remove.clone()).await.code, ErrorCode::Keychain);
    let status = bench.call("sync_status", json!({})).await;
    assert_eq!(status["licenses"].as_array().unwrap().len(), 1, "it is still kept up to date: {status:#}");
    keys.delete_by_hand();
    let snapshot = bench.call("account_remove", remove).await;
    assert_eq!(snapshot["accounts"], json!([]));
    bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_connected_leaves_the_keychain_as_it_was() {
    let (folder, keys, state) = (tempfile::tempdir().unwrap(), MemoryKeys::default(), state(400).await);
    let (retailer, other) = two(&state);
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let full = "CREATE TRIGGER full_1 BEFORE INSERT ON account BEGIN SELECT RAISE(FAIL, 'no room'); END;
                CREATE TRIGGER full_2 BEFORE UPDATE ON account BEGIN SELECT RAISE(FAIL, 'no room'); END;";
    in_ledger(folder.path(), full);
    let request = |id: &str, user: &str, licenses: &[&String]| {
        json!({"request_id": id, "licenses": licenses,
        "keys": keys_of(&state.keys().software_key, user)})
    };
    let user = state.keys().user_key;
    bench.refused("account_connect", request("c-1", &user, &[&retailer])).await;
    assert_eq!(keys.count(), 0, "no key of an account that nobody knows");
    in_ledger(folder.path(), "DROP TRIGGER full_1; DROP TRIGGER full_2;");
    bench.call("account_connect", request("c-1", &user, &[&retailer])).await;
    in_ledger(folder.path(), full);
    // Other keys for the same account, and one license more: the account is to be written, and is not.
    let renewed = request("c-2", &state.keys().without_packages, &[&retailer, &other]);
    bench.refused("account_connect", renewed).await;
    assert_eq!(keys.user_keys(), [user], "the keys of the account as it is");
    bench.desk.stop().await;
}
