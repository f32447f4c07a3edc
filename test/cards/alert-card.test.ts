import { ITEMS_SHOWN } from '../../src/cards/text-facts';
import { drawAlertCard, REFRESH_FOR_MAX } from '../../src/cards/alert-card';
import { NAME_MAX_GRAPHEMES } from '../../src/cards/alert-facts';
import { channelView, discloseAlert, neutralView } from '../../src/domain/disclosure';
import { CARD_TIERS } from '../../src/domain/delivery';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { Untrusted } from '../../src/domain/untrusted';
import { at, KEPT, storedAlert } from '../domain/alert-builder';
import { elementsOf, objectsIn, titlesOf, valueBeside, wordsOf } from './card-walk';
import { CARD_REF, fullAlert, MANY_PEOPLE, options } from './every-card';

const analyst = { homeTenant: true, roles: ['analyst'], isSubject: false } as const;
const drawn = (over: Partial<StoredAlert> = {}, how = options()) => drawAlertCard(channelView(storedAlert(over)), how);
const verbsOf = (over: Partial<StoredAlert>) =>
  (drawn(over).actions ?? []).map((action) => action['verb'] ?? action['type']);

test('a new alert’s card shows what everyone in the channel may know', () => {
  const card = drawn();
  expect(wordsOf(card)).toContain('Insider risk alert 1042');
  expect(wordsOf(card)).toContain('High');
  expect(valueBeside(card, 'Kind of risk')).toBe('Data leak');
  expect(valueBeside(card, 'About')).toBe('Person K7F2');
  expect(valueBeside(card, 'Status')).toBe('New');
  expect(valueBeside(card, 'Owner')).toBe('nobody yet');
  expect(valueBeside(card, 'Raised')).toBe('2026-11-23 06:08 UTC');
  expect(valueBeside(card, 'Activity')).toBe('2026-11-22 17:00 to 18:30 UTC');
  expect(valueBeside(card, 'Evidence')).toBe('12 files, 2 labels, 3 destinations, 1 device');
  expect(valueBeside(card, 'Last change')).toBe('none seen yet');
  expect(card.fallbackText).toBe('High alert 1042');
});

test.each(CARD_TIERS)(
  'a neutral card has no alias, no owner and nothing to press but the way to the portal: %s',
  (tier) => {
    const who = Untrusted.of('Adele Vance');
    const lastChange = { what: 'start', who, at: at('2026-11-23T07:00:00Z') } as const;
    const stored = storedAlert({ assignedTo: who, lastChange });
    const card = drawAlertCard(neutralView(stored), options({ tier, refreshFor: MANY_PEOPLE }));
    const json = JSON.stringify(card);
    expect(json).not.toMatch(/K7F2|Adele|Vance|About|Owner|Person|not given|nobody yet/);
    expect(json).not.toContain(CARD_REF);
    expect(card.refresh).toBeUndefined();
    expect((card.actions ?? []).map(({ type, url }) => [type, url])).toEqual([
      ['Action.OpenUrl', channelView(stored).portalUrl],
    ]);
    expect(wordsOf(card)).toMatch(/Data leak/);
    expect(wordsOf(card)).toMatch(/Started at 2026-11-23 07:00 UTC/);
    expect(card.fallbackText).toBe('High alert 1042');
  },
);

test('what is not given is said so', () => {
  const nothing = {
    severity: null,
    status: null,
    alias: null,
    createdDateTime: null,
    evidence: null,
    firstActivityDateTime: null,
    lastActivityDateTime: null,
  };
  const card = drawn(nothing);
  expect(wordsOf(card)).toContain('Severity not given');
  expect(valueBeside(card, 'About')).toBe('Person not given');
  for (const label of ['Status', 'Raised', 'Activity', 'Evidence']) expect(valueBeside(card, label)).toBe('not given');
});

test('a resolved alert shows its verdict, an open one has no such rows', () => {
  const resolved = drawn({
    status: 'resolved',
    classification: 'truePositive',
    determination: 'maliciousUserActivity',
  });
  expect(valueBeside(resolved, 'Classification')).toBe('True positive');
  expect(valueBeside(resolved, 'Determination')).toBe('Malicious user activity');
  expect(wordsOf(drawn())).not.toMatch(/Classification|Determination/);
});

