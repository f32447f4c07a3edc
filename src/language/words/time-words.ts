// Time words that no rule of the windows reads by itself. Where one is left over the sentence is `unknown`: it is never
// dropped, since an answer about another time would look right.
import type { PhraseTable } from './phrase-table';

export const TIME_WORDS: PhraseTable = [
  [
    'badTime',
    '',
    'tomorrow|tonight|evening|afternoon|morning|night|noon|midnight|overnight|recent|recently|lately|currently|nowadays|' +
      'right now|now|at the moment|at present|so far|to date|ago|next|upcoming|future|soon|later|earlier today|earlier this week|' +
      'year|years|yearly|annual|annually|quarter|quarters|quarterly|decade|century|fortnight|fortnightly|season|spring|summer|autumn|' +
      'winter|easter|christmas|week|weeks|month|months|hour|hours|minute|minutes|second|seconds|sec|secs|weekend|weekends|weekday|weekdays|' +
      'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|january|february|' +
      'march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|' +
      'today|yesterday|daytime|working hours|office hours|business hours|after hours|lunchtime|lunch|dawn|dusk|am|pm|' +
      'ytd|mtd|wtd|year to date|month to date|last year|this year|this quarter|last quarter|few|couple|several|half|' +
      'a while|while|long ago|ages|old|older|stale|overdue|sometime|after|afterwards|by then|immediately|asap|eventually|always|' +
      'often|nightly|biweekly|bimonthly|twice|thrice|o clock|oclock|utc|gmt|cet|cest|est|pst|hourly|up to|until|till|prior to|by the end of|as of|starting|eod|end of day|day after tomorrow',
  ],
];
