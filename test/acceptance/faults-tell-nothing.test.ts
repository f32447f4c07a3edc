// The real process met by errors that name people, from Graph, from the Connector and from inside: nothing of them is
// written, counted or said.
import path from 'node:path';
import { eventually } from './bot-process';
import { Stage } from './stage';

jest.setTimeout(60_000);

const NAME = 'Vyxqandra Vyxqholm';
const BODY = {
  error: {
    code: NAME,
    message: `${NAME} (vyxqandra@fabrikam.example) may not be read`,
    innerError: { code: NAME, message: NAME, 'request-id': NAME, stack: `Error: ${NAME}\n    at vyxq.js:1:1` },
    details: [{ target: NAME, message: NAME }],
  },
};
const INSIDE = path.join(__dirname, 'break-inside.cjs');

describe('errors that name people', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open({ env: { NODE_OPTIONS: `--require ${INSIDE}`, LOG_LEVEL: 'debug' } });
  });
  afterAll(() => stage.close());

  const told = async () => {
    const metrics = await (await fetch(`${stage.bot.url}/metrics`)).text();
    return (JSON.stringify(await stage.threads()) + stage.bot.written + metrics).toLowerCase();
  };
  const signal = (name: NodeJS.Signals) => process.kill(stage.bot.memoryPid ?? Number.NaN, name);

  it.each([400, 403, 404, 500, 503])('from Graph with %d reach neither log, figures nor channel', async (status) => {
    const fault = { status, body: BODY };
    const rule = { method: 'GET', path: '/v1.0/security/alerts_v2', times: 1, fault };
    const { id } = stage.emulator.faults.add(rule as never);
    const isTaken = () => !stage.emulator.faults.list().some((one) => one.id === id && one.taken === 0);
    await eventually('the answer', isTaken);
    // What is made of the answer is written right after it.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await told()).not.toContain('vyxq');
  });

  it.each([400, 502, 403])('from the Connector with %d reach neither log, figures nor channel', async (status) => {
    const fault = { status, body: BODY };
    stage.emulator.faults.add({ method: 'POST', path: '/connector/*v3/conversations', times: 1, fault } as never);
    const before = stage.bot.written.length;
    await stage.raise({ severity: 'high' });
    await eventually('a send that did not succeed', () =>
      /a send did not succeed|a channel refuses the bot|a send was given up/.test(stage.bot.written.slice(before)),
    );
    expect(await told()).not.toContain('vyxq');
  });

  it('from inside are logged by their kind alone, and end the process only when they were thrown', async () => {
    signal('SIGUSR2');
    await eventually('the line', () => stage.bot.written.includes('a promise was left alone'));
    expect(await told()).not.toContain('vyxq');
    signal('SIGHUP');
    expect(await stage.bot.exitCode()).toBe(1);
    expect(stage.bot.written).toContain('an unforeseen fault ends the process');
    expect(stage.bot.written.toLowerCase()).not.toContain('vyxq');
  });
});
