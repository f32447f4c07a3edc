// The list of what of Graph is served says the truth: what it claims is answered over the wire, what it denies is refused.
import { graphCoverage } from '../../../src/emulator/graph/coverage';
import { errorOf, startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

let under: EmulatorUnderTest;
beforeAll(async () => {
  under = await startEmulator({ events: 1_000, switches: { alertRequestsPerMinute: 0 } });
});
afterAll(() => under.emulator.close());

type Operation = (typeof graphCoverage)[number];

const served = graphCoverage.filter(({ support }) => support !== 'absent');
const named = (operations: readonly Operation[]) =>
  operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

/** A thing of the sample tenant for every `:id`. */
function addressOf({ path }: Operation): string {
  const { tenant, alerts, labels } = under.emulator.world;
  const [alert] = alerts.all();
  const ids: [RegExp, string | null | undefined][] = [
    [/alerts_v2\//, alert?.id],
    [/incidents\//, alert?.incidentId],
    [/sensitivityLabels\//, labels[0]?.id],
    [/groups\//, tenant.groups.analyst.id],
    [/users\/:id\/manager/, tenant.people.find(({ managerId }) => managerId !== null)?.id],
    [/users\//, tenant.people[0]?.id],
  ];
  const id = ids.find(([of]) => of.test(path))?.[1] ?? 'x';
  return path.replace('/v1.0', '').replace(':id', encodeURIComponent(id));
}

function bodyOf({ method, path }: Operation): unknown {
  if (method === 'GET') return undefined;
  if (path.endsWith('runHuntingQuery')) return { Query: 'AlertInfo | take 1' };
  if (path.endsWith('checkMemberGroups')) return { groupIds: [under.emulator.world.tenant.groups.analyst.id] };
  return path.endsWith('comments') ? { comment: 'Read.' } : { status: 'inProgress' };
}

const ask = (operation: Operation, options = '') =>
  under.graph(operation.method, `${addressOf(operation)}${options}`, bodyOf(operation));

/** Options of a note, those behind a "no" apart. */
function optionsOf({ note = '' }: Operation): { taken: string[]; refused: string[] } {
  const parts = note.split(/[,;]/).map((part) => part.trim());
  const inThose = (of: string[]) => of.flatMap((part) => part.match(/\$\w+(=\w+)?/g) ?? []);
  const isDenial = (part: string) => part.startsWith('no ');
  return { taken: inThose(parts.filter((part) => !isDenial(part))), refused: inThose(parts.filter(isDenial)) };
}

function valued(option: string, { path }: Operation): string {
  const filter = path.includes('/security/') ? "severity eq 'high'" : "startswith(displayName,'a')";
  const values: Record<string, string> = { $filter: filter, $orderby: 'createdDateTime', $count: 'true', $skip: '0' };
  if (option.includes('=')) return option;
  return `${option}=${encodeURIComponent(values[option] ?? (option === '$select' ? 'id' : '1'))}`;
}

test.each(named(served))('%s is answered', async (_name, operation) => {
  const answer = await ask(operation);
  expect([answer.status, answer.body['error']]).toEqual([200, undefined]);
});

test.each(named(graphCoverage.filter(({ support }) => support === 'absent')))('%s is not', async (_name, operation) => {
  expect([404, 405]).toContain((await ask(operation)).status);
});

test.each(named(served))('%s takes the options that it is said to take, and no others', async (_name, operation) => {
  const { taken, refused } = optionsOf(operation);
  for (const option of taken)
    expect([option, (await ask(operation, `?${valued(option, operation)}`)).status]).toEqual([option, 200]);
  for (const option of [...refused, '$search', '$format']) {
    const answer = await ask(operation, `?${valued(option, operation)}`);
    expect([option, answer.status, errorOf(answer)['code']]).toEqual([option, 400, 'BadRequest']);
  }
});

test('an operation is said to be whole only where it takes no options', () => {
  const whole = served.filter(({ support }) => support === 'supported').map(({ method }) => method);
  expect(whole).not.toContain('GET');
});
