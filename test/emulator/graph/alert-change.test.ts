import { raiseAlert } from '../../../src/emulator/raise-alert';
import { errorOf, rowsOf, startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

let under: EmulatorUnderTest;
let path: string;

beforeAll(async () => {
  under = await startEmulator({ switches: { alertRequestsPerMinute: 0 } });
});
afterAll(() => under.emulator.close());
beforeEach(() => {
  path = `/security/alerts_v2/${raiseAlert(under.emulator.world, {}).id}`;
});
afterEach(() => Object.assign(under.emulator.world.switches, { enforceLegalPairs: false, staleChangeReply: false }));

describe('a change to an alert', () => {
  it('answers with the whole alert and is there when it is read again', async () => {
    const before = await under.graph('GET', path);
    const change = { status: 'inProgress', assignedTo: 'aisha.rahman@contoso.com' };
    const answer = await under.graph('PATCH', path, change);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(change);
    expect(Object.keys(answer.body)).toEqual(Object.keys(before.body));
    expect((await under.graph('GET', path)).body).toEqual(answer.body);
  });

  it('stamps a later time with seven digits at each write', async () => {
    const times = [];
    for (const status of ['inProgress', 'new', 'inProgress', 'resolved']) {
      times.push(String((await under.graph('PATCH', path, { status })).body['lastUpdateDateTime']));
    }
    expect(new Set(times).size).toBe(4);
    expect([...times].sort()).toEqual(times);
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
  });

  it('sets the time of resolution on resolving, keeps it on a second resolve, and takes it back on reopening', async () => {
    const resolved = await under.graph('PATCH', path, {
      status: 'resolved',
      classification: 'truePositive',
      determination: 'malware',
    });
    expect(resolved.body['resolvedDateTime']).toBe(resolved.body['lastUpdateDateTime']);
    const again = await under.graph('PATCH', path, { status: 'resolved' });
    expect(again.body['resolvedDateTime']).toBe(resolved.body['resolvedDateTime']);
    expect((await under.graph('PATCH', path, { status: 'new' })).body['resolvedDateTime']).toBeNull();
  });

  it.each([
    ['a withdrawn member', { classification: 'benignPositive' }],
    ['an unknown status', { status: 'closed' }],
    ['the wrong case', { status: 'InProgress' }],
    ['the sentinel', { determination: 'unknownFutureValue' }],
    ['a status of null', { status: null }],
    ['a property that cannot be changed', { severity: 'low' }],
    ['comments', { comments: [] }],
    ['a good and a bad property', { status: 'resolved', title: 'x' }],
    ['an owner who is no text', { assignedTo: 7 }],
    ['an inherited name', { constructor: 'x' }],
    ['nothing', {}],
    ['a list', [{ status: 'new' }]],
  ])('with %s is refused and changes nothing', async (_, body) => {
    const before = await under.graph('GET', path);
    const answer = await under.graph('PATCH', path, body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 'InvalidRequestBody', message: 'Request body is incorrect' });
    expect((await under.graph('GET', path)).body).toEqual(before.body);
  });

  it('may pair any determination with any classification until the switch is thrown', async () => {
    const pair = { classification: 'falsePositive', determination: 'malware' };
    expect((await under.graph('PATCH', path, pair)).status).toBe(200);
    under.emulator.world.switches.enforceLegalPairs = true;
    expect((await under.graph('PATCH', path, pair)).status).toBe(400);
    expect((await under.graph('PATCH', path, { classification: 'truePositive' })).status).toBe(200);
  });

  it('can answer with the state before it, as the older API sometimes did', async () => {
    under.emulator.world.switches.staleChangeReply = true;
    expect((await under.graph('PATCH', path, { status: 'inProgress' })).body['status']).toBe('new');
    expect((await under.graph('GET', path)).body['status']).toBe('inProgress');
  });

  it('to an alert that is not there is a 404', async () => {
    const answer = await under.graph('PATCH', '/security/alerts_v2/nobody', { status: 'new' });
    expect(answer.status).toBe(404);
    expect(errorOf(answer)['code']).toBe('NotFound');
  });
});

describe('a comment', () => {
  it('answers 200 with the whole list, oldest first, in the name of the application', async () => {
    const type = 'microsoft.graph.security.alertComment';
    await under.graph('POST', `${path}/comments`, { '@odata.type': type, comment: 'first' });
    const answer = await under.graph('POST', `${path}/comments`, { comment: 'second' });
    expect(answer.status).toBe(200);
    expect(rowsOf(answer).map(({ comment }) => comment)).toEqual(['first', 'second']);
    expect(rowsOf(answer)[0]?.['createdByDisplayName']).toBe(under.emulator.world.switches.applicationName);
    expect(String(answer.body['@odata.context'])).toMatch(/alerts_v2\('ir[0-9a-f-]+'\)\/comments$/);
  });

  it('counts as a change of the alert', async () => {
    const before = await under.graph('GET', path);
    await under.graph('POST', `${path}/comments`, { comment: 'seen' });
    const after = await under.graph('GET', path);
    expect(String(after.body['lastUpdateDateTime']) > String(before.body['lastUpdateDateTime'])).toBe(true);
  });

  it.each([
    ['no text', {}],
    ['blanks', { comment: '  ' }],
    ['a wrong type', { '@odata.type': '#microsoft.graph.user', comment: 'x' }],
    ['an author', { comment: 'x', createdByDisplayName: 'somebody' }],
  ])('with %s is refused', async (_, body) => {
    const answer = await under.graph('POST', `${path}/comments`, body);
    expect(answer.status).toBe(400);
    expect((await under.graph('GET', path)).body['comments']).toEqual([]);
  });
});
