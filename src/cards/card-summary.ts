// What a notification preview, a lock screen and a client without cards show: severity and short number, nothing else.
import type { ChannelView, DigestView } from '../domain/disclosure';
import { alertLine, severityCountWords } from '../domain/wording/alert-words';
import { DIGEST } from '../domain/wording/card-words';

/** `High alert 1042`. */
export function summaryOf(view: Pick<ChannelView, 'number' | 'severity'>): string {
  return alertLine(view.severity, view.number);
}

/** `Open alerts: 2 High, 1 Low`. */
export function digestSummaryOf(view: DigestView): string {
  const open = view.alerts.filter((alert) => alert.status !== 'resolved');
  return open.length === 0
    ? DIGEST.headingNone
    : `Open alerts: ${severityCountWords(open.map((each) => each.severity))}`;
}
