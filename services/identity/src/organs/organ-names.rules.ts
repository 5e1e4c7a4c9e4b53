/** The statistics list development zones beside the counties, with a 7 as fifth digit (domain.md 4); they have no government. */
export const isZone = (countyCode: string): boolean => countyCode.length === 6 && countyCode[4] === '7';

/** 石家庄 of 石家庄市, 内蒙古 of 内蒙古自治区: how the names of zones begin. */
const stemOf = (name: string): string => name.replace(/([省市盟]|(回族|壮族|维吾尔)?自治区)$/, '');

/** Names that no rule gives. */
const known: Readonly<Record<string, string>> = { '310115': '上海市公安局浦东分局' };

type Place = { code: string; name: string; city: string };

/** 南山分局 in most cities. Where dropping 区 leaves no name, or one that is not said so, it stays: 城区, 井陉矿区, 回民区, 沈北新区, and all of Chongqing. */
const keepsDistrict = ({ code, name }: Place): boolean =>
  name.length === 2 || /(矿区|族区|回民区|..新区)$/.test(name) || code.startsWith('50');

/** The organ of a city's district is a branch of the city's bureau (公安机关组织管理条例 art. 6). 六枝特区 has a bureau of its own. */
export function districtOrganName(place: Place): string {
  const { code, name, city } = place;
  if (name.endsWith('特区')) return `${name}公安局`;
  return known[code] ?? `${city}公安局${keepsDistrict(place) ? name : name.slice(0, -1)}分局`;
}

/** The branch of a development zone: the zone's name without province and city before it, but 兰州新区 and 东营港经济开发区 whole. */
export function zoneOrganName({ name, province, city }: { name: string; province: string; city: string }): string {
  let zone = name.replace(/管委会$/, '');
  for (const before of [province, stemOf(province), city, stemOf(city)]) {
    const rest = zone.startsWith(before) ? zone.slice(before.length) : zone;
    if (rest.length > 2 && !rest.startsWith('港')) zone = rest;
  }
  return `${city}公安局${zone}分局`;
}
