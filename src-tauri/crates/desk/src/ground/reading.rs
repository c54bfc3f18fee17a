//! Reading the local copy, and the views that are open on it.

use std::sync::Arc;

use jiff::Timestamp;
use mirror::view::View;
use mirror::{Mirror, MirrorError};
use rules::LicenseNumber;
use words::say;

use crate::contract::{DeskError, ViewRows};
use crate::desk::{Desk, blocking};
use crate::state::views::OpenView;

/// Most rows that one call gives.
const MOST_ROWS: i64 = 1000;

impl Desk {
    /// Reads from the mirror off the async threads; a damaged one is rebuilt, and the caller is told to ask again.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Mirror) -> Result<T, MirrorError> + Send + 'static,
    ) -> Result<T, DeskError> {
        let (number, mirror) = self.inner.copy.now();
        let result = blocking(move || work(&mirror)).await?;
        if matches!(result, Err(MirrorError::Damaged { .. })) {
            self.mend(number).await?;
        }
        Ok(result?)
    }

    /// Does, in the background, what the local copy has left to do: fills what a newer version's columns lack, and deletes
    /// what forgotten licenses left. In portions, between which others write. What a stop or a fault leaves is done after
    /// the next start.
    pub(crate) fn tidy(&self) {
        let (desk, stop) = (self.clone(), self.inner.stop.child_token());
        self.inner.tasks.spawn(async move {
            for portion in [Mirror::fill_new_columns, Mirror::clear_forgotten] {
                let mut more = true;
                while more && !stop.is_cancelled() {
                    more = desk.read(portion).await.unwrap_or_else(|fault| {
                        tracing::warn!(code = ?fault.code, details = %fault.details, "the local copy stays untidy for now");
                        false
                    });
                }
            }
        });
    }

    /// The change feed's newest revision.
    pub(crate) async fn revision(&self) -> Result<i64, DeskError> {
        let mirror = self.mirror();
        Ok(blocking(move || mirror.revision()).await??)
    }

    /// When everything of a license was last read whole.
    pub(crate) async fn as_of(&self, license: &LicenseNumber) -> Result<Option<Timestamp>, DeskError> {
        let (mirror, license) = (self.mirror(), license.clone());
        Ok(blocking(move || mirror.as_of(&license)).await??)
    }

    /// The rows of an open view, as they stood when it was opened.
    pub(crate) fn view(&self, view: i64) -> Result<View, DeskError> {
        Ok(self.inner.page.views.get(view)?.view.clone())
    }

    pub(crate) fn window(&self, request: ViewRows) -> Result<(Arc<OpenView>, usize, usize), DeskError> {
        let open = self.inner.page.views.get(request.view)?;
        let fits = request.from >= 0 && request.from <= request.to && request.to - request.from <= MOST_ROWS;
        match (usize::try_from(request.from), usize::try_from(request.to)) {
            (Ok(from), Ok(to)) if fits => Ok((open, from, to)),
            _ => Err(DeskError::bad_request(
                say::desk_too_many_rows(request.from, MOST_ROWS, request.to),
                say::desk_restart(),
            )),
        }
    }
}
