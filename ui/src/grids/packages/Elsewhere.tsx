import { useQuery } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { Keys } from "../../parts";
import "./finding.css";
import { useSnapshot } from "../../base/desk";
import { chosenLicenses } from "../../base/shown";
import { listed } from "../../base/words";
import { Button, Reason } from "../../parts";
import {
  call,
  type DeskFailure,
  type LicenseNumber,
  type PackageTab,
  type TagFound,
  type TagPlace,
} from "../../platform";
import { nodes, say } from "../../words";
import { mayBeTag } from "./finding";
import { TAB_TITLES } from "./tabs";

/** Places offered as buttons; the first has a key. */
const MOST_PLACES = 3;

/** Where packages are whose tag ends as is searched for, other than in the list that is open. */
export function useElsewhere(search: string, tab: PackageTab, shown: readonly LicenseNumber[]): TagPlace[] {
  const text = search.trim();
  const { data } = useQuery<TagFound, DeskFailure>({
    queryKey: ["tag_find", text],
    queryFn: () => call("tag_find", { text }),
    enabled: mayBeTag(text),
    // The copy may have changed since it was asked the last time.
    staleTime: 0,
    gcTime: 0,
  });
  const here = (place: TagPlace) => place.tab === tab && shown.includes(place.license);
  const places = data?.places ?? [];
  // Where it is in this list as well, a filter leaves it out: that is said, and taken away, as ever.
  return places.some(here) ? [] : places;
}

/** In place of "no packages match": the tag is known, in another tab or another license, and one key goes there. */
export function Elsewhere({
  search,
  tab,
  shown,
  places,
  onGo,
  otherwise,
}: {
  search: string;
  tab: PackageTab;
  shown: readonly LicenseNumber[];
  places: readonly TagPlace[];
  onGo: (place: TagPlace) => void;
  otherwise: ReactNode;
}): ReactNode {
  const { accounts } = useSnapshot();
  if (places.length === 0) {
    return otherwise;
  }
  const told = (place: TagPlace) => ({
    count: place.packages,
    tab: say(TAB_TITLES[place.tab]),
    license: chosenLicenses(accounts).find((license) => license.number === place.license)?.name || place.license,
  });
  const inSight = (place: TagPlace) => shown.length === 1 && shown[0] === place.license;
  const where = (place: TagPlace) =>
    inSight(place) ? say("scan-elsewhere-tab", told(place)) : say("scan-elsewhere-license", told(place));
  const go = (place: TagPlace) =>
    inSight(place) ? say("scan-show-tab", told(place)) : say("scan-show-license", told(place));
  return (
    <Reason
      icon="package"
      title={say("scan-elsewhere", { tab: say(TAB_TITLES[tab]) })}
      actions={places
        .slice(0, MOST_PLACES)
        .map((place, at) => (
          <Show key={`${place.license} ${place.tab}`} words={go(place)} first={at === 0} onGo={() => onGo(place)} />
        ))}
    >
      <p>{nodes("scan-elsewhere-words", { search, places: listed(places.map(where)) })}</p>
    </Reason>
  );
}

function Show({ words, first, onGo }: { words: string; first: boolean; onGo: () => void }): ReactElement {
  return (
    <Button look={first ? "main" : "plain"} onClick={onGo}>
      {words}
      {first ? <Keys className="elsewhere-keys">{say("scan-enter")}</Keys> : null}
    </Button>
  );
}
