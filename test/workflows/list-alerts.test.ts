// Lists of alerts: what was asked for, by whom people may be named, and whose alerts never stand in an answer.
import fc from 'fast-check';
import type { ListSlots } from '../../src/domain/command';
import { BotError } from '../../src/domain/errors';
import { Untrusted } from '../../src/domain/untrusted';
import { CHANNEL } from '../builders/click';
import { afterStart, HOUR } from '../builders/instants';
import { ADMIN, ANALYST, identity, INVESTIGATOR, objectIdOf, rosterMember, SUBJECT } from '../builders/people';
import { asAsker, createListRig, person, text, type Asker } from './list-rig';

describe('a list', () => {
  it('is of everything, newest first, when nothing is named', async () => {
    const { put, view } = createListRig();
    for (const status of ['resolved', 'new', 'inProgress'] as const) await put({ status });
    const shown = await view({});
    expect(shown.alerts.map(({ number }) => number)).toEqual([1000, 1001, 1002]);
    expect(shown).toMatchObject({
      total: 3,
      from: 1,
      asked: { status: [], severity: [], assignee: null, account: null, policy: null, window: null, sort: null },
    });
  });

  it('is narrowed by status, severity and time, and says so', async () => {
    const { put, view } = createListRig();
    await put({ status: 'new', severity: 'high' });
    await put({ status: 'new', severity: 'low' });
    await put({ status: 'resolved', severity: 'high' });
    await put({ createdDateTime: afterStart(-30 * HOUR) });
    const window = { from: '2026-11-23T00:00:00Z', to: '2026-11-23T06:00:00Z' };
    const slots: ListSlots = { status: ['new', 'inProgress'], severity: ['high', 'medium'], window, sort: 'oldest' };
    const shown = await view(slots);
    expect(shown.alerts.map(({ number }) => number)).toEqual([1000]);
    expect(shown.asked).toMatchObject(slots);
  });

  it('asked for a number of alerts counts no more than those', async () => {
    const { put, view } = createListRig();
    for (let made = 0; made < 13; made += 1) await put();
    expect(await view({ top: 12 })).toMatchObject({ total: 12 });
    expect((await view({ top: 3 })).alerts).toHaveLength(3);
  });

  it('never holds more than everybody in a channel may see', async () => {
    const { put, view } = createListRig();
    await put({ assignedTo: Untrusted.of('Mira Holt') });
    const shown = JSON.stringify(await view({}, { asker: asAsker(INVESTIGATOR), kind: 'personal' }));
    expect(shown).not.toMatch(/mira|holt/i);
  });
});

describe('the owner', () => {
  it.each([
    ['UPN', ANALYST.userPrincipalName],
    ['object id', ANALYST.objectId?.toUpperCase()],
    ['display name', 'ilse BRANDT'],
  ])('is the asker by %s', async (_form, owner) => {
    const { put, numbers } = createListRig();
    await put({ assignedTo: Untrusted.of(owner ?? '') });
    await put({ assignedTo: Untrusted.of('Tomas Vale') });
    await put();
    expect(await numbers({ assignee: 'me' })).toEqual([1000]);
    expect(await numbers({ assignee: 'none' })).toEqual([1002]);
  });

  it('asked for by name is found by the UPN that the directory knows, by analysts in a channel too', async () => {
    const { put, view } = createListRig();
    await put({ assignedTo: Untrusted.of(INVESTIGATOR.userPrincipalName ?? '') });
    await put({ assignedTo: Untrusted.of('noor adeyemi') });
    await put({ assignedTo: Untrusted.of('Noor') });
    const shown = await view({ assignee: 'Noor Adeyemi' });
    expect(shown.alerts.map(({ number }) => number)).toEqual([1000, 1001]);
    expect(text(shown.asked.assignee)).toBe('Noor Adeyemi');
  });

  it('asked for by UPN needs no directory', async () => {
    const { put, numbers, peopleFinder } = createListRig();
    await put({ assignedTo: Untrusted.of('gone@fabrikam.example') });
    expect(await numbers({ assignee: 'Gone@fabrikam.example' })).toEqual([1000]);
    expect(peopleFinder.asked).toEqual([]);
  });

  it('tells nobody by name whom an alert is about', async () => {
    const { put, view } = createListRig();
    await put({ assignedTo: Untrusted.of(SUBJECT.userPrincipalName ?? '') });
    for (const assignee of ['Mira Holt', SUBJECT.userPrincipalName ?? '']) {
      expect(await view({ assignee }, { kind: 'personal' })).toMatchObject({ total: 0, alerts: [] });
    }
  });

  it('cannot be looked for by name while the directory is down', async () => {
    const { ask, peopleFinder } = createListRig();
    peopleFinder.down = new BotError('throttled', { from: 'graph', retryAfterMs: 7_000 });
    expect(await ask({ assignee: 'Noor Adeyemi' })).toEqual({
      saying: { code: 'graphThrottled', retryAfterSeconds: 7 },
    });
  });
});

