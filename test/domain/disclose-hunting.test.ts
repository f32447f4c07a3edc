// Who sees what of a hunting answer, and where.
import { gunzipSync } from 'node:zlib';
import type { Role } from '../../src/domain/analyst';
import { discloseHunting, type HuntingAnswerView, type HuntingViewer } from '../../src/domain/disclose-hunting';
import type { HuntingAnswer } from '../../src/domain/hunting-answer';
import { DEFENDER_HOSTS, HUNTING_LINK_MAX, huntingLink } from '../../src/domain/hunting-link';
import { aliasIn } from '../../src/domain/hunting-mask';
import { aliasCandidate } from '../../src/domain/pseudonym';
import { toGraphValue, type Untrusted } from '../../src/domain/untrusted';
import { anAnswer, aRow, LABELS } from '../builders/hunting';

const UPN = 'mira.holt@fabrikam.example';
const OBJECT_ID = 'a7e00051-51c2-4f0b-b6ad-2d9f0c4e0051';
const DEVICE = 'MIRAHOLT-LT.fabrikam.example';
const SPELT = /mira|holt|a7e00051/i;

const KEYS = {
  aliases: new Map([[UPN, 'K7F2']]),
  aliasCandidate: (key: string) => aliasCandidate('key', 'tenant', key),
  portalHost: DEFENDER_HOSTS.global,
};
const INVESTIGATOR_ALONE: HuntingViewer = { roles: ['investigator'], place: 'personal' };
const OTHERS: [string, HuntingViewer][] = (
  [['analyst'], ['investigator'], ['analyst', 'admin'], ['auditor'], []] as Role[][]
).flatMap((roles): [string, HuntingViewer][] => [
  [`${roles.join('+') || 'nobody'} in a channel`, { roles, place: 'channel' }],
  ...(roles.includes('investigator')
    ? []
    : [[`${roles.join('+') || 'nobody'} in personal chat`, { roles, place: 'personal' }] as [string, HuntingViewer]]),
]);

const text = (value: Untrusted | null) => (value === null ? null : toGraphValue(value));
const shown = (view: HuntingAnswerView) =>
  [...Object.values(view.asked), ...view.rows.map(({ key }) => key), view.kql]
    .map((value) => (value !== null && typeof value === 'object' ? text(value) : String(value)))
    .concat(view.portalUrl ?? '')
    .join('\n');

const aboutMira = anAnswer(
  { person: { userPrincipalName: UPN, objectId: OBJECT_ID }, device: DEVICE, groupBy: 'account' },
  [aRow('total', '', 3, 1, 4), aRow('group', UPN, 3, 1, 4), aRow('nameless', '', 1, 0, 1)],
  {
    asked: {
      label: null,
      sensitiveInfoType: null,
      alertNumber: 1042,
      person: { alias: 'K7F2', name: UPN },
      widened: true,
    },
  },
);
const ranked = (groupBy: 'account' | 'device' | 'label', key: string): HuntingAnswer =>
  anAnswer({ groupBy }, [aRow('total', '', 1, 1, 1), aRow('group', key, 1, 1, 1)]);
const keyOf = (answer: HuntingAnswer, viewer: HuntingViewer) =>
  text(discloseHunting(answer, viewer, KEYS).rows[0]?.key ?? null);

describe('an investigator’s personal chat', () => {
  const view = discloseHunting(aboutMira, INVESTIGATOR_ALONE, KEYS);

  test('holds names, the query that ran and the link to it', () => {
    expect(text(view.rows[0]?.key ?? null)).toBe(UPN);
    expect(text(view.asked.account)).toBe(UPN);
    expect(text(view.asked.device)).toBe(DEVICE);
    expect(text(view.kql)).toBe(aboutMira.query.text);
    expect(view.portalUrl).not.toBeNull();
    expect(view.gaps).not.toContain('deviceNamesMasked');
  });

  test('holds the figures and the reading as they are', () => {
    expect(view).toMatchObject({
      counts: 'events',
      total: { files: 3, people: 1, rows: 4 },
      rowsInAll: 1,
      gaps: ['peopleUnknownLeftOut'],
      asked: { alertNumber: 1042, widened: true, groupBy: 'account', activity: null },
    });
  });
});

