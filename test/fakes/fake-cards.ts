// How cards come to stand, for the fakes: asked for once a channel, live by the first attempt that landed.
import type { ChannelKey } from '../../src/domain/channel-routing';
import type { PostedMessage } from '../../src/ports/card-poster';
import type { FakeAttempt, FakeCard, FakeState } from './fake-state';

const OPEN_POST = ['queued', 'withheld', 'claimed', 'sending', 'unknown'];

export function cardFor(state: FakeState, alertNumber: number, channel: ChannelKey): FakeCard {
  const known = state.cards.find((card) => card.alertNumber === alertNumber && card.channel === channel);
  if (known) return known;
  const card: FakeCard = { id: state.nextId(), alertNumber, channel, live: null, tier: 'full', gone: false };
  state.cards.push(card);
  return card;
}

export function queuePost(state: FakeState, card: FakeCard, priority: number, now: number): void {
  const isOpen = state.sends.some(
    (send) => send.kind === 'post' && send.card === card && OPEN_POST.includes(send.state),
  );
  if (isOpen || card.live !== null || card.gone) return;
  const inDoubt = state.attempts.some((one) => one.cardId === card.id && ['unknown', 'sending'].includes(one.outcome));
  const { alertNumber, tier } = card;
  state.queue('post', card.channel, now, { alertNumber, card, priority, tier, possibleRepeat: inDoubt });
}

export function attemptLanded(state: FakeState, attempt: FakeAttempt, posted: PostedMessage, now: number): void {
  const card = state.cards.find((one) => one.id === attempt.cardId);
  if (!card) return;
  if (attempt.posted === null) {
    attempt.posted = posted;
    attempt.outcome = 'landed';
  }
  if (card.live !== null && card.live !== attempt) return retract(state, card, attempt, now);
  card.live = attempt;
  card.gone = false;
  for (const send of state.sends) {
    if (send.kind === 'post' && send.card === card && send.state !== 'sending') send.state = 'sent';
  }
}

function retract(state: FakeState, card: FakeCard, attempt: FakeAttempt, now: number): void {
  const asked = state.sends.some((send) => send.kind === 'retract' && send.attempt === attempt);
  if (asked || attempt.outcome === 'retracted') return;
  state.queue('retract', card.channel, now, { alertNumber: card.alertNumber, card, attempt, priority: 5 });
}