describe('a person by name', () => {
  it.each<[string, Asker, 'channel' | 'personal']>([
    ['an analyst in a channel', ANALYST, 'channel'],
    ['an analyst in personal chat', ANALYST, 'personal'],
    ['an investigator in a channel', INVESTIGATOR, 'channel'],
    ['an administrator in personal chat', ADMIN, 'personal'],
  ])('gets %s one answer, and nothing is looked up', async (_who, asker, kind) => {
    const { put, ask, peopleFinder, channelRoster } = createListRig();
    await put();
    for (const account of ['Mira Holt', SUBJECT.userPrincipalName ?? '', 'Nobody Here', asker.displayName ?? '']) {
      expect(await ask({ account }, { asker: asAsker(asker), kind })).toEqual({
        refusal: { code: 'nameNeedsInvestigator' },
      });
    }
    expect([peopleFinder.asked, channelRoster.asked]).toEqual([[], []]);
  });

  it.each(['Mira Holt', 'MIRA.HOLT@fabrikam.example'])(
    'lists to an investigator in personal chat the alerts about %s, as a disclosure',
    async (account) => {
      const { put, ask } = createListRig();
      await put();
      await put({ subject: person(7) });
      const outcome = await ask({ account }, { asker: asAsker(INVESTIGATOR), kind: 'personal' });
      expect(outcome).toMatchObject({ named: true, view: { total: 1, alerts: [{ number: 1000 }] } });
      expect('view' in outcome && text(outcome.view.asked.account)).toBe('mira.holt@fabrikam.example');
    },
  );

  it('of whom there are no alerts is a disclosure all the same', async () => {
    const { ask } = createListRig();
    const outcome = await ask({ account: 'Ilse Brandt' }, { asker: asAsker(INVESTIGATOR), kind: 'personal' });
    expect(outcome).toMatchObject({ named: true, view: { total: 0 } });
  });
});

describe('a person by alias', () => {
  it.each<['channel' | 'personal', Asker]>([
    ['channel', ANALYST],
    ['personal', INVESTIGATOR],
  ])('is asked for in %s and stays an alias', async (kind, asker) => {
    const { put, ask, aliasOf } = createListRig();
    await put();
    await put({ subject: person(7) });
    const alias = await aliasOf(SUBJECT);
    const outcome = await ask({ account: alias.toLowerCase() }, { asker: asAsker(asker), kind });
    expect(outcome).toMatchObject({ named: false, view: { alerts: [{ number: 1000 }] } });
    expect('view' in outcome && text(outcome.view.asked.account)).toBe(alias);
  });

  it('is found where hunting rows would hold nothing of them', async () => {
    const { put, numbers, aliasOf } = createListRig();
    const subject = identity({ objectId: null, userPrincipalName: null });
    await put({ subject });
    expect(await numbers({ account: await aliasOf(subject) })).toEqual([1000]);
  });

  it('who asks about themselves learns no more than about nobody', async () => {
    const { put, ask, aliasOf } = createListRig();
    await put({ subject: ANALYST });
    const own = await ask({ account: await aliasOf(ANALYST) });
    expect(own).toEqual({ refusal: { code: 'personRefused', reason: 'isSelf' } });
    const nobody = await ask({ account: 'Person ZZZZ' });
    expect(nobody).toEqual({ refusal: { code: 'personRefused', reason: 'unknown' } });
  });
});

