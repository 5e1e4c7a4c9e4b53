import { describe, expect, it } from 'vitest';
import { isGrouping, organCodeOf, organsOf, responsibleOrgans } from './organ-directory.rules.ts';

const divisions = Object.entries({
  '11': '北京市',
  '1101': '市辖区',
  '110105': '朝阳区',
  '13': '河北省',
  '1301': '石家庄市',
  '130107': '井陉矿区',
  '130171': '石家庄高新技术产业开发区',
  '1302': '唐山市',
  '130271': '河北唐山芦台经济开发区',
  '14': '山西省',
  '1403': '阳泉市',
  '140302': '城区',
  '15': '内蒙古自治区',
  '1501': '呼和浩特市',
  '150103': '回民区',
  '1525': '锡林郭勒盟',
  '152523': '苏尼特左旗',
  '152571': '乌拉盖管理区管委会',
  '1529': '阿拉善盟',
  '152971': '内蒙古阿拉善高新技术产业开发区',
  '21': '辽宁省',
  '2101': '沈阳市',
  '210113': '沈北新区',
  '2102': '大连市',
  '210281': '瓦房店市',
  '31': '上海市',
  '3101': '市辖区',
  '310115': '浦东新区',
  '32': '江苏省',
  '3205': '苏州市',
  '320576': '苏州工业园区',
  '37': '山东省',
  '3705': '东营市',
  '370572': '东营港经济开发区',
  '41': '河南省',
  '4101': '郑州市',
  '410104': '管城回族区',
  '4190': '省直辖县级行政区划',
  '419001': '济源市',
  '42': '湖北省',
  '4290': '省直辖县级行政区划',
  '429004': '仙桃市',
  '429021': '神农架林区',
  '44': '广东省',
  '4403': '深圳市',
  '440305': '南山区',
  '440305007': '粤海街道',
  '4418': '清远市',
  '441803': '清新区',
  '4419': '东莞市',
  '441900': '东莞市',
  '441900003': '东城街道',
  '4420': '中山市',
  '442000': '中山市',
  '45': '广西壮族自治区',
  '4501': '南宁市',
  '46': '海南省',
  '4603': '三沙市',
  '460321': '西沙群岛',
  '460323': '中沙群岛的岛礁及其海域',
  '4604': '儋州市',
  '460400': '儋州市',
  '4690': '省直辖县级行政区划',
  '469025': '白沙黎族自治县',
  '50': '重庆市',
  '5001': '市辖区',
  '500103': '渝中区',
  '5002': '县',
  '500229': '城口县',
  '52': '贵州省',
  '5202': '六盘水市',
  '520203': '六枝特区',
  '61': '陕西省',
  '6101': '西安市',
  '610103': '碑林区',
  '62': '甘肃省',
  '6201': '兰州市',
  '620171': '兰州新区',
  '6202': '嘉峪关市',
  '620201': '嘉峪关市',
  '620201001': '雄关街道',
  '65': '新疆维吾尔自治区',
  '6501': '乌鲁木齐市',
  '6590': '自治区直辖县级行政区划',
  '659001': '石河子市',
}).map(([code, name]) => ({ code, name }));
divisions.sort((a, b) => (a.code < b.code ? -1 : 1));
const organs = organsOf(divisions);
const organ = (code: string) => organs.find((one) => one.code === code);

