// The buttons of answers to commands. Each asks one thing more; the question they go on from is found by the card's
// reference, so that nothing of it stands in the button.
import type { HuntingAnswerView } from '../domain/disclose-hunting';
import { LIST_PAGE } from '../domain/disclose-list';
import { LIST, OPEN_QUERY } from '../domain/wording/answer-card-words';
import type { ButtonWords } from '../domain/wording/card-words';
import { FOLLOW_UP_BUTTONS } from '../domain/wording/hunting-words';
import type { Link, Press, PressData } from './adaptive-card';

function runPress(words: ButtonWords, data: PressData): Press {
  return { verb: 'command.run', ...words, data, inputs: 'none' };
}

export function huntingPresses(view: HuntingAnswerView, cardRef: string): Press[] {
  return view.followUps.map((followUp) => runPress(FOLLOW_UP_BUTTONS[followUp], { cardRef, followUp }));
}

/** The way to the query in the portal; none where its address would carry a name. */
export function queryLinks(view: HuntingAnswerView): Link[] {
  return view.portalUrl === null ? [] : [{ ...OPEN_QUERY, url: view.portalUrl }];
}

export function showAlertPress(number: number, cardRef: string): Press {
  return runPress(LIST.show(number), { cardRef, followUp: 'show', alert: String(number) });
}

export function showIncidentPress(id: string, cardRef: string): Press {
  return runPress(LIST.showIncident(id), { cardRef, followUp: 'show', incident: id });
}

/** `Previous 10` and `Next 4`, where there are such pages. `shown` = rows of this page. */
export function pagePresses(page: { from: number; shown: number; total: number }, cardRef: string): Press[] {
  const before = Math.min(LIST_PAGE, page.from - 1);
  const after = Math.min(LIST_PAGE, page.total - (page.from - 1 + page.shown));
  return [
    ...(before > 0 ? [runPress(LIST.previous(before), { cardRef, followUp: 'previous' })] : []),
    ...(after > 0 && page.shown > 0 ? [runPress(LIST.next(after), { cardRef, followUp: 'next' })] : []),
  ];
}