describe('a policy', () => {
  it('that names a kind of risk lists the alerts of that kind, and says how it was read', async () => {
    const { put, view } = createListRig();
    await put();
    await put({ title: Untrusted.of('Data theft by departing users') });
    const shown = await view({ policy: 'data leaks' });
    expect(shown.alerts.map(({ number }) => number)).toEqual([1000]);
    expect(text(shown.asked.policy)).toBe('Data leak (by kind of risk)');
  });

  it.each(['Project Falcon', 'Mira Holt', 'removable media'])('called %j is refused, not left out', async (policy) => {
    const { put, ask } = createListRig();
    await put();
    expect(await ask({ policy })).toEqual({ refusal: { code: 'policyNotKept' } });
  });
});

describe('whoever reads an answer', () => {
  it('finds no alert about themselves, nor is it counted, in a channel or alone', async () => {
    const { put, view } = createListRig();
    await put({ subject: identity({ ...ANALYST, objectId: null, sid: null }) });
    await put();
    for (const kind of ['channel', 'personal'] as const) {
      expect(await view({}, { kind })).toMatchObject({ total: 1, alerts: [{ number: 1001 }] });
    }
  });

  it('is everybody in the channel, whose roster is asked once', async () => {
    const { put, view, channelRoster } = createListRig();
    await put();
    await put({ subject: person(7) });
    channelRoster.fill(CHANNEL, [rosterMember(ANALYST), rosterMember(SUBJECT)]);
    expect(await view({})).toMatchObject({ total: 1, alerts: [{ number: 1001 }] });
    expect(channelRoster.asked).toHaveLength(1);
    expect(await view({}, { kind: 'personal' })).toMatchObject({ total: 2 });
    expect(channelRoster.asked).toHaveLength(1);
  });

  it('gets nothing in a channel whose roster cannot be read', async () => {
    const { put, ask, view, channelRoster } = createListRig();
    await put();
    channelRoster.down = new BotError('timedOut', { from: 'connector' });
    expect(await ask({})).toEqual({ saying: { code: 'rosterUnavailable' } });
    expect(await view({}, { kind: 'personal' })).toMatchObject({ total: 1 });
  });

  it('is never among the persons of the rows, whoever they are', async () => {
    const seeds = fc.integer({ min: 1, max: 6 });
    const scene = fc.record({
      subjects: fc.array(fc.option(seeds), { maxLength: 15 }),
      roster: fc.uniqueArray(seeds, { maxLength: 4 }),
      asker: seeds,
      kind: fc.constantFrom('channel' as const, 'personal' as const),
    });
    await fc.assert(
      fc.asyncProperty(scene, async ({ subjects, roster, asker, kind }) => {
        const { put, ask, channelRoster, alertLog } = createListRig();
        for (const seed of subjects) await put({ subject: seed === null ? null : person(seed) });
        channelRoster.fill(
          CHANNEL,
          roster.map((seed) => rosterMember(person(seed))),
        );
        const outcome = await ask({}, { asker: { ...person(asker), objectId: objectIdOf(asker), roles: [] }, kind });
        if (!('view' in outcome)) throw new Error('not answered');
        const readers = new Set([asker, ...(kind === 'channel' ? roster : [])].map(objectIdOf));
        for (const { number } of outcome.view.alerts) {
          const subject = (await alertLog.findByNumber(number))?.subject ?? null;
          expect(readers.has(subject?.objectId ?? '')).toBe(false);
        }
        const rest = subjects.filter((seed) => seed === null || !readers.has(objectIdOf(seed)));
        expect(outcome.view.total).toBe(rest.length);
      }),
      { numRuns: 40 },
    );
  });
});

test('a store that fails is left to the caller, who says so', async () => {
  const { deps, ask } = createListRig();
  deps.alertLog.search = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
  await expect(ask({})).rejects.toThrow(BotError);
});
