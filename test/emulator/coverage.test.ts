import { emulatorCoverage } from '../../src/emulator/coverage';
import { createRooms } from '../../src/emulator/create-emulator';
import { createLiveFeed } from '../../src/emulator/live';
import { createWorld } from '../../src/emulator/world';

const world = createWorld();
const rooms = createRooms(world, createLiveFeed(world), 'http://127.0.0.1:9/api/messages');
const served = rooms
  .filter((room) => ['graph', 'teams'].includes(room.name))
  .flatMap((room) => room.routes.map(({ method, path }) => `${method} ${path}`));
const listed = emulatorCoverage();
const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('the coverage list', () => {
  it('names every route of the stand-ins as supported or partial', () => {
    const claimed = listed.filter(({ support }) => support !== 'absent').map(name);
    expect([...claimed].sort()).toEqual([...served].sort());
  });

  it('claims no operation as absent that is served, and none twice', () => {
    const absent = listed.filter(({ support }) => support === 'absent').map(name);
    expect(absent.filter((operation) => served.includes(operation))).toEqual([]);
    expect(new Set(listed.map(name)).size).toBe(listed.length);
  });

  it('says of every partial operation what is missing', () => {
    const silent = listed.filter(({ support, note }) => support === 'partial' && !note).map(name);
    expect(silent).toEqual([]);
  });
});
