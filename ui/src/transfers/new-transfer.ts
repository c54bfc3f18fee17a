import { useQueryClient } from "@tanstack/react-query";
import { type ActionTarget, call, type LicenseNumber, newRequestId } from "../platform";
import { setTransfersAt, useShowTransfers } from "./at";
import { DRAFTS } from "./drafts/queries";

/**
 * Makes a draft with these packages of one license and opens it in the Transfers place. What cannot be added is listed
 * there with its reason. Use `useNewTransferWith` inside the frame, which also goes to the place.
 *
 * @throws {DeskFailure} when no draft could be made; nothing is changed then.
 */
export async function newTransferWith(target: ActionTarget, license: LicenseNumber): Promise<void> {
  const { draft, refused } = await call("draft_new", {
    request_id: newRequestId(),
    license,
    copy_of: null,
    packages: target,
  });
  setTransfersAt({
    tab: "drafts",
    open: { is: "draft", draft: draft.head.draft, begun: { added: draft.head.packages, refused } },
  });
}

/** `newTransferWith`, and goes to the Transfers place when the draft is there. */
export function useNewTransferWith(): (target: ActionTarget, license: LicenseNumber) => Promise<void> {
  const show = useShowTransfers();
  const client = useQueryClient();
  return async (target, license) => {
    await newTransferWith(target, license);
    void client.invalidateQueries({ queryKey: DRAFTS });
    show({});
  };
}
