// Somebody who presses a button is answered in time, whatever the services do that the answer needs: soon, or by a word
// that it comes and the answer in the conversation when it is there.
import type { Clock } from '../ports/clock';
import { UNRECORDED_WAY, type Answer, type AnswerNow } from './answer';

/** With the longest lookup of roles before it, this stays well below the 10 s in which Teams wants an answer. */
export const PRESS_ANSWER_MS = 2_000;

/** `failed`: what is said when the answer rejects after it was promised. Rejects for one that rejects before. */
export async function soonOrLater(
  clock: Pick<Clock, 'sleep'>,
  answering: Promise<Answer>,
  failed: (error: unknown) => AnswerNow,
): Promise<Answer> {
  const decided = new AbortController();
  const late = clock.sleep(PRESS_ANSWER_MS, decided.signal).then(() => null);
  const soon = await Promise.race([answering, late]);
  decided.abort('decided');
  if (soon !== null) return soon;
  const then = answering.then((answer) => (answer.is === 'later' ? answer.then : answer)).catch(failed);
  return { is: 'later', meanwhile: null, then, way: UNRECORDED_WAY };
}
