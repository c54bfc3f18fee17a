//! Each kind of write, as the state understands it.

use outbox::{
    After, Finalize, Group, HoldCause, Item, Location, Note, Reason, State, StateWire, Unfinalize, Unfinish, Write,
};
use rules::Tag;
use rust_decimal::Decimal;
use state_api::{PageAsk, WriteMethod, WriteOutcome};

use crate::{Shop, adjust, finish, take_one, today};

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_is_recorded_and_read_back() {
    let mut shop = Shop::new().await;
    let packages = shop.packages(5).await;
    let [emptied, moved, noted, changed, _] = &packages[..] else { panic!("five") };
    let tag = |label: &str| Tag::from_state(label);
    let ask = PageAsk { license: &shop.license, window: None, page: 1 };
    let location = shop.looker().locations(PageAsk { window: Some(all_time()), ..ask }).await.unwrap();
    let room =
        location.records.iter().find(|room| room.for_packages && Some(&room.name) != moved.location_name.as_ref());
    let room = room.unwrap().name.clone();
    let items = shop.looker().items(PageAsk { window: Some(all_time()), ..ask }).await.unwrap();
    let own = changed.item.as_ref().unwrap().name.clone();
    let item = items.records.iter().find(|item| {
        item.name != own && item.unit_of_measure_name.as_deref() == Some(changed.unit_of_measure_name.as_str())
    });
    let item = item.unwrap().name.clone();

    let zero = adjust(emptied, -emptied.quantity.unwrap());
    let ids = shop
        .submit_after(
            "r1",
            vec![
                (zero, Vec::new()),
                (finish(emptied), vec![After::Sibling(0)]),
                (Write::Unfinish(Unfinish { tag: tag(&emptied.label) }), vec![After::Sibling(1)]),
                (
                    Write::Location(Location {
                        tag: tag(&moved.label),
                        location: room.clone(),
                        sublocation: None,
                        date: today(),
                    }),
                    Vec::new(),
                ),
                (Write::Note(Note { tag: tag(&noted.label), note: "kept cool".into() }), Vec::new()),
                (Write::Item(Item { tag: tag(&changed.label), item: item.clone() }), Vec::new()),
            ],
        )
        .await;
    shop.until_over().await;
    for id in &ids {
        assert_eq!(shop.intent(*id).progress.state, State::Confirmed, "{:?}", shop.intent(*id));
    }
    let emptied = shop.package(&emptied.label).await;
    assert_eq!((emptied.quantity, emptied.is_finished), (Some(Decimal::ZERO), false));
    assert_eq!(shop.requests("/packages/v2/finish") + shop.requests("/packages/v2/unfinish"), 2);
    assert_eq!(shop.package(&moved.label).await.location_name, Some(room));
    assert_eq!(shop.package(&noted.label).await.note.as_deref(), Some("kept cool"));
    assert_eq!(shop.package(&changed.label).await.item.unwrap().name, item);
}

fn all_time() -> state_api::Window {
    state_api::Window { start: "2015-01-01T00:00:00Z".parse().unwrap(), end: "2040-01-01T00:00:00Z".parse().unwrap() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_becomes_final_and_open_again() {
    let mut shop = Shop::new().await;
    let package = saleable(&shop).await;
    let body = format!(
        r#"[{{"SalesDateTime":"{}T00:00:00","SalesCustomerType":"Consumer","Transactions":[{{"PackageLabel":"{}","Quantity":1,"UnitOfMeasure":"{}","TotalAmount":10.0}}]}}]"#,
        today(),
        package.label,
        package.unit_of_measure_name
    );
    let made = shop.writer().send(WriteMethod::Post, "/sales/v2/receipts", &shop.license, body).await;
    let WriteOutcome::Accepted { ids, .. } = made else { panic!("{made:?}") };
    let receipt = ids[0];
    let made = shop.submit("r1", vec![Write::Finalize(Finalize { receipt })]).await;
    shop.until_over().await;
    assert_eq!(shop.intent(made[0]).progress.state, State::Confirmed, "{:?}", shop.intent(made[0]));
    assert_eq!(shop.looker().receipt_state(&shop.license, receipt).await.unwrap().is_final, Some(true));
    let made = shop.submit("r2", vec![Write::Unfinalize(Unfinalize { receipt })]).await;
    shop.until_over().await;
    assert_eq!(shop.intent(made[0]).progress.state, State::Confirmed);
    assert_eq!(shop.looker().receipt_state(&shop.license, receipt).await.unwrap().is_final, Some(false));
}

async fn saleable(shop: &Shop) -> state_api::Package {
    let may_be_sold = |package: &state_api::Package| {
        package.lab_testing_state.as_ref().is_some_and(rules::LabTestingState::may_be_sold)
            && !package.is_testing_sample
            && !package.is_trade_sample
    };
    shop.packages(40).await.into_iter().find(may_be_sold).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_state_refuses_one_row_and_takes_the_others() {
    let mut shop = Shop::new().await;
    let packages = shop.packages(10).await;
    let zeros: Vec<Write> =
        packages.iter().skip(1).map(|package| adjust(package, -package.quantity.unwrap())).collect();
    shop.submit("r1", zeros).await;
    shop.until_over().await;
    let ids = shop.submit("r2", packages.iter().map(finish).collect()).await;
    shop.until_over().await;
    let refused = shop.intent(ids[0]);
    let Some(Reason::StateSaid { said }) = &refused.progress.reason else { panic!("{refused:?}") };
    assert!(said.contains(&packages[0].label), "the state's own words: {said}");
    assert_eq!((shop.count(Group::Refused), shop.count(Group::Done)), (1, 18));
    for package in packages.iter().skip(1) {
        assert!(shop.package(&package.label).await.is_finished, "{}", package.label);
    }
    assert_eq!(shop.requests("/packages/v2/finish"), 2, "all ten, then nine");

    let edit =
        shop.outbox.edit("r3", "Dana", ids[0], Write::Unfinish(Unfinish { tag: Tag::from_state(&packages[0].label) }));
    let edit = edit.await.unwrap().made[0];
    shop.until_over().await;
    assert_eq!(shop.intent(edit).progress.reason, Some(Reason::AlreadySo), "it is not finished");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_keys_it_waits_and_with_them_it_goes() {
    let mut shop = Shop::new().await;
    let package = shop.packages(1).await.remove(0);
    shop.wires.remove(&shop.license);
    let id = shop.submit("r1", vec![take_one(&package)]).await[0];
    shop.until("a hold", |shop| !shop.ledger.outbox_rows().unwrap().holds.is_empty()).await;
    let cause = outbox::load(&shop.ledger).unwrap().holds[0].1.cause;
    assert_eq!((cause, shop.intent(id).progress.state), (HoldCause::Keys, State::Queued));
    shop.wires.set(shop.license.clone(), StateWire::new(shop.config.clone()).unwrap());
    shop.outbox.keys_changed().await;
    shop.until_over().await;
    assert_eq!(shop.intent(id).progress.state, State::Confirmed);
}
