// English words that are somebody's name as well: `price`, `baker`, `grace`. Alone they name nobody. Made once: the words
// in lower case of Debian's `wamerican` (from SCOWL, notice below) that are a given name or surname in the United States
// census of 1990 (public domain), less those that are hardly ever the word, like `peter`.
//
// Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
// associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
// without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
// this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
// suitability of this array for any purpose. It is provided "as is" without express or implied warranty.

export const NAME_LIKE_WORDS: ReadonlySet<string> = new Set(
  `
abate abbey abbot abed abide able abler ace ache acre acres adjutant admire aery agar age agent aid aide akin alas
albino alder alderman alert ales alias all alley alliance ally almond aloe alpha alt alter alto amass amber amble
ambrosia amen amend amigo amour an anchors angel angelic anger angers angle angles angry angst anon antes antis ape
app apple apt aquas arch archangel archer area areas arena arenas ares argue argyle arias arm armada armor arms army
arrant arrow arroyo arroyos art artist arts ash ashing ask askew asp aspen asters atlas auger august aura autumn
aver avers aw awe awkward ax axe axon aye azure baas babe babel bachelor back backbone backer backers bacon bad
badder bade badger bah bail bailiff baize bake baker bakes bald balder balding bale bales balk ball balling balloon
balls balm balsam ban banana band bandy bane banes bang bangle bangs banister bank banker banks banner banning
bannister banter baptist bar barb barber bard bare barefoot barer bares barge barges bark barker barks barley barman
barn barnacle barns baron barrack barren barrette barrier barrio barrios barrow barrows bars barter barters base
baseman bash basil basket bass bassi basso bast batch bate bates bath bathe baton batten batter batters battiest
battle battles batty bay bays be beach beady beagle beam beams bean beans bear beard bearded beards bears beat
beaver beavers beck becks bee beech been beer beers bees beets began begin begonia begun belay belch bell belle
belles belling bellow bellows bells below belt belts bench bend bender bending bent berg berry berth beryl best
better betters bevel bevels beverage bias bible bibles bicker bickers bidding biddy bier big bigger bigness bile
bill billet billing billings billow bills binder binning birch bird birdie bishop bison bitter bitters black
blackbird blacker blacksmith blade blades blamer blanch bland blander blank blanks blare blaze blazer blazing blazon
bleacher bleak blend blender bless blessing blew blight blind blinks bliss blitz blizzard block blonder blood bloom
bloomer blossom blotter blow blower blowers blue blunt blush board boards boas boast boatman bode bodily bodkin
bodkins body boga bogie bogus bold bolder bole boles boll bolls bologna bolster bolt bombard bombardier bond bonds
bone boner bones boney bong bongo bonier boning bonito bonnet bonny bonus book books boom boon boor boos boot booth
boots booty booze boozer border borders borer bores boring born borne boron boroughs borrow bosh boss bossier both
bottom bottoms bough bouillon bound bounds bouquet bourbon bourgeois bow bowels bower bowers bowl bowler bowling
bowman box boxer boys brace bracken bracket brad brain brake brakeman bramble bran branch brand brands brandy bras
brash brasher brass brave braver bravo brawn bray brazen brazier breach bread breaker breath breech breed breeding
breeze brew brewer briar brick bride bridegroom bridge bridges brier bright brighter brightly brilliant brim brine
bring brink brinks brisk brisker bristle brittle broach broad broaden broccoli brochure brogan broker brood brook
brooking broom brooms brothers brought brow brown browner brownie browning browns bruin bruins brunet brunette brunt
brush brushwood buck buckle buckler buckles bucks bud buddy budge buff buffalo buggy bugler bull bullion bullock
bullocks bulls bump bumpers bumps bun bunch bunk bunker bunkers bunny bunt bunting bunts buoy bur burden burdock
bureau burg burger burgher burgs burka burly burn burner burns burr burrow burrows burrs bury bush bushman bushy
busing buss bussing buster bustle but butch butcher butler butt butte butter butters buttery button butts buys
buzzard bye byes cabal cabana cabanas cable cables caddy cadet cage cagey cairns cake cal calamity caldron calico
calk call caller callow cam cambia cambric camel camellia camera camp campanile camper camps campus can canal canard
canary cancel cancer candle candy cane canes canning cannon canny canon canter canto canton cantor cantos cap cape
caper capers capes caprice captain car caraway carbine carbon card cardinal care cargo carmine carp carpenter carrel
carrier carrion carry cart carton case casement cash cashing casino cassette cassino cast caster castle castles
catching catchings cater catholic caulk cavalier cave caves cease cedar cedars cellar celli center centers cerise
certain chafe chain chalet chalk challenger chamber chamberlain chambers champ champagne champion chance chancellor
chancy channel chant chapel char charity charm chars charter charters chary chase chasten chastity chatters cheater
check cheek cheeks cheers cheese cherish cherry chess chessman chestnut chew chi chick child chiles chill chime
chimera chimes chin china chinchilla chino chock choice chow christen chuck chum church churches churchman churn
chute cinnamon circle citizen citron city civil clack clam clamp clan clap clapper clarity class clause claw clay
clear cleaver cleaves clement clerk clever cleverly click client cliff climes clinch clink clinker clipper clock
close clothier cloud clover clubs cluck cluster clutter coach coachman coast coaster coats cobble cocking cocks coda
codding code coffee coffer coffin coil coin coins coke cola colander colas colder collar college collie collier
colon colonel colony colt coma comas combs come comer comes comfort comings commander comment commodore common
commons companion compo compos conception conch condo cone cones confer congress conquest cons console constable
constant converse cook cooks cool cooler cools coon coons coop coots cope copes copier copper copping coral cord
cordial cordon cords core cork corn cornea corner corners cornet corning corns corolla corona corp corporal corpus
corral cosier cost cote cotter cotton couch cough council councilman counter countess countryman counts coup coupe
courier course courser court courts cousin cousins cove coven cover covert covey coward cowboy cower cowing cowling
coy coyer cozier cradle craft crafts cram cramp crane crank crape crass crate crater craven cravens craw cray crays
craze crazier creamer crease credit credo creed creek creeks creel cress crest crew crews crick crier crimes crisp
croak crochet crock crofts croissant crone crook crooked crooks croon cropper crosier cross crosser crow crown
crozier cruel cruise crumb crumble crumbly crumby crutch crystal cubit cue cuff cull cumming cunning curb curd cure
curie curio curl curling curls curly current curry curt custard cutter cutting cypress czar dad dado daft dahlia
daily dais daisy dales dally dam dame dames dance dancer dandy danger danker dapper dare daring dark darling dart
darting dash dates daub dauber daubs daughters daunt dauphin dawn day days deacon deal dean deans dear dears dearth
deb debar decamp decant decent deck decree deed deeds deem deems deep deer deforest degree delay dell delta delude
demo demos denier dense dent deputy derby derringer desire dessert destine destiny deter deters devoid dew dewberry
dial dials diamond dibble dibbles dice dicey dick dicker dickie dicks diddle dies diesel dike dikes dill dills dilly
dimes dimmer dimple din dine dines ding dings dinning dire dirks diss distance ditch ditto ditty divan diver divers
divine do dock doctor dodge doe doffing doing dole doles doll dollar dolly dolphin dome dominion domino don donate
done donning doom dooms door dormer dory dose dot dotty double doughty douse dove dowdy down downer downing downs
downy dowse doyen draft drafts dragon drain drainer drakes drape dray dredge dress dresser drew drier dries drilling
driver drivers drone drones drop dross drought drown drum drummer dry dryer dub dubs ducat duck ducking dudgeon due
duel dues duet duffer duh duke dukes dull dun dung dunk dunks dunning duos dupes during dusky dust duster dustman
dusty duty dye dyer dyers dyke dykes eager eagle eagles ear earl earls early earnest earthly east easterly eastern
eaves ebbing ebbs ebony echo economy ed eddy edge ego eke elder elders elk elks ell ells elm elms else em emerald
emery emo emperor end endow ends ensign enter eon era escort espy ester esters estimable evangelist eve even evener
evens every eves ewer ewers expose eye face factor fail failing fails fain fair fairly fairy faith fake falcon
falconer fall fallen falling fallow fallows falls falter fan fang fanning fare farina farm farmer farrow farthing
fast faster fat fate favor favorite favors fawn fear fearing fears feast feather feathers fedora fee feeler feeling
fees fell feller felling fellows fells felt felts fend fender fennel fern ferns ferries ferry fest fester fetch
fetter fetters few fey fickle fiddler fie field fielder fielding fields fife figures filbert file files fill filler
fillers fillip filter finch finder finders fine finely finer fines finger fink finks fire fireman first firth fiscal
fish fisher fisherman fitting fix flack flair flake flakes flamenco flamer flaming flank flash flasher flatness
flatten flatter flattery flavors flax fleck fleet fleeting flick flicker flies flight fling flint flirt flock floe
flood floor flora floras florin floss flow flower flowers fluke flurry fly foil folds folio folk folks fonder font
foo foot footman foots force fore forehand foreman forest forester forge forget form fort forte fortes forth forts
fortune forward foster fought found founds fountain fox foyer frack fraction frame framer frames franc frank franks
fray free freed freedman freeman freer frees freeze french fresh freshwater fret friar fridge fried friend friendly
friends frier fries frieze frisk fritter frizzle frock from frost fruit fruits frump fry fryer fudge fuel fuelling
fulling funk furbish furl furlong furlough furnace furnish furrow furry fury fuse fuss gab gabby gable gables gaff
gage gain gains gaiter gaiters gal gala galas gale gales gall gallant gallery galley gallon gallop gals gamble
gambler gambles gamer games gamma gander gang garb garden gardener garland garner garnet garret garrison garter gash
gate gates gather gathers gaucher gaudier gaudy gaunt gauze gave gavel gay gayer gear gearing gee gene genera
general generous genesis genie genre gens gent gentile gentle gentleman gentles gentry getting gibbon gibbons gibes
gift gilding gill gillion gills gin ginger gins girt gist given givens glad gladden glade glance glass glassing
glaze glazier glee glimpse glory gloss glow go goad gobble godson goes going goings gold golden golds goldsmith
golly gondola gone gong goo good goodie goodly goodness goodnight goods goodwill goody goon gore gores goring gory
gosling gotta gouge gouger gourd gouty govern grace graces grad grade graft grain gram grams grand grandchild grange
grant grapes grass grate grater grates grave gravel gravely graven graver graves gray grayer grays grebe green
greener greenhouse greening greet grew grey gribble grief grieve grieves grill grills grim grime grimes grimmer
grinder grip grippe grist grit groom grooms gross grosser ground grounds grout grove groves grow grumbles grumbling
guard guardian guess guest guild guile guise guitar gull gulley gulling gully gum gums gun gunner gunning guppy
gurney gust gut gutter gutting guy guys ha hack hacker hacking hackle hackney haddock haft haggard hail hails
hailstone hair hake hakes hale hales half hall hallmark halls halo halon halt halter ham hamburger hamlet hammed
hammer hammers hamming hammock hamper hams hand handing handler hands handsome handy hang hanger harbor hard harden
harder hardy hare haring hark harken harm harmony harms harness harp harps harries harrow harsh hart harts harvest
has hash haste hasten hasting hasty hatch hatchet hatter haven havens haw hawk hawker hawking hawks haws hawthorn
hay haycock hays hazard hazel hazy he head heading headings headland heads heady heal heap heaps heard hearing heart
heater heath heck heckle heckler hedge hedges heft hefty height heir heist held helm helms helper hem hemming hemp
hence hepper her herald herb herd herder heritage hero heron herring hertz hew hews hey hick hickey hickory hidden
hides high highland hikes hill hillier hillock hills hilt hilts him hind hinders hinds hing hint hippo hire hires
hiss hitch hives ho hoard hobby hock hockey hocking hoe hoes hoist holder holding hole holes holiday holler
hollering hollow holster holy homburg home homes homestead hone hones honey honor hood hooey hoof hook hooker hooks
hoop hoops hoot hoots hope hopes hopper hopping horde horn horns horse horseman horsey hose host hostler hotter
house householder housekeeper hove hover how hubby huckleberry huddle hue huff hug huge huger huh hull hum human
humble humbles hummingbird hung hunger hunker hunt hunter hunting huntress huntsman hurdle hurl hurry hurt husband
husbands hush husk husky hussar hussy hutch hyacinth hymen hypes ice idler idol ill imam imperial in inch inches
infield ink inks innocent ion iris iron irons island isle isles ivory jabs jacks jade jarred jay jeans jerkin
jerkins jersey jest jester jetty jewel jewels job jobs joiner jolly journey joy jubilee judge julienne jumbo jump
jumper junior juniper junk junker jurist jury just justice kale karma keel keeling keels keen keener keens keep
keepers kelp ken kennel kenning ketch keto kettle key keys khan kick kicker kicks kid kidder kiddy kidney kielbasa
kill killer killings kilts kin kind kinder kindle kindred kinds king kingdom kingfisher kings kinsman kipper kiss
kisser kit kitchen kitchens kite kitten kitty kluge klutz knack knee knell knife knight knightly knights knock knoll
knows knuckles kook krone kroner la lab labor labs lace lack lackey lacks lacrosse lade lady lager lain lair laity
lake lakes lam lama lamas lamb lambing lame lamer lamers laming lamp lamprey lance land lander landing landmark
lands lane lanes lank lapping larch lard large larger largo lark lasagna laser lash lass lasso last lat latch late
later lathe lather laud laughter laundry lava lavender law lawless lawn laws lawyer lax lay layer layman lazier lea
leader leaf league leak leaks lean leap learn learned leas lease leash leather leathers leaven leavens lecher led
ledger lee leech leek leeks leer lees left legacy legate legato leggins legions lei leis leisure lemma lemme lemming
lemmings lemon lemons lent leopard less lessen lesser lessor letters levee level levels lever levering levers levy
lexer libel liberty lick lie lied liefer lien lies lieu life lifer light lighter lightning lights like likens likes
limb limber limbo lime limerick limes liming linden line linear lineman linen liner lines linger lingo link linker
links lint lints lion lions lips lira lisle list listen liter litter little littler lively livers living livings
llamas llano llanos lo loader loan lob lobe lock locker locket locks locus locust lodge loft lofts lofty loge loges
logins loll lolling lone loner long longest longs look looney loop loose loosen loots lope lopes lord lords lore
lose loser loss lot loth lotto loud louder lout love loveless lovely lover loving low lower lowers lowing loyal
lubbers lube luck lucks lucky lull lunch lung lush lusher lust luster lusty lute lutes lye lynch ma macadam mace
macho mackinaw mad madras madrigal maestri magic magnolia maid maiden maidens mail mailman main mainland mains maize
maizes majestic major majors maker malady malarkey males mall mallard mallet mallow man mane manes manger mangle
mango mania manifold manly manna manner manners manning manor mans mantel mantilla mantis mantle manual many maple
maples mar marble march mare mares margarita marina marinas marine mariner marines mark marker market marking marks
marlin maroon marquess marquis marrow marry mars marsh marshal mart martian martinet martini martinis marts martyr
marvel mas mascot mash masher mask mass massed massing mast master masters mate mates math matte matter matters
mattes mattock mattocks maudlin maul mavins maw max maxim maxima may mayo mayor mayoral maze me mead meadow meadows
meager meals mealy mean means mecca mechanic medal media median mediate medicine medley meek meg mellow melody
members memo memory memos men mend mender mends mention merchant mercury mercy meres merino merry mesa mess
messenger messier messing meta meter metro mettle mew mews mi mica midget mighty mikes milch milder mile miler miles
milks mill millage millers millet milliner milling million mills mimes min mince miner miners mines mingle mini
minion minister mink minks minor minors minster minty minus miracle mire mires miser miss mister misty mitten mitts
mix mixer mo moan moat moats moccasin mocha mock mode model modest mohair molder mole moles moll molt mom moment
monarch money moneymaker monger monk monks mood moody moon moons moor mooring moors moos moose moots morale more
morn morning morocco moron morrow mosey moss mosses most mote motes motley motto mound mount mountain mounts
mourning mouse mouser mow mower mowers mu much muck muff mulberry mulch mule mull mullet mulling munch murders
muscat muse music muskrat muss mussel must mustache mustard muster musty mutter mutters mutton my myrtle nab nail
nails nanny nap nappier narrow nary natal nation nations naval nave naves navy nay near nearing neat necessary
needle needles needs needy neigh neighbor neighbors neither nephew nest net netter netters nettle nettles never new
newborn newcomer newer newness newton nice nicely nickel nickels nickle nickles niece nigh night nightingale nine
nip nipper nipple nix no noble nobles nodal noon north northern nose notch notice noun nova novas novel novella nu
null number numbers nuncio nunnery nurse nutting oak oaks oar oats obey ocean octave ode odor off offer officer ogle
ogles oh ohm ohms ohs old olden older olive olives omega on opal or orange orchard ore ores organ osier other otter
ouch ours outhouse outlaw oven ovens over overall overcast overland overlie overly ow oxford oyster oz pa pace
pacific pack packer paddock paddy pagan page pages pagoda pain painter pair paisley pal palazzi palazzo pale paling
pall pallet palm palms palomino pals pan pancake panda pander pane pang panning pansy panther pap papa papas
paradise parcel parchment pardon pare parent parents pares parfait parish park parks parlor parody parrot parsley
parson part partridge party paschal pasha pass passer pastel pastor pastures pasty pat patch patches pate patella
pates patience patient patron patter pay payer payment pea peace peacemaker peach peaches peacock peak peaks peal
peals pear pearl pearly pears peasant pease peat pebbles peck pedlar pee peed peek peeks peel peeling peels peer
peers peg pellet pelt pen pence pencil pennant penning penny pent peon people peoples pepper peppers perch perches
perfect perish perking perks person persons pert pester petite petty pew pheasant phlegm phoenix pi piano piazza
pica piccolo pick picker pickerel picket picking pickings pickle pickles pickup pier pies piety pigeon pike piker
pikes pile piles pilgrim pill pillar pilling pillion pillow pilot pimple pin pinch pine pines ping pinion pink
pinkie pinks pinto pintos pipe piper pipes pippin pippins pique pita pitch pitcher pizza place plain plan plane
plank plant plants plaster plate platter player plaza pleas pleasant pleasure plenty plough plover plowman pluck
plum plumb plumber plume plump plunk plush ply pock pod poet point pointer points poke pol pole poles police poling
polio polite polka poll pollen polo poncho pond ponder ponds pone pontiff pool poor pop pope poplar poplin porch
pore port portal ports poser poss posse post postal poster potash potter potters pottier pouch pound pounds pour
power powers prairie pray prayer precious precise president press pressman presto presume pretty pretzel prey price
pride pries priest priestly prim prime primer primes primmer primrose prince princess printers prior privateer pro
proctor proffer profit prom promise pronto proper prophet prose prosper proud providence province provost prow prows
prude prudence prudent pry public pucker puff puffer puller pulley pulling pulse puma pummel pump pumper pun punch
punches punt punter pupa purchase purl purple purser push putt putty qua quail quails quarry quarto quay queen query
quest quick quiet quill quilter quince quine quire quirk quitter quiver quivers race racer rack radar radish radon
rafter ragas raid raider rail railing rain rainbow rainier rains rainwater raisin raja rajas rake rakes ram ramming
ramp rams ran ranch rancher rang range ranger rank ranks ransom rape rapier raring rash rasher rasp raspberry rather
rattan rattler rave ravel raveling raven ravens raw ray razor re reach read reader reading ready real ream reamer
reams reap reaper rear reason reasons rebel record records rector red redden redder reddish redhead redo redwood
reed reeds reedy reef reefer reek reeks reel reels reeve reeves regal register rein reining reins reis relic
remedies rend render renter repress resides retort reusing reveal revel revels revere revering rho rhyme rhymes rice
rich richer riches ricotta riddle riddles rider rides ridge ridges riding rife riff riffle right righter rile riles
riling rill rim rimes ring ringer rings rink rinks ripper ripple rise risen riser rising risk rival river rivers
rivet rm roach roads roam roan rob robe robes robins rock rocker rockers rocks rocky rod rode roe roebuck roes rogue
roles roll roller rolling rolls romaine roman romance romp rood roof rook rooks room root roots ropes rose rosebush
roses rosette rosier rosin rosy rote rotunda rouge rough roughen roulette round rounds rouse rout route rover row
rowels rower royal royals royalty ruble ruby rudder ruddy rude ruder rue rued ruff ruffing rule rumble rummage
rummer rump rumple rumps rung runnels runner running ruse rush rushing rusk rust rusty ruts rye saber sable sables
sack sacks safe safer sage sager sages sago said sailor sailors sails saint sake salaam sale sales salines saliva
sallies salmon salmons salon salsa salt salter salts salvage salvo sames sample samples sand sander sandman sands
sandy sane saner sang sans sari saris sass sat satchel sauce saucer saucier saunas savage savanna savannah savant
save saver savers savory sawyers sax say scale scales scallion scarce scarlet schlepp schmaltz schmalz schmuck
school schooling schools schooner sconce score scow scrape screen screws scripture scull scullion scurry sea seal
seals seaman seamen sear search searing sears seashore season seat seats seaward second section see seed seeds seek
seen sees self sell seller sellers sells seltzer selvage semen senate sender senior senna sensing sensor sequin sera
serene serge sergeant sermon sermons serum servant serve server service session sessions setter setters setting
settle settler settles sever severance severe severs sewer sexton shack shackle shad shade shadow shady shaggy shah
shaikh shake shaker shall shallow sham shames shams shandy shank shanks shape share shark sharp sharper sharps shave
shaver shavers shawl shear shearer shearing shears shed sheen sheer sheerer sheets sheikh shekels shell sheller
shelling shells shelter shepherd sherbert sheriff shield shields shill shilling shillings shim shin shine shiner
shines shingles ship shipper shire shires shirk shirts shiver shivers shoals shock shoe shoemaker shone shook shore
shores short shorten shorter shorts shoulder shoulders shouts shove show showers showman shown shows shuck shuffler
shutter shutters shy sic sick sickle sickles sicks side sides sidle sidles sierra sierras sieve sieving signs
silence silk sill sills silos silver silvers silversmith sim simmer simmering simmers simper simpers simple simpler
sims sin sine sing singer single singleton sings sink sinks sinner sinning sins siren sires sis sit sitar sites
sitter situ six sizer skates skeet skiff skill skipper slack slain slate slates slaughter slay sledge sleek sleeper
sleet sleigh slice slicer slick slicker slider slight slim slimmer slipper sloop slot slough sly smack small smaller
smalls smart smiles smiley smiling smit smock smoke smoker smolder smothers snare snide snider sniff snipe snipes
snoots snow snowball snowman snuffer so sober sobers socks soda sol solar solders sole soles solid solo son song
songster sonny sons soon sorrel sorrels sorrow sos sour sours south southerly southern southward sovereign sow sower
sowers sox space spade spake span spangle spaniel spanner spar spare spark sparkle sparks sparrow spates speak
speaker speaks spear spearing spears speck specking specter speed speedy spell speller spells spender spice spies
spike spikes spindle spine spinner spire spires spittle splinter spoon spoor spore sport sports sportsman spotted
sprain sprang sprawls spray spring springs sprinkle sprinkles sprout spruce sprung spry square squire squires stable
stabler stabs stack stacks staff stage stagger staggers stain stains stair stairs stake stakes stalker stall
stalling stallion stalls stammer stamp stamps standard standing stands stank staple stapler staples star starch
stare stark starling starring starry stars start startup stash state stater states station stave staves stay stead
steady steed steel steely steep steeples steer steins stem stencil stent step steppe sterling stern sterner sterns
steward stick sticker stickler stiff stile stiles still stiller stills stilts stinger stirrup stitch stock stocking
stocks stoke stoker stole stone stoner stones stonewall stoney stonier stoop stoops stops storage store stores
storey stork storks storm storms stormy story stout stove stow straight strain strait strand strange stranger straw
strawberry straws stray stream streams street streets strength stretch stride strife strike striker string stringer
stripling strode stroll strong strop struck strum stubby stuck student study stump sturdy sturgeon style styles sub
such sue suet sugar suing suit suite suitor suits sullen sultan sultana sum summer summers summons sump sun sunder
sung sunny suns sunshine super supple surface surgeon surprise surrey swab swagger swain swallow swallows swam swamp
swan swank sward swarm sweat sweep sweet sweeten sweets swell swift swilling swim swimmer swims swindle swindler
swing swinger swisher switcher sword swords tables tack tad tag tags tail tailor taker takes talent talk tall tally
tam tamer tames tams tan tang tango tank tankard tanker tanks tannery tape taper taps tardy tarring tarry tart
tartar tarter tat tatters tawny tea teach teal tear teas tease teat teats tee teed teem teems tees teeter teeters
tell teller tellers temp tempest temple temples ten tenant tennis tenor tent tequila termini terrace terrible test
tester than thatch thee them then thistle thong thorn thorns thrall thrash thrasher threat threats thresher thrift
thrill throne thrower thrush thundercloud thy tiara tick tickle tier tiff tiger till tiller tilt timber timbers
times tin tinder tine tines ting tingle tinker tinkle tiny tipping tipple tiro tittle to tobacco toddy toll tomb
tombs tome tomes ton tone toner tones tong tongue tonic tonne tonsil too tools toot top topping toppings torn
torrent tote toting totter touch touchstone tout tow towels tower towers town towns toy trace trader trail train
trainer tram trammel tramp trapper traverse treasure treat trees tremble trench trend tress trial tribe trice trick
trill trilling trim trimmer trinity trio triplet trodden troll tromp tron troop troth trotter troupe trouser trout
trowel trucker trucks true truly trump trumps trundle trunk truss trusty try tubby tuck tuft tufts tulip tun tune
tuner tuning turns turtle tutor twaddle tweed tweedy tweet twelves twine twining twist um umbel unavailable union
uphold upright urban us usher utter vale valentine vales valley van vandal vane vanes vanish vars veal veer veil
vein veld velvet venerable vent venture verge verges verity vermillion vesper vessel vessels vest veto vi via vial
viands vicars vice victory view vigil vigilante vigor vile villa villas vine vinegar vines vineyard violet virgin
virtue visage viscera vise visor vital viva vivas voice vote voter vowels wack wacker wadding waddle waddles wafer
waffle wage wager wagers wages wagon wagoner wait waiters waits wake wale walk walkers walking walks wall wallet
walling walls waltz wan wand wander wanders wands wank wanner want war ward warden warder ware wares warlock warm
warn warning warns warp warring warrior wary wash washer washing wasp watcher watchman water waterfall waters watt
wattles wave waver wax way ways weakly weal wear wearing wears weary weasel weather weatherman weathers weavers
weaving wedding wedge wedlock wee weed weekly weeks weight weir welch welcome weld welder welding well welling wells
welsh welter welters wen wend went west western wetter whack whaler wheat wheeling wheelwright whetstone while
whiles whisker whistle whistler whit white whiten whitener whiter whites whiting whittle whittler wholly why wick
wicker wickers wicks wide widen wider widgeon wiener wig wight wild wilder wilds wile wiles will willies willing
willow wills wilt wilts wimpy win wince winch wind windy wine wines wing winger wings wink winks winner winners
winning wins winter winters wire wires wisdom wise wisely wiser wish wisher wist withers witting witty wolf wolfing
wolfram womble wombles women won wonder wonders woo wood woodcock wooden wooding woodland woodman woods woody wool
woolen word work worker workings workman works world worlds worm wormwood worn worst worth worthy wreath wren wrench
wrinkle wrinkles writer wry yam yap yard yarn yaw yawn yaws ye yeah yearling yeast yell yellow yen yeoman yielding
yip yo yock yoke yokel yon yore you young younger yuk yule yum zens zephyr zinger zone
`
    .trim()
    .split(/\s+/),
);
