import { describe, expect, it, vi } from "vitest";
import { bridgeBackend } from "./bridge";
import { asDeskFailure, call, DeskFailure, newRequestId, onEvent } from "./index";
import { deskError, testDesk } from "./testing";

describe("calling the desk", () => {
  it("throws the desk's own error, with its code, words and details", async () => {
    testDesk({
      account_check: () => {
        throw deskError({ code: "wrong_key", message: "The state does not accept these keys.", details: "HTTP 401" });
      },
    });
    const failed = call("account_check", { state: "CA", environment: "production", software_key: "a", user_key: "b" });
    await expect(failed).rejects.toBeInstanceOf(DeskFailure);
    await expect(failed).rejects.toMatchObject({ code: "wrong_key", details: "HTTP 401", next: "Try again." });
  });

  it("makes anything else an internal error that keeps its text for whoever helps", () => {
    expect(asDeskFailure(new TypeError("no such thing"))).toMatchObject({ code: "internal", details: "no such thing" });
  });

  it("tells every listener until it stops listening", () => {
    const desk = testDesk();
    const first = vi.fn();
    const second = vi.fn();
    const stop = onEvent(first);
    onEvent(second);
    desk.tell({ event: "snapshot" });
    stop();
    desk.tell({ event: "snapshot" });
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).toHaveBeenCalledTimes(2);
  });

  it("makes request ids of the form of a random UUID, each its own", () => {
    const ids = new Set(Array.from({ length: 100 }, newRequestId));
    expect(ids.size).toBe(100);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});

describe("the bridge", () => {
  function answering(status: number, body: string) {
    const fetched = vi.fn(async (_url: string, _options: RequestInit) => new Response(body, { status }));
    vi.stubGlobal("fetch", fetched);
    return fetched;
  }

  it("takes the token out of the address, keeps it, and sends it with each call", async () => {
    history.replaceState(null, "", "/?token=secret");
    const fetched = answering(200, '{"changed":true}');
    expect(await bridgeBackend().call("job_cancel", { job: "1" })).toEqual({ changed: true });
    expect(location.search).toBe("");
    expect(sessionStorage.getItem("trackside.token")).toBe("secret");
    const [url, options] = fetched.mock.calls[0] ?? [];
    expect(url).toBe("/rpc/job_cancel");
    expect(options?.headers).toMatchObject({ authorization: "Bearer secret" });
    expect(options?.body).toBe('{"job":"1"}');
  });

  it("throws what the desk answered with an error status", async () => {
    answering(409, JSON.stringify(deskError({ code: "folder_in_use" })));
    await expect(bridgeBackend().call("app_snapshot", {})).rejects.toMatchObject({ code: "folder_in_use" });
  });

  it("says so in words when there is no bridge, or it talks of something else", async () => {
    answering(502, "<html>bad gateway</html>");
    await expect(bridgeBackend().call("app_snapshot", {})).rejects.toMatchObject({
      code: "internal",
      details: "502 <html>bad gateway</html>",
    });
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("refused")));
    await expect(bridgeBackend().call("app_snapshot", {})).rejects.toMatchObject({ code: "internal", retry: true });
  });
});
