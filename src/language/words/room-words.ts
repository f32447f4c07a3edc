// Whole requests about the bot itself, the channel and how triage goes; and the reports that a schedule may post.
import type { PhraseTable } from './phrase-table';

export const ROOM_WORDS: PhraseTable = [
  [
    'ask',
    'help',
    'help|help me|what can you do|what can you do for me|what can you do here|what do you do|' +
      'what can i ask|what can i ask you|what may i ask|what can i ask here|what can i do here|' +
      'what can i do|how do i use this|how do i use you|how do i use this bot|how do i use the bot|' +
      'how does this work|how do you work|how does it work|how does this bot work|what do you understand|' +
      'what commands are there|which commands are there|what commands do you know|list commands|command|' +
      'available commands|show commands|give me examples|example|show examples|what can i say|' +
      'what can i type|what are you|who are you|how can you help|how can you help me|how can i use you|' +
      'what are my options|what do you know|get started|getting started|instructions|' +
      'what questions can i ask|which questions can i ask|what is possible|what is this|' +
      'what are you able to do|what are you good for|i need help|need help|how to use|how to use this|' +
      'what questions do you understand|which questions do you understand|' +
      'list of commands|how can i use this|what all can you do|what can this bot do|what can the bot do|' +
      'what does this bot do|what does the bot do|show me what you can do|help please',
  ],
  [
    'ask',
    'whoAmI',
    'who am i|whoami|what may i do|what may i do here|what am i allowed to do|what am i allowed|my role|' +
      'my roles|what is my role|what are my roles|which role do i have|which roles do i have|' +
      'what role do i have|what roles do i have|my permission|my permissions|what are my permissions|' +
      'what permissions do i have|which permissions do i have|my access|what access do i have|my rights|' +
      'what are my rights|what rights do i have|am i an admin|am i an administrator|am i an analyst|' +
      'am i an investigator|am i an auditor|am i allowed to do anything|what can my role do|' +
      'do i have a role|do i have any role|do i have any roles|which role am i|what role am i|' +
      'who do you think i am|what is my access|what are my privileges|my privileges|' +
      'what am i permitted to do|which roles am i in|what roles am i in|my access level|' +
      'what is my access level|what access level do i have|what does my role allow|what do my roles allow|' +
      'what is my level of access|which rights do i have|am i authorised|what am i authorised to do|' +
      'what am i authorized to do|what am i allowed to see|what am i allowed to do here|what may i see|' +
      'what do they allow|what does it allow|what do my permissions allow|what does my role let me do|what can i do with my role',
  ],
  [
    'ask',
    'checkSetup',
    'is it set up|is it set up right|is it configured|is it configured right|is it all set up|' +
      'are things set up|are things set up right|is all configured|is all working|' +
      'check that setup is right|check that setup is ok|check if setup is right|check if setup is ok|' +
      'is the bot up|is the bot up and running|is graph working|is setup right|is setup correct|' +
      'check setup|check the setup|setup check|check your setup|check configuration|' +
      'check the configuration|check config|check the config|check my setup|check our setup|' +
      'is everything set up|is everything set up right|is everything set up correctly|' +
      'is everything set up properly|is everything configured|is everything configured right|' +
      'is everything configured correctly|is everything configured properly|is everything ok|' +
      'is everything okay|is everything working|is everything fine|is everything in order|' +
      'is everything running|is everything right|is everything good|is all set up|is all set up right|' +
      'is all well|is the bot set up|is the bot set up right|is the bot set up correctly|' +
      'is the bot configured|is the bot configured correctly|is the bot configured right|' +
      'is the bot configured properly|is the bot working|is the bot working properly|is the bot ok|' +
      'is the bot healthy|is the bot running|is this set up|is this set up right|is this set up correctly|' +
      'is this set up properly|is this working|are you set up|are you set up right|' +
      'are you set up correctly|are you working|are you working properly|are you configured|' +
      'are you configured correctly|are you ok|are you healthy|are we set up|are we set up right|' +
      'are we set up correctly|are we configured correctly|health check|healthcheck|run a health check|' +
      'do a health check|run health check|check health|check your health|self test|run a self test|' +
      'self check|run a self check|diagnostics|run diagnostics|diagnose|diagnose yourself|doctor|' +
      'check yourself|check permissions|check the permissions|check consent|is consent granted|' +
      'is everything consented|is data flowing|is the data flowing|are alerts flowing|' +
      'is everything flowing|verify setup|verify the setup|verify configuration|verify the configuration|' +
      'test the setup|test setup|setup status|set up status|check set up|check the set up|' +
      'check that everything is set up|check everything|check if everything is set up|' +
      'check if everything works|check whether everything is set up|check if everything is set up right|' +
      'check whether everything is set up right|check whether everything works|does everything work|' +
      'is the setup ok|is the setup right|is the setup correct|is the setup complete|' +
      'is the configuration right|is the configuration correct|is the configuration ok|is your setup ok|' +
      'check your configuration|are all permissions granted|are the permissions granted|' +
      'do you have all permissions|do you have the right permissions|is anything missing|' +
      'is anything misconfigured|is setup complete|is the set up right|is everything connected|' +
      'is the connection ok|test the connection|check connection|check the connection|system check|' +
      'status check|configuration check|permission check|is our setup right|is our setup ok|' +
      'is our setup correct|is everything up and running|how is the setup|is everything properly set up|' +
      'is everything correctly set up|is everything properly configured|is everything correctly configured|' +
      'are we good to go',
  ],
  [
    'setup',
    'part',
    'permission|consent|admin consent|configuration|config|graph|microsoft graph|connection|set up|installation|' +
      'app registration|application permission',
  ],
  [
    'setup',
    'state',
    'configured|consented|consented to|flowing|flowing in|connected|connected up|running|up and running|' +
      'healthy|granted|operational|in order|complete|installed|ready|online|reachable|misconfigured|missing|given|flow|flows',
  ],
  [
    'ask',
    'listSubscriptions',
    'subscription|list subscriptions|show subscriptions|list the subscriptions|show the subscriptions|' +
      'list all subscriptions|show all subscriptions|my subscriptions|our subscriptions|' +
      'current subscriptions|what subscriptions are there|which subscriptions are there|' +
      'what subscriptions do we have|which subscriptions do we have|what are our subscriptions|' +
      'what are the subscriptions|what is subscribed|what is this channel subscribed to|' +
      'what is the channel subscribed to|what are we subscribed to|what am i subscribed to|' +
      'which channels are subscribed|what channels are subscribed|which channels get alerts|' +
      'what channels get alerts|which channels receive alerts|which channel gets alerts|' +
      'which channel gets what|which channel gets which alerts|which channels get which alerts|' +
      'which alerts does this channel get|which alerts does this channel receive|' +
      'what alerts does this channel get|what alerts does this channel receive|what does this channel get|' +
      'what does this channel receive|which alerts are sent here|which alerts are posted here|' +
      'what is posted here|what is sent here|what gets posted here|what gets sent here|' +
      'which alerts are sent to this channel|what alerts are sent to this channel|which alerts come here|' +
      'what alerts come here|is this channel subscribed|are we subscribed|' +
      'is this channel subscribed to anything|is this channel subscribed to alerts|where do alerts go|' +
      'where are alerts sent|where are alerts posted|where do the alerts go|active subscriptions|' +
      'existing subscriptions|channel subscriptions|subscriptions of this channel|' +
      'subscriptions for this channel|subscriptions here|subscriptions in this channel|' +
      'what subscriptions exist|which subscriptions exist|do we have subscriptions|' +
      'do we have any subscriptions|are there any subscriptions|are there subscriptions|any subscriptions|' +
      'view subscriptions|who gets alerts|which subscriptions are active|what subscriptions are active|' +
      'which alerts go to this channel|what alerts go to this channel|which alerts get posted here|' +
      'what alerts get posted here|which alerts do we get here|what alerts do we get here',
  ],
  [
    'ask',
    'unsubscribeChannel',
    'unsubscribe|unsubscribe channel|unsubscribe this channel|unsubscribe the channel|unsubscribe us|' +
      'unsubscribe here|unsubscribe me|unsubscribe this channel from alerts|unsubscribe from alerts|' +
      'unsubscribe from all alerts|unsubscribe this channel from all alerts|' +
      'unsubscribe channel from alerts|unsubscribe from the alerts|stop sending alerts|' +
      'stop sending alerts here|stop sending alerts to this channel|stop sending alerts to the channel|' +
      'stop sending us alerts|stop sending me alerts|stop sending all alerts here|' +
      'stop sending any alerts here|stop sending any alerts to this channel|stop posting alerts|' +
      'stop posting alerts here|stop posting alerts in this channel|stop posting alerts to this channel|' +
      'stop posting here|stop posting in this channel|stop posting to this channel|stop sending|' +
      'stop sending here|stop alerts|stop alerts here|stop alerts in this channel|stop the alerts|' +
      'stop the alerts here|stop all alerts here|stop the alerts in this channel|no more alerts|' +
      'no more alerts here|no more alerts in this channel|no more alerts please|no alerts here anymore|' +
      'cancel subscription|cancel the subscription|cancel this subscription|cancel our subscription|' +
      'cancel my subscription|cancel the subscription of this channel|' +
      'cancel the subscription for this channel|cancel this channel subscription|end the subscription|' +
      'end subscription|remove subscription|remove the subscription|remove this subscription|' +
      'remove our subscription|delete the subscription|delete subscription|delete this subscription|' +
      'remove this channel from the subscriptions|turn off alerts|turn off alerts here|' +
      'turn off alerts in this channel|turn off the alerts|turn alerts off|switch off alerts|' +
      'switch off alerts here|switch alerts off|disable alerts|disable alerts here|' +
      'disable alerts in this channel|disable the subscription|stop subscription|stop the subscription|' +
      'stop notifying this channel|stop notifying us|stop notifications|stop notifications here|' +
      'stop the notifications|do not send alerts here anymore|do not send alerts here any more|' +
      'do not send alerts to this channel anymore|do not send alerts to this channel any more|' +
      'do not post alerts here anymore|do not post alerts here any more|' +
      'do not post alerts in this channel anymore|do not send us alerts anymore|' +
      'do not send any more alerts here|do not post any more alerts here|' +
      'do not send any more alerts to this channel|stop new alerts here|stop posting new alerts here|' +
      'stop sending new alerts here|stop sending new alerts to this channel|leave this channel alone|' +
      'stop alerting this channel|stop alerting us|stop alert delivery|mute this channel|end alerts here',
  ],

  [
    'subscribe',
    '',
    'subscribe|subscribe this channel|subscribe the channel|subscribe channel|subscribe us|' +
      'subscribe here|sign up|sign this channel up|subscribe this channel to|subscribe to|subscribing|' +
      'set up a subscription|create a subscription|add a subscription|subscribe me',
  ],
  [
    'channel',
    '',
    'this channel|here|in here|to this channel|in this channel|into this channel|to the channel|' +
      'in the channel|the channel|our channel|to our channel|in our channel|to here|this team channel|' +
      'this chat|to this chat|in this chat|channel',
  ],
  [
    'post',
    '',
    'send|post|forward|push|deliver|publish|notify|start sending|start posting|keep sending|keep posting|' +
      'send us|send me|post us|posting|sending|keep us posted on',
  ],
  ['schedule', '', 'schedule|schedule a|set up a schedule for|plan|set up a schedule|schedule me'],

  [
    'triage',
    'whole',
    'how are we doing|how we are doing|how are we doing with alerts|how are we doing on alerts|' +
      'how are we performing|how did we do|how we did|how have we been doing|how is the team doing|' +
      'how is our team doing|how is triage going|how is the triage going|how is triage doing|' +
      'how did the team do|how are we getting on|how is our triage|how good are we|how well are we doing|' +
      'how well did we do|how are things going with triage|triage|triage report|triage reports|' +
      'triage summary|triage statistics|triage stats|triage metrics|triage figures|triage numbers|' +
      'triage performance|triage overview|triage kpi|triage kpis|triage results|triage dashboard|' +
      'triage speed|triage quality|team performance|our performance|performance report|soc metrics|kpi|' +
      'kpis|our metrics|our numbers|alert statistics|alert stats|alert metrics|alert count|alert counts|' +
      'alert volume|alert volumes|report on triage|report of triage|triage efficiency|performance|' +
      'triage reporting|triage rate|summary of triage|our stats|alert totals',
  ],
  [
    'triage',
    'measure',
    'mean time to resolve|mean time to acknowledge|mean time to resolution|mean time to close|' +
      'average time to resolve|average time to acknowledge|average time to close|median time to resolve|' +
      'median time to acknowledge|time to resolve|time to acknowledge|time to close|' +
      'time to acknowledgement|time to resolution|time to triage|time to respond|resolution time|' +
      'resolution times|acknowledgement time|acknowledge time|acknowledgment time|response time|' +
      'response times|average response time|average resolution time|mean resolution time|' +
      'mean response time|mttr|mtta|closing time|handling time|handling times|average handling time|' +
      'false positive rate|false positive share|false positive ratio|false positive percentage|' +
      'rate of false positives|share of false positives|percentage of false positives|' +
      'percent of false positives|proportion of false positives|ratio of false positives|fp rate|fp share|' +
      'fp ratio|false alarm rate|share of false alarms|percentage of false alarms|rate of false alarms|' +
      'how many false positives|how many false alarms|how many fps|what percentage were false positives|' +
      'what share were false positives|number of false positives|closure rate|resolution rate|' +
      'true positive rate|alerts were false positives|alerts are false positives|alerts were false alarms|' +
      'alerts turned out to be false positives|false positives did we have|false positives did we get|' +
      'false positives do we have|share of alerts that were false positives',
  ],
  [
    'speed',
    '',
    'how fast|how quickly|how long|how soon|how rapidly|how much time|what time|how slow|how quick|' +
      'how promptly|average time|mean time',
  ],
  [
    'handled',
    '',
    'acknowledge|acknowledged|acknowledging|respond|respond to|responded|react|react to|reacted|handle|' +
      'handled|process|processed|triaged|deal with|dealt with|work through|get through|it take|it takes|' +
      'take to resolve|take to close|take to acknowledge|takes to resolve|takes to close|' +
      'take us|takes us|picked up|clear|work off|finish|finished',
  ],
];
