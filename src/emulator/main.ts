// `npm run emulator`: starts every room, prints one line of JSON once it listens, and stops on a signal.
import { ConfigFaults, emulatorConfig, EXIT_CONFIG, type EmulatorConfig } from './config';
import { createEmulator } from './create-emulator';
import { tenantLine } from './tenant-line';

async function main(): Promise<void> {
  const config = emulatorConfig();
  const emulator = await createEmulator({ ...config, switches: switchesOf(config) });
  const stop = () => {
    void emulator.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(`${JSON.stringify(tenantLine(emulator.world.tenant))}\n`);
}

function switchesOf({ alertRequestsPerMinute }: EmulatorConfig) {
  return alertRequestsPerMinute === undefined ? {} : { alertRequestsPerMinute };
}

main().catch((error: unknown) => {
  process.stderr.write(`emulator: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof ConfigFaults ? EXIT_CONFIG : 1);
});
