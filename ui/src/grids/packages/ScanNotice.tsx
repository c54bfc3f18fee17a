import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import "./finding.css";
import { useSnapshot } from "../../base/desk";
import { useSyncCommand } from "../../base/desk-commands";
import { useFrame } from "../../base/frame-state";
import { chosenLicenses } from "../../base/shown";
import { clock, useNow } from "../../base/time";
import { listed } from "../../base/words";
import { Button, Message, Notice } from "../../parts";
import type { LicenseNumber, TagFound, TagPlace } from "../../platform";
import { useScan } from "../../scan";
import { nodes, say } from "../../words";
import { beginFinding, type Finding, type Found, forgetFinding, setFinding, useFinding, withLicense } from "./finding";
import { TAB_TITLES } from "./tabs";
import { useFindTag } from "./useFindTag";

/** Hears the scanner wherever nobody else does, and says what became of a scan where the grid alone does not. */
export function ScanNotice(): ReactElement {
  const found = useFinding();
  const { find } = useFindTag();
  useScan("app", ({ text, inDialog }) => (inDialog ? tellInDialog(text) : find(text)));
  const { shown } = useFrame();
  const { accounts } = useSnapshot();
  const nameOf = (number: LicenseNumber) =>
    chosenLicenses(accounts).find((license) => license.number === number)?.name || number;
  const notice = noticeOf(found, nameOf, shown.map((license) => license.number).join(" "));
  return (
    <>
      <p className="unseen" role="status">
        <span key={found.turn}>{spoken(found.finding, nameOf)}</span>
      </p>
      {notice ? (
        found.finding.is === "in_dialog" ? (
          // A dialog hides the page from those who hear it, and lies over it for those who see it.
          createPortal(<div className="scan-over">{notice}</div>, document.body)
        ) : (
          <Message key={found.turn} weight={found.finding.is === "there" ? "tells" : "asks"} now>
            <section aria-label={say("scan-notice")}>{notice}</section>
          </Message>
        )
      ) : null}
    </>
  );
}

function tellInDialog(text: string): void {
  setFinding(beginFinding(), { is: "in_dialog", text });
}

type NameOf = (license: LicenseNumber) => string;

/** What is said to those who do not see the grid move. */
function spoken(finding: Finding, nameOf: NameOf): string {
  if (finding.is !== "there") {
    return "";
  }
  const { tag, item, tab, license } = finding.place;
  return say("scan-there", { tag, item, tab: say(TAB_TITLES[tab]), license: nameOf(license) });
}

function noticeOf({ turn, finding }: Found, nameOf: NameOf, shown: string): ReactNode {
  switch (finding.is) {
    case "nothing":
    case "going":
      return null;
    case "there":
      // Until the person goes elsewhere by themselves.
      return finding.from && withLicense(finding.from, finding.place.license).join(" ") === shown ? (
        <Switched key={turn} place={finding.place} from={finding.from} nameOf={nameOf} />
      ) : null;
    case "asking":
      return <Asking key={turn} turn={turn} finding={finding} nameOf={nameOf} />;
    case "moved":
      return (
        <Notice key={turn} live tone="warn" title={say("scan-moved", { tag: finding.place.tag })} actions={<Dismiss />}>
          <p>{say("scan-moved-next")}</p>
        </Notice>
      );
    case "unknown":
      return finding.tag ? <Unknown key={turn} found={finding.found} /> : <NoTag key={turn} found={finding.found} />;
    case "in_dialog":
      return (
        <Notice key={turn} live tone="warn" title={say("scan-in-dialog", { text: finding.text })} actions={<Dismiss />}>
          <p>{say("scan-in-dialog-next")}</p>
        </Notice>
      );
  }
}

function Dismiss(): ReactElement {
  return (
    <Button
      look="quiet"
      onClick={() => {
        forgetFinding();
        document.getElementById("place")?.focus();
      }}
    >
      {say("common-dismiss")}
    </Button>
  );
}

