// What has been said about an alert, and a box to say more.
import type { Alert, AlertComment } from '../../alert';
import { element, field } from './elements.js';
import { instant } from './words.js';

const LONGEST_COMMENT = '10000';

export function commentSection(alert: Alert, add: (text: string) => void): HTMLElement {
  const comments = alert.comments ?? [];
  const box = element('textarea', { rows: '3', maxlength: LONGEST_COMMENT, required: '' });
  const form = element(
    'form',
    { class: 'commenting', 'aria-label': 'Add a comment' },
    field('New comment', box),
    element('button', { type: 'submit' }, 'Add comment'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (box.value.trim() !== '') add(box.value.trim());
  });
  return element(
    'section',
    {},
    element('h3', {}, `Comments (${comments.length})`),
    comments.length === 0
      ? element('p', { class: 'none' }, 'Nobody has commented yet.')
      : element('ol', { class: 'comments' }, ...comments.map(commentLine)),
    form,
  );
}

function commentLine(comment: AlertComment): HTMLElement {
  const when = element('time', { datetime: comment.createdDateTime }, instant(comment.createdDateTime));
  return element(
    'li',
    {},
    element('p', { class: 'by' }, element('strong', {}, comment.createdByDisplayName), ' · ', when),
    element('p', { class: 'said' }, comment.comment),
  );
}
