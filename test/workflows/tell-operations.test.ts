// Operators are told of trouble in a channel of theirs, once an hour for each kind.
import { BotError } from '../../src/domain/errors';
import { OperationsDesk, SAME_TROUBLE_MS } from '../../src/workflows/tell-operations';
import { FakeCardPoster } from '../fakes/fake-card-poster';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLogger } from '../fakes/fake-logger';

const OPERATIONS = '19:operations@thread.tacv2';

function createDesk(operationsChannel: string | null = OPERATIONS) {
  const cardPoster = new FakeCardPoster();
  const posted: unknown[] = [];
  cardPoster.post = async (channel, drawing) => {
    posted.push({ channel, drawing });
    return { conversationId: channel, activityId: '1' };
  };
  const clock = new FakeClock();
  const logger = new FakeLogger();
  return {
    desk: new OperationsDesk({ cardPoster, clock, logger, operationsChannel }),
    posted,
    clock,
    cardPoster,
    logger,
  };
}

const notice = (trouble: string) => ({
  channel: OPERATIONS,
  drawing: { kind: 'notice', saying: { code: 'trouble', trouble } },
});

describe('the operations desk', () => {
  it('tells one kind of trouble once an hour, and another kind at once', async () => {
    const { desk, posted, clock } = createDesk();
    await desk.tell('looksFailing');
    await desk.tell('looksFailing');
    await desk.tell('channelRefused');
    expect(posted).toEqual([notice('looksFailing'), notice('channelRefused')]);
    await clock.advance(SAME_TROUBLE_MS);
    await desk.tell('looksFailing');
    expect(posted).toHaveLength(3);
  });

  it('says nothing when no operations channel is set', async () => {
    const { desk, posted } = createDesk(null);
    await desk.tell('looksFailing');
    expect(posted).toEqual([]);
  });

  it('a channel that cannot be reached is logged and stops nothing', async () => {
    const { desk, cardPoster, logger } = createDesk();
    cardPoster.post = async () => Promise.reject(new BotError('forbidden', { from: 'connector' }));
    await expect(desk.tell('sourceRenamed')).resolves.toBeUndefined();
    expect(JSON.stringify(logger)).toContain('sourceRenamed');
  });
});
