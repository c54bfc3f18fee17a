import type { ReactElement } from "react";
import { useSnapshot } from "../../base/desk";
import { keyName } from "../../base/keys";
import { Dialog, Keys } from "../../parts";
import { say } from "../../words";
import { KEYS } from "./keys";

/** Every key, on one sheet. */
export function KeysSheet({ onClose }: { onClose: () => void }): ReactElement {
  const { platform } = useSnapshot();
  return (
    <Dialog open wide reading onClose={onClose} title={say("frame-keys")}>
      <div className="keys-sheet">
        {KEYS.map((group) => (
          <section key={group.where} aria-label={say(group.where)}>
            <h3>{say(group.where)}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.does}>
                  <dt>
                    {line.keys.map((key) => (
                      <Keys key={key}>{keyName(key, platform)}</Keys>
                    ))}
                  </dt>
                  <dd>{say(line.does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
