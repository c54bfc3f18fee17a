import type { ReactElement } from "react";
import mark from "../../../../icons/trackside.svg";
import { useSnapshot } from "../../base/desk";
import { Dialog } from "../../parts";
import { type LabelId, say } from "../../words";

const COPY_ON: Record<string, LabelId> = {
  windows: "frame-about-copy-windows",
  macos: "frame-about-copy-macos",
  linux: "frame-about-copy-linux",
};

/** Which Trackside this is, and where it keeps what. */
export function About({ onClose }: { onClose: () => void }): ReactElement {
  const { version, platform, keychain } = useSnapshot();
  return (
    <Dialog open reading onClose={onClose} title={say("frame-about")}>
      <div className="about">
        <img src={mark} alt="" width="44" height="44" />
        <p>
          <strong>{say("frame-about-version", { version })}</strong>
          <br />
          <span className="quiet">{say("frame-about-what")}</span>
        </p>
      </div>
      <dl className="facts">
        <dt>{say("frame-about-copy")}</dt>
        <dd>{say(COPY_ON[platform] ?? "frame-about-copy-linux")}</dd>
        <dt>{say("frame-about-keys")}</dt>
        <dd>{say(keychain === "system" ? "frame-about-keys-kept" : "frame-about-keys-memory")}</dd>
        <dt>{say("frame-about-leaves")}</dt>
        <dd>{say("frame-about-leaves-what")}</dd>
      </dl>
    </Dialog>
  );
}
