//! How the person left a grid.

use ledger::KeptLayout;
use words::say;

use crate::contract::{DeskError, Layout, LayoutBefore, LayoutGet, LayoutKept, LayoutPut};
use crate::desk::{Desk, blocking};

/// Most bytes of a layout.
const MOST_LAYOUT: usize = 64 * 1024;

/// Most bytes of a grid's name.
const MOST_GRID: usize = 64;

impl Desk {
    pub(crate) async fn layout_get(&self, request: LayoutGet) -> Result<Layout, DeskError> {
        let ledger = self.inner.ledger.clone();
        let (layout, everywhere) = blocking(move || ledger.layout_get(&request.grid, &request.license)).await??;
        Ok(Layout { layout, everywhere })
    }

    pub(crate) async fn layout_put(&self, request: LayoutPut) -> Result<LayoutKept, DeskError> {
        if request.layout.len() > MOST_LAYOUT || request.grid.len() > MOST_GRID {
            return Err(DeskError::bad_request(say::desk_layout_too_large(), say::desk_layout_too_large_next()));
        }
        // Putting the same layout twice is the same as once, so it needs no place among the remembered answers.
        let ledger = self.inner.ledger.clone();
        let LayoutPut { grid, license, layout, everywhere, .. } = request;
        let before = blocking(move || match everywhere {
            true => ledger.layout_put_everywhere(&grid, &layout),
            false => ledger.layout_put(&grid, &license, &layout).map(|()| Vec::new()),
        })
        .await??;
        let one = |KeptLayout { grid, license, layout }| LayoutBefore { grid, license, layout };
        Ok(LayoutKept { before: before.into_iter().map(one).collect() })
    }
}
