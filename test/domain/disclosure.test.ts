import fc from 'fast-check';
import { ROLES, type Asker, type Role } from '../../src/domain/analyst';
import {
  channelView,
  digestView,
  discloseAlert,
  hasDetails,
  neutralView,
  revealAlert,
  TECHNIQUES_SHOWN,
} from '../../src/domain/disclosure';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { toTextRun, Untrusted } from '../../src/domain/untrusted';
import { at, KEPT, PLANTED, PLANTED_FILE, storedAlert, SUBJECT } from './alert-builder';
import { openedJson } from './opened-json';

const asker = (over: Partial<Asker> = {}): Asker => ({
  homeTenant: true,
  roles: ['analyst'],
  isSubject: false,
  ...over,
});

const FORMS = [
  'Zelda.Quicksilver@contoso.example',
  'zelda.quicksilver@CONTOSO.example ',
  'ZELDA.QUICKSILVER',
  'Zelda Quicksilver',
  'zquicksilver',
  SUBJECT.objectId ?? '',
  SUBJECT.sid ?? '',
].map((form) => [form] as const);

/** As much of the person as can stand anywhere in a stored alert. */
const planted = (form: string): StoredAlert =>
  storedAlert({
    assignedTo: Untrusted.of(form),
    lastChange: { what: 'start', who: Untrusted.of(form), at: at('2026-11-23T06:08:00Z') },
    alertWebUrl: `https://security.microsoft.com/alerts/1?user=${encodeURIComponent(SUBJECT.userPrincipalName ?? '')}`,
    detectionSource: 'Zelda Quicksilver',
    incidentId: 'zelda',
    mitreTechniques: ['zelda', 'T1567'],
  });

test.each(FORMS)('no view of an alert names its person when they stand in it as %s', (form) => {
  const stored = planted(form);
  const views = [channelView(stored), neutralView(stored), digestView([stored], 1), digestView([stored], 1, true)];
  for (const view of views) {
    for (const word of PLANTED) expect(openedJson(view)).not.toContain(word);
  }
  const masked = openedJson(discloseAlert(stored, asker(), KEPT));
  for (const word of PLANTED.filter((each) => each !== PLANTED_FILE)) expect(masked).not.toContain(word);
  expect(masked).toContain(PLANTED_FILE);
});

test('a neutral view has no alias, no owner, nobody who changed anything and nothing to press, and all the rest', () => {
  const who = Untrusted.of('Adele Vance');
  const lastChange = { what: 'assign', who, at: at('2026-11-23T06:08:00Z') } as const;
  const stored = storedAlert({ assignedTo: who, lastChange, alias: 'K7F2' });
  const shown = channelView(stored);
  expect(shown.offers).not.toEqual([]);
  expect(neutralView(stored)).toEqual({
    ...shown,
    alias: null,
    owner: null,
    lastChange: { ...lastChange, who: null },
    offers: [],
    neutral: true,
  });
  expect(openedJson([neutralView(stored), digestView([stored], 0, true)])).not.toMatch(/adele|vance|k7f2/);
});

test('an owner who is the person concerned stands there by alias, or without one namelessly', () => {
  const owner = Untrusted.of('Zelda Quicksilver');
  const shown = (alias: string | null) => channelView(storedAlert({ assignedTo: owner, alias })).owner;
  expect([shown('K7F2'), shown(null)].map((who) => who && toTextRun(who))).toEqual([
    'Person K7F2',
    'the person concerned',
  ]);
});

test.each(['Quicksilver, Zelda', 'ZELDA Q.', 'z.quicksilver', 'Zelda M. Quicksilver'])(
  'the person concerned is no owner by name, written as %s',
  (written) => {
    const { owner } = channelView(storedAlert({ assignedTo: Untrusted.of(written) }));
    expect(owner && toTextRun(owner)).toBe('Person K7F2');
  },
);

test('another owner stays who they are, and so does everyone when the person is not known', () => {
  const owner = Untrusted.of('Adele Vance');
  expect(channelView(storedAlert({ assignedTo: owner })).owner).toBe(owner);
  expect(channelView(storedAlert({ assignedTo: owner, subject: null })).owner).toBe(owner);
  expect(channelView(storedAlert({ assignedTo: null })).owner).toBeNull();
});

test('a blank identifier of the person masks nobody', () => {
  const owner = Untrusted.of('Adele Vance');
  const subject = { ...SUBJECT, displayName: '', accountName: ' ' };
  expect(channelView(storedAlert({ assignedTo: owner, subject })).owner).toBe(owner);
});

