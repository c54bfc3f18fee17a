//! Where a tag is, over all licenses that are loaded, and where its row stands in a view.

use mirror::{KnownFound, Mirror, MirrorError, TransferList, TransferState};
use rules::{LicenseNumber, Party, Tag};

use crate::contract::{
    DeskError, KnownFind, ListCounts, ListCountsFind, RowPosition, TagComing, TagFind, TagFound, TagLooked, ViewRow,
};
use crate::desk::Desk;

/// Of each kind that `known_find` gives: what a person takes in at a glance.
const MOST_KNOWN: usize = 5;

impl Desk {
    pub(crate) async fn tag_find(&self, request: TagFind) -> Result<TagFound, DeskError> {
        let text = request.text.trim().to_ascii_uppercase();
        let tag = Tag::parse(&text);
        let why = tag.as_ref().err().map(ToString::to_string).unwrap_or_default();
        let loaded = self.accounts().loaded();
        let asked = text.clone();
        let (places, coming, looked) = self
            .read(move |mirror| {
                let licenses: Vec<LicenseNumber> = loaded.iter().map(|party| party.license.clone()).collect();
                let places = mirror.tag_places(&licenses, &asked)?;
                let coming = match &tag {
                    Ok(tag) if places.is_empty() => coming(mirror, &loaded, tag)?,
                    Ok(_) | Err(_) => Vec::new(),
                };
                Ok((places, coming, looked(mirror, loaded)?))
            })
            .await?;
        Ok(TagFound { text, places, coming, looked, why })
    }

    pub(crate) async fn known_find(&self, request: KnownFind) -> Result<KnownFound, DeskError> {
        self.read(move |mirror| mirror.known(&request.licenses, &request.text, MOST_KNOWN)).await
    }

    pub(crate) async fn list_counts(&self, request: ListCountsFind) -> Result<ListCounts, DeskError> {
        let counts = self.read(move |mirror| mirror.list_counts(&request.licenses)).await?;
        Ok(ListCounts { counts })
    }

    pub(crate) async fn view_position(&self, request: ViewRow) -> Result<RowPosition, DeskError> {
        let position = self.view(request.view)?.position(request.row);
        Ok(RowPosition { position: position.map(|at| i64::try_from(at).unwrap_or(i64::MAX)) })
    }
}

/// Whether what is on a manifest is still to come.
fn on_its_way(stage: Option<TransferState>) -> bool {
    match stage {
        Some(TransferState::Registered | TransferState::InTransit | TransferState::Partly) => true,
        Some(TransferState::Received | TransferState::Rejected | TransferState::Voided | TransferState::Gone)
        | None => false,
    }
}

fn coming(mirror: &Mirror, loaded: &[Party], tag: &Tag) -> Result<Vec<TagComing>, MirrorError> {
    let mut coming = Vec::new();
    for to in loaded {
        let transfers = mirror.transfers_with_package(&to.license, tag)?;
        let incoming = transfers.into_iter().filter(|one| one.list == TransferList::Incoming);
        coming.extend(
            incoming
                .filter(|one| on_its_way(one.transfer.stage))
                .map(|one| TagComing { to: to.clone(), manifest: one.transfer.number }),
        );
    }
    Ok(coming)
}

fn looked(mirror: &Mirror, loaded: Vec<Party>) -> Result<Vec<TagLooked>, MirrorError> {
    let one = |party: Party| {
        let as_of = mirror.as_of(&party.license)?.map(|at| at.to_string());
        Ok(TagLooked { license: party.license, name: party.name, as_of })
    };
    loaded.into_iter().map(one).collect()
}
