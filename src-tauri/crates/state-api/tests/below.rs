//! Pages of what is below a transfer, which shift while they are read.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::Query;
use rules::LicenseNumber;
use serde_json::{Value, json};
use state_api::{
    ApiError, ApiHost, ApiKeys, CallBudget, Client, ClientConfig, DeliveryOf, Limits, NoFreezeStore, Patience,
};
use tokio::net::TcpListener;

/// A client of a server that answers page `n` of the reading `r`, both counted from 1, with `rows` and `total`.
async fn client(answer: impl Fn(u64, u32) -> (Vec<Value>, u64) + Clone + Send + Sync + 'static) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let readings = Arc::new(AtomicU32::new(0));
    let routes = Router::new().fallback(move |Query(query): Query<std::collections::HashMap<String, String>>| {
        let page: u64 = query["pageNumber"].parse().unwrap();
        let reading = readings.fetch_add(u32::from(page == 1), Ordering::SeqCst) + u32::from(page == 1);
        let (rows, total) = answer(page, reading);
        async move {
            let pages = total.div_ceil(20);
            json!({"Data": rows, "Total": total, "TotalPages": pages, "CurrentPage": page}).to_string()
        }
    });
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let budget = Arc::new(CallBudget::new(Limits::unpaced(10), Arc::new(NoFreezeStore)));
    let keys = ApiKeys::new("the-software-key", "the-user-key");
    let mut config = ClientConfig::new(ApiHost::loopback(address).unwrap(), keys, budget);
    config.patience = Patience { tries: 1, first_pause: Duration::ZERO, longest_pause: Duration::ZERO };
    Client::new(config).unwrap()
}

fn package(id: u64) -> Value {
    json!({"PackageId": id, "PackageLabel": format!("1A4FFFF{id:017}"), "ShipmentPackageState": "Shipped"})
}

fn page_of(ids: &[u64], page: u64) -> Vec<Value> {
    ids.chunks(20).nth(usize::try_from(page).unwrap() - 1).unwrap_or_default().iter().copied().map(package).collect()
}

async fn ids(client: &Client) -> Result<Vec<i64>, ApiError> {
    let license = LicenseNumber::new("C11-0000001-LIC");
    let packages = client.delivery_packages(DeliveryOf::Transfer, &license, 7).await?;
    Ok(packages.into_iter().map(|package| package.package_id).collect())
}

#[tokio::test]
async fn a_package_is_not_lost_where_pages_shift() {
    let before: Vec<u64> = (1..=28).collect();
    // Between two pages somebody touched the first package, and it moved to the end: the 21st is now on page 1.
    let after: Vec<u64> = (2..=28).chain([1]).collect();
    let (one, other) = (before.clone(), after.clone());
    let shifting =
        client(move |page, reading| (page_of(if page == 1 && reading == 1 { &one } else { &other }, page), 28)).await;
    let mut found = ids(&shifting).await.unwrap();
    found.sort_unstable();
    assert_eq!(found, (1..=28).collect::<Vec<i64>>(), "28 of 28");

    // One went, and the total with it.
    let fewer: Vec<u64> = (2..=28).collect();
    let shrinking = client(move |page, reading| match (page, reading) {
        (1, 1) => (page_of(&before, 1), 28),
        (page, _) => (page_of(&fewer, page), 27),
    })
    .await;
    assert_eq!(ids(&shrinking).await.unwrap(), (2..=28).collect::<Vec<i64>>());
}

#[tokio::test]
async fn rows_that_are_the_states_own_twice_are_believed_the_second_time() {
    let twice: Vec<u64> = (1..=24).chain([3]).collect();
    let client = client(move |page, _| (page_of(&twice, page), 25)).await;
    assert_eq!(ids(&client).await.unwrap().len(), 25);
}

#[tokio::test]
async fn pages_that_never_fit_are_a_fault_that_passes() {
    let client = client(|page, reading| {
        let from = u64::from(reading) * 7 + page;
        ((from..from + 20).map(package).collect(), 40)
    })
    .await;
    let error = ids(&client).await.unwrap_err();
    assert!(matches!(error, ApiError::StateFault { .. }) && error.is_passing(), "{error:?}");
}
