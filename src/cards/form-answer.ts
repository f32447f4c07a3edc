// A form as it is asked for: which one, for which alert, what was missing and what was typed so far.
import type { AlertView } from '../domain/disclosure';
import { GRAPH_COMMENT_MAX, toInputValue, type Untrusted } from '../domain/untrusted';
import type { LEGAL_DETERMINATIONS } from '../domain/triage-rules';
import * as alertWords from '../domain/wording/alert-words';
import { BUTTONS, MISSING } from '../domain/wording/card-words';
import type { Note, Press } from './adaptive-card';
import { refreshPress } from './alert-buttons';

export type Classification = keyof typeof LEGAL_DETERMINATIONS;

export interface FormAnswer {
  form: { form: 'resolve'; classification: Classification | null } | { form: 'comment' | 'reveal' };
  /** What was missing when the form came back; null the first time. */
  missing: keyof typeof MISSING | null;
  /** The comment typed so far, given back to the person who typed it. */
  typed: Untrusted | null;
  view: AlertView;
  cardRef: string;
}

/** What a person may type: as much as Graph takes beside the name and marker that the bot adds. */
export const COMMENT_INPUT_MAX = GRAPH_COMMENT_MAX;

export function missingNotes({ missing }: FormAnswer): Note[] {
  return missing === null ? [] : [{ text: MISSING[missing], style: 'warning' }];
}

/** `High, In progress, Data leak, Person K7F2`: enough to see that the form is about the right alert. */
export function aboutLine({ view }: FormAnswer): string {
  const severity =
    view.severity === null ? `Severity ${alertWords.NOT_GIVEN}` : alertWords.severityWords(view.severity);
  const words = [
    severity,
    alertWords.statusWords(view.status),
    alertWords.riskKindWords(view.riskKind),
    alertWords.personWords(view.alias),
  ];
  return words.join(', ');
}

export function typedText({ typed }: FormAnswer): string {
  return typed === null ? '' : toInputValue(typed).slice(0, COMMENT_INPUT_MAX);
}

export function cancelPress({ cardRef }: FormAnswer): Press {
  return refreshPress(BUTTONS.cancel, cardRef);
}
