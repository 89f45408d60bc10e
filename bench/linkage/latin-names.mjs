import { skewed } from './chance.mjs';

// Names in Latin letters, for sets without Chinese. Orders and weights are made up.

const words = (text) => text.trim().split(/\s+/);

export const maleNames = skewed(
  words(`
    john william thomas james george charles robert henry edward richard joseph david peter samuel francis alexander
    andrew arthur frederick walter michael daniel philip hugh benjamin alfred albert stephen ernest harold matthew
    patrick edmund simon anthony nicholas lawrence ralph herbert martin christopher leonard gilbert roger archibald
    cecil percy edwin sidney louis reginald frank geoffrey gerald douglas kenneth donald ronald stanley norman bernard
    oliver augustus theodore humphrey isaac jacob joshua nathaniel abraham adam maurice oswald rupert roland rowland
    evelyn aubrey basil claude clement clifford cuthbert cyril dennis dudley duncan eric eustace felix ferdinand gabriel
    godfrey graham gregory guy horace hubert ian ivor jasper jeremiah jonathan julian lancelot leslie lewis lionel luke
    malcolm mark montagu neville noel owen quentin raymond reuben sebastian silas terence timothy valentine victor
    vincent wilfred zachary jack harry ethan liam noah mason logan riley blake caleb toby jarrod lachlan mitchell
    `),
  0.95,
  2,
);

export const femaleNames = skewed(
  words(`
    mary elizabeth anne margaret jane sarah catherine frances alice charlotte eleanor dorothy helen emma florence edith
    harriet susan caroline louisa martha ellen maria isabella emily jessie hannah lucy constance ethel gladys rose
    katherine amelia agnes beatrice rebecca julia georgina henrietta sophia matilda marion evelyn irene grace mabel
    winifred violet hilda lilian annie amy eliza clara ada marjorie phyllis barbara joan joyce doris vera olive ivy
    ruth rachel esther judith diana penelope philippa rosamund sybil theresa ursula victoria virginia vivien millicent
    muriel nancy naomi nora pamela patricia pauline priscilla janet jean josephine juliet laura leonora lydia mildred
    miriam monica adelaide agatha anastasia antonia augusta bertha blanche bridget cecilia christina clementina cordelia
    deborah delia emmeline enid ernestine eva fanny flora gertrude gwendoline honor imogen georgia chloe isla zoe tahlia
    `),
  0.95,
  2,
);

/** Short and familiar forms; either may stand for the other. */
export const nicknames = new Map(
  words(`
    thomas:tom,thos,tommy william:will,bill,wm,billy john:jack,johnny,jno james:jim,jas,jimmy robert:bob,rob,bobby,robt
    richard:dick,rich,ricky charles:chas,charlie george:geo,georgie henry:harry,hal edward:ted,ned,ed,edwd joseph:joe,jos
    samuel:sam,saml daniel:dan,danl benjamin:ben,benj michael:mike,mick francis:frank,fra alexander:alex,alec,sandy
    andrew:andy,drew frederick:fred,freddie walter:wat,wally philip:phil anthony:tony nicholas:nick,nic stephen:steve
    lawrence:larry christopher:chris,kit matthew:matt patrick:pat,paddy edmund:ed,ned albert:bert alfred:alf,fred
    arthur:art ronald:ron kenneth:ken donald:don leonard:len,leo gerald:gerry geoffrey:geoff reginald:reg timothy:tim
    theodore:theo,ted nathaniel:nat abraham:abe jacob:jake joshua:josh jonathan:jon gregory:greg zachary:zach
    archibald:archie augustus:gus raymond:ray victor:vic vincent:vince douglas:doug david:dave,davy peter:pete
    elizabeth:liz,betty,eliza,bess,lizzie mary:polly,molly margaret:maggie,peggy,meg catherine:kate,cathy,kitty
    katherine:kate,kathy anne:annie,nan,ann sarah:sally,sadie frances:fanny,fran dorothy:dolly,dot eleanor:nell,ellie
    susan:sue,susie charlotte:lottie,charlie isabella:bella,isa caroline:carrie harriet:hattie martha:patty
    rebecca:becky victoria:vicky,vic georgina:georgie josephine:jo,josie jessie:jess patricia:pat,trish pamela:pam
    deborah:debbie jane:jenny,janie emily:em,emmy amelia:millie,amy matilda:tilly winifred:winnie florence:flo,florrie
    constance:connie gertrude:gertie henrietta:hetty louisa:lou beatrice:bea,trixie penelope:penny christina:tina
  `).map((entry) => {
    const [name, short] = entry.split(':');
    return [name, short.split(',')];
  }),
);

