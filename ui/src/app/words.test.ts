import { expect, it } from "vitest";
import { account } from "./test-licences";
import { accountName, counted, hostOf } from "./words";

it("calls an account by its system, and by its place where there are several of one", () => {
  const demo = account();
  const first = account({ id: "1", environment: "production" });
  const second = account({ id: "2", environment: "production" });
  const sandbox = account({ id: "3", environment: "sandbox" });
  const all = [demo, first, second, sandbox];
  expect(all.map((each) => accountName(each, all))).toEqual([
    "Demo state",
    "California, account 1",
    "California, account 2",
    "California sandbox",
  ]);
  expect(accountName(first, [first])).toBe("California");
});

it("counts in words", () => {
  expect(counted(1, "licence")).toBe("1 licence");
  expect(counted(2031, "record")).toBe("2,031 records");
});

it("names the hosts of the state's pattern", () => {
  expect(hostOf("CA", "production")).toBe("api-ca.metrc.com");
  expect(hostOf("CA", "sandbox")).toBe("sandbox-api-ca.metrc.com");
});
