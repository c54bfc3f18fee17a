import "./base.css";
import "./parts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { applyDensity, readDensity } from "./base/density";
import { newQueryClient } from "./base/desk";
import { applyLanguage, readLanguage } from "./base/language";
import { applyTheme, readTheme } from "./base/theme";

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
