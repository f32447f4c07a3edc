// Ports are asked for before anything starts, and every one that cannot be had is named.
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { claimPorts } from '../../src/emulator/demo-ports';

let occupant: Server;
let taken: number;

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};
const closed = (server: Server) => new Promise((resolve) => server.close(resolve));

beforeEach(async () => {
  occupant = await listening();
  taken = portOf(occupant);
});
afterEach(() => closed(occupant));

test('free ports are claimed without a word and stay free', async () => {
  const other = await listening();
  const port = portOf(other);
  await closed(other);
  const wanted = [{ port, variable: 'PORT', purpose: 'the bot' }];
  await expect(claimPorts(wanted)).resolves.toBeUndefined();
  await expect(claimPorts(wanted)).resolves.toBeUndefined();
});

test('a taken port is named with its purpose and the variable that chooses another', async () => {
  await expect(claimPorts([{ port: taken, variable: 'PORT', purpose: 'the bot' }])).rejects.toThrow(
    `port ${taken}, wanted for the bot, is taken by another program; choose another with PORT=<port>`,
  );
});

test('two wishes for one port are refused, and every problem is told', async () => {
  const wanted = [
    { port: taken, variable: 'EMULATOR_PORT', purpose: 'the emulator' },
    { port: taken, variable: 'PORT', purpose: 'the bot' },
  ];
  const refused = claimPorts(wanted);
  await expect(refused).rejects.toThrow(/wanted for the emulator[^]*wanted for the bot/);
  await expect(refused).rejects.toThrow('EMULATOR_PORT and PORT are one port');
});
