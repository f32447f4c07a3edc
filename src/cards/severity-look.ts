// How a severity looks: a colour beside the word, never instead of it.
import type { ChannelView } from '../domain/disclosure';
import { severityWords } from '../domain/wording/alert-words';
import { LABELS } from '../domain/wording/card-words';

type Severity = ChannelView['severity'];

export type SeverityLook = {
  word: string;
  /** Style of a container. */
  style: 'attention' | 'warning' | 'accent' | 'emphasis';
  /** Colour of text. */
  colour: 'Attention' | 'Warning' | 'Accent' | 'Default';
};

const LOOKS: Record<NonNullable<Severity>, Pick<SeverityLook, 'style' | 'colour'>> = {
  high: { style: 'attention', colour: 'Attention' },
  medium: { style: 'warning', colour: 'Warning' },
  low: { style: 'accent', colour: 'Accent' },
  informational: { style: 'emphasis', colour: 'Default' },
};

const ORDER = Object.keys(LOOKS);

export function severityLook(severity: Severity): SeverityLook {
  if (severity === null) {
    return { word: `${LABELS.severity} ${severityWords(null)}`, style: 'emphasis', colour: 'Default' };
  }
  return { word: severityWords(severity), ...LOOKS[severity] };
}

/** 0 = most severe. One that is not given stands with the high ones, as everywhere else. */
export function severityPlace(severity: Severity): number {
  return severity === null ? 0 : ORDER.indexOf(severity);
}
