// The opened alert beside the queue: what it is about, the triage form, evidence and comments.
import type { Alert } from '../../alert';
import type { PortalChoices } from '../portal-choices';
import { commentSection } from './comment-section.js';
import { button, element } from './elements.js';
import { evidenceList } from './evidence-list.js';
import { triageForm } from './triage-form.js';
import { inWords, instant, severityClass } from './words.js';

export interface DetailsActions {
  close(): void;
  save(change: Partial<Alert>): void;
  comment(text: string): void;
}

export function alertDetails(alert: Alert, choices: PortalChoices, actions: DetailsActions): HTMLElement {
  const close = button('Close', 'quiet', () => actions.close());
  return element(
    'div',
    { class: 'sheet' },
    element('div', { class: 'sheet-head' }, element('h2', { tabindex: '-1' }, alert.title ?? '(no title)'), close),
    element(
      'p',
      { class: 'marks' },
      element('span', { class: `severity ${severityClass(alert.severity ?? '')}` }, inWords(alert.severity)),
      element('span', { class: `status status-${alert.status}` }, inWords(alert.status)),
    ),
    element('p', { class: 'told', role: 'status' }),
    element('p', { class: 'description' }, alert.description ?? 'No description was given.'),
    facts(alert),
    triageForm(alert, choices, (change) => actions.save(change)),
    evidenceList(alert),
    commentSection(alert, (text) => actions.comment(text)),
  );
}

function facts(alert: Alert): HTMLElement {
  const list = element('dl', { class: 'facts' });
  const rows: [string, string][] = [
    ['Product', alert.productName ?? alert.serviceSource],
    ['Category', inWords((alert.categories ?? [])[0] ?? alert.category)],
    ['Raised', instant(alert.createdDateTime)],
    ['Last change', instant(alert.lastUpdateDateTime)],
    ['First activity', instant(alert.firstActivityDateTime)],
    ['Last activity', instant(alert.lastActivityDateTime)],
    ['Alert id', alert.id],
  ];
  if (alert.resolvedDateTime) rows.splice(4, 0, ['Resolved', instant(alert.resolvedDateTime)]);
  for (const [name, value] of rows) list.append(element('dt', {}, name), element('dd', {}, value));
  return list;
}
