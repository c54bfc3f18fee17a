import { call, DeskFailure, type Link } from "../../platform";
import type { LabelId } from "../../words";
import { useDialogs } from "../frame/dialogs-state";

/** The pages that the desk may open, for when it cannot and a person has to. */
export const ADDRESSES: Record<Link, { title: LabelId; address: string }> = {
  bulletin_archive: { title: "frame-bulletins", address: "https://www.metrc.com/partner/california/" },
  state_site: { title: "frame-state-site", address: "https://ca.metrc.com/" },
};

/** Opens a page in the browser; where that fails, shows its address to copy. */
export function useOpenLink(): (link: Link) => void {
  const { open } = useDialogs();
  return (link) => {
    call("link_open", { link }).catch((thrown: unknown) => {
      if (thrown instanceof DeskFailure) {
        open({ is: "address", link, error: thrown });
      }
    });
  };
}
