/** What a text says of a place: inside one that art. 8 ¶1 (1)–(3) forbids, inside one that may be private (4), or beside such a place. */
export type PlaceMention = { kind: 'forbidden' | 'private' | 'beside'; word: string };

// Items (1)–(3) in the words of the article and in those that people write instead. Bakeries (面包房) and meeting rooms (会客房) are no
// guest rooms; lounges for passengers and guests are no rest rooms of a unit's own people.
const forbidden = new RegExp(
  [
    '(?<!会)客房|(?<![面背])包[间房]|包厢|雅间|标准间(?!距)|大床房|双床房',
    '宿舍|寝室|(?<!(?:贵宾|旅客|乘客|候[车机诊船]|客户|顾客|访客|家长|VIP)(?:室|厅)?)休息[室间]|午休室',
    '浴室|淋浴[间室房区]|澡堂|浴池|卫生间|厕所|洗手间|公厕|盥洗[室间]',
    '更衣[室间区]|换衣[室间]|试[衣穿][室间区]|哺乳[室间]|母婴[室间]|喂奶[室间]|育婴[室间]',
    '\\b(?:(?:guest|hotel|dressing|changing|fitting|locker|nursing) ?rooms?|dorm(?:itory)?|(?:rest|wash|bath)rooms?|toilets?|WC)\\b',
  ].join('|'),
  'gi',
);
// Item (4) names no places: these are known for undressed or sick people.
const mayBePrivate =
  /病房|(?<![生不资房])产房(?!屋)|分娩室|手术室|妇科检查室|B超室|(?:按摩|理疗|桑拿|汗蒸|SPA)[房间室]|\bwards?\b/gi;
// Every word above has one of these: of 20,000 devices most are done with one look.
const worthALook = /[房间室舍厢堂池厕区]|room|toilet|wc|dorm|ward/i;

const said = /[。；;！!？?，,\n]/;
const negated =
  /未(?:安装|设|在|装|覆盖|涉及|拍摄)|不(?:安装|设|在|含|包括|覆盖|涉及|拍摄|得|装)|没有|无(?:摄像|监控|探头|设备)|禁止|严禁|避开|避免|除.{0,20}外|\bno (?:cameras?|devices?)\b|\b(?:not|without|except)\b/i;
const something = /^[A-Za-z\d一二三四五六七八九十号#（(）)·-]*/;
const inside = /^[\s\dA-Z号#（(]*的?(?:内部|里面|内|里)|^.{0,10}(?:房间|床位)|^\s*(?:inside|interior)\b/i;
const outsideAfter =
  /^[^内里]{0,10}?(?:门外|门口|门前|大门|外|入口|出口|出入口|走廊|走道|通道|过道|楼道|楼梯|电梯|旁|东侧|西侧|南侧|北侧|左侧|右侧|一侧|附近|对面|周边|之间)|^(?:大?楼|区|院|部|口|门|大堂|大厅|前厅|前台|服务台|办公|管理|库|前|后面)|^\W{0,3}(?:outside|entrance|exit|corridor|hallway|door|lobby|building)\b/i;
const outsideBefore = /(?:靠近|邻近|临近|紧邻|毗邻|通往|通向|(?:outside|near|beside|next to)(?: the)?) ?$/i;
// A word of the list that is the name of goods, work or a street.
const noPlace = /^(?:用品|用具|洁具|柜|专卖|五金|装修|路|街|巷|村|清洁|保洁)/;

/**
 * The private places that a text about devices mentions, each word once, what weighs most first. A person has to look: 卫生间门外 is beside,
 * 卫生间内 is inside, and a bare 卫生间 counts as inside.
 */
export function privatePlacesIn(text: string): PlaceMention[] {
  if (!worthALook.test(text)) return [];
  const found = text
    .split(said)
    .flatMap((clause) => [
      ...mentionsOf(clause, forbidden, 'forbidden'),
      ...mentionsOf(clause, mayBePrivate, 'private'),
    ]);
  if (found.length === 0) return [];
  const order: readonly PlaceMention['kind'][] = ['forbidden', 'private', 'beside'];
  const weighed = order.flatMap((kind) => found.filter((mention) => mention.kind === kind));
  return weighed.filter(({ word }, i) => weighed.findIndex((one) => one.word === word) === i);
}

const mentionsOf = (clause: string, pattern: RegExp, kind: 'forbidden' | 'private'): PlaceMention[] =>
  [...clause.matchAll(pattern)].flatMap((match): PlaceMention[] => {
    if (negated.test(clause)) return [];
    const [word] = match;
    const rest = clause.slice(match.index + word.length);
    const after = rest.replace(something, '');
    if (noPlace.test(after)) return [];
    if (inside.test(after)) return [{ kind, word }];
    const outside = outsideAfter.test(after) || outsideBefore.test(clause.slice(0, match.index));
    return [{ kind: outside ? 'beside' : kind, word }];
  });

const secret =
  /军事(?:禁区|管理区|设施)|(?<![干全乐])部队|军营|(?<![冠亚季])军区|军分区|武警|(?<!不)(?<!非)涉密|保密局|国家安全[局厅]|军工/g;

/** Words for what art. 10 protects: military areas and units that hold secrets. */
export const secretNeighboursIn = (text: string): string[] => [...new Set(text.match(secret) ?? [])];

const elsewhere = /小区|居民楼|家属院|住宅|厂区|车间|仓库|办公楼|写字楼|便利店|小卖部/g;

/** Words in a system's name for places that art. 7 does not list. */
export const placesOutsideArticle7 = (name: string): string[] => [...new Set(name.match(elsewhere) ?? [])];

/** Whether a text speaks of a car for hire, which is no large or medium vehicle (art. 7 ¶2 (3)). */
export const isSmallVehicle = (text: string): boolean => /网约车|出租汽?车|的士|轿车|私家车/.test(text);