describe.each(OTHERS)('%s', (_who, viewer) => {
  const view = discloseHunting(aboutMira, viewer, KEYS);

  test('reads no name anywhere', () => {
    expect(shown(view)).not.toMatch(SPELT);
    expect(text(view.rows[0]?.key ?? null)).toBe('Person K7F2');
    expect(text(view.asked.account)).toBe('Person K7F2');
    expect(text(view.asked.device)).toMatch(/^Device [0-9A-Z]{6}$/);
  });

  test('reads the query with aliases where it denotes a person, and gets no link to it', () => {
    expect(text(view.kql)).toContain('AccountUpn =~ "Person K7F2" or AccountObjectId =~ "Person K7F2"');
    expect(view.portalUrl).toBeNull();
    expect(view.gaps).toContain('deviceNamesMasked');
  });

  test('gets the same figures', () => {
    expect(view.total).toEqual(aboutMira.summary.total);
  });

  test('gets the query and its link when it denotes nobody', () => {
    const answer = ranked('account', UPN);
    const other = discloseHunting(answer, viewer, KEYS);
    expect(text(other.kql)).toBe(answer.query.text);
    expect(other.portalUrl).not.toBeNull();
    expect(text(other.rows[0]?.key ?? null)).toBe('Person K7F2');
  });

  test('reads codes for devices, one for each however it is written', () => {
    expect(keyOf(ranked('device', DEVICE), viewer)).toMatch(/^Device [0-9A-HJKMNP-TV-Z]{6}$/);
    expect(keyOf(ranked('device', DEVICE.toLowerCase()), viewer)).toBe(keyOf(ranked('device', DEVICE), viewer));
    expect(keyOf(ranked('device', 'other'), viewer)).not.toBe(keyOf(ranked('device', DEVICE), viewer));
  });
});

test('a query with aliases is the query that ran but for the names', () => {
  for (const counts of ['events', 'behaviors'] as const) {
    const { question, asked } = aboutMira;
    const answer = anAnswer({ ...question, counts, groupBy: null }, [], { asked });
    const masked = text(discloseHunting(answer, { roles: ['analyst'], place: 'channel' }, KEYS).kql) ?? '';
    expect(masked).not.toMatch(SPELT);
    expect(masked.split('\n')).toHaveLength(answer.query.text.split('\n').length);
  }
});

test('somebody without an alias is nobody rather than a name', () => {
  expect(keyOf(ranked('account', 'someone@fabrikam.example'), { roles: ['analyst'], place: 'channel' })).toBe(
    'a person',
  );
});

test('labels are called by their names, and by their ids where nobody knows the name', () => {
  const [, , confidential] = LABELS;
  expect(keyOf(ranked('label', confidential?.id.toUpperCase() ?? ''), INVESTIGATOR_ALONE)).toBe('Confidential');
  expect(keyOf(ranked('label', OBJECT_ID), INVESTIGATOR_ALONE)).toBe(OBJECT_ID);
});

describe('what an answer says of itself', () => {
  const gaps = (answer: HuntingAnswer) => discloseHunting(answer, INVESTIGATOR_ALONE, KEYS).gaps;
  const found = [aRow('total', '', 1, 1, 1)];
  const newer = new Set(['Timestamp', 'ActionType', 'ObjectId', 'AccountUpn']);

  test.each([
    ['nothing found', anAnswer(), ['sharedDataOnly']],
    [
      'a cut window',
      anAnswer({}, found, { window: { cut: true, isDefault: false, isComparable: false } }),
      ['windowCutTo30Days'],
    ],
    ['exfiltration', anAnswer({ activity: 'exfiltration' }, found), ['mailNotShared']],
    ['artificial intelligence', anAnswer({ activity: 'ai' }, found), ['aiPartlyShared']],
    [
      'domains without their column',
      anAnswer({ groupBy: 'domain' }, found, { columns: new Set([...newer, 'ExternalUrlDomains']) }),
      ['domainColumnMissing'],
    ],
    ['domains without a column', anAnswer({ groupBy: 'domain' }, found, { columns: newer }), ['groupColumnMissing']],
    [
      'departments without theirs',
      anAnswer({ groupBy: 'department' }, found, { columns: newer }),
      ['groupColumnMissing'],
    ],
    ['people', anAnswer({ groupBy: 'account' }, found, { columns: newer }), []],
    ['activities', anAnswer({ groupBy: 'activity' }, found, { columns: newer }), []],
    [
      'policies of behaviours in an older table',
      anAnswer({ counts: 'behaviors', groupBy: 'policy' }, found, { columns: newer }),
      ['groupColumnMissing', 'behaviorsByDay'],
    ],
    [
      'policies of behaviours in a newer table',
      anAnswer({ counts: 'behaviors', groupBy: 'policy' }, found, { columns: new Set([...newer, 'Policies']) }),
      ['behaviorsByDay'],
    ],
    ['behaviours', anAnswer({ counts: 'behaviors' }, found), ['behaviorsByDay']],
    ['everything usual', anAnswer({ activity: 'upload' }, found), []],
  ])('%s', (_what, answer, told) => expect(gaps(answer)).toEqual(told));
});

