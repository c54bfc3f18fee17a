import { createContext, useContext } from "react";
import type { ActionTarget, LicenseNumber } from "../platform";

/** Makes a draft with these packages of one license, and goes to it. */
export type BeginTransfer = (target: ActionTarget, license: LicenseNumber) => Promise<void>;

/** The packages do not know the transfers: the roof, which knows both, says here how one is begun. */
export const BeginTransferContext = createContext<BeginTransfer>(() =>
  Promise.reject(new Error("the roof says how a transfer is begun")),
);

/** The way to a new transfer with packages. */
export function useBeginTransfer(): BeginTransfer {
  return useContext(BeginTransferContext);
}
