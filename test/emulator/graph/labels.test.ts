import { rowsOf, startEmulator, type Answer, type EmulatorUnderTest } from '../emulator-under-test';

let under: EmulatorUnderTest;
beforeAll(async () => {
  under = await startEmulator();
});
afterAll(() => under.emulator.close());

const LABELS = '/security/dataSecurityAndGovernance/sensitivityLabels';
const named = (answer: Answer, name: string) => {
  const found = rowsOf(answer).find((label) => label['name'] === name);
  if (!found) throw new Error(`there is no label ${name}`);
  return found;
};
const ids = (labels: unknown) => (labels as Record<string, unknown>[]).map((label) => String(label['id']));

describe('sensitivity labels', () => {
  it('are those of a tenant that never changed them', async () => {
    const answer = await under.graph('GET', LABELS);
    expect(rowsOf(answer).map((label) => label['name'])).toEqual([
      'Personal',
      'Public',
      'General',
      'Confidential',
      'Highly Confidential',
    ]);
    const confidential = named(answer, 'Confidential');
    expect(confidential['id']).toBe('defa4170-0d19-0005-0005-bc88714345d2');
    expect(ids(confidential['sublabels'])).toEqual(
      ['0006', '0007', '0008'].map((part) => `defa4170-0d19-0005-${part}-bc88714345d2`),
    );
  });

  it('have priorities that rise from the first to the last sublabel', async () => {
    const priorities = rowsOf(await under.graph('GET', LABELS)).flatMap((label) => [
      label['priority'],
      ...(label['sublabels'] as Record<string, unknown>[]).map((sublabel) => sublabel['priority']),
    ]);
    expect(priorities).toEqual(priorities.map((_, index) => index));
  });

  it('hold their sublabels only when expanded, where the tenant is said to do so', async () => {
    under.emulator.world.switches.inlineSublabels = false;
    const plain = named(await under.graph('GET', LABELS), 'Confidential');
    expect(plain).not.toHaveProperty('sublabels');
    const expanded = named(await under.graph('GET', `${LABELS}?$expand=sublabels`), 'Confidential');
    expect(expanded['sublabels']).toHaveLength(3);
    const asked = await under.graph('GET', `${LABELS}/${String(plain['id'])}/sublabels`);
    expect(asked.body['value']).toEqual(expanded['sublabels']);
  });

  it.each([
    [`${LABELS}?$filter=x`, 400],
    [`${LABELS}?$expand=rights`, 400],
    [`${LABELS}/nothing/sublabels`, 404],
  ])('%s is refused', async (path, status) => {
    expect((await under.graph('GET', path)).status).toBe(status);
  });
});
