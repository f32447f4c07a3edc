// What the presser alone is told beside an answer stands in the invoke's own answer, and in nothing that others get.
import { channelView } from '../../src/domain/disclosure';
import { say } from '../../src/domain/wording/saying-words';
import { confirmDrawing, settledDrawing, type ChangeProposal } from '../../src/workflows/change-proposal';
import type { Aside, ClickAnswer } from '../../src/workflows/click';
import { drawAnswer } from '../../src/teams/draw-answer';
import { invokeResponseFor } from '../../src/teams/invoke-answer';
import { aStoredAlert } from '../builders/alert';
import { at } from '../domain/alert-builder';

const ASIDE: Aside = { code: 'conflictNoted', deed: 'change' };
const WORDS = say(ASIDE);
const stored = aStoredAlert();
const proposal: ChangeProposal = {
  alertId: stored.id,
  alertNumber: stored.number,
  version: stored.version,
  change: { kind: 'start' },
  comment: null,
  asker: null,
  chosen: null,
  messageId: null,
};

const card: ClickAnswer = {
  show: 'card',
  view: channelView(stored),
  cardRef: 'a'.repeat(32),
  refreshFor: [],
  saying: { code: 'changedButCommentFailed' },
};
const textOf = (answer: ClickAnswer) => JSON.stringify(invokeResponseFor(answer).body);

test('a warning stands on the presser’s card beside what else is said', () => {
  expect(textOf({ ...card, aside: ASIDE })).toContain(WORDS);
  expect(textOf({ ...card, aside: ASIDE })).toContain(say({ code: 'changedButCommentFailed' }));
  expect(textOf(card)).not.toContain(WORDS);
});

test('a card that was drawn with a warning is not the one drawn next', () => {
  const quiet: ClickAnswer = { ...card, saying: null };
  expect(textOf({ ...quiet, aside: ASIDE })).toContain(WORDS);
  expect(textOf(quiet)).not.toContain(WORDS);
});

test('a warning follows a message in the same text', () => {
  expect(invokeResponseFor({ show: 'message', saying: { code: 'outcomeUncertain' }, aside: ASIDE }).body).toMatchObject(
    {
      type: 'application/vnd.microsoft.activity.message',
      value: `${say({ code: 'outcomeUncertain' })} ${WORDS}`,
    },
  );
});

test('a warning beside a card that everybody gets is a text to the presser alone', () => {
  const drawing = settledDrawing(stored, proposal, {
    is: 'done',
    who: null,
    at: at('2026-11-23T06:08:00Z'),
    saying: null,
  });
  const answer: ClickAnswer = { show: 'answer', drawing, forEveryone: true, aside: ASIDE };
  expect(invokeResponseFor(answer).body).toMatchObject({ value: WORDS });
  expect(JSON.stringify(drawAnswer(drawing))).not.toContain(WORDS);
});

test('a card to confirm carries the warning where it was given one', () => {
  const drawing = confirmDrawing(stored, proposal, { ref: 'b'.repeat(32), until: 1_795_000_000_000 }, null);
  const warned = { ...drawing, aside: { ...ASIDE, deed: 'proposal' as const } };
  expect(JSON.stringify(drawAnswer(warned))).toContain(say(warned.aside));
  expect(JSON.stringify(drawAnswer(drawing))).not.toContain('report to them');
});
