// Page by page through a list, and lists too long to be made.
import type { ListSlots } from '../../src/domain/command';
import { LIST_PAGE } from '../../src/domain/disclose-list';
import { ALERTS_SEARCHED_MAX, listAlerts, type AlertListAsk } from '../../src/workflows/list-alerts';
import { listFacts, pageOf, readAlertListFacts } from '../../src/workflows/list-facts';
import { aStoredAlert } from '../builders/alert';
import { ANALYST } from '../builders/people';
import { asAsker, createListRig } from './list-rig';

describe('pages', () => {
  it('go on from what was kept, each row once, to the end and back', async () => {
    const { put, view } = createListRig();
    for (let made = 0; made < 24; made += 1) await put({ severity: made % 2 === 0 ? 'high' : 'low' });
    const slots: ListSlots = { severity: ['high', 'low'], sort: 'severity' };
    const whole: number[] = [];
    let kept = listFacts({ slots, from: 1, timeZone: 'Europe/Berlin' });
    const froms: number[] = [];
    for (let more = true; more; kept = listFacts(pageOf(readAlertListFacts(kept), 'next'))) {
      const facts = readAlertListFacts(kept);
      const page = await view(facts.slots, facts);
      expect(page).toMatchObject({ total: 24, timeZone: 'Europe/Berlin' });
      froms.push(page.from);
      whole.push(...page.alerts.map(({ number }) => number));
      more = page.from + LIST_PAGE <= page.total;
    }
    expect(froms).toEqual([1, 11, 21]);
    const evens = Array.from({ length: 12 }, (_, index) => 1000 + 2 * index);
    expect(whole).toEqual([...evens, ...evens.map((number) => number + 1)]);
    expect((await view(slots, { from: pageOf({ slots, from: 11, timeZone: '' }, 'previous').from })).from).toBe(1);
  });

  it('after the end of a list that became shorter are the last one', async () => {
    const { put, view } = createListRig();
    for (let made = 0; made < 12; made += 1) await put();
    expect(await view({}, { from: 31 })).toMatchObject({ from: 11, alerts: [{ number: 1010 }, { number: 1011 }] });
    expect(await view({ status: ['resolved'] }, { from: 11 })).toMatchObject({ from: 1, total: 0, alerts: [] });
  });
});

describe('more alerts than are searched', () => {
  const askOf = async (known: number, slots: ListSlots) => {
    const { deps } = createListRig();
    const alerts = Array.from({ length: known }, (_, index) => aStoredAlert({ number: 90_000 - index }));
    const limits: number[] = [];
    const search = async (_search: unknown, limit: number) => (limits.push(limit), alerts.slice(0, limit));
    const place = { kind: 'personal', channel: 'a:chat' } as const;
    const ask: AlertListAsk = { slots, from: 1, timeZone: 'UTC', asker: asAsker(ANALYST), place };
    const outcome = await listAlerts({ ...deps, alertLog: { search } }, ask);
    return { outcome, limits };
  };

  it('make no list that would look whole', async () => {
    const { outcome, limits } = await askOf(ALERTS_SEARCHED_MAX + 1, {});
    expect(outcome).toEqual({ refusal: { code: 'tooManyAlerts', most: 5_000 } });
    expect(limits).toEqual([5_001]);
  });

  it.each<[ListSlots, boolean]>([
    [{ top: 5 }, true],
    [{ top: 5, sort: 'newest' }, true],
    [{ top: 5, sort: 'oldest' }, false],
    [{ top: 5, sort: 'severity' }, false],
    [{ top: 5, assignee: 'me' }, false],
  ])('still answer %j: %s', async (slots, answered) => {
    const { outcome } = await askOf(ALERTS_SEARCHED_MAX + 1, slots);
    expect('view' in outcome).toBe(answered);
  });

  it('are one more than those that are counted', async () => {
    expect((await askOf(ALERTS_SEARCHED_MAX, {})).outcome).toMatchObject({ view: { total: 5_000 } });
  });
});
