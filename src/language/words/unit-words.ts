// Parts of a company, places, and what else stands behind "for", "by" and "from" without being anybody: a person's name
// neither alone nor at its beginning. There is no slot for them but a department's, which has its own word beside it.
import type { PhraseTable } from './phrase-table';

export const UNIT_WORDS: PhraseTable = [
  [
    'noun',
    'unit',
    'finance|legal|hr|human resources|marketing|sales|engineering|procurement|purchasing|accounting|accounts payable|payroll|' +
      'logistics|operations|support|helpdesk|help desk|service desk|research|production|communications|compliance|treasury|' +
      'facilities|security|leadership|headquarters|head office|branch|subsidiary|division|business unit|board|' +
      'germany|france|england|scotland|uk|united kingdom|usa|united states|europe|asia|africa|america|india|china|japan|spain|' +
      'italy|poland|netherlands|switzerland|austria|ireland|canada|mexico|brazil|australia|singapore|emea|apac|' +
      'london|berlin|munich|hamburg|frankfurt|vienna|zurich|amsterdam|dublin|madrid|new york|tokyo|boston|chicago|seattle|' +
      'home|vpn|wifi|wi fi|phone|tablet|server|desktop|mistake|accident|competitor|review|approval',
  ],
];
