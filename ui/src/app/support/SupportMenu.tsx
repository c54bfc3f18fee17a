import { type ReactElement, useState } from "react";
import { Icon, Menu, MenuChoice, MenuItem, MenuLine } from "../../parts";
import { useSnapshot } from "../desk";
import { useDialogs } from "../frame/dialogs-state";
import { chooseTheme, readTheme, THEMES } from "../theme";
import { keyName } from "./keys";
import { useOpenLink } from "./links";

/** Help, the state's bulletins, the look, and what this is. */
export function SupportMenu(): ReactElement {
  const { platform } = useSnapshot();
  const { open } = useDialogs();
  const openLink = useOpenLink();
  return (
    <Menu
      side="right"
      align="end"
      trigger={
        <button type="button" className="rail-entry" aria-label="Support" title="Support">
          <Icon name="help" />
          <span className="rail-words">Support</span>
        </button>
      }
    >
      <MenuItem icon="external" onSelect={() => openLink("bulletin_archive")}>
        Industry Bulletin Archive
      </MenuItem>
      <MenuItem icon="external" onSelect={() => openLink("state_site")}>
        The state’s site
      </MenuItem>
      <MenuLine />
      <MenuItem icon="command" keys={keyName("Mod+K", platform)} onSelect={() => open({ is: "palette" })}>
        Commands
      </MenuItem>
      <MenuItem icon="help" keys="?" onSelect={() => open({ is: "keys" })}>
        Keyboard keys
      </MenuItem>
      <MenuLine />
      <LookChoice />
      <MenuLine />
      <MenuItem icon="info" onSelect={() => open({ is: "about" })}>
        About Trackside
      </MenuItem>
    </Menu>
  );
}

/** The look, read anew each time the menu opens: the palette can change it as well. */
function LookChoice(): ReactElement {
  const [theme, setTheme] = useState(readTheme);
  return (
    <MenuChoice
      label="Look"
      value={theme}
      options={THEMES}
      onChange={(next) => {
        chooseTheme(next);
        setTheme(next);
      }}
    />
  );
}
