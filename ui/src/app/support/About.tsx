import type { ReactElement } from "react";
import mark from "../../../../icons/trackside.svg";
import { Dialog } from "../../parts";
import { useSnapshot } from "../desk";

const FOLDERS: Record<string, string> = {
  windows: "in your user account’s application data folder (AppData), under app.trackside.desktop",
  macos: "in your user account’s Library, under Application Support, app.trackside.desktop",
  linux: "in your home folder’s application data (.local/share), under app.trackside.desktop",
};

/** Which Trackside this is, and where it keeps what. */
export function About({ onClose }: { onClose: () => void }): ReactElement {
  const { version, platform, keychain } = useSnapshot();
  return (
    <Dialog open reading onClose={onClose} title="About Trackside">
      <div className="about">
        <img src={mark} alt="" width="44" height="44" />
        <p>
          <strong>Trackside {version}</strong>
          <br />
          <span className="quiet">A desktop client for California’s track-and-trace system.</span>
        </p>
      </div>
      <dl className="facts">
        <dt>The local copy</dt>
        <dd>On this computer, {FOLDERS[platform] ?? FOLDERS.linux}. It can be rebuilt from the state at any time.</dd>
        <dt>Your keys</dt>
        <dd>
          {keychain === "system"
            ? "In this computer’s keychain. They are in no file, no log and not on this page."
            : "In memory only, until Trackside closes: this computer has no keychain that Trackside can use."}
        </dd>
        <dt>What leaves this computer</dt>
        <dd>Calls to the state’s own system, with your keys. Nothing else.</dd>
      </dl>
    </Dialog>
  );
}
