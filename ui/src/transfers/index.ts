export { useShowTransfers } from "./at";
export { newTransferWith, useNewTransferWith } from "./new-transfer";
export { TransfersPage } from "./TransfersPage";
