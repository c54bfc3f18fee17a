import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The page runs in WebView2 and in WKWebView: what the older of the two understands is what is built.
const ENGINES = ["safari16.4", "chrome111"];

export default defineConfig({
  plugins: [react()],
  build: {
    target: ENGINES,
    cssTarget: ENGINES,
    outDir: "dist",
    emptyOutDir: true,
    // The content security policy allows no inline script, and files beside the page load in no time.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
  },
  // The catalogues of words stand beside the page: Rust reads them too.
  server: { strictPort: true, host: "127.0.0.1", fs: { allow: [".", "../words"] } },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test-setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    // Times are written on California's clock; a test that means another says so.
    env: { TZ: "America/Los_Angeles" },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Whole windows are drawn, on machines that do other things as well.
    testTimeout: 30_000,
  },
});
