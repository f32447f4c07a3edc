// The words of hunting: what people do with files, where files go, what they are labelled, how a summary is arranged.
import type { PhraseTable } from './phrase-table';

export const HUNTING_WORDS: PhraseTable = [
  // Words for leaving in general: a word for one way of leaving beside them says which.
  [
    'leaving',
    'exfiltration',
    'exfiltration|exfil|exfiltrate|exfiltrated|exfiltrating|go|goes|data exfiltration|file exfiltration|' +
      'sent|sending|send out|sent out|went|gone|going out|go to|go out|went out|left|leave|leaving|leaked|' +
      'leak|leaking|leakage|data leak|moved|moving|moved out|copied|copying|copy|copies|copied out|' +
      'taken out|got out|going to|outflow|egress|exfiltration event',
  ],
  [
    'leaving',
    'networkShare',
    'network share|to a share|to share|to shares|onto a share|on a share|network drive|file share|' +
      'network shares|fileshare|shared drive|shared network drive',
  ],
  [
    'activity',
    'upload',
    'upload|uploaded|uploading|cloud upload|uploaded to cloud|uploaded to the cloud|upload to cloud|' +
      'upload to the cloud|file upload|web upload',
  ],
  ['activity', 'download', 'download|downloaded|downloading|file download'],
  [
    'activity',
    'removableMedia',
    'usb|usb stick|usb drive|usb key|usb device|usb disk|usb media|usb copy|usb transfer|usb storage|' +
      'usb activity|removable media|removable medium|removable drive|removable storage|removable device|' +
      'removable disk|thumb drive|thumbdrive|flash drive|memory stick|external drive|external disk|' +
      'external hard drive|external storage|portable drive|pen drive|sd card|memory card|usb flash drive|' +
      'usb thumb drive|removablemedia',
  ],
  [
    'activity',
    'print',
    'print|printed|printing|printout|print job|print jobs|printed out|print activity|hard copy|printings',
  ],
  [
    'activity',
    'sharing',
    'share|shared|sharing|external sharing|shared externally|externally shared|sharing externally|' +
      'share externally|external share|file sharing|shared outside|sharing event|' +
      'shared outside the organisation|shared outside the organization|shared outside the company|' +
      'sharing link',
  ],
  [
    'activity',
    'labelChange',
    'label change|label changed|changed label|changed the label|changing label|labels changed|' +
      'label was changed|labels were changed|changed their label|label modification|relabelled|relabeled|' +
      'relabelling|relabeling|relabel|labelchange|sensitivity label change|changed the sensitivity label|' +
      'label had been changed|change of label|change label|change labels',
  ],
  [
    'kindOf',
    'labelChange',
    'label downgrade|label downgraded|downgraded label|downgrade|downgraded|downgrading|label removal|' +
      'label removed|removed label|labels removed|removed the label|label upgrade|label upgraded|' +
      'downgraded the label|label stripped|stripped label|label was removed|label was downgraded|' +
      'labels were removed|labels were downgraded|downgraded their label|sensitivity label downgrade|' +
      'sensitivity label removed|removing label|removal of label|downgrade of label',
  ],
  ['activity', 'deletion', 'delete|deleted|deleting|deletion|file deletion|erase|erased|removed file'],
  [
    'kindOf',
    'deletion',
    'emptied the recycle bin|deleted from the recycle bin|recycle bin deletion|deleted from recycle bin',
  ],
  [
    'activity',
    'archive',
    'archive|archived|archiving|file archiving|zipped|zipping|zipped up|compressed|zip|put in archive|' +
      'archive creation',
  ],
  [
    'activity',
    'clipboard',
    'clipboard|copied to clipboard|copied to the clipboard|clipboard copy|clipboard activity|copy paste|' +
      'copy and paste|copy pasted|copied and pasted|pasted',
  ],
  [
    'activity',
    'ai',
    'ai|copilot|prompt|ai prompt|ai activity|generative ai|gen ai|genai|ai app|ai apps|ai use|ai usage|ai tool|' +
      'ai interaction|ai application|copilot prompt|copilot activity|copilot use|copilot usage|' +
      'copilot interaction|prompt to copilot|prompt to ai|ai service|prompt in copilot|prompted|' +
      'm365 copilot|microsoft copilot|microsoft 365 copilot',
  ],
  ['kindOf', 'ai', 'risky prompt|risky copilot prompt|risky ai prompt|risky prompt in copilot|sensitive response'],
  [
    'activity',
    'browsing',
    'browse|browsed|browsing|web browsing|visited|visit|visiting|surfed|surfing|web activity|' +
      'website visit|website visited|browsing activity|internet browsing|websites visited|browsing to|' +
      'visits to website|visited website|web surfing|web visits',
  ],
  ['kindOf', 'browsing', 'gambling|gambling site|gambling website'],
  ['activity', 'access', 'access|accessed|accessing|file access|read|viewed|opened|opening|reading|viewing'],
  ['doer', 'upload', 'uploader'],
  ['doer', 'download', 'downloader'],
  ['doer', 'exfiltration', 'exfiltrator|leaker'],
  ['doer', 'sharing', 'sharer'],
  ['doer', 'print', 'print user'],
  ['doer', 'removableMedia', 'usb user'],

  ['service', 'mail.google.com', 'gmail|google mail'],
  ['service', 'drive.google.com', 'google drive|googledrive|gdrive'],
  ['service', 'dropbox.com', 'dropbox|drop box'],
  ['service', 'wetransfer.com', 'wetransfer|we transfer'],
  ['service', 'chatgpt.com', 'chatgpt|chat gpt'],
  [
    'service',
    'onedrive.live.com',
    'personal onedrive|personal one drive|onedrive personal|private onedrive|personal onedrives|' +
      'personal onedrive account|consumer onedrive|onedrive for personal use',
  ],
  ['ownService', '', 'sharepoint|sharepoint online|onedrive|one drive|onedrive for business|spo|microsoft teams|teams'],
  [
    'foreign',
    '',
    'box|icloud|i cloud|mega|slack|whatsapp|telegram|signal|yahoo|yahoo mail|hotmail|outlook|proton mail|' +
      'protonmail|proton|github|gitlab|claude|gemini|perplexity|deepseek|mistral|openai|notion|evernote|' +
      'trello|facebook|twitter|linkedin|youtube|pastebin|bitbucket|aws|s3|google photo|google|amazon|' +
      'salesforce|discord|zoom|skype|messenger|instagram|tiktok|x com|reddit|mediafire|sendgrid|smash|' +
      'filemail|sharefile|egnyte|pcloud|onehub|asana|jira|confluence|airtable|figma|canva|grok|grammarly|' +
      'deepl|google docs|google sheets|sync com|transfernow|webex',
  ],

  ['label', 'Highly Confidential', 'highly confidential|highly confidential label|label highly confidential'],
  ['label', 'Confidential', 'confidential'],
  ['plainLabel', 'Personal', 'personal'],
  ['plainLabel', 'Public', 'public'],
  ['plainLabel', 'General', 'general'],

  ['dlp', 'audit', 'audited|audit only|audit|dlp audit|audit mode'],
  [
    'dlp',
    'warn',
    'warn|warned|warning|policy tip|policy tips|dlp policy tips|dlp warning|dlp policy tip|tip shown|' +
      'policy tip shown',
  ],
  [
    'dlp',
    'bypass',
    'bypass|bypassed|bypasses|override|overridden|overrode|overriding|bypassing|dlp override|dlp bypass|' +
      'overruled|block override|blocked with override|overrode the policy',
  ],
  ['dlp', 'block', 'block|blocked|blocking|dlp block|stopped by dlp|blocked by dlp|prevented|prevented by dlp'],
  ['dlp', 'allow', 'allow|allowed|allowed by dlp|permitted|let through'],

  [
    'noun',
    'account',
    'user|people|person|employee|account|staff|colleague|individual|member of staff|insider|' +
      'users account|coworker',
  ],
  [
    'noun',
    'domain',
    'domain|destination|target domain|website|web site|host name|destination domain|url domain|target',
  ],
  ['noun', 'day', 'day|date'],
  ['noun', 'department', 'department|dept|departments|depts'],
  ['noun', 'device', 'device|machine|computer|laptop|host|workstation|pc|endpoint|notebook'],
  ['noun', 'label', 'label|sensitivity label|sensitivity'],
  [
    'noun',
    'activity',
    'activity|activity type|type of activity|kind of activity|action|action type|activity kind|' +
      'activities|user activity|usage|file activity|risky activity|behaviour|behavior|event|data security event|' +
      'user behaviour|user behavior|action kind',
  ],
  ['noun', 'application', 'application|app|apps|program|software'],
  ['noun', 'policy', 'policy|policies|irm policy|insider risk policy'],
  ['noun', 'severity', 'severity|severities|severity level'],
  [
    'noun',
    'sit',
    'sensitive info type|sensitive information type|info type|information type|sensitive info types|sit|' +
      'sensitive data type',
  ],
  [
    'noun',
    'slotless',
    'site|printer|recipient|file name|filename|file type|folder|path|country|city|location|region|office|' +
      'ip|ip address|extension|url|browser|process|size|mailbox|email|mail|subject|manager|title|role|' +
      'sender|sharepoint site|team site|library|project|customer|vendor|client|analyst|risk score|score|' +
      'rule|category|hour|contractor|leaver|admin|administrator|executive|vip|intern|guest|freelancer|' +
      'developer|engineer|director|consultant|partner|priority user|departing user|departing employee|' +
      'new hire|newcomer|temp|ex employee|former employee|service account|team member|risky user|' +
      'privileged user|priority account|external user|guest user|week of year',
  ],

  [
    'over',
    'day',
    'trend|trends|over time|day by day|per day|daily trend|by day|timeline|each day|every single day|' +
      'day to day|trending|by date|trend line|by the day',
  ],
  [
    'whereTo',
    '',
    'where to|to where|where|to which domain|which domain|to what domain|whereto|to which site|' +
      'to which destination|to which website|where else',
  ],
  [
    'best',
    '',
    'top|most active|most used|most frequent|most frequently used|most popular|biggest|heaviest|busiest|' +
      'highest|most common|main|leading|largest',
  ],
  [
    'most',
    '',
    'the most|most|most often|most frequently|the most often|most files|the most files|the most data|' +
      'most data|most of all|biggest',
  ],
  [
    'anomalous',
    '',
    'unusual|anomalous|abnormal|anomaly|anomalies|out of the ordinary|atypical|unusually|abnormally|' +
      'irregular|out of character|unusual ones|anomalously|only unusual|strange|odd|weird|uncommon',
  ],
  [
    'compareWith',
    '',
    'compared to|compared with|compare to|compare with|compare it to|compare it with|compare this to|' +
      'compare this with|compare that with|compare that to|versus|vs|in comparison to|in comparison with|' +
      'relative to|as compared to|comparing to|comparing with|comparing it to|as against|against',
  ],
  [
    'previous',
    'any',
    'before|previous period|the previous period|prior period|the prior period|the period before|' +
      'period before|the preceding period|the last period|previous one|the one before|the time before|' +
      'previously|earlier|the period before that|the period just before|the period right before|' +
      'previous time span',
  ],
  [
    'previous',
    'day',
    'the day before|day before|the previous day|previous day|the prior day|the day before that|' +
      'the preceding day|day earlier|day prior',
  ],
  [
    'previous',
    'week',
    'the week before|week before|the previous week|previous week|the prior week|prior week|' +
      'the week before that|the preceding week|preceding week|week earlier|week prior|' +
      'a week earlier|a week before',
  ],
  [
    'previous',
    'month',
    'the month before|month before|the previous month|previous month|the prior month|prior month|' +
      'the month before that|the preceding month|preceding month|month earlier|' +
      'month prior|a month earlier|a month before',
  ],
  ['previous', 'hour', 'the hour before|hour before|the previous hour|previous hour|the prior hour'],
  ['previous', 'weekend', 'the weekend before|the previous weekend|previous weekend'],
  ['previous', 'lastWeek', 'the week before last|week before last'],
  ['previous', 'lastMonth', 'the month before last|month before last'],
  ['previousOf', '', 'the previous|previous|the prior|prior|the preceding|preceding'],
  [
    'compareTrend',
    '',
    'going up|go up|gone up|going down|go down|gone down|up or down|increasing|increase|increased|' +
      'decreasing|decrease|decreased|rising|risen|growing|grown|falling|dropping|getting worse|' +
      'getting better|on the rise|more than before|less than before|up or down|compare|comparison|' +
      'week over week|month over month|day over day|compared|rise|more than usual|than before|' +
      'with comparison|and compare|climbing|declining|period over period|with a comparison|in comparison',
  ],
  [
    'hunt',
    '',
    'hunting|hunt|hunting summary|hunting report|data security|data security summary|start a hunt|' +
      'run a hunt|hunting overview|hunt summary|activity summary|activity overview|activity report|' +
      'hunting query|summary of hunting|event summary|advanced hunting|summarise hunting|summarize hunting|' +
      'data security event summary',
  ],
  [
    'word',
    'summary',
    'summary|summarise|summarize|overview|recap|sum up|digest|statistics|stats|figures|numbers|summaries|' +
      'snapshot|rundown',
  ],
];
