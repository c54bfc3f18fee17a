//! Columns, views, rows and totals.

use mirror::Mirror;
use mirror::view::ViewSpec;
use words::say;

use super::count;
use crate::contract::{
    Changed, Columns, ColumnsList, DeskError, LabSampleRows, LabSampleTests, LabTestRows, PackageRows, Totals, ViewId,
    ViewOpened, ViewRecords, ViewRows,
};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn columns(&self, request: Columns) -> Result<ColumnsList, DeskError> {
        let Columns { collection, tab } = request;
        Ok(ColumnsList {
            columns: Mirror::columns(collection, tab),
            states_order: Mirror::states_order(collection, tab),
        })
    }

    pub(crate) async fn view_open(&self, spec: ViewSpec) -> Result<ViewOpened, DeskError> {
        if spec.licenses.is_empty() {
            return Err(DeskError::bad_request(say::desk_nothing_to_show(), say::desk_choose_license()));
        }
        self.inner.sight.looks_at(&spec);
        let interrupt = self.inner.page.views.begin(spec.collection);
        let asked = spec.clone();
        let view = self.read(move |mirror| mirror.open_view(&asked, &interrupt)).await?;
        let (rows, of, revision) = (count(view.len()), count(view.of()), view.revision());
        let view = self.inner.page.views.keep(spec, view);
        Ok(ViewOpened { view, rows, of, revision })
    }

    pub(crate) async fn package_rows(&self, request: ViewRows) -> Result<PackageRows, DeskError> {
        let (open, from, to) = self.window(request)?;
        loop {
            let handed_over = self.reports().index().handed_over();
            let view = open.clone();
            let rows = self.read(move |mirror| mirror.package_rows(&view.view, from, to)).await?;
            let pending = self.pending_of_rows(&rows).await?;
            // What was recorded may have left the one for the other between the two looks: then both are taken again.
            if self.reports().index().handed_over() == handed_over {
                return Ok(PackageRows { rows, pending });
            }
        }
    }

    pub(crate) async fn view_rows(&self, request: ViewRows) -> Result<ViewRecords, DeskError> {
        let (open, from, to) = self.window(request)?;
        let rows = self.read(move |mirror| mirror.rows(&open.view, from, to)).await?;
        Ok(ViewRecords { rows })
    }

    pub(crate) async fn lab_sample_rows(&self, request: ViewRows) -> Result<LabSampleRows, DeskError> {
        let (open, from, to) = self.window(request)?;
        let rows = self.read(move |mirror| mirror.lab_sample_rows(&open.view, from, to)).await?;
        Ok(LabSampleRows { rows })
    }

    pub(crate) async fn lab_sample_tests(&self, request: LabSampleTests) -> Result<LabTestRows, DeskError> {
        let tests = self.read(move |mirror| mirror.lab_tests(&request.license, request.package_id)).await?;
        Ok(LabTestRows { tests })
    }

    pub(crate) async fn view_totals(&self, request: ViewId) -> Result<Totals, DeskError> {
        let open = self.inner.page.views.get(request.view)?;
        let totals = self.read(move |mirror| mirror.totals(&open.view)).await?;
        Ok(Totals { totals })
    }

    pub(crate) async fn view_close(&self, request: ViewId) -> Result<Changed, DeskError> {
        Ok(Changed { changed: self.inner.page.views.close(request.view) })
    }
}
