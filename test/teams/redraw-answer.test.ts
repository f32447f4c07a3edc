// An answer's message drawn anew without an activity to answer: one request, and what it came to is told.
import { confirmView } from '../../src/domain/disclose-confirm';
import { instantFromMs } from '../../src/domain/instant';
import { Untrusted } from '../../src/domain/untrusted';
import { createRedrawAnswer } from '../../src/teams/redraw-answer';
import type { AnswerDrawing } from '../../src/workflows/answer';
import { aStoredAlert } from '../builders/alert';
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { START_MS } from '../builders/instants';
import type { Behaviour } from '../fakes/fake-connector';
import { ConnectorRig } from './connector-rig';

const WHERE = { channel: CHANNEL, conversationId: `${CHANNEL};messageid=1763877600000`, messageId: '1763877600111' };
const OVER: AnswerDrawing = {
  draw: 'settled',
  view: confirmView(aStoredAlert({ number: 1042 }), { kind: 'start' }, null),
  outcome: { is: 'expired', at: instantFromMs(START_MS) },
  asker: Untrusted.of('Ilse Brandt'),
};

let rig: ConnectorRig;
beforeEach(async () => {
  rig = await new ConnectorRig().start();
});
afterEach(() => rig.stop());

const redraw = (channel = CHANNEL, ...behaviours: Behaviour[]) => {
  rig.connector.next(...behaviours);
  return createRedrawAnswer(rig.book, rig.calls)({ ...WHERE, channel }, OVER);
};

it('puts the card in the place of the message, without a button', async () => {
  await redraw();
  const [sent, ...more] = rig.connector.received;
  expect(more).toEqual([]);
  expect(sent).toMatchObject({ method: 'PUT', path: expect.stringContaining(`/activities/${WHERE.messageId}`) });
  expect(JSON.stringify(sent?.body)).toContain('Nobody confirmed in time. Nothing was changed.');
  expect(JSON.stringify(sent?.body)).not.toMatch(/Action\.Execute|command\./);
});

it('takes any success for one', async () => {
  await expect(redraw(CHANNEL, { status: 202 })).resolves.toBeUndefined();
});

it.each([
  [404, 'notFound'],
  [403, 'forbidden'],
  [503, 'unavailable'],
])('tells of %d as %s, after one request', async (status, code) => {
  await expect(redraw(CHANNEL, { status })).rejects.toMatchObject({ code, from: 'connector' });
  expect(rig.connector.received).toHaveLength(1);
});

it('sends nothing to a channel that the bot was removed from', async () => {
  await expect(redraw(OTHER_CHANNEL)).rejects.toMatchObject({ code: 'notFound' });
  expect(rig.connector.received).toEqual([]);
});
