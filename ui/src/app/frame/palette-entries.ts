import { ACTIONS, useActionsState } from "../../actions";
import type { IconName } from "../../parts";
import { useTransferEntries } from "../../transfers/palette";
import { say } from "../../words";
import { chooseDensity, DENSITIES } from "../density";
import { useSnapshot } from "../desk";
import { useOutboxCommand, useSyncCommand } from "../desk-commands";
import { chooseLanguage, LANGUAGES } from "../language";
import { keyName } from "../support/keys";
import { useOpenLink } from "../support/links";
import { chooseTheme, THEMES } from "../theme";
import { KINDS } from "../words";
import { useDialogs } from "./dialogs-state";
import { useFrame } from "./frame-state";
import { placesFor } from "./places";
import { chosenLicenses } from "./shown";

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
    { heading: say("frame-places"), entries: usePlaces() },
    { heading: say("licenses-licenses"), entries: useLicenses() },
    { heading: say("frame-commands-actions"), entries: [...useTransferEntries(), ...useActions()] },
    { heading: say("frame-support"), entries: useSupport() },
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
    also: [...ACTIONS[action].also, ACTIONS[action].title, say("frame-commands-selected-also")],
    act: () => offered.act(action),
  }));
  return [{ heading: say("frame-commands-selected", { what: offered.what }), entries }];
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

function useLicenses(): PaletteEntry[] {
  const { show } = useFrame();
  const loaded = chosenLicenses(useSnapshot().accounts);
  const each = loaded.map((license) => ({
    icon: KINDS[license.kind].icon,
    words: say("licenses-show-only", { license: license.name || license.number }),
    note: license.number,
    also: [license.number, license.license_type, say(KINDS[license.kind].words)],
    act: () => show([license.number]),
  }));
  if (loaded.length < 2) {
    return each;
  }
  const all: PaletteEntry = {
    icon: "building",
    words: say("frame-show-all", { count: loaded.length }),
    act: () => show(loaded.map((license) => license.number)),
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
      ? {
          icon: "close",
          words: say("frame-stop-updating"),
          also: [say("frame-stop-updating-also")],
          act: () => void cancel.run({}),
        }
      : {
          icon: "sync",
          words: say("sync-now"),
          keys: "F5",
          also: [say("frame-sync-now-also")],
          act: () => void start.run({ licenses: sync.licenses.map((entry) => entry.license) }),
        },
    {
      icon: "search",
      words: say("frame-search"),
      keys: keyName("Mod+F", platform),
      // After the palette has given the focus back.
      act: () => setTimeout(() => document.querySelector<HTMLInputElement>("[data-search]")?.focus()),
    },
    {
      icon: "building",
      words: say("licenses-title"),
      also: [say("frame-accounts-also")],
      act: () => open({ is: "licenses" }),
    },
    {
      icon: "plus",
      words: say("licenses-connect-another"),
      also: [say("frame-connect-also")],
      act: () => open({ is: "connect" }),
    },
  ];
  if (outbox.held?.offline && outbox.waiting > 0) {
    actions.push({
      icon: "play",
      words: say("frame-send-now"),
      also: [say("frame-send-now-also")],
      act: () => void send.run({}),
    });
  }
  actions.push({
    icon: "download",
    words: say("frame-export-audit"),
    also: [say("frame-export-audit-also")],
    act: () => open({ is: "audit_export" }),
  });
  if (accounts.some((account) => account.environment === "demo")) {
    actions.push({ icon: "refresh", words: say("sync-demo-reset"), act: () => open({ is: "demo_reset" }) });
  }
  return actions;
}

function useSupport(): PaletteEntry[] {
  const { open } = useDialogs();
  const openLink = useOpenLink();
  return [
    {
      icon: "external",
      words: say("frame-bulletins"),
      also: [say("frame-bulletins-also")],
      act: () => openLink("bulletin_archive"),
    },
    {
      icon: "external",
      words: say("frame-state-site"),
      also: [say("frame-state-site-also")],
      act: () => openLink("state_site"),
    },
    {
      icon: "help",
      words: say("frame-keys"),
      keys: "?",
      also: [say("frame-keys-also")],
      act: () => open({ is: "keys" }),
    },
    ...THEMES.map((theme) => ({
      icon: "sun" as const,
      words: say(theme.command),
      also: [say("frame-appearance-also")],
      act: () => chooseTheme(theme.value),
    })),
    ...DENSITIES.map((density) => ({
      icon: "menu" as const,
      words: say(density.command),
      also: [say("frame-rows-also")],
      act: () => chooseDensity(density.value),
    })),
    ...LANGUAGES.map((language) => ({
      icon: "globe" as const,
      words: say(language.command),
      also: [say("frame-language-also")],
      act: () => chooseLanguage(language.value),
    })),
    {
      icon: "info",
      words: say("frame-about"),
      also: [say("frame-about-also")],
      act: () => open({ is: "about" }),
    },
  ];
}
