import type { Organ } from '@beian/contracts/accounts.ts';

export type DivisionLine = { code: string; name: string };

const municipalities = ['11', '12', '31', '50'];
/** Divisions that group others and have no government of their own. */
export const isGrouping = (name: string): boolean =>
  /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name);

/** The code of the organ of a division: the division's, padded to six digits. */
export const organCodeOf = (divisionCode: string): string => divisionCode.padEnd(6, '0');

const ministry: Organ = { code: '000000', name: '公安部', level: 'national', divisionCode: '00', superiorCode: null };

/**
 * The public security organs by the divisions they serve, superiors first: ministry, provincial departments, city bureaus, and for each
 * county its bureau or, in a city's district, the branch of the city's bureau. A city without counties has one organ, of county level.
 */
export function organsOf(divisions: readonly DivisionLine[]): Organ[] {
  const nameOf = new Map(divisions.map(({ code, name }) => [code, name]));
  const provinces = divisions.filter(({ code }) => code.length === 2);
  const cities = divisions.filter(
    ({ code, name }) => code.length === 4 && !isGrouping(name) && !nameOf.has(`${code}00`),
  );
  const cityCodes = new Set(cities.map(({ code }) => code));
  const counties = divisions.filter(({ code, name }) => code.length === 6 && !isGrouping(name));
  return [
    ministry,
    ...provinces.map(({ code, name }): Organ => {
      const bureau = municipalities.includes(code) ? '公安局' : '公安厅';
      return {
        code: organCodeOf(code),
        name: `${name}${bureau}`,
        level: 'province',
        divisionCode: code,
        superiorCode: '000000',
      };
    }),
    ...cities.map(({ code, name }): Organ => {
      const superiorCode = organCodeOf(code.slice(0, 2));
      return { code: organCodeOf(code), name: `${name}公安局`, level: 'city', divisionCode: code, superiorCode };
    }),
    ...counties.map(({ code, name }): Organ => {
      const city = code.slice(0, 4);
      const superior = cityCodes.has(city) ? city : code.slice(0, 2);
      const district = /^.+区$/.test(name) && !/矿区$|特区$|林区$/.test(name);
      const named = district ? `${nameOf.get(superior)}公安局${name.slice(0, -1)}分局` : `${name}公安局`;
      return { code, name: named, level: 'county', divisionCode: code, superiorCode: organCodeOf(superior) };
    }),
  ];
}
