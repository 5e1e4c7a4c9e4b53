import { Button } from 'antd';
import { useText } from '../language/language.tsx';
import { shared } from './texts.ts';

/** Loads the next page of a list that is read page by page; nothing where there is none. */
export function MoreButton({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const t = useText();
  if (!query.hasNextPage) return null;
  return (
    <div className="actions">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t(shared.more)}
      </Button>
    </div>
  );
}
