// What every keeper of retention promises: what ended long enough ago is a stub, once, and stays one; the people go with it.
import { NO_DETAILS } from '../../src/domain/alert-details';
import { versionOf } from '../../src/domain/alert-version';
import type { Alert } from '../../src/domain/alert';
import { Untrusted } from '../../src/domain/untrusted';
import { decideAlert } from '../../src/workflows/decide-alert';
import { alertId, changed } from '../builders/alert';
import { afterStart, HOUR } from '../builders/instants';
import { ANALYST, identity, objectIdOf, SUBJECT } from '../builders/people';
import { CHANNEL, claimAll, commitAlert, decidedAgain, deliver } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const DAY = 24 * HOUR;
const OTHER = identity({ objectId: objectIdOf(2), userPrincipalName: 'lars.b@fabrikam.example', sid: null });
const LIMIT = 10;
const RESOLVED = {
  status: 'resolved',
  classification: 'truePositive',
  determination: 'confirmedActivity',
  resolvedDateTime: afterStart(-2 * HOUR),
  assignedTo: Untrusted.of('ilse.brandt@fabrikam.example'),
} as const;

export function describeRetentionContract({ name, make }: StoreKind): void {
  describe(`retention, ${name}`, () => {
    const store = eachTest(make);
    const now = () => store().clock.now;
    const reduce = (days = 1, limit = LIMIT) => store().retention.reduce(days, limit, now());
    const forget = (days = 1, limit = LIMIT) => store().retention.forgetPeople(days, limit, now());
    const stored = (number = 1000) => store().alertLog.findByNumber(number);

    /** As the watcher would take it in. */
    const readAgain = async (alert: Alert) => {
      const known = (await store().alertLog.find([alert.id])).get(alert.id) ?? null;
      const subscriptions = [{ channel: CHANNEL, severity: [], policy: null }];
      const decision = decideAlert(alert, known, { subscriptions, backlogBefore: null, seenAt: afterStart(0) });
      if (decision !== null) await store().alertLog.commit({ decisions: [decision] });
      return decision;
    };

    /** A resolved alert whose card stands, a day after its retention began. */
    const makeEnded = async (overrides: Partial<Alert> = {}) => {
      const open = await commitAlert(store(), 1);
      await deliver(store(), 'ref');
      const ended = changed(open, { ...RESOLVED, lastUpdateDateTime: afterStart(1), ...overrides });
      const lastChange = { what: 'resolve', who: Untrusted.of('Ilse Brandt'), at: afterStart(1) } as const;
      await store().alertLog.commit({ decisions: [decidedAgain(open, ended, { lastChange })] });
      await deliver(store(), null);
      store().clock.now += DAY;
      return ended;
    };

    it('leaves an alert alone until its day has come, by the time that Graph gives', async () => {
      await makeEnded();
      store().clock.now -= 2 * HOUR + 1;
      expect(await reduce()).toBe(0);
      expect((await stored())?.reduced).toBeNull();
      store().clock.now += 1;
      expect(await reduce()).toBe(1);
      expect((await stored())?.reduced).toEqual({ at: expect.any(String) as string, afterDays: 1 });
    });

    it('counts from when an alert was first seen resolved where Graph gave no time', async () => {
      await makeEnded({ resolvedDateTime: null });
      store().clock.now -= 1;
      expect(await reduce()).toBe(0);
      store().clock.now += 1;
      expect(await reduce()).toBe(1);
    });

    it('takes no date in the future for a reason to keep an alert', async () => {
      await makeEnded({ resolvedDateTime: afterStart(1000 * DAY) });
      expect(await reduce()).toBe(1);
    });

    it('counts an alert that Graph no longer knows as ended', async () => {
      await commitAlert(store(), 1);
      await store().alertLog.commit({ decisions: [], gone: [alertId(1)] });
      store().clock.now += DAY;
      expect(await reduce()).toBe(1);
    });

    it('never touches an alert that is open', async () => {
      await commitAlert(store(), 1);
      store().clock.now += 1000 * DAY;
      expect(await reduce()).toBe(0);
    });

    it('keeps number, status, severity, verdict, kind of risk and times, and nothing else', async () => {
      const ended = await makeEnded();
      await reduce();
      const stub = await stored();
      expect(stub).toMatchObject({
        number: 1000,
        status: 'resolved',
        severity: 'high',
        classification: 'truePositive',
        determination: 'confirmedActivity',
        riskKind: 'dataLeak',
        createdDateTime: ended.createdDateTime,
        resolvedDateTime: ended.resolvedDateTime,
        lastUpdateDateTime: ended.lastUpdateDateTime,
        alertWebUrl: ended.alertWebUrl,
        contentHash: ended.contentHash,
      });
      expect(stub).toMatchObject({
        alias: null,
        subject: null,
        assignedTo: null,
        lastChange: null,
        evidence: null,
        incidentId: null,
        mitreTechniques: [],
        firstActivityDateTime: null,
        lastActivityDateTime: null,
        commentCount: 0,
        revealedUntil: null,
      });
      expect(stub && versionOf(stub)).toBe(stub?.version);
      expect(await store().alertDetails.find(1000)).toBeNull();
    });

    it('keeps no link that spells the person', async () => {
      const upn = SUBJECT.userPrincipalName ?? '';
      await makeEnded({ alertWebUrl: `https://security.microsoft.com/alerts/x?user=${encodeURIComponent(upn)}` });
      await reduce();
      expect((await stored())?.alertWebUrl).toBeNull();
    });

    it('redraws the cards that stand, posts nothing that waited, and closes forms', async () => {
      await makeEnded();
      const card = await store().cardBook.findByRef('ref');
      await store().openForms.open(card?.cardId ?? 0, ANALYST.objectId ?? '', { form: 'comment' }, now() + HOUR);
      await store().cardBook.requestPost(1000, '19:elsewhere@thread.tacv2', now());
      await reduce();
      expect((await claimAll(store())).map(({ kind, channel }) => [kind, channel])).toEqual([['update', CHANNEL]]);
      expect(await store().openForms.find(card?.cardId ?? 0, ANALYST.objectId ?? '', now())).toBeNull();
    });

    it('does as many as it is asked for, the longest ended first', async () => {
      for (const seed of [1, 2, 3]) {
        await commitAlert(store(), seed, { status: 'resolved', resolvedDateTime: afterStart(-seed * DAY) });
      }
      expect(await reduce(1, 2)).toBe(2);
      expect([await stored(1000), await stored(1001), await stored(1002)].map((one) => one?.reduced === null)).toEqual([
        true,
        false,
        false,
      ]);
      expect(await reduce(1, 2)).toBe(1);
      expect(await reduce(1, 2)).toBe(0);
    });

    it('leaves a tombstone: the same alert read again changes nothing and posts nothing', async () => {
      const ended = await makeEnded();
      await reduce();
      await claimAll(store());
      expect(await readAgain(ended)).toBeNull();
    });

    it('takes no more than a stub of an alert that was commented on, assigned or classified anew', async () => {
      const ended = await makeEnded();
      await reduce();
      await claimAll(store());
      await readAgain(changed(ended, { lastUpdateDateTime: afterStart(2), commentCount: 3 }));
      const owner = Untrusted.of('noor.adeyemi@fabrikam.example');
      await readAgain(changed(ended, { lastUpdateDateTime: afterStart(3), assignedTo: owner }));
      expect(await claimAll(store())).toEqual([]);
      const verdict = { classification: 'falsePositive', determination: 'notMalicious' } as const;
      await readAgain(changed(ended, { lastUpdateDateTime: afterStart(4), ...verdict }));
      expect(await stored()).toMatchObject({
        ...verdict,
        alias: null,
        subject: null,
        assignedTo: null,
        evidence: null,
      });
      expect((await stored())?.reduced).not.toBeNull();
      expect(await store().alertDetails.find(1000)).toBeNull();
    });

    it('takes an alert in again, words and person, when it is reopened at Graph', async () => {
      const ended = await makeEnded();
      await reduce();
      await forget();
      await claimAll(store());
      const details = { ...NO_DETAILS, title: Untrusted.of('It goes on'), people: [SUBJECT] };
      const open = { status: 'inProgress', lastUpdateDateTime: afterStart(2), resolvedDateTime: null } as const;
      await readAgain({ ...changed(ended, open), details });
      const alive = await stored();
      expect(alive).toMatchObject({ reduced: null, status: 'inProgress', subject: SUBJECT });
      expect(alive?.alias).not.toBeNull();
      expect((await store().alertDetails.find(1000))?.details.title).not.toBeNull();
      expect(await reduce()).toBe(0);
    });

    it('forgets a person when the last alert that is kept whole is gone, and the alias with them', async () => {
      await makeEnded();
      const alias = (await stored())?.alias ?? '';
      expect(await forget()).toBe(0);
      await reduce();
      expect(await forget()).toBe(1);
      expect(await store().peopleBook.findByAlias(alias)).toBeNull();
      expect(await forget()).toBe(0);
    });

    it('keeps a person of whom another alert is, or whom its words name', async () => {
      await makeEnded();
      await commitAlert(store(), 2, { subject: OTHER, details: { ...NO_DETAILS, people: [OTHER, SUBJECT] } });
      await reduce();
      expect(await forget()).toBe(0);
      const [subject] = await store().peopleBook.enrol([SUBJECT]);
      expect(subject).toMatchObject({ displayName: 'Mira Holt' });
    });

    it('keeps a person somebody asked about for as long as alerts are kept', async () => {
      const [asked] = await store().peopleBook.enrol([OTHER]);
      store().clock.now += DAY - 1;
      expect(await forget()).toBe(0);
      expect(await store().peopleBook.findByAlias(asked?.alias ?? '')).not.toBeNull();
      store().clock.now += 1;
      expect(await forget()).toBe(1);
    });

    it('may be asked to take what it removed out of the files, at any time', async () => {
      await makeEnded();
      await reduce();
      await expect(store().retention.scrub()).resolves.toBeUndefined();
      expect((await stored())?.number).toBe(1000);
    });
  });
}
