// What a reading tells besides its command: why a sentence is unknown, what it may refine, and that a word was widened.
import { readSentence, SENTENCE_MAX_CHARS } from '../../src/language/read-sentence';
import { OfflineReader } from '../../src/language/offline-reader';

const context = { now: new Date('2026-03-11T10:00:00Z'), timeZone: 'UTC' };
const read = (text: string) => readSentence(text, context);

describe('a sentence that is unknown', () => {
  it.each([
    ['resolve 1042 and 1043', 'severalAlerts'],
    ['show 1042 and 1043', 'severalAlerts'],
    ['resolve all alerts', 'severalAlerts'],
    ['resolve 1042 and reopen it', 'severalChanges'],
    ['start 1042 as false positive', 'severalChanges'],
    ['uploads and downloads', 'severalValues'],
    ['alerts for Alex and Megan', 'severalValues'],
    ['alerts yesterday and today', 'severalValues'],
    ['alerts assigned to me or Megan Bowen', 'severalValues'],
    ['unassigned or high alerts', 'severalValues'],
    ['uploads in department HR and Legal', 'severalValues'],
    ['alerts for finance', 'filterWithoutSlot'],
    ['uploads by me', 'filterWithoutSlot'],
    ['downloads from SharePoint site HR-Private', 'filterWithoutSlot'],
    ['uploads on printer HP-4', 'filterWithoutSlot'],
    ['files sent to bob@example.com', 'filterWithoutSlot'],
    ['worst incidents', 'filterWithoutSlot'],
    ['alerts except low', 'exclusion'],
    ['close 1042 if Megan agrees', 'condition'],
    ['do not close 1042', 'negation'],
    ['resolve 1042 as false positive, phishing', 'illegalPair'],
    ['uploads to Slack', 'serviceUnknown'],
    ['alerts last year', 'time'],
    ['alerts since 1 January 2027', 'future'],
    ['uploads this week vs last month', 'comparison'],
    ['post the triage report here every minute', 'schedule'],
    [`show 1042 ${'x'.repeat(SENTENCE_MAX_CHARS)}`, 'tooLong'],
  ])('%.60j says why: %s', (text, because) => {
    expect(read(text)).toEqual({ command: { command: 'unknown' }, refinement: null, because });
  });

  it('gives no reason where there is none to tell', () => {
    expect(read('colourless green ideas')).toEqual({ command: { command: 'unknown' }, refinement: null });
  });
});

describe('a sentence of slots alone refines the question before it', () => {
  it.each([
    ['and by day?', { groupBy: 'day' }],
    ['just the finance department', { department: 'finance' }],
    ['only for Gmail', { targetDomain: 'mail.google.com' }],
    ['last month instead', { window: { from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' } }],
    ['top 10', { top: 10 }],
    ['compare with the week before', { compare: true }],
    ['who?', { groupBy: 'account' }],
    ['where to?', { groupBy: 'domain' }],
    ['and yesterday?', { window: { from: '2026-03-10T00:00:00Z', to: '2026-03-11T00:00:00Z' } }],
    ['what about downloads?', { activity: 'download' }],
    ['only unusual ones', { anomalousOnly: true }],
    ['for Adele Vance', { account: 'Adele Vance' }],
  ])('%j', (text, refinement) => {
    expect(read(text)).toEqual({ command: { command: 'unknown' }, refinement });
  });

  it.each(['uploads', 'show my queue', 'and except Gmail', 'and tomorrow?', '1042'])('%j refines nothing', (text) => {
    expect(read(text).refinement).toBeNull();
  });
});

describe('one kind of an activity is read as the activity, and the reading says so', () => {
  it.each(['label downgrades', 'uploads to SharePoint', 'files copied to a network share', 'risky prompts this week'])(
    '%j',
    (text) => {
      expect(read(text)).toMatchObject({ command: { command: 'summarizeHunting' }, widened: true });
    },
  );

  it.each(['label changes', 'uploads to Dropbox', 'USB copies'])('%j is no such word', (text) => {
    expect(read(text)).not.toHaveProperty('widened');
  });

  it('in the report of a schedule too', () => {
    expect(read('post label downgrades here every Monday')).toMatchObject({
      command: { command: 'scheduleReport' },
      widened: true,
    });
  });
});

test('a sentence may be as long as the limit, and not one character longer', () => {
  const padded = (length: number) => 'show 1042'.padEnd(length, ' ');
  expect(read(padded(SENTENCE_MAX_CHARS)).command).toEqual({ command: 'showAlert', alert: '1042' });
  expect(read(padded(SENTENCE_MAX_CHARS + 1)).because).toBe('tooLong');
});

test('the promise that the workflows know reads the same', async () => {
  await expect(new OfflineReader().read('show 1042', context)).resolves.toEqual(read('show 1042'));
});