describe('the organ of', () => {
  it.each([
    ['a province', '440000', '广东省公安厅', 'province', '000000'],
    ['an autonomous region', '450000', '广西壮族自治区公安厅', 'province', '000000'],
    ['a municipality', '110000', '北京市公安局', 'province', '000000'],
    ['the Production and Construction Corps', '659000', '新疆生产建设兵团公安局', 'province', '000000'],
    ['a city', '440300', '深圳市公安局', 'city', '440000'],
    ['a league', '152500', '锡林郭勒盟公安局', 'city', '150000'],
    ['a district', '440305', '深圳市公安局南山分局', 'county', '440300'],
    ['a district of a municipality', '110105', '北京市公安局朝阳分局', 'county', '110000'],
    ['a district of Chongqing', '500103', '重庆市公安局渝中区分局', 'county', '500000'],
    ['a county of Chongqing', '500229', '城口县公安局', 'county', '500000'],
    ['Pudong', '310115', '上海市公安局浦东分局', 'county', '310000'],
    ['a new district', '210113', '沈阳市公安局沈北新区分局', 'county', '210100'],
    ['a district that only ends like a new one', '441803', '清远市公安局清新分局', 'county', '441800'],
    ['a district that only ends like a forest district', '610103', '西安市公安局碑林分局', 'county', '610100'],
    ['a district without a name of its own', '140302', '阳泉市公安局城区分局', 'county', '140300'],
    ['a mining district', '130107', '石家庄市公安局井陉矿区分局', 'county', '130100'],
    ['a district of the Hui', '410104', '郑州市公安局管城回族区分局', 'county', '410100'],
    ['another one', '150103', '呼和浩特市公安局回民区分局', 'county', '150100'],
    ['a county-level city', '210281', '瓦房店市公安局', 'county', '210200'],
    ['a banner', '152523', '苏尼特左旗公安局', 'county', '152500'],
    ['an autonomous county right below its province', '469025', '白沙黎族自治县公安局', 'county', '460000'],
    ['a city right below its province', '419001', '济源市公安局', 'county', '410000'],
    ['the forest district, which lies in no city', '429021', '神农架林区公安局', 'county', '420000'],
    ['the special district', '520203', '六枝特区公安局', 'county', '520200'],
    ['a city of the Corps', '659001', '石河子市公安局', 'county', '659000'],
    ['Dongguan, a city without counties', '441900', '东莞市公安局', 'county', '440000'],
    ['Zhongshan, another', '442000', '中山市公安局', 'county', '440000'],
    ['Danzhou, another', '460400', '儋州市公安局', 'county', '460000'],
    ['Jiayuguan, another, whose only county has a code of its own', '620201', '嘉峪关市公安局', 'county', '620000'],
    ['a development zone', '130171', '石家庄市公安局高新技术产业开发区分局', 'county', '130100'],
    ['a zone named after province and city', '130271', '唐山市公安局芦台经济开发区分局', 'county', '130200'],
    ['a zone named after region and league', '152971', '阿拉善盟公安局高新技术产业开发区分局', 'county', '152900'],
    ['a zone named after its management', '152571', '锡林郭勒盟公安局乌拉盖管理区分局', 'county', '152500'],
    ['an industrial park', '320576', '苏州市公安局工业园区分局', 'county', '320500'],
    ['a zone at the port of its city', '370572', '东营市公安局东营港经济开发区分局', 'county', '370500'],
    ['a zone that is a new district', '620171', '兰州市公安局兰州新区分局', 'county', '620100'],
  ])('%s', (_what, code, name, level, superiorCode) => {
    const kind = code[4] === '7' ? 'zone' : 'territorial';
    expect(organ(code)).toMatchObject({ name, level, superiorCode, kind });
  });

  it.each([
    ['a grouping', '110100'],
    ['a city that is its own county', '620200'],
    ['islands without a government', '460321'],
  ])('%s is none', (_what, code) => expect(organ(code)).toBeUndefined());
});

it('organs have each one code, superiors first', () => {
  const codes = organs.map((one) => one.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes[0]).toBe('000000');
  for (const { code, superiorCode } of organs) {
    if (superiorCode) expect(codes.indexOf(superiorCode)).toBeLessThan(codes.indexOf(code));
  }
  expect([isGrouping('市辖区'), isGrouping('南山区'), organCodeOf('44')]).toEqual([true, false, '440000']);
});

describe('responsible at first', () => {
  const responsible = new Map(responsibleOrgans(divisions).map((rule) => [rule.divisionCode, rule.organCode]));

  it("is each county's own organ, zones included", () => {
    for (const code of ['440305', '441900', '620201', '130171', '659001']) expect(responsible.get(code)).toBe(code);
  });

  it("is the city's bureau for the islands of Sansha", () => {
    expect([responsible.get('460321'), responsible.get('460323')]).toEqual(['460300', '460300']);
  });

  it('is always an organ that exists, and of counties only', () => {
    for (const [division, code] of responsible) {
      expect(division).toHaveLength(6);
      expect(organ(code)).toBeDefined();
    }
  });
});
