// The words that hold a sentence together. Each means itself; which of them a command may pass over is that command's
// own list. Besides them: politeness, and what makes a sentence no plain request (negation, exclusion, condition).
import type { PhraseTable } from './phrase-table';

const THEMSELVES =
  'the a an to from for by in on at with of as and or but that than then so it its this these those there here ' +
  'i me my mine myself we us our ours you your he she they them him her his their who whom whose what which when where why ' +
  'how is are am was were be been being do does did done has have had having can could should would will shall may might ' +
  'must any some each most much many more less only still yet also too again back out up down off over under into ' +
  'onto via through around about between across against during within until till since per top first one ones other ' +
  'anything something nothing anyone someone everyone everybody anybody somebody nobody none ' +
  'show list give get find see view display open look check tell send post set mark make let want need like keep put ' +
  'move change update classify flag tag treat label call go run search hunt count total number summary overview report ' +
  'breakdown detail information history state score owner assignee status severity classification ' +
  'determination comment note reason sort sorted order ordered group grouped split broken come came get got ' +
  'raised created triggered generated arrived received fired opened seen saw save risk insider purview irm defender ' +
  'bot channel team people person alert incident queue plate schedule every weekly monthly external externally cloud ' +
  'file document data item content thing stuff sensitive record folder copy ask raise happen happened going on ' +
  'assigned owned handled tagged marked flagged treated updated changed labelled classified tenant company organisation org system question use ' +
  'say saying says reading text following instead wrong right ok okay good fine well working work responsible ' +
  'whether if containing contain involving concerning regarding related linked behind named called using used uses attempt ' +
  'type kind info sit versus vs compared comparison time average mean response share rate ratio percentage percent long ' +
  'fast quick quickly soon last past latest new outside abroad someone else own owns handles handling dlp level ' +
  'above below higher lower least minimum worse better forward notify push deliver publish feed start stop let go page ' +
  'urgent site printer recipient application app name day days explain describe please exist ' +
  'involve belong require attention shown listed come coming getting took taken ' +
  'commented reopened dismissed started claimed released waiting sitting receive know upn already than properly correctly different number active ones';

const POLITE = {
  polite:
    'please|pls|plz|kindly|thanks|thank you|thx|ty|cheers|if possible|if you can|if you could|' +
    'if you please|if you like|' +
    'if you do not mind|if that is ok|many thanks|thanks a lot|thank you very much|thanks in advance|' +
    'just|bot|real quick|quickly please',
  request:
    'could you|can you|would you|will you|could u|can u|would you mind|do you mind|would you be so kind as to|' +
    'would you be so kind to|i would like you to|i want you to|i need you to|go ahead and|be so kind as to|' +
    'could you please|can you please|please could you|please can you',
  wish:
    'i want to|i would like to|i would like|i want|i need to|i need|let me|let us|i will|i am going to|' +
    'i wanna|would like to',
  greeting:
    'hi|hello|hey|hiya|howdy|greetings|good morning|good afternoon|good evening|good day|hi there|' +
    'hello there|hey there|' +
    'hi bot|hello bot|hey bot|hi all|hi team|hello team|hey team|hey you|moin|yo|yo bot|morning all|morning team',
} as const;

export const PLAIN_WORDS: PhraseTable = [
  ...THEMSELVES.split(' ').map((word) => ['word', word, word] as const),
  ['word', 'and', '&|as well as|along with|together with|plus'],
  ['word', 'howMany', 'how many|how much|number of|count of|the number of|amount of|volume of'],
  [
    'word',
    'show',
    'show me|help me find|help me see|help me get|show us|give us|get us|give me|get me|list me|pull up|' +
      'bring up|display|let me see|' +
      'take a look at|have a look at|look at|look up|fetch|print out|could i see|can i see|may i see|' +
      'can i have|could i have|can i get|could i get',
  ],
  [
    'word',
    'share',
    'what share|which share|share of|what percentage|percentage of|what percent|percent of|' +
      'what proportion|proportion of|what fraction|fraction of|what part of',
  ],
  ['word', 'tell', 'tell me|tell us|let me know|do you know|i wonder|remind me'],
  [
    'word',
    'whether',
    'tell me if|tell me whether|let me know if|let me know whether|do you know if|check if|check whether|' +
      'find out if|see if|i wonder if|confirm that|confirm whether|confirm if',
  ],
  [
    'word',
    'labelled',
    'labelled|labeled|classified as|tagged as|marked as|flagged as|labelled as|labeled as|with label|with the label|' +
      'with sensitivity label|with the sensitivity label',
  ],
  ['word', 'organisation', 'organisation|organization'],
  ['word', 'anyone', 'any one|anyone at all'],
  ['word', 'dlp', 'dlp|data loss prevention|by dlp|dlp policy|dlp rule'],
  ['polite', '', POLITE.polite],
  ['request', '', POLITE.request],
  ['wish', '', POLITE.wish],
  ['greeting', '', POLITE.greeting],
  [
    'negation',
    '',
    'not|no|never|without|no longer|not yet|neither|nor|nobody|none of|nothing|no one|hardly|cancel that|' +
      'undo|stop|refrain|avoid',
  ],
  [
    'exclusion',
    '',
    'except|except for|excluding|exclude|excludes|other than|apart from|aside from|besides|but not|' +
      'but no|and not|not from|not in|not by|not for|not to|minus|ignoring|ignore|leaving out|leave out|' +
      'all but|everything but|anything but|rather than|instead of',
  ],
  [
    'condition',
    '',
    'if|only if|unless|in case|provided|provided that|assuming|as soon as|as long as|whenever|otherwise|' +
      'else|depending|depends|once|suppose|supposing|when it|when he|when she|when they|when you can|' +
      'in the event',
  ],
  [
    'correction',
    '',
    'no wait|wait|scratch that|i mean|i meant|actually|rather|oops|correction|make that|or rather|' +
      'sorry no|on second thought|strike that|never mind|nevermind|forget it|forget that',
  ],
  ['many', 'all', 'all|every|all of the|any and all|every single|each and every'],
  ['many', 'these', 'everything|these|those|them|both|all of them|all of these|each of them|all of it'],
];
