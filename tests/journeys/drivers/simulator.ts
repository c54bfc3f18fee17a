import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program } from "./places";
import { Program } from "./processes";

/** What goes wrong, as the simulator's `Fault` has it. */
export type Fault =
  | "refuseConnection"
  | "cutBeforeReading"
  | "cutAfterApplying"
  | "halfBody"
  | "errorBefore"
  | "errorAfter"
  | "maintenance"
  | "unauthorized"
  | "emptyPage"
  | "pageBefore"
  | "pageShift"
  | { late: { millis: number } }
  | { slowBytes: { bytes: number; millis: number } }
  | { tooMany: { retry_after: number | null } }
  | { clockOff: { seconds: number } };

/** When it goes wrong: the first `skip` matching requests pass, then `count` are hit; all, without one. */
export interface FaultRule {
  method?: string;
  /** How the path begins. */
  route?: string;
  /** Text that the query must contain. */
  query?: string;
  skip?: number;
  count?: number;
  /** Percent of those that are hit. */
  chance?: number;
  seed?: number;
  fault: Fault;
}

/** One request as the simulator saw it. */
export interface LoggedRequest {
  number: number;
  at: string;
  method: string;
  path: string;
  query: string;
  license: string;
  /** 0 when the connection was closed without an answer. */
  status: number;
}

export interface Counters {
  requests: number;
  gets: number;
  tooMany: number;
  faults: number;
  mostGetsInASecond: number;
  connections: number;
}

/** The simulator's keys: the software's, and one for each kind of user. */
export interface Keys {
  softwareKey: string;
  userKey: string;
  /** A user who may not see packages. */
  withoutPackages: string;
  /** A user who belongs to no license. */
  withoutLicenses: string;
  /** A user whose one license holds no packages. */
  emptyLicense: string;
  /** A user of the storefront retailer alone. */
  retailerOnly: string;
}

export interface License {
  number: string;
  name: string;
  kind: string;
  /** Packages that are active, on hold, inactive and in transit. */
  packages: [number, number, number, number];
}

/** What another user changes about a package. */
export interface PackageEdit {
  quantity?: string;
  note?: string;
  onHold?: boolean;
  finished?: boolean;
  location?: string;
  labState?: string;
}

/** What a journey looks at of a package at the state. */
export interface StatePackage {
  Id: number;
  Label: string;
  Quantity: number;
  FinishedDate: string | null;
  Note: string | null;
  LocationName: string | null;
}

export interface SimulatorOptions {
  seed?: number;
  /** About how many packages over all licenses. */
  packages?: number;
  limits?: "published" | "off";
}

/** A state API of the journey's own, as another program on this machine, with its back door. */
export class Simulator {
  readonly #options: SimulatorOptions;
  readonly #folder: string;
  #program: Program | undefined;
  #address = "";

  private constructor(options: SimulatorOptions, folder: string) {
    this.#options = options;
    this.#folder = folder;
  }

  static async start(options: SimulatorOptions = {}): Promise<Simulator> {
    const simulator = new Simulator(options, await mkdtemp(join(tmpdir(), "trackside-state-")));
    await simulator.comeBack();
    return simulator;
  }

  /** Its address, for the app's `--api`. It stays the same while it is dark. */
  get address(): string {
    return this.#address;
  }

  /** Ends it as a failing network would: connections break, new ones are refused. Its state is kept. */
  async goDark(): Promise<void> {
    await this.#program?.end("SIGKILL");
    this.#program = undefined;
  }

  /** Starts it, at first or after `goDark`, at the same address and with the same state; nothing happens while it runs. */
  async comeBack(): Promise<void> {
    if (this.#program) return;
    const { seed = 1, packages = 3_000, limits = "off" } = this.#options;
    const listen = this.#address ? new URL(this.#address).host : "127.0.0.1:0";
    this.#program = new Program("the simulator", program("simulator"), [
      ...["--listen", listen, "--seed", String(seed), "--packages", String(packages), "--limits", limits],
      ...["--store", join(this.#folder, "state.db")],
    ]);
    this.#address = await this.#program.line(/^address: (http:\/\/\S+)/, 60_000);
  }

  /** Ends it for good and removes what it kept. */
  async stop(): Promise<void> {
    await this.#program?.end();
    await rm(this.#folder, { recursive: true, force: true });
  }

  keys(): Promise<Keys> {
    return this.#ask("GET", "keys");
  }

  /** In the order retailer, delivery-only retailer, microbusiness, distributor, cultivator, laboratory, empty one. */
  licenses(): Promise<License[]> {
    return this.#ask("GET", "licenses");
  }

  async addFault(rule: FaultRule): Promise<number> {
    const { rule: number } = await this.#ask<{ rule: number }>("POST", "faults", rule);
    return number;
  }

  async faultHits(rule: number): Promise<number> {
    const { hits } = await this.#ask<{ hits: number | null }>("GET", `faults/${rule}`);
    return hits ?? 0;
  }

  async clearFaults(): Promise<void> {
    await this.#ask("DELETE", "faults");
  }

  requests(): Promise<LoggedRequest[]> {
    return this.#ask("GET", "requests");
  }

  counters(): Promise<Counters> {
    return this.#ask("GET", "counters");
  }

  /** Empties the log of requests and the counters. */
  async clearRequests(): Promise<void> {
    await this.#ask("DELETE", "requests");
  }

  /** Moves the state's clock. */
  async advance(seconds: number): Promise<void> {
    await this.#ask("POST", "clock", { seconds });
  }

  async setLimits(limits: "published" | "off"): Promise<void> {
    await this.#ask("POST", "limits", { limits });
  }

  /** Another user makes packages; gives their tags. */
  async createPackages(license: string, count: number): Promise<string[]> {
    const { labels } = await this.#ask<{ labels: string[] }>("POST", "packages", { license, count });
    return labels;
  }

  /** Another user changes a package. */
  async editPackage(license: string, label: string, edit: PackageEdit): Promise<void> {
    await this.#ask("POST", `packages/${encodeURIComponent(label)}`, { license, ...edit });
  }

  /** A package as the state's API tells it. */
  async packageAt(license: string, label: string): Promise<StatePackage> {
    const { softwareKey, userKey } = await this.keys();
    const pair = Buffer.from(`${softwareKey}:${userKey}`).toString("base64");
    const answer = await fetch(`${this.#address}/packages/v2/${label}?licenseNumber=${license}`, {
      headers: { Authorization: `Basic ${pair}` },
    });
    if (!answer.ok) throw new Error(`the state does not tell of ${label}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as StatePackage;
  }

  /** What was written to paths that begin so, oldest first. */
  async writes(path = "/"): Promise<LoggedRequest[]> {
    return (await this.requests()).filter((one) => one.method !== "GET" && one.path.startsWith(path));
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.#address}/simulator/${path}`, {
      method,
      ...(body !== undefined && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the simulator refuses ${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
