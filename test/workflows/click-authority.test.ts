// Who may do what with a card: every role and kind of person against every verb, and what each refusal leaves behind.
import { BotError } from '../../src/domain/errors';
import type { PersonIdentity } from '../../src/domain/person';
import { hasDetails } from '../../src/domain/disclosure';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import type { ClickAnswer } from '../../src/workflows/click';
import { changed } from '../builders/alert';
import { presser } from '../builders/click';
import {
  ADMIN,
  ANALYST,
  AUDITOR,
  GUEST,
  identity,
  INVESTIGATOR,
  knownOnlyBy,
  objectIdOf,
  OTHER_TENANT,
  SUBJECT,
  WITHOUT_ROLE,
} from '../builders/people';
import { CHANGING_VERBS, COMPLETE, createClickRig, said } from './click-rig';

const REFUSED: [string, PersonIdentity, string][] = [
  ['somebody without a role', WITHOUT_ROLE, 'noRole'],
  ['an admin', ADMIN, 'noRole'],
  ['an auditor', AUDITOR, 'noRole'],
  ['a guest', GUEST, 'noRole'],
  ['somebody the directory does not know', identity({ objectId: objectIdOf(0xdead) }), 'noRole'],
];

const details = (answer: ClickAnswer) => answer.show === 'card' && hasDetails(answer.view);

describe.each([
  ['an analyst', ANALYST],
  ['an investigator', INVESTIGATOR],
])('%s', (_who, person) => {
  it.each(['alert.start', 'alert.assignToMe', 'alert.resolve', 'alert.comment'])('may press %s', async (verb) => {
    const { press, audit, writes } = await createClickRig();
    const answer = await press(person, verb, COMPLETE[verb]);
    expect(said(answer)).toBe('card');
    expect(audit()).toEqual([`${verb} intended -`, `${verb} applied -`]);
    expect(writes()).toBe(verb === 'alert.comment' ? 1 : 2);
  });

  it('may press alert.reopen on a resolved alert', async () => {
    const { press, audit } = await createClickRig({ status: 'inProgress' });
    const resolved = await press(person, 'alert.resolve', COMPLETE['alert.resolve']);
    const version = resolved.show === 'card' ? resolved.view.version : null;
    expect(said(await press(person, 'alert.reopen', { version }))).toBe('card');
    expect(audit().slice(2)).toEqual(['alert.reopen intended -', 'alert.reopen applied -']);
  });

  it('gets the form and the details, and neither leaves a line in the audit', async () => {
    const { press, audit } = await createClickRig();
    expect(said(await press(person, 'alert.resolveForm'))).toBe('form resolve');
    const answer = await press(person, 'alert.refresh');
    expect(details(answer)).toBe(true);
    expect(answer).toMatchObject({ refreshFor: [presser(person).mri] });
    expect(audit()).toEqual([]);
  });
});

describe.each(REFUSED)('%s', (_who, person, reason) => {
  it.each([...CHANGING_VERBS, 'alert.resolveForm'])('is refused %s before Graph is asked', async (verb) => {
    const { rig, press, audit, writes } = await createClickRig();
    expect(await press(person, verb, COMPLETE[verb])).toEqual({
      show: 'message',
      saying: { code: reason, needs: ['analyst', 'investigator'] },
    });
    expect(audit()).toEqual([`${verb} refused ${reason}`]);
    expect(rig.auditTrail.entries[0]).toMatchObject({
      actorObjectId: person.objectId,
      alertNumber: 1000,
      cardRef: null,
    });
    expect(rig.alertSource.reads).toBe(0);
    expect(writes()).toBe(0);
  });

  it('gets the posted card back on refresh, without a word and without a line in the audit', async () => {
    const { press, audit } = await createClickRig();
    const answer = await press(person, 'alert.refresh');
    expect(said(answer)).toBe('card');
    expect(details(answer)).toBe(false);
    expect(answer).toMatchObject({ refreshFor: [] });
    expect(audit()).toEqual([]);
  });
});

