import { useEffect, useRef } from "react";
import { useFrame } from "../../base/frame-state";
import { dismissCard, summonCard } from "../../card/summon";
import type { PackageRow, PackageTab } from "../../platform";
import type { GridModel } from "../grid/model";
import { selectedCount } from "../grid/selection";
import { losing, setFinding, useFinding, withLicense } from "./finding";

/** What the packages' grid does to bring a package into sight. */
interface Going {
  model: GridModel<PackageRow> | null;
  tab: PackageTab;
  choose: (tab: PackageTab) => void;
  clearSearch: () => void;
  closeMenu: () => void;
}

/**
 * Brings the package that was asked for into sight: its tab and license, then its row, selected and with its card. Asks
 * first where a selection or filters would be lost.
 */
export function useGoing(going: Going): void {
  const { shown, show } = useFrame();
  const { turn, finding } = useFinding();
  const latest = useRef({ ...going, shown, show });
  useEffect(() => {
    latest.current = { ...going, shown, show };
  });
  const from = useRef<string[] | null>(null);
  const { model } = going;
  const place = finding.is === "going" ? finding.place : null;
  const agreed = finding.is === "going" && finding.agreed;
  const ready = finding.is === "going" && finding.ready;

  useEffect(() => {
    if (!place || ready) {
      return;
    }
    let gone = false;
    const prepare = async () => {
      const before = latest.current;
      before.closeMenu();
      const here = before.model?.scope.tab === place.tab && before.model.scope.licenses.includes(place.license);
      const at = here ? ((await before.model?.positionOf(place.row)) ?? null) : null;
      if (gone) {
        return;
      }
      const { model: current, choose, clearSearch, shown: licenses, show: showThese } = latest.current;
      const lost = current
        ? losing(selectedCount(current.selection.state()), current.state().question.filters.length, at !== null)
        : null;
      if (lost && !agreed) {
        setFinding(turn, { is: "asking", place, losing: lost });
        return;
      }
      const numbers = licenses.map((license) => license.number);
      const next = withLicense(numbers, place.license);
      from.current = next.join(" ") === numbers.join(" ") ? null : numbers;
      if (at === null) {
        clearSearch();
        if (here) {
          // At once: the row is looked for in what is asked from now on.
          current?.search("");
          current?.clearFilters();
        }
        choose(place.tab);
        showThese(next);
      }
      setFinding(turn, { is: "going", place, agreed: true, ready: true });
    };
    void prepare();
    return () => {
      gone = true;
    };
  }, [turn, place, agreed, ready]);

  const unknown = finding.is === "unknown";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every scan
  useEffect(() => {
    const selection = latest.current.model?.selection;
    if (unknown && selection) {
      // What is in the person's hand is not what the scan before showed: nothing may be done to that by mistake.
      dismissCard();
      if (selectedCount(selection.state()) === 1) {
        selection.clear();
      }
    }
  }, [turn, unknown]);

  const isThere =
    place !== null && model !== null && model.scope.tab === place.tab && model.scope.licenses.includes(place.license);
  useEffect(() => {
    if (!place || !ready || !model || !isThere) {
      return;
    }
    let gone = false;
    void model.bring(place.row, "tag").then((anchor) => {
      if (gone) {
        return;
      }
      if (setFinding(turn, anchor ? { is: "there", place, from: from.current } : { is: "moved", place }) && anchor) {
        summonCard({ anchor, tag: place.tag, license: place.license });
      }
    });
    return () => {
      gone = true;
    };
  }, [turn, place, ready, model, isThere]);
}
