import { useState } from 'react';
import type { BoardSection as Section } from '@beian/contracts/board.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { BulkActions } from '../queue/bulk-actions.tsx';
import { TaskTable } from '../queue/task-table.tsx';
import { type Acting, RowActions } from './row-actions.tsx';
import './board.css';
import { texts } from './texts.ts';

/** Tasks of one concern, to be opened, given to others one by one or together, or urged. */
export function BoardSection(props: { id: string; title: string; section: Section; urges: boolean; act: Acting }) {
  const { id, title, section, urges, act } = props;
  const t = useText();
  const [selected, setSelected] = useState<string[]>([]);
  const { total, items } = section;
  return (
    <section id={id} className={items.length === 0 ? 'panel board-nothing' : 'panel'} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title} {total}
      </h2>
      {items.length === 0 ? (
        <p className="hint">{t(texts.none)}</p>
      ) : (
        <>
          {total > items.length && <p className="hint">{t(texts.first, { count: items.length, total })}</p>}
          <BulkActions items={items} selected={selected} onSelect={setSelected} approves={false} />
          <TaskTable
            label={t(texts.table, { title })}
            items={items}
            selection={{ ids: selected, onChange: setSelected }}
            actions={(task) => <RowActions task={task} urges={urges} act={act} />}
          />
        </>
      )}
    </section>
  );
}