test('the last change names who did what and when', () => {
  const lastChange = { what: 'start', who: Untrusted.of('Adele Vance'), at: at('2026-11-23T07:00:00Z') } as const;
  expect(valueBeside(drawn({ lastChange }), 'Last change')).toBe('Started by Adele Vance at 2026-11-23 07:00 UTC');
});

test('a name stands in a text run, the one element that reads no markdown', () => {
  const card = drawn({ assignedTo: Untrusted.of('[Adele](https://evil.example)') });
  const holding = objectsIn(card).filter(({ text }) => typeof text === 'string' && text.includes('evil.example'));
  expect(holding.map(({ type }) => type)).toEqual(['TextRun']);
});

test.each([
  ['high', 'High', 'attention'],
  ['medium', 'Medium', 'warning'],
  ['low', 'Low', 'accent'],
  ['informational', 'Informational', 'emphasis'],
  [null, 'Severity not given', 'emphasis'],
] as const)('severity %s has a colour and the word “%s”', (severity, word, style) => {
  const column = elementsOf(drawn({ severity }), 'Column')[0];
  expect(column).toMatchObject({ style, items: [{ text: word }] });
});

test.each<[StoredAlert['status'], string[]]>([
  ['new', ['alert.start', 'alert.assignToMe', 'alert.resolveForm', 'alert.comment', 'alert.refresh', 'Action.OpenUrl']],
  [null, ['alert.start', 'alert.assignToMe', 'alert.resolveForm', 'alert.comment', 'alert.refresh', 'Action.OpenUrl']],
  ['inProgress', ['alert.assignToMe', 'alert.resolveForm', 'alert.comment', 'alert.refresh', 'Action.OpenUrl']],
  ['resolved', ['alert.reopen', 'alert.comment', 'alert.refresh', 'Action.OpenUrl']],
])('an alert whose status is %s offers exactly what can be done', (status, expected) => {
  expect(verbsOf({ status })).toEqual(expected);
});

test('what changes something carries the version, Details does not', () => {
  for (const action of elementsOf(drawn().actions, 'Action.Execute')) {
    const version = action['verb'] === 'alert.refresh' ? {} : { version: '0123456789abcdef' };
    expect(action['data']).toEqual({ cardRef: CARD_REF, ...version });
  }
});

test('the portal’s button is there only for an address of a portal', () => {
  expect(elementsOf(drawn(), 'Action.OpenUrl')).toMatchObject([
    { title: 'Open in Defender', url: storedAlert().alertWebUrl },
  ]);
  for (const alertWebUrl of [null, 'https://evil.example', 'http://security.microsoft.com/']) {
    expect(elementsOf(drawn({ alertWebUrl }), 'Action.OpenUrl')).toEqual([]);
  }
});

test('an alert that is gone says so and has no buttons, but is still refreshed for the people named', () => {
  const card = drawn({ gone: true }, options({ refreshFor: ['29:a'] }));
  expect(wordsOf(card)).toContain('No longer available in Defender.');
  expect(card.actions).toEqual([]);
  expect(card.refresh?.userIds).toEqual(['29:a']);
});

test('a possible repeat says so', () => {
  expect(wordsOf(drawn({}, options({ possibleRepeat: true })))).toContain('This may be a repeat of an earlier post.');
  expect(wordsOf(drawn())).not.toContain('repeat');
});

test('what has to be said stands on top, in a band of its own', () => {
  const [first] = drawn({}, options({ saying: { code: 'working' } })).body;
  expect(first).toMatchObject({ type: 'Container', style: 'emphasis' });
  expect(JSON.stringify(first)).toContain('The card will show the outcome');
});

test('a card is refreshed only for people named, at most REFRESH_FOR_MAX, and an empty list is no missing list', () => {
  expect(drawn().refresh).toMatchObject({
    action: { verb: 'alert.refresh', data: { cardRef: CARD_REF } },
    userIds: [],
  });
  expect(REFRESH_FOR_MAX).toBe(60);
  const refreshFor = [...MANY_PEOPLE, '29:one too many'];
  expect(drawn({}, options({ refreshFor })).refresh?.userIds).toEqual(MANY_PEOPLE);
});

