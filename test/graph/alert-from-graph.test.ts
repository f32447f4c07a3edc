import fc from 'fast-check';
import { toTextRun } from '../../src/domain/untrusted';
import { alertFromGraph, MAX_CATEGORIES, MAX_TECHNIQUES } from '../../src/graph/alert-from-graph';
import { MAX_TITLE } from '../../src/graph/details-from-graph';
import usbCopies from '../fixtures/graph/usb-copies.json';

const TENANT = 'e92d4b17-60a3-4cf8-8b5e-1f7a3c9d0264';

/** An alert with these properties and a usable id. */
function read(change: object) {
  const alert = alertFromGraph({ id: 'a-1', ...change }, TENANT);
  if (alert === null) throw new Error('the alert was not read');
  return alert;
}

describe('a whole alert', () => {
  const alert = read(usbCopies);

  test('keeps what the bot works with', () => {
    expect(alert).toMatchObject({
      tenantId: TENANT,
      source: 'graph',
      id: 'ird3b0c5f2-8e47-4a19-b6d1-27c94e0f8a35',
      incidentId: '70315',
      status: 'new',
      severity: 'high',
      classification: null,
      determination: null,
      serviceSource: 'microsoftInsiderRiskManagement',
      alertPolicyId: '8c1e7d40-2b6f-4935-a0d8-6e4f3b92c715',
      mitreTechniques: ['T1052.001'],
      assignedTo: null,
      createdDateTime: '2026-09-02T06:08:11.3000000Z',
      lastUpdateDateTime: '2026-09-02T06:41:07.2204519Z',
      resolvedDateTime: null,
      commentCount: 1,
      evidence: { files: 2, labels: 2, destinations: 2, devices: 1, others: 1 },
      subject: { objectId: '5e7a90c4-3d12-4b8f-a6e9-1c04f7d85b23', userPrincipalName: 'j.ferreira@nordwerk.example' },
    });
    expect(alert.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('keeps texts from outside as such', () => {
    expect(JSON.stringify(alert)).not.toContain('drawings');
    expect(alert.title && toTextRun(alert.title)).toBe('Departing employee: drawings copied to a USB stick');
    expect(alert.categories.map((category) => toTextRun(category))).toEqual(['Exfiltration', 'Collection']);
  });
});

describe('a property that is odd', () => {
  test.each([
    ['status', 'InProgress', 'inProgress'],
    ['status', 'unknown', null],
    ['status', 'unknownFutureValue', null],
    ['status', 'paused', null],
    ['status', 3, null],
    ['status', ['new'], null],
    ['severity', 'HIGH', 'high'],
    ['severity', 'unknown', null],
    ['classification', 'TruePositive', 'truePositive'],
    ['classification', 'benignPositive', null],
    ['classification', 'unknown', null],
    ['determination', 'MultiStagedAttack', 'multiStagedAttack'],
    ['determination', '__proto__', null],
    ['serviceSource', 'unknownFutureValue', null],
    ['serviceSource', 'someNewerProduct', 'someNewerProduct'],
    ['serviceSource', 'with a\nbreak', null],
    ['detectionSource', {}, null],
    ['incidentId', 70315, '70315'],
    ['incidentId', '', null],
    ['alertPolicyId', '../x', null],
    ['alertWebUrl', 7, null],
    ['alertWebUrl', ' https://security.microsoft.com/x ', 'https://security.microsoft.com/x'],
    ['createdDateTime', '2026-09-02', null],
    ['createdDateTime', '2026-13-45T99:00:00Z', null],
    ['createdDateTime', '2026-09-02T08:00:00+02:00', '2026-09-02T06:00:00.0000000Z'],
    ['lastUpdateDateTime', 1_756_000_000, null],
    ['evidence', undefined, null],
    ['evidence', null, null],
    ['evidence', {}, null],
    ['evidence', 'none', null],
    ['evidence', [], { files: 0, labels: 0, destinations: 0, devices: 0, others: 0 }],
    ['subject', 'nobody', null],
    ['assignedTo', '  ', null],
    ['title', 42, null],
    ['mitreTechniques', ['T1567', 't1567', '<b>', 7, 'T1052.001'], ['T1567', 'T1052.001']],
    ['mitreTechniques', 'T1567', []],
  ])('%s %j reads as %j', (property, value, expected) => {
    expect(read({ [property]: value })).toHaveProperty(property, expected);
  });

  test.each([
    [undefined, 0],
    [null, 0],
    ['x', 0],
    [[{}, null], 2],
  ])('comments %j count as %d', (comments, count) => {
    expect(read({ comments }).commentCount).toBe(count);
  });

  test('the older category serves where categories are missing or empty', () => {
    for (const categories of [undefined, null, []]) {
      const [category] = read({ category: 'Exfiltration', categories }).categories;
      expect(category && toTextRun(category)).toBe('Exfiltration');
    }
  });

  test('names of the language itself do no harm', () => {
    const wire: unknown = JSON.parse(
      '{"id":"a-1","__proto__":{"polluted":1},"constructor":null,"evidence":[{"__proto__":{}}]}',
    );
    expect(alertFromGraph(wire, TENANT)?.id).toBe('a-1');
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('an id', () => {
  test.each([undefined, null, 7, '', ' ', '../incidents', "a' or 1 eq 1", 'a/b', 'é', 'x'.repeat(129)])(
    '%j keeps the alert out',
    (id) => {
      expect(alertFromGraph({ ...usbCopies, id }, TENANT)).toBeNull();
    },
  );

  test.each(['da637551227677560813_-961444813', 'x'.repeat(128)])('%s is taken', (id) => {
    expect(alertFromGraph({ id }, TENANT)?.id).toBe(id);
  });

  test.each([null, undefined, 'a', 7, true, [], [{ id: 'a' }]])('what is no object (%j) is no alert', (wire) => {
    expect(alertFromGraph(wire, TENANT)).toBeNull();
  });
});

describe('bounds', () => {
  test('a long title is cut', () => {
    const { title } = read({ title: 'x'.repeat(100_000) });
    expect(title && toTextRun(title, 1_000_000)).toHaveLength(MAX_TITLE);
  });

  test('lists are cut', () => {
    const alert = read({ categories: Array(500).fill('c'), mitreTechniques: Array(500).fill('T1567') });
    expect(alert.categories).toHaveLength(MAX_CATEGORIES);
    expect(alert.mitreTechniques).toHaveLength(MAX_TECHNIQUES);
  });

  test('a nesting of a hundred thousand levels is read', () => {
    let nested: unknown = 'end';
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    expect(read({ additionalData: nested, evidence: [nested] }).id).toBe('a-1');
  });
});

describe('whatever JSON comes', () => {
  test('nothing is thrown, and an alert with a usable id comes through', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (wire) => {
        expect(() => alertFromGraph(wire, TENANT)).not.toThrow();
        const withId = typeof wire === 'object' && wire !== null && !Array.isArray(wire) ? wire : {};
        expect(alertFromGraph({ ...withId, id: 'a-1' }, TENANT)?.id).toBe('a-1');
      }),
    );
  });

  test('nothing is thrown for the known properties with any value', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.string(), fc.array(fc.jsonValue()));
    const wire = fc.record(Object.fromEntries(Object.keys(usbCopies).map((key) => [key, anything])));
    fc.assert(
      fc.property(wire, (value) => {
        expect(alertFromGraph({ ...value, id: 'a-1' }, TENANT)?.id).toBe('a-1');
      }),
    );
  });
});
