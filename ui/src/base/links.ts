import { call, DeskFailure, type LicenseNumber, type Link } from "../platform";
import type { LabelId } from "../words";
import { type Page, useDialogs } from "./dialogs-state";

/** A page of one license on the state's site. */
export type LicenseLink = "state_incoming" | "state_templates" | "state_packages";

/** A page that is the same for everyone. */
export type PlainLink = Exclude<Link, LicenseLink>;

const OF_LICENSE = {
  // Incoming is the first tab there.
  incoming: (license: LicenseNumber) => `https://ca.metrc.com/industry/${license}/transfers/licensed`,
  templates: (license: LicenseNumber) => `https://ca.metrc.com/industry/${license}/transfers/licensed/templates`,
  packages: (license: LicenseNumber) => `https://ca.metrc.com/industry/${license}/packages`,
};

/** The pages that the desk may open, for when it cannot and a person has to. */
const PAGES = {
  bulletin_archive: { title: "frame-bulletins", address: "https://www.metrc.com/partner/california/" },
  state_site: { title: "frame-state-site", address: "https://ca.metrc.com/" },
  state_incoming: { title: "frame-state-incoming", address: OF_LICENSE.incoming },
  state_templates: { title: "frame-state-templates", address: OF_LICENSE.templates },
  state_packages: { title: "frame-state-packages", address: OF_LICENSE.packages },
} as const satisfies Record<Link, { title: LabelId; address: string | ((license: LicenseNumber) => string) }>;

/** What there is to open, and whose: none where it is the same for everyone. */
type Which = [link: PlainLink] | [link: LicenseLink, license: LicenseNumber];

function pageOf(...[link, license]: Which): Page {
  const { title, address } = PAGES[link];
  return { title, address: typeof address === "string" ? address : address(license ?? "") };
}

/** Opens a page in the browser; where that fails, shows its address to copy. */
export function useOpenLink(): (...which: Which) => void {
  const { open } = useDialogs();
  return (...which) => {
    const [link, license = null] = which;
    call("link_open", { link, license }).catch((thrown: unknown) => {
      if (thrown instanceof DeskFailure) {
        open({ is: "address", page: pageOf(...which), error: thrown });
      }
    });
  };
}
