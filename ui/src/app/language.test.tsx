import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { newQueryClient } from "../base/desk";
import { applyLanguage, chooseLanguage, languageOf, readLanguage } from "../base/language";
import { ALDER, account, FOOTHILL, ready, snapshot, syncStatus } from "../base/test-licenses";
import { deskError, testDesk } from "../platform/testing";
import { language, say, speak } from "../words";
import { App } from "./App";

// The places have tests of their own; here it is the frame around them that speaks.
vi.mock("../grids/packages/PackagesPage", () => ({ PackagesPage: () => null }));
vi.mock("../grids/lab-samples/LabSamplesPage", () => ({ LabSamplesPage: () => null }));
vi.mock("../transfers/TransfersPage", () => ({ TransfersPage: () => null }));

afterEach(() => {
  speak("en-US");
  document.documentElement.lang = "";
});

/** The page as it begins: in the language chosen, or the system's. */
function open(made = snapshot()) {
  applyLanguage(readLanguage());
  testDesk({ app_snapshot: () => made });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

function ofSystem(tag: string): void {
  vi.spyOn(navigator, "language", "get").mockReturnValue(tag);
}

/** Where a page would be loaded anew. */
function reloads() {
  const reload = vi.fn();
  vi.stubGlobal("location", { ...window.location, reload });
  return reload;
}

it("is the system's until somebody chooses, and English where the system speaks neither", () => {
  for (const [tag, spoken] of [
    ["es-MX", "es-US"],
    ["es", "es-US"],
    ["en-GB", "en-US"],
    ["est-EE", "en-US"],
    ["zh-TW", "en-US"],
  ]) {
    ofSystem(tag as string);
    applyLanguage(readLanguage());
    expect(language(), tag).toBe(spoken);
    expect(document.documentElement.lang, tag).toBe(spoken);
  }
  ofSystem("es-MX");
  expect(languageOf("en-US"), "who chose does not ask the system").toBe("en-US");
});

it("is chosen beside the appearance; the page is loaded anew and speaks it from its first drawing", async () => {
  const reload = reloads();
  const person = open();
  await person.click(await screen.findByRole("button", { name: "Support" }));
  const choices = within(await screen.findByRole("group", { name: "Language" }));
  expect(choices.getAllByRole("menuitemradio").map((each) => each.textContent)).toEqual([
    "Match system",
    "English",
    "Español",
  ]);
  expect(choices.getByRole("menuitemradio", { checked: true }).textContent).toBe("Match system");
  await person.click(choices.getByRole("menuitemradio", { name: "Español" }));
  expect(reload).toHaveBeenCalledOnce();
  expect(language(), "what is drawn does not change under the person").toBe("en-US");
  applyLanguage(readLanguage());
  expect([language(), document.documentElement.lang]).toEqual(["es-US", "es-US"]);
});

it("is chosen as a command too, and is not loaded anew for what is chosen already", async () => {
  const reload = reloads();
  const person = open();
  await screen.findByRole("navigation", { name: "Places" });
  await person.keyboard("{Control>}k{/Control}");
  await person.type(await screen.findByRole("combobox"), "español{Enter}");
  expect([readLanguage(), reload.mock.calls.length]).toEqual(["es-US", 1]);
  chooseLanguage("es-US");
  expect(reload).toHaveBeenCalledOnce();
});

it("takes what was kept and is no choice for none", () => {
  localStorage.setItem("trackside.language", "tlh");
  expect(readLanguage()).toBe("system");
});

it("fills the whole frame: Spanish", async () => {
  ofSystem("es-US");
  const loading = ready(FOOTHILL.number, { state: "loading", as_of: null });
  const person = open(
    snapshot({
      accounts: [account(), account({ id: "own", environment: "production", has_keys: false, licenses: [] })],
      sync: syncStatus({
        licenses: [ready(ALDER.number, { calls_last_minute: 12 }), loading],
        next_at: "2026-03-02T14:17:00Z",
      }),
    }),
  );
  const rail = await screen.findByRole("navigation", { name: "Lugares" });
  expect(
    within(rail)
      .getAllByRole("button")
      .map((each) => each.title),
  ).toEqual(["Paquetes", "Transferencias", "Listas", "Bandeja de salida", "Ayuda"]);
  const foot = screen.getByRole("contentinfo");
  expect(foot.textContent).toContain("Al día: 2 mar 2026, 6:02 a.\u00a0m.");
  expect(foot.textContent).toMatch(/Datos de hace \d+ días/);

  await person.click(within(foot).getByRole("button", { name: /^Al día/ }));
  const panel = await screen.findByRole("dialog", { name: "Sincronización" });
  expect(panel.textContent).toContain("Faltan las claves de California");
  expect(panel.textContent).toContain("Próxima revisión: 2 mar 2026, 6:17 a.\u00a0m.");
  expect(panel.textContent).toContain(`Llamadas por ${ALDER.number}: 12 de 3,000 en el último minuto`);
  await person.keyboard("{Escape}");

  await person.click(screen.getByRole("button", { name: /Alder Street Dispensary/ }));
  const switcher = await screen.findByRole("dialog", { name: "Licencias" });
  expect(within(switcher).getByRole("region", { name: "Estado de demostración" })).toBeTruthy();
  expect(within(switcher).getByRole("button", { name: /^Mostrar solo Foothill Analytics/ })).toBeTruthy();
  expect(switcher.textContent).toContain("Datos: 2 mar 2026, 6:02 a.\u00a0m.");
  await person.keyboard("{Escape}");

  await person.keyboard("{Control>}k{/Control}");
  const commands = await screen.findByRole("dialog", { name: "Comandos" });
  await person.type(within(commands).getByRole("combobox"), "refrescar");
  expect(
    within(commands)
      .getAllByRole("option")
      .map((each) => each.textContent?.replace(/\s+/g, " ")),
  ).toEqual(["Sincronizar ahora F5"]);
});

it("fills the first window and what comes before it", async () => {
  ofSystem("es");
  const nobody = snapshot({ accounts: [], sync: syncStatus({ headline: { is: "nothing" }, licenses: [] }) });
  const person = open(nobody);
  await person.click(await screen.findByRole("button", { name: "Conectar mi licencia" }));
  await person.click(screen.getByRole("button", { name: "Revisar las claves" }));
  expect(screen.getByText("Ingrese la clave de software.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Mostrar la clave de usuario" })).toBeTruthy();
  expect(screen.getByText(/^Dirección:/).textContent).toBe("Dirección: https://api-ca.metrc.com");
});

it("speaks where nothing could be opened at all", async () => {
  speak("es-US");
  testDesk({
    app_snapshot: () => {
      throw deskError({ code: "folder_in_use" });
    },
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  expect(await screen.findByRole("heading", { name: "Trackside ya está abierto" })).toBeTruthy();
  expect(screen.getByRole("button", { name: say("common-try-again") })).toBeTruthy();
});
