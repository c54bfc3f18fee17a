import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { Program } from "./processes";

const run = promisify(execFile);
const PATIENCE_MS = 20_000;

/**
 * A session bus with a real keychain on it, for one journey. The bus starts no service by itself, so that nothing but
 * the keychain is there and nothing outlives the journey.
 */
export class SecretService {
  /** The bus, as `DBUS_SESSION_BUS_ADDRESS` wants it. */
  readonly bus: string;
  readonly #programs: Program[];

  private constructor(bus: string, programs: Program[]) {
    this.bus = bus;
    this.#programs = programs;
  }

  static async start(folder: string, env: NodeJS.ProcessEnv): Promise<SecretService> {
    const bus = `unix:path=${join(folder, "bus")}`;
    const config = join(folder, "bus.conf");
    await writeFile(
      config,
      `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
       <busconfig><type>session</type><listen>${bus}</listen><auth>EXTERNAL</auth>
         <policy context="default"><allow send_destination="*" eavesdrop="true"/>
         <allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`,
    );
    const daemon = new Program(
      "dbus-daemon",
      "dbus-daemon",
      [`--config-file=${config}`, "--nofork", "--print-address"],
      {
        env,
      },
    );
    await daemon.line(/^unix:/);
    const inside = { ...env, DBUS_SESSION_BUS_ADDRESS: bus };
    const keyring = new Program(
      "gnome-keyring-daemon",
      "gnome-keyring-daemon",
      ["--foreground", "--unlock", "--components=secrets"],
      { env: inside },
      "the journey's password",
    );
    const service = new SecretService(bus, [keyring, daemon]);
    try {
      await service.#answers(keyring);
    } catch (error) {
      await service.end();
      throw error;
    }
    return service;
  }

  async end(): Promise<void> {
    for (const program of this.#programs) await program.end();
  }

  async #answers(keyring: Program): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    const question = ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"];
    for (;;) {
      const { stdout } = await run("dbus-send", [
        ...[`--bus=${this.bus}`, "--print-reply", "--dest=org.freedesktop.DBus", "/"],
        ...question,
      ]);
      if (stdout.includes("true")) return;
      if (keyring.ended || Date.now() > end) throw new Error(`the keychain does not answer\n${keyring.lastLines}`);
      await pause(20);
    }
  }
}
