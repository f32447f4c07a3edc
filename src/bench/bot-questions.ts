// The queries that the bot itself builds: the question for confidential files at Gmail, and one for each grouping over
// everything that left in the last 30 days, which is the most that one query is asked to count.
import { HUNTING_GROUPS } from '../domain/command';
import type { HuntingColumns } from '../domain/hunting-columns';
import { huntingQuery } from '../domain/hunting-kql';
import type { HuntingQuery, HuntingQuestion } from '../domain/hunting-question';

const DAY_MS = 86_400_000;
const CONFIDENTIAL = ['0005', '0006', '0007', '0008'].map((part) => `defa4170-0d19-0005-${part}-bc88714345d2`);

export interface NamedQuery extends HuntingQuery {
  name: string;
}

function questionAt(now: number, days: number): HuntingQuestion {
  const second = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return {
    counts: 'events',
    window: { from: second(now - days * DAY_MS), to: second(now) },
    previous: null,
    timeZone: 'Europe/Berlin',
    activity: 'exfiltration',
    targetDomain: null,
    labelIds: null,
    person: null,
    department: null,
    device: null,
    sensitiveInfoTypeId: null,
    dlpOutcome: null,
    groupBy: null,
    top: 10,
  };
}

/** `now`: ms since the epoch. `columns` of DataSecurityEvents. */
export function botQuestions(columns: HuntingColumns, now: number): NamedQuery[] {
  const query = (name: string, question: HuntingQuestion) => ({ name, ...huntingQuery(question, columns, now) });
  const gmail = { ...questionAt(now, 7), targetDomain: 'mail.google.com', labelIds: CONFIDENTIAL };
  const groups = HUNTING_GROUPS.filter((group) => group !== 'severity');
  return [
    query('confidential files to Gmail', gmail),
    ...groups.map((groupBy) => query(`all that left, by ${groupBy}`, { ...questionAt(now, 30), groupBy })),
  ];
}
