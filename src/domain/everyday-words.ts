// Words that are nobody's name and would still be taken for one: what mailboxes and service accounts are called, and
// words and given names that are spelt like an initial joined to a name (`b` and `etter`, `carl` and `a`). The second
// list was made once from the words of Debian's `wamerican` (SCOWL, notice below) and the United States census of 1990.
//
// Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
// associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
// without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
// this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
// suitability of this array for any purpose. It is provided "as is" without express or implied warranty.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What mailboxes, groups and service accounts are called rather than people. */
export const MAILBOX_WORDS = words(`
all ceo conf cfo cto dev erp faq hse irm itsm noc ops pmo poc rnd sap seo soc sql web
account accounting accounts admin administration administrator alert alerts analyst analysts announcements archive
assistant audit automation backup backups billing board booking bookings bot branch budget build business calendar
campaign campus careers central channel clients cloud committee communications community company compliance
conference connector consulting contact contractor contractors contracts corporate council crew customer customers
data database delivery department deployment desk development device devices digital direct director directors
discovery distribution division docs document documents domain ecommerce email emea employee employees engineering
enquiries events everyone executive expenses external facilities feedback finance financial fleet forms frontdesk
general global governance group groups guest guests hello help helpdesk hiring hotline human info information
infrastructure innovation inquiries insider intern internal international intranet inventory invoice invoices jobs
journal kiosk laboratory leadership learning legal library local location logistics logs mailbox mailer maintenance
management manager managers manufacturing marketing media meeting meetings members messages mobile monitor
monitoring network networks news newsletter noreply notification notifications office offices online onsite
operations orders outlook partner partners password patient payments payroll people personnel phishing planning
platform policy portal postmaster preview print printer printers privacy private procurement product production
products program project projects property public purchase purchasing quality quarantine questions reception
recipient recipients records recruiting recruitment regional register registration relations release remote report
reporting reports research reservation reservations resource resources response restricted retail returns review
reviews risk room rooms safety sales sample scanner schedule scheduler school science secretary secure security
server servers service servicedesk services shared sharepoint shipping shop site sites social software solutions
staff staging statistics storage store strategy student students studio subscriptions supplier suppliers supply
support survey sync synchronization system systems talent teacher teachers team teams technical technology temp
temporary tenant test tester testing tickets tools tracking trading training transfer transport travel treasury unit
university update updates user users vacation vendor vendors video volunteer volunteers warehouse warranty webmaster
website welcome wellness winner workers workflow workplace workshop
`);

