// Who reports to whom, asked of Entra through Graph. Both directions are asked as `directReports`: Graph documents that
// one for applications, and not `manager`.
import { z } from 'zod/v4';
import { BotError, isBotError } from '../domain/errors';
import type { PersonIdentity } from '../domain/person';
import type { Clock } from '../ports/clock';
import type { OrgChart } from '../ports/org-chart';
import { objectIdOfCloudSid } from './cloud-sid';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { ASIDE, within } from './patience';
import { userFromGraph, USER_PROPERTIES } from './person-from-graph';
import { TimedCache } from './timed-cache';
import { guidOf } from './wire-values';

/** People change managers rarely, and what rests on this is a warning alone. */
export const REPORTS_MS = 15 * 60_000;
/** A failure is remembered for a moment: no press waits for the same silence twice. */
export const REPORTS_FAILED_MS = 30_000;
export const MAX_CHARTED = 2_000;
/** Pages of 999; nobody leads more people than these hold. */
export const MAX_REPORT_PAGES = 5;

const QUERY = `$select=${USER_PROPERTIES}&$top=999`;
const UPN = /^[^\s/\\?%@]{1,256}@[^\s/\\?%@]{1,256}$/;
const pageShape = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().min(1).nullish() });

type Asked = { reports: readonly PersonIdentity[] } | { failure: BotError };

/** Strongest first. An on-premises SID is no address. */
function addressOf({ objectId, userPrincipalName: upn, sid }: PersonIdentity): string | null {
  const id = guidOf(objectId) ?? (sid && objectIdOfCloudSid(sid));
  if (id !== null) return id;
  return upn !== null && UPN.test(upn) ? upn.toLowerCase() : null;
}

export class GraphOrgChart implements OrgChart {
  private readonly charted: TimedCache<Asked>;

  constructor(
    private readonly client: GraphClient,
    private readonly clock: Clock,
  ) {
    this.charted = new TimedCache(MAX_CHARTED, (asked) => ('failure' in asked ? REPORTS_FAILED_MS : REPORTS_MS), clock);
  }

  async reportsOf(person: PersonIdentity): Promise<readonly PersonIdentity[] | null> {
    const address = addressOf(person);
    if (address === null) return null;
    const asked = await this.charted.get(address, () => this.ask(address));
    if ('failure' in asked) throw asked.failure;
    return asked.reports;
  }

  private async ask(address: string): Promise<Asked> {
    try {
      return { reports: await this.walk(`/users/${encodeURIComponent(address)}/directReports?${QUERY}`) };
    } catch (error) {
      if (isBotError(error, 'notFound')) return { reports: [] };
      if (isBotError(error)) return { failure: error };
      throw error;
    }
  }

  /** All pages within the time of one. Contacts report to people too; they act on nothing and are left out. */
  private async walk(first: string): Promise<PersonIdentity[]> {
    const until = this.clock.now() + ASIDE.totalMs;
    const reports: PersonIdentity[] = [];
    let next: string | null = first;
    for (let pages = 0; next !== null; pages += 1) {
      if (pages === MAX_REPORT_PAGES) throw new BotError('tooLarge', { from: 'graph' });
      const call = { method: 'GET', address: next, row: 'graphRead', lane: 'click' } as const;
      const patience = within(ASIDE, until - this.clock.now());
      // A circuit of its own: silence here must not keep anybody from asking for roles.
      const answer = await this.client.call({ ...call, patience, circuit: 'orgChart' });
      const page = pageShape.safeParse(answer.body);
      if (!page.success) throw garbageAnswer();
      for (const report of page.data.value) {
        const user = userFromGraph(report);
        if (user !== null) reports.push(user.person);
      }
      next = page.data['@odata.nextLink'] ?? null;
    }
    return reports;
  }
}
