// Draws what stands in the place of a hunting answer: that the search runs, or why there is no answer. Neither has
// buttons or figures.
import type { HuntingAnswerView } from '../domain/disclose-hunting';
import type { HuntingFailure } from '../domain/hunting-failure';
import { toTextRun, type Untrusted } from '../domain/untrusted';
import { ANSWER_HEADINGS, LOOKING } from '../domain/wording/answer-card-words';
import { huntingFailureWords } from '../domain/wording/hunting-failure-words';
import { lengthWords, windowWords } from '../domain/wording/window-words';
import type { AdaptiveCard } from './adaptive-card';
import { cardTemplate } from './template';

const draw = cardTemplate(require('../../cards/note.json'));

const LABEL_MAX_GRAPHEMES = 60;
const show = (label: Untrusted) => toTextRun(label, LABEL_MAX_GRAPHEMES);

function note(lines: readonly string[]): AdaptiveCard {
  return draw({
    summary: ANSWER_HEADINGS.hunting,
    heading: ANSWER_HEADINGS.hunting,
    lines: lines.map((text) => ({ text })),
  });
}

/** Shown at once, and replaced by the answer. */
export function drawHuntingLooking(
  asked: Pick<HuntingAnswerView, 'window' | 'timeZone' | 'defaultWindow'>,
): AdaptiveCard {
  const window = windowWords(asked.window, asked.timeZone);
  const looking = asked.defaultWindow
    ? LOOKING.atDefault(lengthWords(asked.window, asked.timeZone), window)
    : LOOKING.at(window);
  return note([looking, LOOKING.patience]);
}

export function drawHuntingFailure(failure: HuntingFailure): AdaptiveCard {
  return note([huntingFailureWords(failure, show)]);
}