/** Read as themselves rather than as an initial and a name, unless they stand where an account does. */
export const GLUED_WORDS = words(`
aim ale ali amt ana ani any api ate ava bar bee bra bun bur buy cal car cli cpu cur dee dim dip dun ear eel eke eli
era eta eva eve far fee flu fly fro fun fur gal gee gel gpu gui gun guy him hip ina ira iva ivy jar jim kim lee lip
lou mar nip nsa nun oar ora our ova pal par pee pip ply pro pun rim rip rte run see shy sim sip sky sly spy sty sun
tar tee tel thy tim tip tun uni usa use var vim vip war wee why wok yip you yuk zip
aaron aboard abode above aching acorn across adam adore advance agile ahead alan alberta alberto alfredo alien
alight allies along altar amaze amino among amount amounts amuse anal andrea andrew anew angela angling angrier
anita anna anne annex aorta apprentice ardent armando aroma arose arouse arrives artillery ashes ashore astern atoll
atom atoms avail await awaits award aware away baloney barred barrel barry beads beast becky beef beep beholden
bessie beverly bide binge birth blacker blanca blast bleach bleeds blink blister bobbie bodies bolted booster bosses
bowed bowel bradley brains brakes brandi bravery bred breeder brett brewing bricks bridget brooke broth brother
brushing bryan burro cabbie cabby caboose calorie calves calvin candid canoe carla carlos carole carried carries
casey cavern caving celia censor chafing chair chalice change chaos chap charms chart chat chatter checker cheer
chester chewing chic chicks chills chip chlorine choir choke chop chopper chord christie christina christine christy
chunk claire clang clara clash clawing claws clayton cleverly cling clinton clove clown clung cocaine coed colds
coloring condone cooked cooker cora corey crabby cracker crash crawls cream creams creep cries crime crimp critter
crude crush crushing crust crusty cylinder dana dangle danielle dank danny darlene darrell deanna dearly deborah
declare decline decorum deli delia della denise dennis derives diana diane dianna dianne dives doorman dora dormant
dough drains drank dread dreading dream dreamer dreams dresser drinker drives droll dunking dunno dusting dwayne
dwight elaine elena elisa embryo emily empires enables endearing enhance erica erika estates etching expires faker
fannie farce farms fart fathoms fault faye feel fenders finagle finally finance fisherman fives flasher flaw
flawless flaws flea flee flees flew floral flowery floyd flung flutes flux foggy frances freckles fred freda
frederick gassy geek gina gives gland glenn glove glum gotten grader grains grander grappling greed greedy gregory
gringo groan grocer grouse grovel growl grubby gruel guesser gush gusher gusto hailed halves hannah hapless harem
haughty haunt hide hippy hokey holds hopped horned idea ideal ideas incline inez infidel inkling irene islanders
itching ivan jacob jacqueline james jamie jana jane janet jesse jessie jeweller jingle joann joanna joanne joel
juana julia julian julie julio justice karla keeled kelli kellie kelly kent kerry kiddo kneel knew kristie kristin
kristina kristine label labels laddie laid lana laura laurie laverne layers leads leah leaked least leaves ledge
leon leona lester lethal letter lewd liar lice lila lilac limo limp linda littlest lives lloyd locked lola loom loon
loot lora lorena lorene lori louise luis lump lunar lynn lynne mabel madam madeline maim make makers malice malt
mamie mandy marcia marian marianne marie mario marion marlene marsha marshall marvin masses matzo megan melba
melissa melodies melon melvin mice michele michelle mimic mitchell molester molly mona moral morsel motel muddy
names nannies nastier navel nearly neck need nellie nelson nichole nicole nina nines nora normal norman nutty oral
ottoman owing paisley papal paper parka parked parking parting path patties paula pauline peaked pearls peeled peggy
pelvis penal penance persona petrol phoney piggy planning planted planter play players plea please plight plow ploy
plucky plunger poem poorer prank prayers prick pricks prod promo prone proof pusher putter rabbi raging ramona
randall ranking raul reads realm recorder redeemer refrain rely remorse renal renders renee renew repartee restorer
revise ricardo ricky ride road roar robbing roberta roberto robyn rodent rodeo rolled romaine roost rooster roster
rotten roxanne russell ryan salad saline same sandra sappy sarah sash scanning scary scone scope scorn scott scram
screw scuff sealed sedan seem serving sevens sewers sewing shakers shannon sharpen shatter shawn shawna sheath
shelly shingle shirt shocker shocking shopper shower shredding shrines shunt skate skim skull slacker slam slander
slang slash slavery slaving slayers slew sling slogan slopes slow slower slum smooth smudge snail snapper snappy
sneer sorta spat speller spenders spewing spinal spool spotter squint stables stand starter steal stella stellar
steven stew stewing stinker stopper stopping stowed strainer strives struggles sunk sway swear swells swerving swill
swine take takers tami tangle tarp terrier theater thigh thine thirst thomas though thrives tide tiles time tina
today tonya topless towed towel tracker trains trash tray tread treading treason trellis tricks tricky tries trod
trolling trousseau trust truth tuna turban twinkle unknown urine usage valves vault vegan velma verb verna veteran
vibrant vicki vickie vicky viewing virginal waited waiter walter wanna wanton warms wart weddings whacker whale
whales whine whines whom whopper willed wives woman wrath wreck wrecker wriggle wring wringer yearly younger
`);
