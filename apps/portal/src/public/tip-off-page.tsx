import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Organ } from '@beian/contracts/accounts.ts';
import { DivisionSelects } from '@beian/ui/divisions/division-selects.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';

const texts = {
  title: { zh: '举报违法安装', en: 'Report an unlawful installation' },
  intro: {
    zh: '单位和个人发现下列情形，可以向公安机关举报（《公共安全视频图像信息系统管理条例》第二十四条）。公安机关应当依法及时处理。',
    en: 'Anybody who finds one of these may report it to the police, who handle it without delay (Regulation, article 24).',
  },
  private: {
    zh: '在旅馆客房、宿舍房间、浴室、卫生间、更衣室、试衣间等私密部位安装图像采集设备（第八条第一款）',
    en: 'Devices inside guest rooms, dormitory rooms, bathrooms, toilets, changing or fitting rooms and other private places (article 8, paragraph 1)',
  },
  listed: {
    zh: '在商场、车站、医院、学校等场所，由管理单位以外的单位或者个人安装，或者并非维护公共安全所必需（第七条第三款）',
    en: 'In shopping centres, stations, hospitals, schools and the like: devices of somebody other than the unit in charge, or not needed for public safety (article 7, paragraph 3)',
  },
  other: {
    zh: '在其他公共场所，由不负有安全防范义务的单位或者个人安装，或者并非维护公共安全所必需（第九条第一款）',
    en: 'In other public places: devices of somebody who has no duty to keep the place safe, or not needed for public safety (article 9, paragraph 1)',
  },
  how: { zh: '如何举报', en: 'How to report' },
  urgent: { zh: '情况紧急请拨打 110', en: 'If it is urgent, call 110' },
  where: {
    zh: '其他情况，请向设备所在地的公安机关举报。选择所在地，查看负责的机关：',
    en: 'Else tell the police of the place. Choose it to see who is responsible:',
  },
  responsible: { zh: '负责的公安机关', en: 'Organs responsible there' },
  none: { zh: '该地没有列出机关，请拨打 110。', en: 'No organ is listed there; call 110.' },
  noData: {
    zh: '本平台不收集举报内容，也不记录您的身份。请不要移动或拆卸发现的设备，以免破坏证据。',
    en: 'This platform takes no reports itself and does not record who you are. Leave the device where it is: it is evidence.',
  },
} as const;

/** 举报入口 (I39; 条例 art. 24 ¶2): what may be reported and to whom. The report itself goes to the organ: nothing of it is kept here. */
export function TipOffPage() {
  const t = useText();
  const [place, setPlace] = useState<string>();
  const county = place && place.length >= 6 ? place.slice(0, 6) : undefined;
  const query = useQuery({
    queryKey: ['organs', county],
    queryFn: async () => (await api.get<{ items: Organ[] }>(`/api/organs?division=${county}`)).items,
    enabled: county !== undefined,
  });
  return (
    <Page title={t(texts.title)} system={t(portal.name)}>
      <p className="lead">{t(texts.intro)}</p>
      <ul>
        {[texts.private, texts.listed, texts.other].map((one) => (
          <li key={one.en}>{t(one)}</li>
        ))}
      </ul>
      <section className="panel" aria-labelledby="tip-off-how">
        <h2 id="tip-off-how">{t(texts.how)}</h2>
        <p>
          <a href="tel:110">{t(texts.urgent)}</a>
        </p>
        <p>{t(texts.where)}</p>
        <DivisionSelects id="tip-off-place" value={place} onChange={setPlace} />
        {query.isError && <ProblemAlert error={query.error} />}
        <div aria-live="polite">
          {query.data && (
            <>
              <h3>{t(texts.responsible)}</h3>
              {query.data.length === 0 && <p>{t(texts.none)}</p>}
              <ul>
                {query.data.map(({ code, name }) => (
                  <li key={code}>{name}</li>
                ))}
              </ul>
            </>
          )}
        </div>
        <p>{t(texts.noData)}</p>
      </section>
    </Page>
  );
}