test('an address that spells the person is no button; an ordinary one is', () => {
  const link = (alertWebUrl: string) => channelView(storedAlert({ alertWebUrl })).portalUrl;
  const host = 'https://security.microsoft.com';
  expect(link(`${host}/alerts/1`)).toBe(`${host}/alerts/1`);
  expect(link(`${host}/user?aad=${SUBJECT.objectId}`)).toBeNull();
  expect(link(`${host}/user?sid=${SUBJECT.sid}`)).toBeNull();
  expect(link('https://evil.example/alerts/1')).toBeNull();
});

const everyViewer = fc.record({
  homeTenant: fc.boolean(),
  roles: fc.option(fc.uniqueArray(fc.constantFrom(...ROLES))),
  isSubject: fc.boolean(),
});

test('details are for analysts and investigators of the home tenant who are not the person concerned', () => {
  fc.assert(
    fc.property(everyViewer, (viewer) => {
      const worksOnAlerts = (['analyst', 'investigator'] satisfies Role[]).some((role) => viewer.roles?.includes(role));
      const entitled = viewer.homeTenant && !viewer.isSubject && worksOnAlerts;
      expect(hasDetails(discloseAlert(storedAlert(), viewer, KEPT))).toBe(entitled);
    }),
  );
});

test('an alert that names nobody could be about any reader: investigators alone see its details', () => {
  const nobodys = storedAlert({ subject: null, alias: null });
  const seen = (roles: Role[]) => hasDetails(discloseAlert(nobodys, asker({ roles }), KEPT));
  expect([seen(['analyst']), seen(['investigator']), seen(['analyst', 'investigator'])]).toEqual([false, true, true]);
});

test('names are for investigators alone, who may ask for them where there are some', () => {
  const until = at('2026-11-23T07:00:00Z');
  fc.assert(
    fc.property(everyViewer, (viewer) => {
      const may = viewer.homeTenant && !viewer.isSubject && (viewer.roles?.includes('investigator') ?? false);
      expect(revealAlert(storedAlert(), viewer, KEPT, until) !== null).toBe(may);
      const view = discloseAlert(storedAlert(), viewer, KEPT);
      expect('mayReveal' in view && view.mayReveal).toBe(may);
    }),
  );
  expect(revealAlert(storedAlert(), asker({ roles: ['investigator'] }), null, until)).toBeNull();
});

test('a revealed view names the person in every part that does, and says until when', () => {
  const until = at('2026-11-23T07:00:00Z');
  const view = revealAlert(storedAlert(), asker({ roles: ['investigator'] }), KEPT, until);
  expect(view?.until).toBe(until);
  expect(view?.details.text?.people.map((person) => toTextRun(person))).toEqual([
    'Zelda Quicksilver (Zelda.Quicksilver@contoso.example), Person K7F2',
  ]);
  expect(view?.details.text?.devices).toEqual(KEPT.details.devices);
});

test('whoever may not see details gets exactly what everyone gets', () => {
  for (const viewer of [
    'everyone',
    asker({ roles: ['admin'] }),
    asker({ isSubject: true }),
    asker({ roles: null }),
  ] as const) {
    expect(discloseAlert(storedAlert(), viewer, KEPT)).toEqual(channelView(storedAlert()));
  }
});

test('a view for the channel holds a closed list of members', () => {
  expect(Object.keys(channelView(storedAlert())).sort()).toEqual(
    [
      'number',
      'version',
      'severity',
      'status',
      'riskKind',
      'alias',
      'raised',
      'firstActivity',
      'lastActivity',
      'evidence',
      'owner',
      'classification',
      'determination',
      'lastChange',
      'portalUrl',
      'offers',
      'gone',
      'reduced',
      'revealedUntil',
      'neutral',
    ].sort(),
  );
});

test('details beside the words hold enumerations, figures and times alone, and a bounded number of them', () => {
  const mitreTechniques = Array.from({ length: 40 }, (_, index) => `T${1000 + index}`);
  const view = discloseAlert(storedAlert({ mitreTechniques }), asker(), KEPT);
  expect(hasDetails(view) && view.details).toMatchObject({
    incidentId: '77',
    detectionSource: 'microsoftInsiderRiskManagement',
    mitreTechniques: mitreTechniques.slice(0, TECHNIQUES_SHOWN),
    lastUpdated: at('2026-11-23T06:20:30.1234567Z'),
    resolved: null,
    commentCount: 2,
  });
});

test('an alert that is gone offers nothing, any other what its status allows', () => {
  expect(channelView(storedAlert({ gone: true })).offers).toEqual([]);
  expect(channelView(storedAlert({ status: 'resolved' })).offers).toEqual(['reopen', 'comment']);
});

test('a digest holds channel views, never more, and counts what came resolved', () => {
  const digest = digestView([storedAlert(), storedAlert({ number: 1043 })], 3);
  expect(digest).toEqual({
    alerts: [channelView(storedAlert()), channelView(storedAlert({ number: 1043 }))],
    alreadyResolved: 3,
    neutral: false,
  });
});
