import type { Collection, TransferList } from "../../platform";
import type { TransferTab } from "../at";

/** A tab that lists what the state holds. */
export type ListTab = Exclude<TransferTab, "drafts">;

interface Kind {
  collection: Collection;
  list: TransferList;
  noun: { one: string; many: string };
  search: string;
  label: string;
  none: { title: string; words: string };
}

/** What each of the state's lists is, and what it says when it is empty. */
export const LISTS: Record<ListTab, Kind> = {
  templates: {
    collection: "transfer_templates",
    list: "templates",
    noun: { one: "template", many: "templates" },
    search: "Search templates",
    label: "Transfer templates",
    none: {
      title: "No templates",
      words:
        "Templates appear here once the state lists them: those sent from a draft here, and those made on its site.",
    },
  },
  outgoing: {
    collection: "outgoing_transfers",
    list: "outgoing",
    noun: { one: "transfer", many: "transfers" },
    search: "Search outgoing transfers",
    label: "Outgoing transfers",
    none: {
      title: "Nothing is going out",
      words: "A transfer appears here once its manifest was registered on the state’s site.",
    },
  },
  incoming: {
    collection: "incoming_transfers",
    list: "incoming",
    noun: { one: "transfer", many: "transfers" },
    search: "Search incoming transfers",
    label: "Incoming transfers",
    none: {
      title: "Nothing is on its way here",
      words: "Transfers to this licence appear here once their sender has registered the manifest.",
    },
  },
  rejected: {
    collection: "rejected_transfers",
    list: "rejected",
    noun: { one: "transfer", many: "transfers" },
    search: "Search rejected transfers",
    label: "Rejected transfers",
    none: {
      title: "Nothing was rejected",
      words: "Transfers of which a destination rejected packages appear here, so that they can be taken back.",
    },
  },
};