describe('follow-up questions', () => {
  const followUps = (answer: HuntingAnswer) => discloseHunting(answer, INVESTIGATOR_ALONE, KEYS).followUps;
  const found = [aRow('total', '', 1, 1, 1)];

  test.each([
    ['of a plain question', anAnswer({}, found), ['who', 'whereTo', 'byDay', 'compare']],
    [
      'of one about a person',
      anAnswer({ person: { userPrincipalName: UPN, objectId: null } }, found),
      ['whereTo', 'byDay', 'compare'],
    ],
    ['of one by account', anAnswer({ groupBy: 'account' }, found), ['whereTo', 'byDay', 'compare']],
    ['of one about a domain', anAnswer({ targetDomain: 'dropbox.com' }, found), ['who', 'byDay', 'compare']],
    ['of one by day', anAnswer({ groupBy: 'day' }, found), ['who', 'whereTo', 'compare']],
    ['of a comparison', anAnswer({}, found, { compared: true }), ['who', 'whereTo', 'byDay']],
    [
      'of one that cannot be compared',
      anAnswer({}, found, { window: { cut: false, isDefault: false, isComparable: false } }),
      ['who', 'whereTo', 'byDay'],
    ],
    ['of one that found nothing', anAnswer(), []],
  ])('%s', (_what, answer, offered) => expect(followUps(answer)).toEqual(offered));
});

describe('the link into Defender', () => {
  test('holds the query as UTF-16LE, gzip, base64url without padding', () => {
    const link = new URL(huntingLink('DataSecurityEvents | take 1 // é', DEFENDER_HOSTS.usgov) ?? '');
    expect(link.origin + link.pathname).toBe('https://security.microsoft.us/v2/advanced-hunting');
    expect(link.searchParams.get('timeRangeId')).toBe('month');
    const query = link.searchParams.get('query') ?? '';
    expect(query).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(gunzipSync(Buffer.from(query, 'base64url')).toString('utf16le')).toBe('DataSecurityEvents | take 1 // é');
  });

  test('is left out when it would be too long', () => {
    const noise = Array.from({ length: 2_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    ).join('');
    expect(huntingLink(noise, DEFENDER_HOSTS.global)).toBeNull();
    const longest = [...noise].findLastIndex(
      (_, index) => huntingLink(noise.slice(0, index), DEFENDER_HOSTS.global) !== null,
    );
    expect(huntingLink(noise.slice(0, longest), DEFENDER_HOSTS.global)?.length).toBeLessThanOrEqual(HUNTING_LINK_MAX);
  });

  test('is there for every kind of question', () => {
    for (const groupBy of [
      'account',
      'domain',
      'day',
      'department',
      'device',
      'label',
      'activity',
      'application',
      'policy',
    ] as const) {
      const answer = anAnswer({
        groupBy,
        activity: 'exfiltration',
        targetDomain: 'mail.google.com',
        labelIds: LABELS.map(({ id }) => id),
      });
      expect(huntingLink(answer.query.text, DEFENDER_HOSTS.global)).not.toBeNull();
    }
  });
});

test.each([
  ['Person K7F2', 'K7F2'],
  ['person k7f2x9', 'K7F2X9'],
  ['K7F2', null],
  ['Person Alex', null],
  ['Alex Wilber', null],
])('%j names the alias %s', (typed, alias) => expect(aliasIn(typed)).toBe(alias));
