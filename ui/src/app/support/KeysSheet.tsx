import type { ReactElement } from "react";
import { Dialog } from "../../parts";
import { useSnapshot } from "../desk";
import { KEYS, keyName } from "./keys";

/** Every key, on one sheet. */
export function KeysSheet({ onClose }: { onClose: () => void }): ReactElement {
  const { platform } = useSnapshot();
  return (
    <Dialog open wide reading onClose={onClose} title="Keyboard keys">
      <div className="keys-sheet">
        {KEYS.map((group) => (
          <section key={group.where} aria-label={group.where}>
            <h3>{group.where}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.does}>
                  <dt>
                    {line.keys.map((key) => (
                      <kbd key={key} className="keys">
                        {keyName(key, platform)}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
