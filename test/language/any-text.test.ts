// Whatever is typed: a reading comes back, values stay as written, and nothing but a plain request changes an alert.
import fc from 'fast-check';
import { isLegalPair } from '../../src/domain/triage-rules';
import { readSentence, SENTENCE_MAX_CHARS } from '../../src/language/read-sentence';
import { Sentence } from '../../src/language/sentence/sentence';
import { tokenise } from '../../src/language/text/tokenise';
import { cleanText } from '../../src/language/text/clean-text';
import { readPieces } from '../../src/language/sentence/read-pieces';
import { Calendar } from '../../src/language/time/calendar';
import { saidSentences, SENTENCE_FILES } from '../fixtures/language/read-sentences';

const context = { now: new Date('2026-03-11T10:00:00Z'), timeZone: 'Europe/Berlin' };
const commandOf = (text: string) => readSentence(text, context).command;

const said = SENTENCE_FILES.flatMap(saidSentences);
const words = fc.constantFrom(...new Set(said.flatMap(({ text }) => text.split(' '))));
const wordSalad = fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' '));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' }), wordSalad);

const alert = fc.constantFrom('1042', '#7', 'alert 1042', 'this alert', 'it');
const change = fc.constantFrom(
  (it: string) => `resolve ${it} as a false positive`,
  (it: string) => `close ${it}`,
  (it: string) => `assign ${it} to me`,
  (it: string) => `take ${it}`,
  (it: string) => `reopen ${it}`,
  (it: string) => `start working on ${it}`,
  (it: string) => `mark ${it} as benign`,
  (it: string) => `comment on ${it} "seen"`,
  (it: string) => `unassign ${it}`,
);
const request = fc.tuple(change, alert).map(([say, it]) => say(it));

describe('any text', () => {
  it('is read without a throw, and slots are never empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { command } = readSentence(text, context);
        expect(Object.values(command)).not.toContain('');
        expect(Object.values(command)).not.toContain(null);
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes an alert only with a legal pair, and with the slots that belong to the change', () => {
    fc.assert(
      fc.property(fc.oneof(wordSalad, request), (text) => {
        const command = commandOf(text);
        if (command.command !== 'changeAlert') return;
        const { change: kind, classification, determination, assignee } = command;
        if (classification && determination) expect(isLegalPair(classification, determination)).toBe(true);
        if (classification || determination) expect(kind).toBe('resolve');
        expect(assignee !== undefined).toBe(kind === 'assign');
      }),
      { numRuns: 3_000 },
    );
  });

  it('costs as many tokens as it has characters at most, and a piece for each token at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: SENTENCE_MAX_CHARS }), (text) => {
        const { clean, source } = cleanText(text);
        const tokens = tokenise(clean);
        const pieces = readPieces(tokens, clean, new Calendar(context.now, context.timeZone));
        expect(source).toHaveLength(clean.length);
        expect(tokens.length).toBeLessThanOrEqual(clean.length + 1);
        expect(pieces.length).toBeLessThanOrEqual(tokens.length);
        expect(new Sentence(pieces, source).isUnderstood(new Set())).toBeDefined();
      }),
    );
  });
});

describe('a request to change an alert', () => {
  it('is one as it stands, and with politeness around it', () => {
    const polite = fc.constantFrom(
      (text: string) => text,
      (text: string) => `please ${text}`,
      (text: string) => `could you ${text}?`,
      (text: string) => `hi, ${text}, thanks`,
      (text: string) => `can you please ${text} if possible`,
    );
    fc.assert(
      fc.property(request, polite, (text, say) => {
        expect(commandOf(say(text))).toEqual(commandOf(text));
        expect(commandOf(text).command).toBe('changeAlert');
      }),
    );
  });

  it('is none with a negation, a condition, a doubt, a question or an exclusion', () => {
    const undone = fc.constantFrom(
      (text: string) => `do not ${text}`,
      (text: string) => `don't ${text}`,
      (text: string) => `don’t ${text}`,
      (text: string) => `never ${text}`,
      (text: string) => `please do not ${text}`,
      (text: string) => `could you not ${text}`,
      (text: string) => `${text} if Megan agrees`,
      (text: string) => `if nobody objects, ${text}`,
      (text: string) => `${text} unless it is real`,
      (text: string) => `when HR replies ${text}`,
      (text: string) => `${text} once HR replies`,
      (text: string) => `should I ${text}?`,
      (text: string) => `can I ${text}`,
      (text: string) => `may I ${text}`,
      (text: string) => `${text}?`,
      (text: string) => `who can ${text}`,
      (text: string) => `why would I ${text}`,
      (text: string) => `did you ${text}`,
      (text: string) => `maybe ${text}`,
      (text: string) => `${text} tomorrow`,
      (text: string) => `${text} except for Megan`,
      (text: string) => `${text}, no, wait`,
      (text: string) => `I would not ${text}`,
      (text: string) => `nobody should ${text}`,
      (text: string) => `${text} and 1043`,
      (text: string) => `${text} and everything else`,
      (text: string) => `say "${text}"`,
      (text: string) => `"${text}"`,
    );
    fc.assert(
      fc.property(request, undone, (text, say) => {
        expect(commandOf(say(text)).command).not.toBe('changeAlert');
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps its comment to the letter, whatever stands in it', () => {
    const comment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .filter((text) => !/["“”„‟<&\s]/.test(text.slice(0, 1) + text.slice(-1)) && !/["“”„‟]|<at|&nbsp;/.test(text));
    fc.assert(
      fc.property(
        fc.oneof(
          comment,
          wordSalad.filter((text) => !/["“”„]|^$|<at/.test(text)),
        ),
        (text) => {
          const meant = { command: 'changeAlert', alert: '1042', change: 'comment', comment: text.trim() };
          expect(commandOf(`comment on 1042: "${text}"`)).toEqual(meant);
          expect(commandOf(`comment on 1042: ${text}`)).toEqual(meant);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('a quoted name is a value and nothing else', () => {
  const name = wordSalad.filter((text) => text.trim() !== '' && !/["“”„:]|<at/.test(text));
  fc.assert(
    fc.property(name, (text) => {
      expect(commandOf(`alerts from policy "${text}"`)).toEqual({ command: 'listAlerts', policy: text.trim() });
      expect(commandOf(`uploads from department "${text}"`)).toEqual({
        command: 'summarizeHunting',
        activity: 'upload',
        department: text.trim(),
      });
    }),
    { numRuns: 500 },
  );
});

describe('hostile text', () => {
  const LONG = 100_000;
  const PARTS = [
    'a',
    '"',
    '!',
    '<at>',
    'a-',
    'x@y.',
    '-/:',
    ' ',
    '1',
    '\ud83d',
    'please ',
    'not ',
    'and ',
    'high and ',
    '1-5 March ',
    'every Monday, ',
    'department a and ',
    'for Alex and ',
    'top 5 by user and ',
    'compared to ',
    'resolve 1042 ',
  ];
  const unknown = { command: 'unknown' };

  it.each(PARTS)('of 100 KB of %j is unknown', (part) => {
    expect(commandOf(part.repeat(LONG / part.length))).toEqual(unknown);
  });

  it.each(PARTS.filter((part) => !/^(?:1|resolve)/.test(part) && part !== 'top 5 by user and '))(
    'of the longest legal length of %j is unknown',
    (part) => {
      const text = part.repeat(SENTENCE_MAX_CHARS / part.length);
      expect(text.length).toBeLessThanOrEqual(SENTENCE_MAX_CHARS);
      expect(commandOf(text)).toEqual(unknown);
    },
  );
});
