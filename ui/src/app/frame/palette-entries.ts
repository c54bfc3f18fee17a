import { chooseDensity, DENSITIES } from "../../base/density";
import { useSnapshot } from "../../base/desk";
import { useOutboxCommand, useSyncCommand } from "../../base/desk-commands";
import { useDialogs } from "../../base/dialogs-state";
import { type PlaceId, useFrame, useShowOutbox } from "../../base/frame-state";
import { GROUP_LOOK, GROUPS } from "../../base/groups";
import { keyName } from "../../base/keys";
import { chooseLanguage, LANGUAGES } from "../../base/language";
import { useOpenLink } from "../../base/links";
import type { Line, PaletteGroup } from "../../base/palette";
import { chosenLicenses } from "../../base/shown";
import { chooseTheme, THEMES } from "../../base/theme";
import { KINDS } from "../../base/words";
import { askPackages } from "../../grids/packages/asked";
import { TABS as PACKAGE_TABS, TAB_TITLES as PACKAGE_TITLES } from "../../grids/packages/tabs";
import type { PackageTab } from "../../platform";
import {
  setTransfersAt,
  TABS as TRANSFER_TABS,
  TAB_TITLES as TRANSFER_TITLES,
  type TransferTab,
} from "../../transfers/at";
import { useTransferEntries } from "../../transfers/palette";
import { type LabelId, say } from "../../words";
import { comingPlaces } from "./coming";
import { hereCommands, packageCommands } from "./palette-commands";
import { placesFor } from "./places";

/** What the palette offers now. */
export function usePaletteEntries(): PaletteGroup[] {
  const group = (id: string, heading: LabelId, lines: Line[]): PaletteGroup => ({
    id,
    heading: say(heading),
    entries: lines.map((line, at) => ({ id: `${id} ${at}`, ...line })),
  });
  return [
    packageCommands(),
    group("places", "frame-places", usePlaces()),
    group("licenses", "licenses-licenses", useLicenses()),
    group("actions", "frame-commands-actions", [...useTransferEntries(), ...useActions(), ...hereCommands()]),
    group("support", "frame-support", useSupport()),
  ];
}

/** Other words that find a tab. */
const TAB_ALSO: Partial<Record<PackageTab | TransferTab, LabelId>> = {
  on_hold: "palette-hold-also",
  inactive: "palette-inactive-also",
  in_transit: "palette-in-transit-also",
  incoming: "palette-incoming-also",
};

/** The places, what each of them has tabs for, and the places still to come. */
function usePlaces(): Line[] {
  const { shown, goTo, visit } = useFrame();
  const { platform } = useSnapshot();
  const showOutbox = useShowOutbox();
  const places = placesFor(shown);
  const tabs = (place: PlaceId, all: readonly { title: string; also?: LabelId | undefined; act: () => void }[]) => {
    const of = places.find((each) => each.id === place);
    return of
      ? all.map(
          ({ title, also, act }): Line => ({
            icon: of.icon,
            words: say("palette-tab", { place: of.title, tab: title }),
            also: also ? [say(also)] : [],
            under: of.title,
            leads: true,
            act,
          }),
        )
      : [];
  };
  return [
    ...places.map(
      (place, index): Line => ({
        icon: place.icon,
        words: place.title,
        keys: keyName(place.keys ?? `Mod+${index + 1}`, platform),
        leads: true,
        act: () => visit(place.id),
      }),
    ),
    ...tabs(
      "packages",
      PACKAGE_TABS.map((tab) => ({
        title: say(PACKAGE_TITLES[tab]),
        also: TAB_ALSO[tab],
        act: () => {
          askPackages({ tab });
          goTo("packages");
        },
      })),
    ),
    ...tabs(
      "transfers",
      TRANSFER_TABS.map((tab) => ({
        title: say(TRANSFER_TITLES[tab]),
        also: TAB_ALSO[tab],
        act: () => {
          setTransfersAt({ tab, open: null, detail: null });
          visit("transfers");
        },
      })),
    ),
    ...tabs(
      "outbox",
      GROUPS.map((group) => ({
        title: GROUP_LOOK[group].title,
        act: () => {
          showOutbox({ group, intent: null });
          visit("outbox");
        },
      })),
    ),
    ...comingPlaces().map(
      ({ title, icon, also }): Line => ({
        icon,
        words: title,
        also: [also],
        why: say("palette-coming"),
        act: () => {},
      }),
    ),
  ];
}

function useLicenses(): Line[] {
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
  const all: Line = {
    icon: "building",
    words: say("frame-show-all", { count: loaded.length }),
    act: () => show(loaded.map((license) => license.number)),
  };
  return [...each, all];
}

function useActions(): Line[] {
  const { accounts, sync, outbox, platform } = useSnapshot();
  const { open } = useDialogs();
  const { tell } = useFrame();
  const send = useOutboxCommand("outbox_try", tell);
  const start = useSyncCommand("sync_start", tell);
  const cancel = useSyncCommand("sync_cancel", tell);
  const goesOn = sync.headline.is === "updating" || sync.headline.is === "waiting";
  const actions: Line[] = [
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

function useSupport(): Line[] {
  const { open } = useDialogs();
  const { visit } = useFrame();
  const openLink = useOpenLink();
  return [
    {
      icon: "file",
      // Not by its title alone: who types what that begins with has always meant the export.
      words: say("palette-tab", { place: say("frame-support"), tab: say("guide-title") }),
      also: [say("guide-also")],
      leads: true,
      act: () => visit("guide"),
    },
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
