import { Menu } from "@base-ui/react/menu";
import { type ReactElement, useEffect, useRef } from "react";
import { ACTIONS } from "../../actions";
import { Icon } from "../../parts";
import { say } from "../../words";
import { selectionWords } from "./SelectionBar";
import type { PackageActions } from "./usePackageActions";

/** What can be done with the selected packages, beside a cell, the pointer or a button. */
export function ActionsMenu({ actions }: { actions: PackageActions }): ReactElement | null {
  const { menu, selected } = actions;
  const words = selectionWords(selected);
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (menu) {
      // No button of its own opened it, so the menu does not know that a key did: Enter does the first at once.
      const frame = requestAnimationFrame(() =>
        popup.current?.querySelector<HTMLElement>("[role='menuitem']:not([data-disabled])")?.focus(),
      );
      return () => cancelAnimationFrame(frame);
    }
  }, [menu]);
  if (!menu || words === null) {
    return null;
  }
  return (
    <Menu.Root open onOpenChange={(open) => (open ? undefined : actions.closeMenu())}>
      <Menu.Portal>
        <Menu.Positioner className="layer" anchor={menu} align="start" sideOffset={2} collisionPadding={8}>
          <Menu.Popup
            ref={popup}
            className="menu"
            aria-label={say("packages-actions")}
            finalFocus={() => {
              // A dialog that opens takes the focus itself.
              actions.toGrid();
              return false;
            }}
          >
            <Menu.Group>
              <Menu.GroupLabel className="menu-label">{words}</Menu.GroupLabel>
              {actions.actions.map((action) => (
                <Menu.Item key={action} className="menu-item" onClick={() => actions.act(action)}>
                  <span className="menu-mark">
                    <Icon name={ACTIONS[action].icon} />
                  </span>
                  <span className="menu-words">{ACTIONS[action].words}</span>
                </Menu.Item>
              ))}
              {actions.actions.length === 0 ? (
                <Menu.Item className="menu-item" disabled>
                  <span className="menu-words">{actions.why}</span>
                </Menu.Item>
              ) : null}
            </Menu.Group>
            <Menu.Separator className="menu-line" />
            <Menu.Item className="menu-item" onClick={actions.clear}>
              <span className="menu-mark">
                <Icon name="close" />
              </span>
              <span className="menu-words">{say("packages-deselect")}</span>
              <kbd className="keys">{say("packages-escape")}</kbd>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
