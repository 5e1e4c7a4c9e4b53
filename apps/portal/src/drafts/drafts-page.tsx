import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import type { DraftSummary } from '@beian/contracts/drafts.ts';
import { applicationKindLabels, type ApplicationKind } from '@beian/contracts/vocabulary.ts';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';

const texts = {
  empty: {
    zh: '没有草稿。填写登记表时会自动保存草稿。',
    en: 'No drafts. A form is saved as a draft while you fill it in.',
  },
  start: { zh: '开始备案登记', en: 'Start a registration' },
  untitled: { zh: '未命名', en: 'Untitled' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '业务类型', en: 'Business' },
  savedAt: { zh: '保存时间', en: 'Saved' },
  keptUntil: { zh: '保留至', en: 'Kept until' },
  actions: { zh: '操作', en: 'Actions' },
  discard: { zh: '删除', en: 'Discard' },
  discardOf: { zh: '删除草稿 {name}', en: 'Discard the draft {name}' },
  discarded: { zh: '已删除草稿', en: 'Discarded' },
  sure: { zh: '删除后不能恢复，确定删除吗？', en: 'It cannot be restored. Discard it?' },
} as const;

/** Where the form of a business is. */
const pathOf: Partial<Record<ApplicationKind, string>> = {
  change: '/change/$draftId',
  cancellation: '/cancellation/$draftId',
  transfer: '/transfer/$draftId',
  appeal: '/appeals/$draftId',
};

/** 草稿箱 (I14). */
export function DraftsPage() {
  return (
    <ForFilers>
      <Drafts />
    </ForFilers>
  );
}

function Drafts() {
  const t = useText();
  const query = useQuery({
    queryKey: ['drafts'],
    queryFn: async () => (await api.get<{ items: DraftSummary[] }>('/api/drafts')).items,
    staleTime: 0,
  });
  return (
    <Page title={t(portal.drafts)} system={t(portal.name)}>
      <Loaded query={query}>
        {(drafts) => (
          <div className="panel">
            {drafts.length === 0 ? (
              <Empty description={t(texts.empty)}>
                <Link to="/registration">{t(texts.start)}</Link>
              </Empty>
            ) : (
              <ScrollRegion label={t(portal.drafts)}>
                <table className="notice wide">
                  <ColumnHeads labels={[texts.name, texts.kind, texts.savedAt, texts.keptUntil, texts.actions]} />
                  <tbody>
                    {drafts.map((draft) => (
                      <Line key={draft.id} draft={draft} />
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Line({ draft: { id, kind, title, updatedAt, expiresAt } }: { draft: DraftSummary }) {
  const t = useText();
  const time = useTime();
  const name = title || t(texts.untitled);
  const discard = async () => {
    await api.remove(`/api/drafts/${id}`);
    return t(texts.discarded);
  };
  return (
    <tr>
      <th scope="row">
        <Link to={pathOf[kind] ?? '/registration/$draftId'} params={{ draftId: id }}>
          {name}
        </Link>
      </th>
      <td>{t(applicationKindLabels[kind])}</td>
      <td data-label={t(texts.savedAt)}>{time(updatedAt)}</td>
      <td data-label={t(texts.keptUntil)}>{time(expiresAt)}</td>
      <td>
        <AskButton
          look="danger"
          size="small"
          label={t(texts.discard)}
          name={t(texts.discardOf, { name })}
          act={discard}
        >
          <p>{t(texts.sure)}</p>
        </AskButton>
      </td>
    </tr>
  );
}
