// Hunting answers as the drawing room gets them: Confidential files to Gmail, with what a test is about given over it.
import type {
  HuntingAnswerView,
  HuntingAsked,
  HuntingDay,
  HuntingFigures,
  HuntingRow,
} from '../../src/domain/disclose-hunting';
import { Untrusted } from '../../src/domain/untrusted';

/** The view without its brand, which only the disclosing room may put on. */
export type PlainAnswer = {
  [Key in keyof HuntingAnswerView as Key extends string ? Key : never]: HuntingAnswerView[Key];
};

/** Every member of the view is there, so that it may stand for one that was disclosed. */
function isDisclosed(answer: PlainAnswer): answer is HuntingAnswerView {
  return answer.kql instanceof Untrusted && answer.rows.length <= answer.rowsInAll;
}

const KQL = `let Labels = dynamic(["7f1c2d3e-0b4a-4c58-9e6f-1a2b3c4d5e6f"]);
DataSecurityEvents
| where Timestamp >= datetime(2026-03-04T10:00:00Z) and Timestamp < datetime(2026-03-11T10:00:00Z)
| where TargetUrlDomain == "mail.google.com" or TargetUrlDomain endswith ".mail.google.com"
| where SensitivityLabelId in (Labels)
| summarize Files = count_distinct(ObjectId), People = count_distinct(AccountUpn), Events = count()`;

export const NOTHING_ASKED: HuntingAsked = {
  activity: null,
  targetDomain: null,
  label: null,
  account: null,
  department: null,
  device: null,
  sensitiveInfoType: null,
  dlpOutcome: null,
  alertNumber: null,
  anomalousOnly: false,
  groupBy: null,
  widened: false,
};

export function figures(files: number, people = 1, rows = files): HuntingFigures {
  return { files, people, rows };
}

/** Rows called by the names, the first with the most. */
export function ranked(names: readonly string[]): HuntingRow[] {
  return names.map((name, index) => ({
    key: Untrusted.of(name),
    figures: figures((names.length - index) * 3, 2, (names.length - index) * 5),
  }));
}

/** So many days up to 11 March 2026. */
export function daysOf(counts: readonly number[]): HuntingDay[] {
  const last = Date.parse('2026-03-11T00:00:00Z');
  return counts.map((files, index) => ({
    day: new Date(last - (counts.length - 1 - index) * 86_400_000).toISOString().slice(0, 10),
    figures: figures(files, files === 0 ? 0 : 1, files * 2),
  }));
}

export type AnswerOver = Partial<Omit<PlainAnswer, 'asked'>> & { asked?: Partial<HuntingAsked> };

/** 54 Confidential files to mail.google.com in the seven days up to 11 March 2026, 10:00 UTC. */
export function aHuntingAnswer({ asked, ...over }: AnswerOver = {}): HuntingAnswerView {
  const rows = over.rows ?? [];
  const answer: PlainAnswer = {
    counts: 'events',
    asked: {
      ...NOTHING_ASKED,
      activity: 'exfiltration',
      targetDomain: Untrusted.of('mail.google.com'),
      label: Untrusted.of('Confidential'),
      ...asked,
    },
    window: { from: '2026-03-04T10:00:00Z', to: '2026-03-11T10:00:00Z' },
    timeZone: 'UTC',
    defaultWindow: false,
    total: figures(54, 2, 61),
    previous: null,
    rowsInAll: rows.length,
    days: daysOf([2, 0, 11, 21, 9, 4, 5, 2]),
    gaps: ['sharedDataOnly'],
    kql: Untrusted.of(KQL),
    portalUrl: 'https://security.microsoft.com/v2/advanced-hunting?query=H4sIAAAA&timeRangeId=month',
    followUps: ['who', 'whereTo', 'byDay', 'compare'],
    ...over,
    rows,
  };
  if (!isDisclosed(answer)) throw new RangeError('no hunting answer has more rows than there are in all');
  return answer;
}
