import { DLP_OUTCOMES, HUNTING_ACTIVITIES } from '../../../src/domain/command';
import type { HuntingAnswerView } from '../../../src/domain/disclose-hunting';
import { toTextRun, Untrusted } from '../../../src/domain/untrusted';
import { headlineWords } from '../../../src/domain/wording/hunting-headline';
import { activityWords } from '../../../src/domain/wording/hunting-words';
import { aHuntingAnswer, figures, ranked, type AnswerOver } from '../../builders/hunting-answer';

const text = (words: string) => Untrusted.of(words);
const said = (over: AnswerOver) => headlineWords(aHuntingAnswer(over), toTextRun);
const NO_FILTER = { activity: null, targetDomain: null, label: null } as const;

const CASES: [string, AnswerOver][] = [
  ['54 Confidential files were sent to mail.google.com by 2 people, 4–11 March 2026', {}],
  ['1 Confidential file was sent to mail.google.com by 1 person, 4–11 March 2026', { total: figures(1, 1) }],
  ['12,345 files were handled by 678 people, 4–11 March 2026', { asked: NO_FILTER, total: figures(12_345, 678) }],
  ['54 Confidential files were sent to mail.google.com, 4–11 March 2026', { total: figures(54, 0) }],
  [
    '54 files were printed by Person K7F2, 4–11 March 2026',
    { asked: { ...NO_FILTER, activity: 'print', account: text('Person K7F2') }, total: figures(54, 1) },
  ],
  [
    '54 files were uploaded by Person K7F2, 4–11 March 2026',
    {
      asked: { ...NO_FILTER, activity: 'upload', groupBy: 'account' },
      rows: ranked(['Person K7F2']),
      total: figures(54, 1),
    },
  ],
  [
    '54 files were copied to removable media in connection with evil.example by 2 people, 4–11 March 2026',
    { asked: { ...NO_FILTER, activity: 'removableMedia', targetDomain: text('evil.example') } },
  ],
  [
    '54 Confidential files were downloaded from mail.google.com with “Credit card” on LAP-7 around alert 1042 by 2 people in Finance, 4–11 March 2026',
    {
      asked: {
        activity: 'download',
        sensitiveInfoType: text('Credit card'),
        device: text('LAP-7'),
        alertNumber: 1042,
        department: text('Finance'),
      },
    },
  ],
  [
    '54 Confidential files were blocked by DLP in uploads at mail.google.com by 2 people, 4–11 March 2026',
    { asked: { activity: 'upload', dlpOutcome: 'block' } },
  ],
  [
    '1 file passed DLP by an override by 1 person, 4–11 March 2026',
    { asked: { ...NO_FILTER, dlpOutcome: 'bypass' }, total: figures(1, 1) },
  ],
];

test.each(CASES)('%s', (words, over) => {
  expect(said(over)).toBe(words);
});

const EVENTS: [string, AnswerOver][] = [
  [
    '12 browsing events at evil.example by 2 people, 4–11 March 2026',
    {
      asked: { ...NO_FILTER, activity: 'browsing', targetDomain: text('evil.example') },
      total: figures(0, 2, 12),
    },
  ],
  ['1 event by 1 person, 4–11 March 2026', { asked: NO_FILTER, total: figures(0, 1, 1) }],
  [
    '2 upload events that were blocked by DLP by 1 person, labelled Confidential, 4–11 March 2026',
    { asked: { activity: 'upload', targetDomain: null, dlpOutcome: 'block' }, total: figures(0, 1, 2) },
  ],
  [
    '7 unusual upload behaviours at mail.google.com by 2 people, with 54 Confidential files, 4–11 March 2026',
    { counts: 'behaviors', asked: { activity: 'upload', anomalousOnly: true }, total: figures(54, 2, 7) },
  ],
  [
    '1 unusual behaviour by 1 person, 4–11 March 2026',
    { counts: 'behaviors', asked: { ...NO_FILTER, anomalousOnly: true }, total: figures(0, 1, 1) },
  ],
];

test.each(EVENTS)('what names no file, or is a behaviour, is counted as such: %s', (words, over) => {
  expect(said(over)).toBe(words);
});

const NONE = figures(0, 0);
const NOTHING: [string, AnswerOver][] = [
  ['no Confidential file was sent to mail.google.com, 4–11 March 2026', { total: NONE }],
  [
    'no file was printed by Person K7F2, 4–11 March 2026',
    { asked: { ...NO_FILTER, activity: 'print', account: text('Person K7F2') }, total: NONE },
  ],
  [
    'no unusual upload behaviour at mail.google.com, 4–11 March 2026',
    { counts: 'behaviors', asked: { activity: 'upload', label: null }, total: NONE },
  ],
];

test.each(NOTHING)('nothing found is never called nothing done: %s', (words, over) => {
  expect(said(over)).toBe(`Nothing found in the shared data: ${words}`);
});

test('every activity and every outcome makes a sentence of its own', () => {
  const activities = HUNTING_ACTIVITIES.map((activity) => said({ asked: { activity, targetDomain: null } }));
  const outcomes = DLP_OUTCOMES.map((dlpOutcome) => said({ asked: { dlpOutcome } }));
  const sentences = [...activities, ...outcomes];
  expect(new Set(sentences).size).toBe(HUNTING_ACTIVITIES.length + DLP_OUTCOMES.length);
  for (const each of sentences)
    expect(each).toMatch(/^54 Confidential files (were|met|passed) \D+ by 2 people, 4–11 March 2026$/);
  expect(activityWords(null).kind).toBe('');
});

test('filters go through the sink of the place where the sentence stands', () => {
  const view: HuntingAnswerView = aHuntingAnswer({ asked: { targetDomain: text('secret.example') } });
  expect(headlineWords(view, () => '…')).toBe('54 … files were sent to … by 2 people, 4–11 March 2026');
});
