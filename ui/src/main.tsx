import "./base.css";
import "./parts/parts.css";
import "./parts/tabs.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { applyDensity, readDensity } from "./app/density";
import { newQueryClient } from "./app/desk";
import { applyLanguage, readLanguage } from "./app/language";
import { applyTheme, readTheme } from "./app/theme";

applyTheme(readTheme());
applyDensity(readDensity());
applyLanguage(readLanguage());

const place = document.getElementById("page");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={newQueryClient()}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
