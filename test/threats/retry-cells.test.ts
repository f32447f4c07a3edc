// The Connector's rows of the retry table as a whole send meets them: what the row in the outbox says after one
// failure, and how often Teams has the message an hour later. And the one cell of Graph that no other suite has.
import { BotError, type ErrorCode } from '../../src/domain/errors';
import type { SendKind, SendState } from '../../src/domain/delivery';
import { anAlert, changed } from '../builders/alert';
import { afterStart, HOUR } from '../builders/instants';
import { startGraphBench, type GraphBench } from '../graph/graph-under-test';
import { createRig, RESEND_AFTER_MS, see, sendAllDue, subscribe, type WorkflowRig } from '../workflows/workflow-rig';

type Kind = Extract<SendKind, 'post' | 'update' | 'retract'>;

const fault = (code: ErrorCode, detail?: string) =>
  new BotError(code, { from: 'connector', ...(detail !== undefined && { detail }) });

/** A rig in which exactly one send of this kind is due. */
const DUE: Record<Kind, () => Promise<WorkflowRig>> = {
  post: async () => {
    const rig = createRig();
    await subscribe(rig);
    await see(rig, anAlert());
    return rig;
  },
  update: async () => {
    const rig = await DUE.post();
    await sendAllDue(rig);
    await see(rig, changed(anAlert(), { status: 'inProgress', lastUpdateDateTime: afterStart(0) }));
    return rig;
  },
  retract: async () => {
    const rig = await DUE.post();
    rig.cardPoster.loseNextAnswer(fault('timedOut'));
    await sendAllDue(rig);
    rig.clock.jumpTo(rig.clock.now() + RESEND_AFTER_MS);
    await rig.cardOutbox.recover(rig.clock.now(), false);
    await sendAllDue(rig);
    const first = rig.cardPoster.written[0];
    if (first?.drawing?.kind !== 'alert') throw new Error('no card was posted');
    await rig.cardBook.adopt(first.drawing.cardRef, first.where, rig.clock.now());
    return rig;
  },
};

type Cell = [Kind, BotError, SendState | 'settled', number];

/** After one failure: the state of the row, and how many such messages Teams took after another hour. */
const CELLS: Cell[] = [
  ['post', fault('notConnected'), 'queued', 1],
  ['post', fault('timedOut'), 'unknown', 0],
  ['post', fault('throttled'), 'queued', 1],
  ['post', fault('conflict'), 'queued', 1],
  ['post', fault('unavailable'), 'unknown', 0],
  ['post', fault('unauthorised'), 'queued', 1],
  ['post', fault('forbidden', 'BotDisabledByAdmin'), 'withheld', 1],
  ['post', fault('badRequest'), 'sent', 1],
  ...(['update', 'retract'] as const).flatMap((kind): Cell[] => [
    [kind, fault('notConnected'), 'queued', 1],
    [kind, fault('timedOut'), 'queued', 1],
    [kind, fault('throttled'), 'queued', 1],
    [kind, fault('conflict'), 'queued', 1],
    [kind, fault('unavailable'), 'queued', 1],
    [kind, fault('unauthorised'), 'queued', 1],
    // A message that is gone needs no update, and is as good as taken back.
    [kind, fault('notFound', 'ActivityNotFoundInConversation'), kind === 'update' ? 'dead' : 'settled', 0],
  ]),
];

describe('a send that fails once', () => {
  it.each(CELLS.map(([kind, error, state, taken]) => [kind, error.code, state, taken, error] as const))(
    '%s, %s: the row is %s and Teams takes %i',
    async (kind, _code, state, taken, error) => {
      const rig = await DUE[kind]();
      const before = rig.cardPoster.written.filter(({ did }) => did === kind).length;
      rig.cardPoster.failNext(error);
      await sendAllDue(rig);
      expect(rig.state.sends.filter((send) => send.kind === kind).at(-1)?.state ?? 'settled').toBe(state);
      rig.clock.jumpTo(rig.clock.now() + HOUR);
      await sendAllDue(rig);
      expect(rig.cardPoster.written.filter(({ did }) => did === kind).length - before).toBe(taken);
    },
  );
});

describe('a comment that Graph refuses for its token', () => {
  let bench: GraphBench;
  beforeAll(async () => {
    bench = await startGraphBench();
  });
  afterAll(() => bench.close());

  it('is sent again once with a new one', async () => {
    const id = bench.raise();
    const path = `/security/alerts_v2/${id}/comments`;
    let renewals = 0;
    const renewed = async () => {
      renewals += 1;
      return 'emulator';
    };
    const room = bench.open({ tokenSource: { current: async () => 'emulator', renewed } });
    bench.fault({ method: 'POST', path, fault: { status: 401 } });
    await room.alertEditor.comment(id, 'Seen. [marker-1]', 'marker-1');
    expect({ renewals, sent: bench.requests(path).length }).toEqual({ renewals: 1, sent: 2 });
    bench.fault({ method: 'POST', path, fault: { status: 401 }, times: 0 });
    await expect(room.alertEditor.comment(id, 'Seen. [marker-2]', 'marker-2')).rejects.toMatchObject({
      code: 'unauthorised',
    });
    expect({ renewals, sent: bench.requests(path).length }).toEqual({ renewals: 2, sent: 4 });
  });
});