/** Another license came into sight; the way back to those before. */
function Switched({
  place,
  from,
  nameOf,
}: {
  place: TagPlace;
  from: readonly LicenseNumber[];
  nameOf: NameOf;
}): ReactElement {
  const { show } = useFrame();
  return (
    <Notice
      tone="info"
      title={say("scan-switched", { license: nameOf(place.license), tag: place.tag })}
      actions={
        <>
          <Button
            onClick={() => {
              forgetFinding();
              show([...from]);
              document.getElementById("place")?.focus();
            }}
          >
            {nodes("scan-back", { licenses: listed(from.map(nameOf)) })}
          </Button>
          <Dismiss />
        </>
      }
    />
  );
}

/** Something would be lost: Enter goes there, Escape stays. A further scan is the answer as well. */
function Asking({
  turn,
  finding,
  nameOf,
}: {
  turn: number;
  finding: Extract<Finding, { is: "asking" }>;
  nameOf: NameOf;
}): ReactElement {
  const { place, losing } = finding;
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    main.current?.focus();
    return () => {
      // The button goes; the focus is where it was, unless it has gone on.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape on either of its buttons
    <div
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          forgetFinding();
        }
      }}
    >
      <Notice
        live
        tone="warn"
        title={say("scan-asking", {
          tag: place.tag,
          tab: say(TAB_TITLES[place.tab]),
          license: nameOf(place.license),
        })}
        actions={
          <>
            <Button
              ref={main}
              look="main"
              onClick={() => setFinding(turn, { is: "going", place, agreed: true, ready: false })}
            >
              {say("scan-asking-show")}
            </Button>
            <Button look="quiet" onClick={forgetFinding}>
              {say("scan-asking-stay")}
            </Button>
          </>
        }
      >
        {losing.selected > 0 ? <p>{say("scan-losing-selection", { count: losing.selected })}</p> : null}
        {losing.filters > 0 ? <p>{say("scan-losing-filters", { count: losing.filters })}</p> : null}
      </Notice>
    </div>
  );
}

/** A tag that no license has: where it was looked for, how old that is, and what can be done. */
function Unknown({ found }: { found: TagFound }): ReactElement {
  const { tell } = useFrame();
  const now = useNow();
  const sync = useSyncCommand("sync_start", tell);
  const names = (some: TagFound["looked"]) => listed(some.map((one) => one.name || one.license));
  const unread = found.looked.filter((one) => one.as_of === null);
  const oldest = found.looked.flatMap((one) => (one.as_of ? [one.as_of] : [])).sort()[0];
  const [coming] = found.coming;
  return (
    <Notice
      live
      tone="warn"
      title={say("scan-unknown", { tag: found.text })}
      actions={
        <>
          <Button
            icon="sync"
            disabled={sync.busy}
            onClick={() => void sync.run({ licenses: found.looked.map((one) => one.license) })}
          >
            {say("sync-now")}
          </Button>
          <Dismiss />
        </>
      }
    >
      {coming ? (
        <p>{nodes("scan-coming", { manifest: coming.manifest, license: coming.to.name || coming.to.license })}</p>
      ) : null}
      <p>
        {oldest
          ? nodes("scan-looked", { licenses: names(found.looked), time: clock(oldest, now) })
          : nodes("scan-looked-unread", { licenses: names(found.looked) })}
      </p>
      {oldest && unread.length > 0 ? (
        <p>{nodes("scan-unread", { count: unread.length, licenses: names(unread) })}</p>
      ) : null}
      {coming ? null : <p>{say("scan-unknown-next")}</p>}
    </Notice>
  );
}

/** A barcode that is no tag. */
function NoTag({ found }: { found: TagFound }): ReactElement {
  return (
    <Notice live tone="warn" title={say("scan-no-tag", { text: found.text })} actions={<Dismiss />}>
      <p>{found.why}</p>
      <p>{say("scan-no-tag-next")}</p>
    </Notice>
  );
}
