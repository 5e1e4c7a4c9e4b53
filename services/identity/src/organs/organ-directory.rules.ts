import type { Organ } from '@beian/contracts/accounts.ts';
import { districtOrganName, isZone, zoneOrganName } from './organ-names.rules.ts';

export type DivisionLine = { code: string; name: string };

const municipalities = ['11', '12', '31', '50'];
/** Divisions that group others and have no government of their own. */
export const isGrouping = (name: string): boolean =>
  /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name);

/** The islands of Sansha have no county government: the city's bureau acts for them. */
const isIslands = (name: string): boolean => /(群岛|岛礁及其海域)$/.test(name);

/** The code of the organ of a division: the division's, padded to six digits. */
export const organCodeOf = (divisionCode: string): string => divisionCode.padEnd(6, '0');

const ministry: Organ = {
  code: '000000',
  name: '公安部',
  level: 'national',
  kind: 'territorial',
  divisionCode: '00',
  superiorCode: null,
};
/** The cities of the Production and Construction Corps (659xxx) are grouped under no city: their organs are under the Corps'. */
const corps: Organ = {
  ...ministry,
  code: '659000',
  name: '新疆生产建设兵团公安局',
  level: 'province',
  divisionCode: '6590',
  superiorCode: '000000',
};

/** What is known of the divisions when their organs are named. */
function atlasOf(divisions: readonly DivisionLine[]) {
  const nameOf = new Map(divisions.map(({ code, name }) => [code, name]));
  const counties = divisions.filter(({ code }) => code.length === 6);
  const below = Map.groupBy(counties, ({ code }) => code.slice(0, 4));
  // 东莞, 中山, 儋州, 嘉峪关: the list repeats the city as its own only county.
  const isWithoutCounties = ({ code, name }: DivisionLine) => below.get(code)?.every((county) => county.name === name);
  const cities = divisions.filter((one) => one.code.length === 4 && !isGrouping(one.name) && !isWithoutCounties(one));
  return { nameOf, counties, cities: new Map(cities.map((city) => [city.code, city])) };
}
type Atlas = ReturnType<typeof atlasOf>;

/** The division whose organ is the superior of a county's: its city, else its province. */
const aboveCounty = (code: string, { cities }: Atlas): string =>
  cities.has(code.slice(0, 4)) ? code.slice(0, 4) : code.slice(0, 2);

function countyOrgan({ code, name }: DivisionLine, atlas: Atlas): Organ {
  const above = aboveCounty(code, atlas);
  const city = atlas.nameOf.get(above) ?? '';
  const province = atlas.nameOf.get(code.slice(0, 2)) ?? '';
  // 神农架林区 ends like a district and is none: it lies in no city.
  const isDistrict = name.endsWith('区') && (above.length === 4 || municipalities.includes(above));
  const superiorCode = code.startsWith(corps.divisionCode) ? corps.code : organCodeOf(above);
  const county = { code, level: 'county', divisionCode: code, superiorCode } as const;
  if (isZone(code)) return { ...county, kind: 'zone', name: zoneOrganName({ name, province, city }) };
  const named = isDistrict ? districtOrganName({ code, name, city }) : `${name}公安局`;
  return { ...county, kind: 'territorial', name: named };
}

/**
 * The public security organs by the divisions they serve, superiors first: ministry, provincial departments, city bureaus, and for each
 * county its bureau or, in a city's district or development zone, the branch of the city's bureau. A city without counties has one organ,
 * of county level.
 */
export function organsOf(divisions: readonly DivisionLine[]): Organ[] {
  const atlas = atlasOf(divisions);
  const provinces = divisions.filter(({ code }) => code.length === 2);
  return [
    ministry,
    ...provinces.map(({ code, name }): Organ => {
      const bureau = municipalities.includes(code) ? '公安局' : '公安厅';
      return {
        ...ministry,
        code: organCodeOf(code),
        name: `${name}${bureau}`,
        level: 'province',
        divisionCode: code,
        superiorCode: ministry.code,
      };
    }),
    ...(provinces.some(({ code }) => code === '65') ? [corps] : []),
    ...[...atlas.cities.values()].map(({ code, name }): Organ => {
      const superiorCode = organCodeOf(code.slice(0, 2));
      return {
        ...ministry,
        code: organCodeOf(code),
        name: `${name}公安局`,
        level: 'city',
        divisionCode: code,
        superiorCode,
      };
    }),
    ...atlas.counties
      .filter(({ name }) => !isGrouping(name) && !isIslands(name))
      .map((county) => countyOrgan(county, atlas)),
  ];
}

/** Which organ is responsible for each county before anybody has decided otherwise (条例 art. 14). */
export function responsibleOrgans(divisions: readonly DivisionLine[]): { divisionCode: string; organCode: string }[] {
  const atlas = atlasOf(divisions);
  return atlas.counties
    .filter(({ name }) => !isGrouping(name))
    .map(({ code, name }) => ({
      divisionCode: code,
      organCode: isIslands(name) ? organCodeOf(aboveCounty(code, atlas)) : code,
    }));
}
