import { HUNTING_FOLLOW_UPS, HUNTING_GAPS } from '../../../src/domain/disclose-hunting';
import { HUNTING_GROUPS } from '../../../src/domain/command';
import { toTextRun, Untrusted } from '../../../src/domain/untrusted';
import { huntingReading } from '../../../src/domain/wording/hunting-reading';
import { FOLLOW_UP_BUTTONS, GAP_WORDS, GROUP_WORDS } from '../../../src/domain/wording/hunting-words';
import { aHuntingAnswer, figures, NOTHING_ASKED, type AnswerOver } from '../../builders/hunting-answer';

const read = (over: AnswerOver) => huntingReading(aHuntingAnswer(over), toTextRun);
const text = (words: string) => Untrusted.of(words);

test('every filter that was read is named', () => {
  const asked = {
    activity: 'upload',
    targetDomain: text('dropbox.com'),
    label: text('Confidential'),
    account: text('Person K7F2'),
    department: text('Finance'),
    device: text('LAP-7'),
    sensitiveInfoType: text('Credit card'),
    dlpOutcome: 'warn',
    alertNumber: 1042,
    anomalousOnly: true,
    groupBy: 'domain',
  } as const;
  expect(read({ asked })).toEqual([
    'unusual behaviour alone, activity “uploads”',
    'target domain dropbox.com',
    'label Confidential with its sublabels',
    'about Person K7F2',
    'department Finance',
    'device LAP-7',
    'sensitive info type Credit card',
    'DLP outcome warned',
    'alert 1042',
    'by domain',
  ]);
});

test('no filter is said to be none', () => {
  expect(read({ asked: NOTHING_ASKED })).toEqual(['activity of every kind']);
});

test('a window that nobody named is said to be the bot’s own', () => {
  expect(read({ asked: NOTHING_ASKED, defaultWindow: true })).toContain('no time named, so the last 7 days');
});

test('the period compared with is said with both ends', () => {
  const window = { from: '2026-02-25T10:00:00Z', to: '2026-03-04T10:00:00Z' };
  expect(read({ previous: { window, total: figures(1) } })).toContain(
    'compared with 25 Feb 2026 10:00 – 4 Mar 2026 10:00 UTC',
  );
});

test('every gap, group and follow-up has words of its own', () => {
  const gaps = HUNTING_GAPS.map((gap) => GAP_WORDS[gap]);
  expect(new Set(gaps).size).toBe(gaps.length);
  for (const gap of gaps) expect(gap).toMatch(/^[A-Z].{20,140}\.$/);
  expect(new Set(HUNTING_GROUPS.map((group) => GROUP_WORDS[group].many)).size).toBe(HUNTING_GROUPS.length);
  expect(HUNTING_FOLLOW_UPS.map((each) => FOLLOW_UP_BUTTONS[each].title)).toEqual([
    'Who',
    'Where to',
    'By day',
    'Compare',
  ]);
});
