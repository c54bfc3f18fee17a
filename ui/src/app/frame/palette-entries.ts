import { ACTIONS, useActionsState } from "../../actions";
import type { IconName } from "../../parts";
import { useTransferEntries } from "../../transfers/palette";
import { useSnapshot } from "../desk";
import { useOutboxCommand, useSyncCommand } from "../desk-commands";
import { keyName } from "../support/keys";
import { useOpenLink } from "../support/links";
import { chooseTheme, THEMES } from "../theme";
import { counted, KINDS } from "../words";
import { useDialogs } from "./dialogs-state";
import { useFrame } from "./frame-state";
import { placesFor } from "./places";
import { chosenLicences } from "./shown";

/** One line of the palette. */
export interface PaletteEntry {
  icon: IconName;
  words: string;
  note?: string;
  keys?: string;
  /** Other words that find it. */
  also?: string[];
  act: () => void;
}

/** What the palette offers now. */
export function usePaletteEntries(): { heading: string; entries: PaletteEntry[] }[] {
  return [
    ...useSelected(),
    { heading: "Places", entries: usePlaces() },
    { heading: "Licences", entries: useLicences() },
    { heading: "Actions", entries: [...useTransferEntries(), ...useActions()] },
    { heading: "Support", entries: useSupport() },
  ];
}

/** What can be done with the selection of the place in sight, where there is one. */
function useSelected(): { heading: string; entries: PaletteEntry[] }[] {
  const { offered } = useActionsState();
  if (!offered) {
    return [];
  }
  const entries = offered.actions.map((action) => ({
    icon: ACTIONS[action].icon,
    words: ACTIONS[action].words,
    also: [...ACTIONS[action].also, ACTIONS[action].title, "selected"],
    act: () => offered.act(action),
  }));
  return [{ heading: `Selected: ${offered.what}`, entries }];
}

function usePlaces(): PaletteEntry[] {
  const { shown, goTo } = useFrame();
  const { platform } = useSnapshot();
  return placesFor(shown).map((place, index) => ({
    icon: place.icon,
    words: place.title,
    keys: keyName(place.keys ?? `Mod+${index + 1}`, platform),
    act: () => goTo(place.id),
  }));
}

function useLicences(): PaletteEntry[] {
  const { show } = useFrame();
  const loaded = chosenLicences(useSnapshot().accounts);
  const each = loaded.map((licence) => ({
    icon: KINDS[licence.kind].icon,
    words: `Show only ${licence.name || licence.number}`,
    note: licence.number,
    also: [licence.number, licence.licence_type, KINDS[licence.kind].words],
    act: () => show([licence.number]),
  }));
  if (loaded.length < 2) {
    return each;
  }
  const all: PaletteEntry = {
    icon: "building",
    words: `Show all ${counted(loaded.length, "licence")} side by side`,
    act: () => show(loaded.map((licence) => licence.number)),
  };
  return [...each, all];
}

function useActions(): PaletteEntry[] {
  const { accounts, sync, outbox, platform } = useSnapshot();
  const { open } = useDialogs();
  const { tell } = useFrame();
  const send = useOutboxCommand("outbox_try", tell);
  const start = useSyncCommand("sync_start", tell);
  const cancel = useSyncCommand("sync_cancel", tell);
  const goesOn = sync.headline.is === "updating" || sync.headline.is === "waiting";
  const actions: PaletteEntry[] = [
    goesOn
      ? { icon: "close", words: "Stop updating", also: ["cancel", "sync"], act: () => void cancel.run({}) }
      : {
          icon: "sync",
          words: "Sync now",
          keys: "F5",
          also: ["refresh", "update", "news"],
          act: () => void start.run({ licences: sync.licences.map((entry) => entry.licence) }),
        },
    {
      icon: "search",
      words: "Search",
      keys: keyName("Mod+F", platform),
      // After the palette has given the focus back.
      act: () => setTimeout(() => document.querySelector<HTMLInputElement>("[data-search]")?.focus()),
    },
    { icon: "building", words: "Accounts and licences", also: ["remove", "keys"], act: () => open({ is: "licences" }) },
    { icon: "plus", words: "Connect another account", also: ["add", "keys"], act: () => open({ is: "connect" }) },
  ];
  if (outbox.held?.offline && outbox.waiting > 0) {
    actions.push({ icon: "play", words: "Send what waits now", also: ["outbox"], act: () => void send.run({}) });
  }
  actions.push({
    icon: "download",
    words: "Export the audit",
    also: ["csv", "outbox", "log"],
    act: () => open({ is: "audit_export" }),
  });
  if (accounts.some((account) => account.environment === "demo")) {
    actions.push({ icon: "refresh", words: "Reset the demo state", act: () => open({ is: "demo_reset" }) });
  }
  return actions;
}

function useSupport(): PaletteEntry[] {
  const { open } = useDialogs();
  const openLink = useOpenLink();
  return [
    {
      icon: "external",
      words: "Industry Bulletin Archive",
      also: ["news", "bulletins"],
      act: () => openLink("bulletin_archive"),
    },
    { icon: "external", words: "The state’s site", also: ["metrc"], act: () => openLink("state_site") },
    { icon: "help", words: "Keyboard keys", keys: "?", also: ["shortcuts"], act: () => open({ is: "keys" }) },
    ...THEMES.map((theme) => ({
      icon: "sun" as const,
      words: `Look: ${theme.words.toLowerCase()}`,
      also: ["theme", "dark", "light"],
      act: () => chooseTheme(theme.value),
    })),
    { icon: "info", words: "About Trackside", also: ["version"], act: () => open({ is: "about" }) },
  ];
}
