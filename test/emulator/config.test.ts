import {
  ConfigFaults,
  DEFAULT_BOT_ENDPOINT,
  DEFAULT_LIVE_MS,
  DEFAULT_PORT,
  LEAST_EVENTS,
  MOST_EVENTS,
  readEmulatorConfig,
} from '../../src/emulator/config';
import { DEFAULT_EVENTS } from '../../src/emulator/hunting/month-of-events';

const faultsOf = (env: NodeJS.ProcessEnv, args: string[] = []): string[] => {
  try {
    readEmulatorConfig(env, args);
    return [];
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
};

describe("the emulator's settings", () => {
  it('are the documented ones when nothing is set, and when variables are blank', () => {
    const config = readEmulatorConfig({ EMULATOR_PORT: '', EMULATOR_SEED: '' }, []);
    expect(config).toEqual({
      port: DEFAULT_PORT,
      seedFile: undefined,
      botEndpoint: DEFAULT_BOT_ENDPOINT,
      live: undefined,
      alertRequestsPerMinute: undefined,
      events: DEFAULT_EVENTS,
    });
    expect(DEFAULT_PORT).toBe(4010);
  });

  it('take the live feed from an argument and its pace from the environment', () => {
    expect(readEmulatorConfig({}, ['--live']).live).toEqual({ everyMs: DEFAULT_LIVE_MS });
    expect(readEmulatorConfig({ EMULATOR_LIVE_MS: '5000' }, ['--live']).live).toEqual({ everyMs: 5000 });
  });

  it('take the size of the month within bounds', () => {
    expect(readEmulatorConfig({ EMULATOR_EVENTS: '100000' }, []).events).toBe(100_000);
    expect([LEAST_EVENTS, MOST_EVENTS]).toEqual([1_000, 500_000]);
    for (const size of [LEAST_EVENTS, MOST_EVENTS]) expect(faultsOf({ EMULATOR_EVENTS: String(size) })).toEqual([]);
    for (const size of [LEAST_EVENTS - 1, MOST_EVENTS + 1, 'many']) {
      expect(faultsOf({ EMULATOR_EVENTS: String(size) })).toEqual([expect.stringContaining('EMULATOR_EVENTS')]);
    }
  });

  it('report one fault for one wrong value', () => {
    expect(faultsOf({ EMULATOR_PORT: 'x' })).toEqual([
      expect.stringMatching(/EMULATOR_PORT is not a whole number.*"x"/),
    ]);
  });

  it('report every fault together, each with its name and value', () => {
    const faults = faultsOf({ EMULATOR_PORT: '99999', BOT_ENDPOINT: 'ftp://bot', EMULATOR_LIVE_MS: '1' }, ['--fast']);
    expect(faults).toHaveLength(4);
    expect(faults.join('\n')).toMatch(/EMULATOR_PORT.*99999/);
    expect(faults.join('\n')).toMatch(/BOT_ENDPOINT.*ftp:\/\/bot/);
    expect(faults.join('\n')).toMatch(/EMULATOR_LIVE_MS.*500/);
    expect(faults.join('\n')).toMatch(/--fast/);
  });
});
