import { isBotError } from '../../src/domain/errors';
import { LABELS_MS } from '../../src/graph/graph-hunting';
import { startGraphStandIn, type GraphStandIn, type StandInAnswer } from './graph-stand-in';

const PATH = '/security/dataSecurityAndGovernance/sensitivityLabels';
const id = (seed: number) => `3c1f0000-7a54-4c0e-9b1e-5d20c8e1000${seed}`;
const label = (seed: number, name: string, more: object = {}) => ({ id: id(seed), name, ...more });
const child = { id: id(2), name: 'All Employees', sublabels: [] };

let graph: GraphStandIn;
beforeAll(async () => {
  graph = await startGraphStandIn();
});
beforeEach(() => graph.reset());
afterAll(() => graph.close());

const page = (value: unknown, more: object = {}) => ({ status: 200, body: { value, ...more } });
const reply = (answer: StandInAnswer, path = PATH) => graph.reply(path, answer);

test('labels are a tree, asked for once an hour', async () => {
  const room = graph.open();
  reply(
    page([label(1, 'Confidential', { sublabels: [label(2, 'All Employees')] }), label(3, 'Public', { sublabels: [] })]),
  );
  const labels = await room.hunting.labels();
  expect(labels).toEqual([
    { id: id(1), name: 'Confidential', sublabels: [child] },
    { id: id(3), name: 'Public', sublabels: [] },
  ]);
  room.clock.skip(LABELS_MS - 60_000);
  expect(await room.hunting.labels()).toBe(labels);
  const [request, ...others] = graph.sent(PATH);
  expect(request?.query.get('$expand')).toBe('sublabels');
  expect(others).toEqual([]);
});

test('sublabels are asked for label by label where they cannot be expanded', async () => {
  reply({ status: 400 });
  reply(page([label(1, 'Confidential'), label(3, 'Public')]));
  reply(page([label(2, 'All Employees')]), `${PATH}/${id(1)}/sublabels`);
  reply({ status: 404 }, `${PATH}/${id(3)}/sublabels`);
  expect(await graph.open().hunting.labels()).toEqual([
    { id: id(1), name: 'Confidential', sublabels: [child] },
    { id: id(3), name: 'Public', sublabels: [] },
  ]);
});

test('the name that people see goes before the other one, and a label without id or name is left out', async () => {
  reply(
    page([label(1, 'x', { displayName: 'Confidential', sublabels: [] }), { id: 'y', name: 'z' }, { id: id(2) }, null]),
  );
  expect((await graph.open().hunting.labels()).map(({ name }) => name)).toEqual(['Confidential']);
});

test('labels come from every page', async () => {
  const next = `${graph.url}${PATH}?$skiptoken=2`;
  reply(page([label(1, 'Public', { sublabels: [] })], { '@odata.nextLink': next }));
  reply(page([label(2, 'General', { sublabels: [] })]));
  expect((await graph.open().hunting.labels()).map(({ name }) => name)).toEqual(['Public', 'General']);
});

test('an answer of another form is garbage', async () => {
  reply({ status: 200, body: { labels: [] } });
  const error: unknown = await graph
    .open()
    .hunting.labels()
    .catch((thrown: unknown) => thrown);
  expect(isBotError(error, 'garbage')).toBe(true);
});
