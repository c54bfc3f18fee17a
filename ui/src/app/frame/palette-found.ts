import { useEffect, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { useFrame } from "../../base/frame-state";
import type { PaletteEntry, PaletteGroup } from "../../base/palette";
import { chosenLicenses } from "../../base/shown";
import { askPackages } from "../../grids/packages/asked";
import { withLicense } from "../../grids/packages/finding";
import { TAB_TITLES } from "../../grids/packages/tabs";
import { useFindTag } from "../../grids/packages/useFindTag";
import {
  asDeskFailure,
  call,
  type DeskFailure,
  type FoundItem,
  type FoundLocation,
  type FoundManifest,
  type KnownFound,
  type LicenseNumber,
  type TagPlace,
} from "../../platform";
import { setTransfersAt, TAB_TITLES as TRANSFER_TITLES } from "../../transfers/at";
import { say } from "../../words";

/** The copy is asked once the person has rested for so long. */
export const RESTED_MS = 80;
/** Fewer characters would find anything. */
const LEAST = 2;
/** At most so many of a kind. */
const MOST = 5;

/** A tag ends in its running number. */
const TAG_END = /^[0-9A-Z]{0,20}[0-9]{4}$/i;

/** Whether what was typed is a whole tag, or its last four characters or more. */
export function endsATag(text: string): boolean {
  return TAG_END.test(text.trim());
}

/** What the copy has for a text. */
export interface Found {
  text: string;
  places: TagPlace[];
  known: KnownFound;
  failure: DeskFailure | null;
}

const NOTHING: KnownFound = { items: [], manifests: [], locations: [] };

/**
 * What the local copy has for what was typed: the last answer, and whether that of the text as it is now is still to
 * come. An answer that comes for an older text is dropped.
 */
export function useFound(typed: string): { found: Found | null; waiting: boolean } {
  const { shown } = useFrame();
  const [found, setFound] = useState<Found | null>(null);
  const text = typed.trim();
  const asks = text.length >= LEAST;
  const licenses = shown.map((license) => license.number).join(" ");
  useEffect(() => {
    if (!asks) {
      setFound(null);
      return;
    }
    let gone = false;
    const ask = async (): Promise<Found> => {
      const [known, tags] = await Promise.allSettled([
        licenses === "" ? NOTHING : call("known_find", { text, licenses: licenses.split(" ") }),
        endsATag(text) ? call("tag_find", { text }) : null,
      ]);
      const failed = [known, tags].find((each) => each.status === "rejected");
      return {
        text,
        known: known.status === "fulfilled" ? known.value : NOTHING,
        places: (tags.status === "fulfilled" ? tags.value?.places : null) ?? [],
        failure: failed ? asDeskFailure(failed.reason) : null,
      };
    };
    const timer = setTimeout(() => {
      void ask().then((answer) => {
        if (!gone) {
          setFound(answer);
        }
      });
    }, RESTED_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, asks, licenses]);
  const mine = asks ? found : null;
  return { found: mine, waiting: asks && mine?.text !== text };
}

/** What was found, as lines that lead to it. */
export function useFoundGroups(found: Found | null): { packages: PaletteGroup; others: PaletteGroup[] } {
  const { shown, show, goTo, visit } = useFrame();
  const { accounts } = useSnapshot();
  const { go } = useFindTag();
  const loaded = chosenLicenses(accounts);
  const nameOf = (number: LicenseNumber) => loaded.find((license) => license.number === number)?.name || number;
  const several = shown.length > 1;
  const numbers = shown.map((license) => license.number);
  const { text = "", places = [], known = NOTHING } = found ?? {};

  const ofPlace = (place: TagPlace): PaletteEntry => {
    const { license, tab, packages } = place;
    const here = shown.length === 1 && shown[0]?.number === license;
    const where = here
      ? say(TAB_TITLES[tab])
      : say("palette-where", { tab: say(TAB_TITLES[tab]), license: nameOf(license) });
    const base = { id: `package ${license} ${tab}`, icon: "package", end: where, leads: true } as const;
    if (packages === 1) {
      return { ...base, words: place.tag, tag: true, note: place.item, act: () => go(place) };
    }
    return {
      ...base,
      words: say("palette-several", { count: packages, text }),
      act: () => {
        show(withLicense(numbers, license));
        askPackages({ tab, search: text });
        goTo("packages");
      },
    };
  };
  const ofItem = ({ name, category, packages }: FoundItem): PaletteEntry => ({
    id: `item ${name} ${category}`,
    icon: "tag",
    words: name,
    note: category,
    ...howMany(packages),
    leads: true,
    act: () => {
      askPackages({ tab: "active", search: name });
      goTo("packages");
    },
  });
  const ofLocation = ({ name, license, packages }: FoundLocation): PaletteEntry => ({
    id: `location ${license} ${name}`,
    icon: "place",
    words: name,
    ...(several ? { note: nameOf(license) } : {}),
    ...howMany(packages),
    leads: true,
    act: () => {
      // Another license may have a location of the same name: only this one's were counted.
      show([license]);
      askPackages({ tab: "active", search: name });
      goTo("packages");
    },
  });
  const ofManifest = ({ license, list, id, number, other, state }: FoundManifest): PaletteEntry => ({
    id: `manifest ${license} ${list} ${id}`,
    icon: "truck",
    words: number,
    note: several ? say("palette-where", { tab: other, license: nameOf(license) }) : other,
    end: state ? say("palette-stage", { list: say(TRANSFER_TITLES[list]), state }) : say(TRANSFER_TITLES[list]),
    leads: true,
    act: () => {
      setTransfersAt({ tab: list, open: null, detail: { license, list, id } });
      visit("transfers");
    },
  });
  const group = <T>(id: string, heading: string, all: readonly T[], line: (one: T) => PaletteEntry): PaletteGroup => ({
    id,
    heading,
    entries: all.slice(0, MOST).map(line),
  });
  return {
    packages: group("packages", say("palette-packages"), places, ofPlace),
    others: [
      group("items", say("palette-items"), known.items, ofItem),
      group("locations", say("palette-locations"), known.locations, ofLocation),
      group("manifests", say("palette-manifests"), known.manifests, ofManifest),
    ].filter(({ entries }) => entries.length > 0),
  };
}

function howMany(packages: number): Pick<PaletteEntry, "end" | "why"> {
  return packages === 0 ? { why: say("palette-no-packages") } : { end: say("common-packages", { count: packages }) };
}
