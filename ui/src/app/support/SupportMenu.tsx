import { type ReactElement, useState } from "react";
import { chooseDensity, DENSITIES, readDensity } from "../../base/density";
import { useSnapshot } from "../../base/desk";
import { useDialogs } from "../../base/dialogs-state";
import { useFrame } from "../../base/frame-state";
import { keyName } from "../../base/keys";
import { chooseLanguage, LANGUAGES, readLanguage } from "../../base/language";
import { useOpenLink } from "../../base/links";
import { chooseTheme, readTheme, THEMES } from "../../base/theme";
import { Icon, Menu, MenuChoice, MenuItem, MenuLine } from "../../parts";
import { say } from "../../words";

/** The guide to files, the state's bulletins, keys, appearance and language, and what this is. */
export function SupportMenu(): ReactElement {
  const { platform } = useSnapshot();
  const { open } = useDialogs();
  const { visit } = useFrame();
  const openLink = useOpenLink();
  return (
    <Menu
      side="right"
      align="end"
      trigger={
        <button type="button" className="rail-entry" aria-label={say("frame-support")} title={say("frame-support")}>
          <Icon name="help" />
          <span className="rail-words">{say("frame-support")}</span>
        </button>
      }
    >
      {/* After the menu has given the focus back. */}
      <MenuItem icon="file" onSelect={() => setTimeout(() => visit("guide"))}>
        {say("guide-title")}
      </MenuItem>
      <MenuItem icon="external" onSelect={() => openLink("bulletin_archive")}>
        {say("frame-bulletins")}
      </MenuItem>
      <MenuItem icon="external" onSelect={() => openLink("state_site")}>
        {say("frame-state-site")}
      </MenuItem>
      <MenuLine />
      <MenuItem icon="command" keys={keyName("Mod+K", platform)} onSelect={() => open({ is: "palette" })}>
        {say("frame-commands")}
      </MenuItem>
      <MenuItem icon="help" keys="?" onSelect={() => open({ is: "keys" })}>
        {say("frame-keys")}
      </MenuItem>
      <MenuLine />
      <LookChoice />
      <MenuLine />
      <RowsChoice />
      <MenuLine />
      <LanguageChoice />
      <MenuLine />
      <MenuItem icon="info" onSelect={() => open({ is: "about" })}>
        {say("frame-about")}
      </MenuItem>
    </Menu>
  );
}

/** The look, read anew each time the menu opens: the palette can change it as well. */
function LookChoice(): ReactElement {
  const [theme, setTheme] = useState(readTheme);
  return (
    <MenuChoice
      label={say("frame-appearance")}
      value={theme}
      options={THEMES.map((theme) => ({ value: theme.value, words: say(theme.words) }))}
      onChange={(next) => {
        chooseTheme(next);
        setTheme(next);
      }}
    />
  );
}

/** How close the rows stand, read anew as the look is. */
function RowsChoice(): ReactElement {
  const [density, setDensity] = useState(readDensity);
  return (
    <MenuChoice
      label={say("frame-rows")}
      value={density}
      options={DENSITIES.map((density) => ({ value: density.value, words: say(density.words) }))}
      onChange={(next) => {
        chooseDensity(next);
        setDensity(next);
      }}
    />
  );
}

/** The language. Another one draws the page anew. */
function LanguageChoice(): ReactElement {
  return (
    <MenuChoice
      label={say("frame-language")}
      value={readLanguage()}
      options={LANGUAGES.map((language) => ({ value: language.value, words: say(language.words) }))}
      onChange={chooseLanguage}
    />
  );
}
