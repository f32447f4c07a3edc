import {
  ConfigFaults,
  DEFAULT_BOT_ENDPOINT,
  DEFAULT_LIVE_MS,
  DEFAULT_PORT,
  readEmulatorConfig,
} from '../../src/emulator/config';

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
    });
    expect(DEFAULT_PORT).toBe(4010);
  });

  it('take the live feed from an argument and its pace from the environment', () => {
    expect(readEmulatorConfig({}, ['--live']).live).toEqual({ everyMs: DEFAULT_LIVE_MS });
    expect(readEmulatorConfig({ EMULATOR_LIVE_MS: '5000' }, ['--live']).live).toEqual({ everyMs: 5000 });
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
