import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmallVehicle, placesOutsideArticle7, privatePlacesIn, secretNeighboursIn } from './private-places.rules.ts';

const weightOf = (text: string) => privatePlacesIn(text)[0]?.kind ?? 'nothing';

describe('private places in a text (art. 8)', () => {
  it.each([
    '三楼更衣室',
    '三楼更衣室内',
    '女更衣室 2 号内部',
    '卫生间（内）',
    '宿舍楼3楼305房间',
    '学生宿舍',
    '8 楼客房里面',
    'KTV包厢',
    '二楼包间',
    '员工休息室',
    '泳池淋浴区',
    '公共浴室',
    '试衣间3',
    '母婴室',
    '无障碍卫生间',
    'No. 3 toilet',
    'Dressing room, east',
    '大厅有探头，更衣室也装了一台',
    '更衣室内走廊',
    '三楼更衣室 一楼大厅',
  ])('%s is inside', (text) => expect(weightOf(text)).toBe('forbidden'));

  it.each([
    '卫生间门外',
    '卫生间入口',
    '三楼卫生间 门口1号',
    '更衣室和泳池之间的通道',
    '客房走廊',
    '客房3楼电梯厅',
    '宿舍楼大门',
    '学生宿舍区主干道',
    '洗手间旁',
    '男更衣室东侧',
    '靠近公厕',
    '客房部办公室',
    '卫生间（门外）',
    'restroom entrance',
    'corridor outside the toilets',
    '病房走廊',
  ])('%s is beside', (text) => expect(weightOf(text)).toBe('beside'));

  it.each([
    '面包房收银台',
    '会客房',
    '卫生间用品专柜',
    '浴室柜展区',
    '厕所路 5 号',
    '贵宾休息室',
    '候车休息室',
    '卫浴展厅',
    '洗浴中心大堂',
    '更衣柜仓储区',
    '生产房',
    '标准间距测试区',
    '卫生间、更衣室均未安装摄像机',
    '不在卫生间安装设备',
    '已避开母婴室',
    '除卫生间外全部覆盖',
    'no cameras in the toilets',
    '覆盖出入口、中庭与停车场',
    '',
  ])('%s is none', (text) => expect(weightOf(text)).toBe('nothing'));

  it.each(['三楼病房', '产房', '按摩房2', 'B超室'])('%s may be private', (text) =>
    expect(weightOf(text)).toBe('private'),
  );

  const words = fc.constantFrom(
    '客房',
    '宿舍',
    '浴室',
    '卫生间',
    '更衣室',
    '哺乳室',
    '试衣间',
    '包间',
    '厕所',
    '母婴室',
  );
  const numbering = fc.constantFrom('', '1', '2号', 'A', '（', '3#');
  const before = fc.constantFrom('', '三楼', '东区 ', '海岸城 B1 ', '泳池旁的');

  it('is beside with any word for outside after it, and inside with any word for inside', () => {
    const outside = fc.constantFrom('门外', '门口', '走廊', '入口', '东侧', '旁', '对面', '附近');
    fc.assert(fc.property(before, words, numbering, outside, (b, w, n, o) => weightOf(b + w + n + o) === 'beside'));
    const inside = fc.constantFrom('内', '里面', '内部', '的内部', '房间内');
    fc.assert(fc.property(before, words, numbering, inside, (b, w, n, i) => weightOf(b + w + n + i) === 'forbidden'));
  });

  it('says each word once, forbidden places before the others, and fails on no text', () => {
    const piece = fc.oneof(words, fc.constantFrom('门外', '内', '，', '。', '未安装', '病房', ' '), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const mentions = privatePlacesIn(pieces.join(''));
        const order = mentions.map(({ kind }) => ['forbidden', 'private', 'beside'].indexOf(kind));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(new Set(mentions.map(({ word }) => word)).size).toBe(mentions.length);
      }),
    );
  });
});

it.each([
  ['军事管理区北侧围墙', ['军事管理区']],
  ['部队大院对面，涉密', ['部队', '涉密']],
  ['干部队伍培训中心', []],
  ['冠军区', []],
  ['全部队列', []],
  ['本系统不涉密', []],
  ['运营区', []],
])('%s: neighbours that hold secrets are %j (art. 10)', (text, words) =>
  expect(secretNeighboursIn(text)).toEqual(words),
);

it('finds places in a name that art. 7 does not list', () => {
  expect(placesOutsideArticle7('阳光小区视频监控系统')).toEqual(['小区']);
  expect(placesOutsideArticle7('海岸城购物中心视频监控系统')).toEqual([]);
});

it('tells a car for hire from a bus (art. 7 ¶2 (3))', () => {
  expect(isSmallVehicle('出租车粤B12345')).toBe(true);
  expect(isSmallVehicle('公交车 M123 路')).toBe(false);
});