const knownSurnames = words(`
  smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker white roberts green hall
  wood jackson clarke harris clark lewis scott hill moore ward turner king martin cooper baker morris allen watson parker
  bennett young phillips carter cook shaw bell collins morgan murphy bailey kelly hughes edwards miller cox richardson
  marshall anderson gray russell chapman mason webb rogers mills palmer hunt howard fisher lloyd grant stone ross foster
  graham campbell stewart murray reid kennedy gordon hamilton fraser fox dixon ellis owen fletcher simpson butler barnes
  spencer percy howe nelson stanley temple boyle burke byron cavendish cecil churchill cromwell douglas drake fairfax
  fitzgerald fitzroy grey herbert hervey lambert lennox montagu neville osborne paget pelham pitt pole russell sackville
  savile seymour somerset stafford sutton talbot tudor villiers walpole wentworth o'brien o'connor o'neill mcdonald
  mccarthy mackenzie macleod nguyen white-thorne ryan walsh byrne doyle sullivan quinn daly nolan lynch dunn flynn
`);
const stems = words(`
  ash beck black bright brad burn carl charl clif crom dal den dun east elm fair farn frith gar glad gren hal hart haw hay
  hollin holm hurst kel kirk lang laver led lin lock lyn mar mel mid moor nor oak pem pres rad raven red ren ruther sher
  stan sted strat sun thorn thwait tren up wake wal war wat well wen wes whit win wool wyn yar
`);
const endings = words('ton ley ford wood ham field worth well den combe bury dale stead wick by');

/** Some hundred known surnames first, then built ones. */
export const latinSurnames = skewed(
  [
    ...new Set([
      ...knownSurnames,
      ...stems.flatMap((stem, i) => endings.filter((_, j) => (i + j) % 2 === 0).map((end) => stem + end)),
    ]),
  ],
  0.85,
  6,
);

const townStems = words(`
  aber ains alder ambl ard bam barn bex bid bod bram brent bud burn cam cas ched chor clun cod cran crick dart dav daw der
  dor dur ecc ex fal fen fow gil glos hal har hex hor ilk in kes king lam laun led leo lis lud mal mar mor new oke ot
  oxen pen pick plym por ring rom rug sal scar shef sid skel stam stour tam taun tav thir tor tru ul wad war wen wey win
`);
const townEndings = words(
  'mouth ton ford bury ham chester minster bridge port wick borough head field stow hampton',
);

/** Towns with a postcode area of their own and the county they lie in. */
export const towns = townStems.map((stem, i) => ({
  name: stem + townEndings[(i * 7) % townEndings.length],
  area: `${stem.slice(0, 2)}${(i * 13) % 37}`,
  county: `${townStems[(i * 3) % 24]}shire`,
}));

export const occupations = skewed(
  words(`
    politician writer military_officer cricketer painter lawyer diplomat clergyman journalist botanist engineer actor judge
    physician poet historian architect merchant naval_officer composer chemist explorer physicist bishop mathematician
    sculptor singer banker publisher photographer geologist philosopher surgeon teacher barrister footballer novelist
    playwright collector entomologist jockey nurse missionary economist astronomer educator illustrator
  `).map((text) => text.replaceAll('_', ' ')),
  0.8,
  2,
);

export const streetNames = words(`
  tullaroop archibald bunbury canning carnegie chauvel collings derrington dunstan ebden finlay gilbert hawkesbury
  hopetoun jenkinson kinsella lachlan macarthur mullan newdegate ogilby paterson quandong rankin schlich tasman ulm
  vasey wakelin yallourn aspinall barrallier callabonna dalrymple ellery fullagar goodenia heysen irvine jabanungga
  kallaroo larakia maranboy narambi orchard proserpine raggatt spence torrens verbrugghen warramoo zelling banfield
`);
export const streetTypes = words(
  'street place crescent court avenue close circuit drive road way terrace parade',
);
export const estates = words(`
  villa brindabella willaroo rosetta kilvinton wintersloe milneville parkside glenview rowethorpe delmar silverwood
  yarrabee hillview kalinda wellwood bellbird ravenscourt sunnybank meadowvale riverbend oakdale
`);
export const suburbs = words(`
  bittern kellerberrin beaconsfield cleveland marsden toowong chatswood burwood carlton ashgrove kensington gosford
  ballarat bendigo geelong wodonga dubbo orange tamworth armidale lismore grafton maitland cessnock penrith blacktown
  parramatta liverpool sutherland cronulla manly dee_why hornsby epping ryde drummoyne leichhardt glebe newtown redfern
  fremantle cottesloe claremont nedlands subiaco joondalup rockingham mandurah bunbury albany esperance kalgoorlie
  glenelg norwood unley prospect burnside mitcham salisbury elizabeth gawler whyalla port_augusta hobart launceston
  devonport burnie kingston glenorchy new_norfolk cairns townsville mackay rockhampton bundaberg noosa caloundra
`).map((text) => text.replaceAll('_', ' '));
export const states = skewed(words('nsw vic qld wa sa tas act nt'), 0.9, 1);