test('an analyst sees details, and the channel does not', () => {
  const card = drawAlertCard(discloseAlert(fullAlert('Adele Vance'), analyst, KEPT), options());
  expect(valueBeside(card, 'Incident')).toBe('77');
  expect(valueBeside(card, 'Detected by')).toBe('Microsoft Insider Risk Management');
  expect(valueBeside(card, 'Techniques')).toMatch(/^T1048\.002, /);
  expect(valueBeside(card, 'Last updated')).toBe('2026-11-23 06:20 UTC');
  expect(valueBeside(card, 'Resolved at')).toBe('2026-11-23 06:20 UTC');
  expect(valueBeside(card, 'Comments')).toBe('2');
  expect(titlesOf(card)).toContain('Update details');
  expect(titlesOf(drawn())).toContain('Details');
  expect(wordsOf(drawn())).not.toMatch(/Incident|Techniques|Detected by/);
});

test('an analyst reads what the alert says, item by item, and is told how many there are beyond those shown', () => {
  const files = Array.from({ length: ITEMS_SHOWN + 3 }, (_, index) => Untrusted.of(`plan-${index}.xlsx`));
  const kept = { ...KEPT, details: { ...KEPT.details, description: Untrusted.of('Labelled files left.'), files } };
  const card = drawAlertCard(discloseAlert(storedAlert(), analyst, kept), options());
  expect(valueBeside(card, 'Description')).toBe('Labelled files left.');
  expect(valueBeside(card, 'Files')).toBe('plan-0.xlsx');
  expect(wordsOf(card)).toContain(`plan-${ITEMS_SHOWN - 1}.xlsx`);
  expect(wordsOf(card)).not.toContain(`plan-${ITEMS_SHOWN}.xlsx`);
  expect(wordsOf(card)).toContain('and 3 more');
});

test('words that are no longer kept are said to be so', () => {
  const card = drawAlertCard(discloseAlert(storedAlert(), analyst, null), options());
  expect(valueBeside(card, 'Title')).toBe('no longer kept here; open the alert in Defender');
});

test('details that are not given are said so, and an open alert has no resolution time', () => {
  const bare = storedAlert({ incidentId: null, detectionSource: null, mitreTechniques: [] });
  const card = drawAlertCard(discloseAlert(bare, analyst, KEPT), options());
  for (const label of ['Incident', 'Detected by', 'Techniques']) expect(valueBeside(card, label)).toBe('not given');
  expect(valueBeside(card, 'Resolved at')).toBeUndefined();
});

test('a compact card leaves out evidence and details, a text card all but five lines, Details and the link', () => {
  const view = discloseAlert(storedAlert(), analyst, KEPT);
  const compact = drawAlertCard(view, options({ tier: 'compact' }));
  expect(wordsOf(compact)).not.toMatch(/Evidence|Incident/);
  expect(titlesOf(compact)).toContain('Start');
  const text = drawAlertCard(view, options({ tier: 'text' }));
  expect(wordsOf(text).split('\n')).toEqual([
    'High alert 1042',
    'Data leak, Person K7F2',
    'Status: New. Owner: nobody yet',
    'Raised: 2026-11-23 06:08 UTC',
    'Last change: none seen yet',
  ]);
  expect(titlesOf(text)).toEqual(['Update details', 'Open in Defender']);
});

test('the fullest card for the most people is still drawn whole', () => {
  const most = options({ refreshFor: MANY_PEOPLE, possibleRepeat: true, saying: { code: 'changeInProgress' } });
  const card = drawAlertCard(discloseAlert(fullAlert('n'.repeat(500)), analyst, KEPT), most);
  expect(valueBeside(card, 'Incident')).toBe('77');
  expect(card.refresh?.userIds).toHaveLength(REFRESH_FOR_MAX);
});

test('a card that would be too large is drawn smaller, in the end without refresh', () => {
  const rather = drawn({}, options({ refreshFor: MANY_PEOPLE.map((id) => id.padEnd(280, 'y')) }));
  expect(titlesOf(rather)).toEqual(['Details', 'Open in Defender']);
  expect(rather.refresh?.userIds).toHaveLength(REFRESH_FOR_MAX);
  const absurd = drawn({}, options({ refreshFor: MANY_PEOPLE.map((id) => id.padEnd(5000, 'y')) }));
  expect(wordsOf(absurd)).toContain('High alert 1042');
  expect(absurd.refresh?.userIds).toEqual([]);
});

test('a long name is cut to NAME_MAX_GRAPHEMES', () => {
  const owner = valueBeside(drawn({ assignedTo: Untrusted.of('n'.repeat(500)) }), 'Owner');
  expect(owner).toBe(`${'n'.repeat(NAME_MAX_GRAPHEMES - 1)}…`);
});
