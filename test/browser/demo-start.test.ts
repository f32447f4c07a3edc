// A demo that cannot start says why and leaves nothing. No browser is needed for that, only the real `npm run demo`.
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { freePort } from '../acceptance/bot-process';
import { DemoProcess, isFree } from './demo-process';

let occupant: Server;
let taken: number;
let demo: DemoProcess | undefined;

beforeEach(async () => {
  occupant = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  taken = (occupant.address() as AddressInfo).port;
});
afterEach(async () => {
  demo?.sweep();
  await new Promise((resolve) => occupant.close(resolve));
});

async function startedOn(ports: { emulator: number; bot: number }): Promise<DemoProcess> {
  demo = new DemoProcess(ports);
  expect(await demo.exitCode()).toBe(1);
  expect(demo.isAlive()).toBe(false);
  expect(demo.leftovers()).toEqual([]);
  return demo;
}

test('a taken port of the emulator is named with the variable that chooses another', async () => {
  const bot = await freePort();
  const { printed } = await startedOn({ emulator: taken, bot });
  expect(printed).toContain(`demo: port ${taken}, wanted for the emulator, is taken by another program`);
  expect(printed).toContain('EMULATOR_PORT=<port>');
  expect(printed).not.toMatch(/EADDRINUSE|\n\s+at /);
  expect(await isFree(bot)).toBe(true);
});

test('a taken port of the bot is not mistaken for the bot', async () => {
  const emulator = await freePort();
  const { printed } = await startedOn({ emulator, bot: taken });
  expect(printed).toContain(`demo: port ${taken}, wanted for the bot, is taken by another program`);
  expect(printed).not.toContain('Five things to try');
  expect(await isFree(emulator)).toBe(true);
});
