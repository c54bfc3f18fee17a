import type { Collection, TransferList } from "../../platform";
import type { LabelId } from "../../words";
import type { TransferTab } from "../at";

/** A tab that lists what the state holds. */
export type ListTab = Exclude<TransferTab, "drafts">;

interface Kind {
  collection: Collection;
  list: TransferList;
  search: LabelId;
  label: LabelId;
  none: { title: LabelId; words: LabelId };
}

/** What each of the state's lists is, and what it says when it is empty. */
export const LISTS: Record<ListTab, Kind> = {
  templates: {
    collection: "transfer_templates",
    list: "templates",
    search: "transfers-templates-search",
    label: "transfers-templates",
    none: { title: "transfers-templates-none", words: "transfers-templates-none-more" },
  },
  outgoing: {
    collection: "outgoing_transfers",
    list: "outgoing",
    search: "transfers-outgoing-search",
    label: "transfers-outgoing",
    none: { title: "transfers-outgoing-none", words: "transfers-outgoing-none-more" },
  },
  incoming: {
    collection: "incoming_transfers",
    list: "incoming",
    search: "transfers-incoming-search",
    label: "transfers-incoming",
    none: { title: "transfers-incoming-none", words: "transfers-incoming-none-more" },
  },
  rejected: {
    collection: "rejected_transfers",
    list: "rejected",
    search: "transfers-rejected-search",
    label: "transfers-rejected",
    none: { title: "transfers-rejected-none", words: "transfers-rejected-none-more" },
  },
};
