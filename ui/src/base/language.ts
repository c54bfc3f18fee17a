import { call } from "../platform";
import { type LabelId, type Language, speak } from "../words";

/** One of the languages, or that of the system. */
export type LanguageChoice = "system" | Language;

const KEY = "trackside.language";

/** The person's choice. */
export function readLanguage(): LanguageChoice {
  const kept = localStorage.getItem(KEY);
  return kept === "en-US" || kept === "es-US" ? kept : "system";
}

/** The language that a choice comes to here; English where the system speaks one that has no catalogue. */
export function languageOf(choice: LanguageChoice): Language {
  if (choice !== "system") {
    return choice;
  }
  return /^es\b/i.test(navigator.language) ? "es-US" : "en-US";
}

/** Speaks a choice. What is drawn already does not change: it comes before the first drawing. */
export function applyLanguage(choice: LanguageChoice): void {
  const language = languageOf(choice);
  speak(language);
  document.documentElement.lang = language;
  tellDesk(language);
}

/** Remembers a choice and draws the page anew in it. Nothing typed is lost: drafts are on the disk. */
export function chooseLanguage(choice: LanguageChoice): void {
  if (choice !== readLanguage()) {
    localStorage.setItem(KEY, choice);
    window.location.reload();
  }
}

/** The choices: in the menu, and as a command. */
export const LANGUAGES: readonly { value: LanguageChoice; words: LabelId; command: LabelId }[] = [
  { value: "system", words: "frame-language-system", command: "frame-language-system-command" },
  { value: "en-US", words: "frame-language-english", command: "frame-language-english-command" },
  { value: "es-US", words: "frame-language-spanish", command: "frame-language-spanish-command" },
];

/** Tells the desk, before anything is asked of it: it makes sentences too. */
function tellDesk(language: Language): void {
  // What goes wrong with the desk is said by what is asked of it next.
  call("language_speak", { language }).catch(() => {});
}
