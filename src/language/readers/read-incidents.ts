// Lists of incidents: states, severities, a span and how many. They have no order, owner or person to ask for.
import { refuseAlternatives, takeBoth } from '../slots/alternatives';
import { takeOrder } from '../slots/order';
import { takeSeverities } from '../slots/severity';
import { spanSlot, takeSpan } from '../slots/span';
import { takeIncidentStatuses } from '../slots/status';
import { given, notUnderstood, understood, wordSet, type Reader } from './outcome';
import { pointsAtOne, takeIdleNew } from './read-list';

const FILLERS = wordSet(
  'the a an of on from about to in with at and or as that which what is are am was were be been has have had do does did there any ' +
    'some i we me us our you show list give get find see view look check tell want need howMany how many count number still yet only also ' +
    'incident severity status state level irm insider risk purview defender created raised triggered generated arrived received ' +
    'come came into related out up right waiting here details summary report overview so exist exists shown listed open going on new ones',
);

export const readIncidents: Reader = (sentence) => {
  if (!sentence.has('noun', 'incident') || pointsAtOne(sentence)) return null;
  sentence.takeAll('many', 'all');
  takeBoth(sentence);
  takeIdleNew(sentence);
  const status = takeIncidentStatuses(sentence);
  const { sort, top } = takeOrder(sentence, 'incident');
  if (sort === 'oldest' || sort === 'severity') sentence.refuse('filterWithoutSlot');
  const severity = takeSeverities(sentence);
  const { window } = spanSlot(sentence, takeSpan(sentence), 'window');
  sentence.takeAll('noun', 'incident');
  refuseAlternatives(sentence);
  if (!sentence.isUnderstood(FILLERS)) return notUnderstood(sentence.because(FILLERS));
  return understood({ command: 'listIncidents', ...given({ status, severity, window, top }) });
};
