// The buttons of an alert card. A button only asks: who may press it, and whether the change is legal, is decided anew
// when the press arrives.
import { hasDetails, mayReveal, showsNames, type AlertView } from '../domain/disclosure';
import type { ChangeKind } from '../domain/triage-rules';
import type { AlertVerb } from '../domain/verbs';
import { BUTTONS, CHANGE_BUTTONS } from '../domain/wording/card-words';
import type { Link, Press } from './adaptive-card';

/** Teams shows six buttons; further ones move to a menu or are lost. */
export const PRIMARY_ACTIONS_MAX = 6;

const VERBS: Record<ChangeKind, AlertVerb> = {
  start: 'alert.start',
  assign: 'alert.assignToMe',
  resolve: 'alert.resolveForm',
  reopen: 'alert.reopen',
  comment: 'alert.comment',
};

/** Asks for the presser's own view, which is also how an alert is looked at and a form is left. */
export function refreshPress(words: Pick<Press, 'title' | 'tooltip'>, cardRef: string): Press {
  return { verb: 'alert.refresh', title: words.title, tooltip: words.tooltip, data: { cardRef }, inputs: 'none' };
}

export function detailsPress(view: AlertView, cardRef: string): Press {
  if (showsNames(view)) return refreshPress(BUTTONS.hideNames, cardRef);
  return refreshPress(hasDetails(view) ? BUTTONS.updateDetails : BUTTONS.details, cardRef);
}

/** A neutral card asks for nothing, not even for more. */
export function detailsPresses(view: AlertView, cardRef: string): Press[] {
  return view.neutral || view.gone ? [] : [detailsPress(view, cardRef)];
}

/** Stands with what the alert says, below it, and not among the buttons that change something. */
export function revealPresses(view: AlertView, cardRef: string): Press[] {
  if (!mayReveal(view)) return [];
  return [{ verb: 'alert.reveal', ...BUTTONS.reveal, data: { cardRef }, inputs: 'none' }];
}

export function changePresses(view: AlertView, cardRef: string): Press[] {
  return view.offers.map((change) => ({
    verb: VERBS[change],
    ...CHANGE_BUTTONS[change],
    data: { cardRef, version: view.version },
    inputs: 'none',
  }));
}

/** The way to the alert in the portal; none when the alert gave no address that may become a button. */
export function portalLinks(view: AlertView): Link[] {
  return view.portalUrl === null ? [] : [{ ...BUTTONS.openInDefender, url: view.portalUrl }];
}
