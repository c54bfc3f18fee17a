import { afterEach, expect, it } from "vitest";
import { speak } from "../words";
import { account } from "./test-licenses";
import { accountName, count, hostOf, listed } from "./words";

afterEach(() => speak("en-US"));

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

it("calls an account as the person named it, and tells two of one name apart", () => {
  const first = account({ id: "1", environment: "production", name: "Alder Street" });
  const second = account({ id: "2", environment: "production" });
  const third = account({ id: "3", environment: "sandbox", name: "Alder Street" });
  expect([first, second].map((each) => accountName(each, [first, second]))).toEqual(["Alder Street", "California"]);
  expect(accountName(third, [first, second, third])).toBe("Alder Street, account 2");
});

it("lists names and writes numbers in the language spoken", () => {
  expect(listed(["Drivers", "Employees", "Vehicles"])).toBe("Drivers, Employees, and Vehicles");
  speak("es-US");
  expect(listed(["Conductores", "Empleados", "Vehículos"])).toBe("Conductores, Empleados y Vehículos");
  expect([2031, 12_345].map(count)).toEqual(["2,031", "12,345"]);
});

it("names the hosts of the state's pattern", () => {
  expect(hostOf("CA", "production")).toBe("api-ca.metrc.com");
  expect(hostOf("CA", "sandbox")).toBe("sandbox-api-ca.metrc.com");
});
