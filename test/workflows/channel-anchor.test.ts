// The audit's newest row as a message: said by one replica of many, in words that can be read back.
import { anchorFrom } from '../../src/store/read-anchors';
import { say } from '../../src/domain/wording/saying-words';
import { ANCHOR_EVERY_MS } from '../../src/workflows/anchor-audit';
import { ChannelAnchor } from '../../src/workflows/channel-anchor';
import { START_MS } from '../builders/instants';
import { FakeCardPoster } from '../fakes/fake-card-poster';
import { FakeLeases } from '../fakes/fake-leases';

const CHANNEL = '19:anchors@thread.tacv2';
const HEAD = { seq: 128, hash: '4f'.repeat(32) };

function createReplicas() {
  const leases = new FakeLeases({ leases: new Map() });
  const cardPoster = new FakeCardPoster();
  const replica = (holder: string) => new ChannelAnchor({ cardPoster, leases }, CHANNEL, holder);
  return { one: replica('one'), other: replica('other'), written: cardPoster.written };
}

it('is posted by one replica, hour after hour', async () => {
  const { one, other, written } = createReplicas();
  for (const hour of [0, 1, 2]) {
    await one.keep({ ...HEAD, seq: hour + 1 }, START_MS + hour * ANCHOR_EVERY_MS);
    await other.keep({ ...HEAD, seq: hour + 1 }, START_MS + hour * ANCHOR_EVERY_MS);
  }
  expect(written.map(({ channel, drawing }) => [channel, drawing])).toEqual(
    [1, 2, 3].map((seq) => [CHANNEL, { kind: 'notice', saying: { code: 'auditHead', seq, hash: HEAD.hash } }]),
  );
});

it('is posted by another replica within two hours of the death of the one', async () => {
  const { one, other, written } = createReplicas();
  await one.keep(HEAD, START_MS);
  await other.keep(HEAD, START_MS + ANCHOR_EVERY_MS);
  await other.keep(HEAD, START_MS + 2 * ANCHOR_EVERY_MS);
  expect(written).toHaveLength(2);
});

it('is worded so that a copy of the message proves the row', () => {
  expect(anchorFrom(say({ code: 'auditHead', ...HEAD }))).toEqual(HEAD);
});