describe('the person an alert is about', () => {
  const known: [string, PersonIdentity][] = [
    ['object id', knownOnlyBy({ objectId: SUBJECT.objectId })],
    ['object id in another case', knownOnlyBy({ objectId: SUBJECT.objectId?.toUpperCase() ?? null })],
    ['UPN', knownOnlyBy({ userPrincipalName: 'MIRA.HOLT@fabrikam.example' })],
    ['SID', knownOnlyBy({ sid: SUBJECT.sid })],
  ];

  it.each(known)('is refused every action by %s, whatever the role', async (_by, subject) => {
    for (const verb of [...CHANGING_VERBS, 'alert.resolveForm']) {
      const { rig, press, audit, writes } = await createClickRig({ subject });
      rig.analystDirectory.setRoles(SUBJECT, ['investigator', 'admin']);
      expect(said(await press(SUBJECT, verb, COMPLETE[verb]))).toBe('isSubject');
      expect(audit()).toEqual([`${verb} refused isSubject`]);
      expect(writes()).toBe(0);
    }
  });

  it.each(known)('gets the posted card from refresh by %s', async (_by, subject) => {
    const { rig, press } = await createClickRig({ subject });
    rig.analystDirectory.setRoles(SUBJECT, ['investigator']);
    const answer = await press(SUBJECT, 'alert.refresh', { automatic: true });
    expect(said(answer)).toBe('card');
    expect(details(answer)).toBe(false);
  });

  it('is refused when only the fresh read shows that the alert is about them', async () => {
    const { rig, alert, press, audit, writes } = await createClickRig({ subject: null });
    const { objectId } = ANALYST;
    rig.alertSource.put(changed(alert, { subject: knownOnlyBy({ objectId }) }));
    expect(said(await press(ANALYST, 'alert.start'))).toBe('isSubject');
    expect(audit()).toEqual(['alert.start refused isSubject']);
    expect(writes()).toBe(0);
  });

  it('is named nowhere in an answer about a stale card, not even as its owner', async () => {
    const { rig, alert, press } = await createClickRig();
    rig.alertSource.put(changed(alert, { assignedTo: Untrusted.of(SUBJECT.userPrincipalName ?? '') }));
    const answer = await press(ANALYST, 'alert.start');
    if (answer.show !== 'card' || answer.saying?.code !== 'stale') throw new Error('not stale');
    expect(answer.saying.owner && toGraphValue(answer.saying.owner)).toMatch(/^Person [0-9A-Z]{4,}$/);
  });
});

describe('somebody of another tenant', () => {
  const foreign = { presser: presser(ANALYST, { tenantId: OTHER_TENANT }) };

  it.each(CHANGING_VERBS)('is refused %s without the directory being asked', async (verb) => {
    const { rig, press, audit, writes } = await createClickRig();
    rig.analystDirectory.lookUps.length = 0;
    expect(said(await press(ANALYST, verb, { ...COMPLETE[verb], ...foreign }))).toBe('otherTenant');
    expect(audit()).toEqual([`${verb} refused otherTenant`]);
    expect(rig.analystDirectory.lookUps).toEqual([]);
    expect(writes()).toBe(0);
  });

  it('gets no details', async () => {
    const { press } = await createClickRig();
    expect(details(await press(ANALYST, 'alert.refresh', foreign))).toBe(false);
  });

  it('is told from one who writes the home tenant in another case', async () => {
    const { rig, press } = await createClickRig();
    const tenantId = rig.homeTenantId.toUpperCase();
    expect(said(await press(ANALYST, 'alert.start', { presser: presser(ANALYST, { tenantId }) }))).toBe('card');
  });
});

describe('a directory that does not answer', () => {
  const down = new BotError('timedOut', { from: 'graph' });

  it.each(CHANGING_VERBS)('means that %s is refused', async (verb) => {
    const { rig, press, audit, writes } = await createClickRig();
    rig.analystDirectory.down = down;
    expect(said(await press(ANALYST, verb, COMPLETE[verb]))).toBe('lookupFailed');
    expect(audit()).toEqual([`${verb} refused lookupFailed`]);
    expect(writes()).toBe(0);
  });

  it('means that a view falls back to the posted card', async () => {
    const { rig, press } = await createClickRig();
    rig.analystDirectory.down = down;
    expect(details(await press(ANALYST, 'alert.refresh'))).toBe(false);
  });

  it('between two questions about one click still means a refusal', async () => {
    const { rig, press, audit, writes } = await createClickRig();
    rig.analystDirectory.down = down;
    rig.analystDirectory.answersLeft = 1;
    expect(said(await press(ANALYST, 'alert.start'))).toBe('lookupFailed');
    expect(audit()).toEqual(['alert.start refused lookupFailed']);
    expect(writes()).toBe(0);
  });
});

describe('a role', () => {
  it('is asked for afresh by every write, and taken from memory by a view', async () => {
    const { rig, press } = await createClickRig();
    rig.analystDirectory.lookUps.length = 0;
    await press(ANALYST, 'alert.start');
    await press(ANALYST, 'alert.refresh');
    expect(rig.analystDirectory.lookUps.map((asked) => asked.freshness)).toEqual(['fresh', 'cached', 'cached']);
  });

  it('that was taken away a moment ago is gone at the next press', async () => {
    const { rig, press, writes } = await createClickRig();
    rig.analystDirectory.setRoles(ANALYST, []);
    expect(said(await press(ANALYST, 'alert.start'))).toBe('noRole');
    expect(writes()).toBe(0);
  });

  it('comes from no name: whoever calls themselves an admin has the roles of their object id', async () => {
    const { press, writes } = await createClickRig();
    const name = Untrusted.of('Ilse Brandt (investigator)');
    expect(said(await press(WITHOUT_ROLE, 'alert.start', { presser: presser(WITHOUT_ROLE, { name }) }))).toBe('noRole');
    expect(writes()).toBe(0);
  });
});

describe('a refusal that cannot be written to the audit', () => {
  it('stands all the same, and a human is told', async () => {
    const { rig, press, writes } = await createClickRig();
    rig.auditTrail.append = () => Promise.reject(new BotError('storeUnusable', { from: 'store' }));
    expect(said(await press(WITHOUT_ROLE, 'alert.start'))).toBe('noRole');
    expect(rig.logger.at('error')).toHaveLength(1);
    expect(writes()).toBe(0);
  });
});
