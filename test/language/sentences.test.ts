// Every sentence of the fixtures is read as the command beside it: the rules with their examples, and what analysts type.
import { readSentence } from '../../src/language/read-sentence';
import { saidSentences, SENTENCE_FILES, type SaidSentence } from '../fixtures/language/read-sentences';

describe.each(SENTENCE_FILES)('the sentences of %s', (file) => {
  it.each(saidSentences(file).map((said) => [said.text, said] as const))('%j', (text, { now, tz, json }) => {
    const { command } = readSentence(text, { now: new Date(now), timeZone: tz });
    // As text: the order of the slots is part of it.
    expect(JSON.stringify(command)).toBe(JSON.stringify(json));
  });
});

const ALL: SaidSentence[] = SENTENCE_FILES.flatMap(saidSentences);

test('every command of the vocabulary is among them', () => {
  const named = new Set(ALL.map(({ json }) => json.command));
  expect([...named].sort()).toEqual([
    'changeAlert',
    'checkSetup',
    'help',
    'listAlerts',
    'listIncidents',
    'listSubscriptions',
    'reportTriage',
    'scheduleReport',
    'showAlert',
    'showIncident',
    'subscribeChannel',
    'summarizeHunting',
    'unknown',
    'unsubscribeChannel',
    'whoAmI',
  ]);
});

/** Sentences whose meaning does not hang on capitals or marks: no names, no quotes, no comments. */
const plain = ALL.filter(({ text }) => /^[a-z0-9# ?]+$/.test(text));

describe('what does not matter', () => {
  const commandOf = (text: string, { now, tz }: SaidSentence) =>
    readSentence(text, { now: new Date(now), timeZone: tz }).command;

  it.each([
    ['capitals', (text: string) => text.toUpperCase()],
    ['blanks', (text: string) => `  ${text.replaceAll(' ', '   ')}\n`],
    ['a no-break space', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['a full stop', (text: string) => (text.endsWith('?') ? text : `${text}.`)],
    ['politeness', (text: string) => (text.endsWith('?') ? text : `${text} please`)],
    ['a mention', (text: string) => `<at>IRM alerts</at> ${text}`],
  ])('%s', (_what, changed) => {
    const told = plain.filter(({ text }) => text !== '');
    expect(told.length).toBeGreaterThan(300);
    // A person's name in small letters is still read, but it is given as written.
    const differing = told.filter((said) => {
      const [before, after] = [commandOf(said.text, said), commandOf(changed(said.text), said)];
      return JSON.stringify(after).toLowerCase() !== JSON.stringify(before).toLowerCase();
    });
    expect(differing.map(({ text }) => text)).toEqual([]);
  });
});
