import { Keys } from "../../parts";
import "./frame.css";
import { type ReactElement, useCallback, useEffect, useRef } from "react";
import { useSnapshot } from "../../base/desk";
import { useDialogs } from "../../base/dialogs-state";
import { type SlotName, useFrame } from "../../base/frame-state";
import { keyName } from "../../base/keys";
import { ScanNotice } from "../../grids/packages/ScanNotice";
import { SummaryNotice } from "../../outbox/SummaryNotice";
import { Button, MessageRoom, Reason, Trouble } from "../../parts";
import { say } from "../../words";
import { LicenseSwitcher } from "../licenses/LicenseSwitcher";
import { Notices } from "../Notices";
import { Indicator } from "../sync/Indicator";
import { placeAt } from "./beside";
import { DemoRibbon } from "./DemoRibbon";
import { Dialogs } from "./Dialogs";
import { placesFor } from "./places";
import { Rail } from "./Rail";
import { useFrameKeys } from "./use-frame-keys";

/** Rail, top bar, place, bottom bar. `takesFocus`: what had the focus, a button of the first window, is gone. */
export function Frame({ takesFocus }: { takesFocus: boolean }): ReactElement {
  const { place, shown } = useFrame();
  const { platform } = useSnapshot();
  const { open } = useDialogs();
  const places = placesFor(shown);
  const here = placeAt(place, places);
  useFrameKeys(places);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) {
      main.current?.focus();
    }
  }, [takesFocus]);
  return (
    <div className="frame">
      <a className="skip" href="#place">
        {say("frame-skip")}
      </a>
      <Rail places={places} here={here} />
      <header className="top">
        <LicenseSwitcher />
        <Room name="search" />
        <Button
          className="top-palette"
          icon="command"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => open({ is: "palette" })}
        >
          <span className="top-palette-words">{say("frame-commands")}</span>
          <Keys>{keyName("Mod+K", platform)}</Keys>
        </Button>
      </header>
      <DemoRibbon />
      <main className="place" id="place" tabIndex={-1} ref={main}>
        <h1 className="unseen">{here?.title}</h1>
        <div className="place-page">
          {shown.length === 0 && !here?.withoutLicense ? <NoLicense /> : here ? <here.Page /> : null}
        </div>
        <MessageRoom />
        {/* Messages, of which one at a time stands there. */}
        <Notices />
        <ScanNotice />
        <SummaryNotice />
        <Trouble />
        <Room name="bar" />
      </main>
      <footer className="bottom">
        <Indicator />
        <Room name="totals" />
      </footer>
      <Dialogs />
    </div>
  );
}

/** Accounts without a license that is loaded. */
function NoLicense(): ReactElement {
  const { open } = useDialogs();
  return (
    <Reason
      icon="building"
      title={say("frame-no-license")}
      actions={
        <Button look="main" onClick={() => open({ is: "licenses" })}>
          {say("frame-choose-licenses")}
        </Button>
      }
    >
      <p>{say("frame-no-license-meaning")}</p>
    </Reason>
  );
}

/** Room that a place fills. */
function Room({ name }: { name: SlotName }): ReactElement {
  const { setSlot } = useFrame();
  const ref = useCallback((element: HTMLElement | null) => setSlot(name, element), [name, setSlot]);
  return <div className={`room-${name}`} ref={ref} />;
}
